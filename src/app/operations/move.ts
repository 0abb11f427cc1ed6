import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { applyEdits, editPurpose } from "../edit.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { scheduleOr } from "../purpose.ts";
import { readMove } from "../words.ts";
import { schedule, target } from "./inputs.ts";

const input = z.object({
  ...target,
  /** A time phrase, read against the schedule the action has. */
  to: z.string().min(1).max(512).optional(),
  schedule: schedule.optional(),
});

export const moveAction: Operation<z.infer<typeof input>> = {
  name: "actions.move",
  summary: "Moves an action to another time.",
  needs: "member",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, moveAction, input, "edit", async (action) => {
      const { to, schedule } = input;
      if (schedule) return applyEdits(belfry, call, action, { schedule }, "moved");
      if (to === undefined) throw new BelfryError("invalidInput", { field: "to" });
      const answer = readMove(belfry, call, to, action);
      const read = await scheduleOr(belfry, call, to, answer, editPurpose(action, {}));
      return "asked" in read ? read.asked : applyEdits(belfry, call, action, { schedule: read.schedule }, "moved");
    }),
};
