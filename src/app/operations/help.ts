import { z } from "zod";
import type { Operation } from "../operation.ts";

const input = z.object({
  /** A greeting, thanks, or a question about Belfry itself, instead of all of the help. */
  about: z.enum(["hello", "thanks", "self"]).optional(),
});

export const help: Operation<z.infer<typeof input>> = {
  name: "help",
  summary: "Says what one can say.",
  needs: "member",
  input,
  run: async (_belfry, { about }, { actor }) => ({
    show: [{ view: about ? { view: "notice", code: about, args: {} } : { view: "help", role: actor.role } }],
    changes: [],
  }),
};
