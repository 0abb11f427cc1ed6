import { z } from "zod";
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Run } from "../../core/run.ts";
import type { Change } from "../../core/store.ts";
import { answerRun, withRun } from "../answer-run.ts";
import { followed } from "../engine/events.ts";
import { withAction } from "../find.ts";
import type { Call, Operation } from "../operation.ts";
import { reviseAction } from "../revise.ts";
import { skipNextSlot } from "../skip.ts";
import { runTarget } from "./inputs.ts";

const input = z.object(runTarget);

type Input = z.infer<typeof input>;

export const doneRun: Operation<Input> = {
  name: "runs.done",
  summary: "Marks what rang as done; what has not rung yet is done early and left out.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const answered = await withRun(belfry, call, doneRun, input, async ({ action, run }) => {
      const now = belfry.clock.now();
      const patch = {
        ...({ state: "settled", outcome: "succeeded", reason: null } as const),
        ...{ endedAt: now, wakeAt: null, note: null, answeredBy: call.actor.id },
      };
      const { revision, changes, shown } = await answerRun(
        belfry,
        call,
        { action, run },
        { patch, what: "done", until: null },
      );
      const slot = await doneBefore(belfry, call, action, run, revision);
      const opened = (await followed(belfry, [{ run, outcome: "succeeded" }], now)).get(run.id) ?? [];
      return { show: shown.show, changes: [...changes, ...slot, ...opened, ...shown.changes] };
    });
    if (answered) return answered;
    if (!input.action) throw new BelfryError("nothingRings");
    const target = { action: input.action };
    return withAction(belfry, call, { name: "runs.done" }, target, "edit", (action) =>
      skipNextSlot(belfry, call, action, "done"),
    );
  },
};

/** Done when the lead rang: the slot it leads to need not ring any more. */
async function doneBefore(belfry: Belfry, call: Call, action: Action, run: Run, group: number): Promise<Change[]> {
  if (run.lead === 0 || run.slot === null || (action.skipUntil ?? 0) >= run.slot) return [];
  return (await reviseAction(belfry, call, action, { skipUntil: run.slot }, "done", group)).changes;
}
