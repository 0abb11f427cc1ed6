import { z } from "zod";
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Instant } from "../../core/schedule.ts";
import { nextSlot } from "../../time/next-slot.ts";
import { answerRun, nothingRings, type Ringing, withRun } from "../answer-run.ts";
import type { Call, Done, Operation } from "../operation.ts";
import { type Purpose, scheduleOr } from "../purpose.ts";
import { suggested } from "../suggestions.ts";
import { readTime } from "../words.ts";
import { instant, runTarget, schedule } from "./inputs.ts";

const input = z.object({
  ...runTarget,
  until: instant.optional(),
  /** A time phrase. */
  words: z.string().min(1).max(512).optional(),
  /** One of the buttons. */
  choice: z.enum(["in10min", "in1h", "in3h", "tonight", "tomorrow9", "monday9"]).optional(),
  /** Its first slot. */
  schedule: schedule.optional(),
});

type Input = z.infer<typeof input>;

export const snoozeRun: Operation<Input> = {
  name: "runs.snooze",
  summary: "Rings again later; the series stays where it is.",
  needs: "member",
  input,
  run: async (belfry, given, call) => {
    const input = named(belfry, call, given);
    const answered = await withRun(belfry, call, snoozeRun, input, async (ringing) => {
      const time = await timeOf(belfry, call, input, ringing);
      if (typeof time !== "number") return time;
      if (time <= belfry.clock.now()) throw new BelfryError("past");
      const patch = { state: "waiting", wakeAt: time, note: "snooze" } as const;
      const { changes, shown } = await answerRun(belfry, call, ringing, { patch, what: "snoozed", until: time });
      return { show: shown.show, changes: [...changes, ...shown.changes] };
    });
    if (!answered) throw nothingRings(input);
    return answered;
  },
};

/** "pong 1 h": where no ring is meant and the words are no time, those before the time are a name. */
function named(belfry: Belfry, call: Call, input: Input): Input {
  const { run, action, words } = input;
  if (run !== undefined || action !== undefined || words === undefined) return input;
  const isTime = (text: string) => {
    const time = readTime(belfry, call, text);
    return time.found || time.question !== null;
  };
  if (isTime(words)) return input;
  const spaces = [...words.matchAll(/\s+/gu)].slice(0, 12).map(({ index }) => index);
  const at = spaces.find((index) => isTime(words.slice(index).trim()));
  return at === undefined ? input : { ...input, action: words.slice(0, at), words: words.slice(at).trim() };
}

/** When to ring again, or the question about it. @throws BelfryError `notUnderstood`, `past` */
async function timeOf(belfry: Belfry, call: Call, input: Input, ringing: Ringing): Promise<Instant | Done> {
  const now = belfry.clock.now();
  const { until, choice, words } = input;
  if (until !== undefined) return until;
  if (choice) return suggested(choice, now, call.settings.zone);
  if (input.schedule) return nextSlot(input.schedule, now) ?? now;
  if (words === undefined) throw new BelfryError("invalidInput", { field: "words" });
  const read = await scheduleOr(belfry, call, words, readTime(belfry, call, words), purposeOf(ringing));
  return "asked" in read ? read.asked : (nextSlot(read.schedule, now) ?? now);
}

function purposeOf({ action, run }: Ringing): Purpose {
  const of = { run: run.id };
  const other = { operation: "runs.ask", input: of };
  return { title: action.title, operation: "runs.snooze", input: of, field: "words", other, without: null };
}
