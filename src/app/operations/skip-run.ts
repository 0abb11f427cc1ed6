import { z } from "zod";
import { answerRun, nothingRings, withRun } from "../answer-run.ts";
import type { Operation } from "../operation.ts";
import { runTarget } from "./inputs.ts";

const input = z.object(runTarget);

export const skipRun: Operation<z.infer<typeof input>> = {
  name: "runs.skip",
  summary: "Lets what rang go without doing it.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const answered = await withRun(belfry, call, skipRun, input, async (ringing) => {
      const patch = {
        ...({ state: "settled", outcome: "skipped", reason: "skipped" } as const),
        ...{ endedAt: belfry.clock.now(), wakeAt: null, note: null, answeredBy: call.actor.id },
      };
      const { changes, shown } = await answerRun(belfry, call, ringing, { patch, what: "skipped", until: null });
      return { show: shown.show, changes: [...changes, ...shown.changes] };
    });
    if (!answered) throw nothingRings(input);
    return answered;
  },
};
