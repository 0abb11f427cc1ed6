import { z } from "zod";
import type { Operation } from "../operation.ts";

const input = z.object({});

export const welcome: Operation<z.infer<typeof input>> = {
  name: "welcome",
  summary: "Says hello and asks whether the time zone is right.",
  needs: "member",
  input,
  run: async (_belfry, _input, { settings, actor }) => ({
    show: [{ view: { view: "welcome", zone: settings.zone, name: actor.name } }],
    changes: [],
  }),
};
