import { z } from "zod";
import { maySee } from "../access.ts";
import type { Operation } from "../operation.ts";
import { askPage } from "../which.ts";
import { id } from "./inputs.ts";

const input = z.object({
  prepared: z.object({ operation: z.string(), input: z.record(z.string(), z.unknown()) }),
  words: z.string(),
  ids: z.array(id).max(200),
  page: z.number().int().min(1),
  field: z.string().default("action"),
});

export const pageQuestion: Operation<z.infer<typeof input>> = {
  name: "questions.page",
  summary: "Leafs through what could be meant.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const found = await Promise.all(input.ids.map((one) => belfry.store.actions.get(one)));
    const actions = found.flatMap((action) => (action && !action.deletedAt && maySee(call, action) ? [action] : []));
    return askPage(belfry, call, { ...input, ids: actions.map((one) => one.id) }, actions);
  },
};
