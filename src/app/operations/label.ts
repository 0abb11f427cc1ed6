import { z } from "zod";
import { applyEdits } from "../edit.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { label, mostLabels, target } from "./inputs.ts";

const input = z.object({ ...target, label, on: z.boolean().default(true) });

export const labelAction: Operation<z.infer<typeof input>> = {
  name: "actions.label",
  summary: "Gives an action a label, or takes it away.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, labelAction, input, "edit", (action) => {
      const others = action.labels.filter((one) => one !== input.label);
      const labels = input.on ? [...others, input.label].slice(-mostLabels) : others;
      return applyEdits(belfry, call, action, { labels }, "edited");
    }),
};
