import { z } from "zod";
import { nothingRings, withRun } from "../answer-run.ts";
import type { Operation } from "../operation.ts";
import { ask, named } from "../questions.ts";
import type { Suggestion } from "../suggestions.ts";
import { runTarget } from "./inputs.ts";

const input = z.object(runTarget);
const offered: Suggestion[] = ["in10min", "in1h", "in3h", "tonight", "tomorrow9", "monday9"];

export const askRun: Operation<z.infer<typeof input>> = {
  name: "runs.ask",
  summary: "Asks when to ring again.",
  needs: "member",
  input,
  run: async (belfry, input, call) => {
    const asked = await withRun(belfry, call, askRun, input, ({ action, run }) => {
      const times = offered.map((choice) => ({
        operation: "runs.snooze",
        input: { run: run.id, choice },
        choice: named(choice),
      }));
      return ask(belfry, call, {
        code: "when",
        title: action.title,
        phrase: action.title,
        choices: [...times, { operation: "runs.skip", input: { run: run.id }, choice: named("skip") }],
        words: { operation: "runs.snooze", input: { run: run.id }, field: "words" },
        card: call.pressed,
      });
    });
    if (!asked) throw nothingRings(input);
    return asked;
  },
};
