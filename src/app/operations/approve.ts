import { z } from "zod";
import { BelfryError } from "../../core/errors.ts";
import { manualRunKey } from "../../core/run.ts";
import { decisionNote, unapproved, withdrawQuestion } from "../approval.ts";
import { cardView } from "../cards.ts";
import { withAction } from "../find.ts";
import type { Operation } from "../operation.ts";
import { handAfter, reviseAction } from "../revise.ts";
import { startedRun } from "../starting.ts";
import { target } from "./inputs.ts";

const input = z.object({
  ...target,
  /** Runs it this one time and goes on waiting. */
  once: z.boolean().default(false),
});

export const approveCommand: Operation<z.infer<typeof input>> = {
  name: "checks.approve",
  summary: "Lets a command that has no name run, once or always.",
  needs: "owner",
  input,
  run: (belfry, input, call) =>
    withAction(belfry, call, approveCommand, input, "edit", async (action) => {
      const wanted = await unapproved(belfry, action);
      if (wanted === null) throw new BelfryError("alreadyAnswered");
      const now = belfry.clock.now();
      const run = await belfry.store.newId("run");
      const trigger = action.gates.length > 0 ? "forced" : "manual";
      const row = { ...startedRun(action, manualRunKey(action.id, call.key), trigger, now), id: run };
      if (input.once) {
        const view = await cardView(belfry, action, "created", { run });
        return { show: [{ view }], changes: [{ do: "addRun", row: { ...row, note: "approved once" } }] };
      }
      const patch = { pause: null, nextAt: handAfter(action, now) };
      // What is wanted once runs at its time, where that is still to come.
      const runsNow = action.schedule.type !== "once" || patch.nextAt === null;
      const { after, revision, changes } = await reviseAction(belfry, call, action, patch, "approved");
      const view = await cardView(belfry, after, "created", {
        ...{ undo: revision, approved: true },
        ...(runsNow ? { run } : {}),
      });
      view.notes.push(...decisionNote(action, "approved", call.actor, now));
      const approval = { action: action.id, key: wanted.key, by: call.actor.id, at: now };
      // Whoever asked for it sees it, too, and whoever else was asked.
      const told = await withdrawQuestion(belfry, after, view, call.pressed);
      return {
        show: [{ view }],
        changes: [
          ...[...changes, { do: "approve", row: approval } as const, ...told],
          ...(runsNow ? [{ do: "addRun", row } as const] : []),
        ],
      };
    }),
};
