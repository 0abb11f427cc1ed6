import { z } from "zod";
import { applyEdits } from "../edit.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { leadMs, target } from "./inputs.ts";

const input = z.object({ ...target, ms: leadMs });

export const addLead: Operation<z.infer<typeof input>> = {
  name: "actions.lead",
  summary: "Rings as well so long before each slot.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, addLead, input, "edit", (action) => {
      const leads = [...new Set([...action.leads, input.ms])].sort((a, b) => b - a);
      return applyEdits(belfry, call, action, action.leads.includes(input.ms) ? {} : { leads }, "lead");
    }),
};
