import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import type { Operation } from "../operation.ts";
import { amend } from "../replied.ts";
import { id } from "./inputs.ts";

const input = z.object({ action: id, words: z.string().min(1).max(4096) });

export const amendAction: Operation<z.infer<typeof input>> = {
  name: "actions.amend",
  summary: "Takes words as said about one action: a new time, a new name, pause, delete.",
  needs: "member",
  input,
  run: async (belfry, { action, words }, call) => {
    const done = await amend(belfry, call, { action }, words);
    if (!done) throw new BelfryError("notUnderstood", { text: words });
    return done;
  },
};
