import { z } from "zod";
import type { Operation } from "../operation.ts";

const input = z.object({});

export const help: Operation<z.infer<typeof input>> = {
  name: "help",
  summary: "Says what one can say.",
  needs: "member",
  input,
  run: async (_belfry, _input, { actor }) => ({ show: [{ view: { view: "help", role: actor.role } }], changes: [] }),
};
