import { z } from "zod";
import type { Operation } from "../operation.ts";

const input = z.object({});

export const ready: Operation<z.infer<typeof input>> = {
  name: "welcome.ready",
  summary: "Confirms the time zone and shows what one can say.",
  needs: "member",
  input,
  run: async (_belfry, _input, { settings }) => ({
    show: [{ view: { view: "ready", zone: settings.zone } }],
    changes: [],
  }),
};
