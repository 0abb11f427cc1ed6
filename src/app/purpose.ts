/** What a time is wanted for, so that one question about it can be asked in one way. */
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { OnceSchedule, Schedule } from "../core/schedule.ts";
import type { Question, WhenAnswer } from "../language/request.ts";
import type { Prepared } from "./draft.ts";
import type { Call, Done } from "./operation.ts";
import { type Ask, ask, named } from "./questions.ts";
import { repetitions, type Suggestion, suggestedOnce } from "./suggestions.ts";

export interface Purpose {
  /** Of the action the time is for. */
  title: string;
  /** The operation; it takes a time as `schedule`. */
  operation: string;
  input: object;
  /** Where its input takes a time in words. */
  field: string;
  /** Asks for another time, null where words are all there is. */
  other: Prepared | null;
  /** Does without a time, where that makes sense. */
  without: Prepared | null;
}

/** The choice of a schedule; `name` where the texts have a word for it. */
export function choiceOf(
  { operation, input }: Purpose,
  schedule: Schedule,
  name: string | null,
): Ask["choices"][number] {
  return { operation, input: { ...input, schedule }, choice: { name, schedule, action: null } };
}

export function askFor(
  belfry: Belfry,
  call: Call,
  purpose: Purpose,
  question: Pick<Ask, "code" | "phrase" | "choices" | "card">,
  against?: Schedule,
): Promise<Done> {
  const { title, operation, input, field } = purpose;
  return ask(belfry, call, { title, words: { operation, input, field, ...(against ? { against } : {}) }, ...question });
}

const offered: Suggestion[] = ["in1h", "tonight", "tomorrow9", "monday9"];

/** Asks for a time, with some to choose from. */
export function askWhen(belfry: Belfry, call: Call, purpose: Purpose, card: number | null = null): Promise<Done> {
  const { zone } = call.settings;
  const now = belfry.clock.now();
  const choices = offered.map((name) => choiceOf(purpose, suggestedOnce(name, now, zone), name));
  return askFor(belfry, call, purpose, { code: "when", phrase: "", choices, card });
}

/** Asks how often, from this date and time on. */
export function askRepeat(
  belfry: Belfry,
  call: Call,
  purpose: Purpose,
  once: OnceSchedule,
  card: number | null = null,
): Promise<Done> {
  const choices = repetitions(once).map((repeated) => choiceOf(purpose, repeated.schedule, repeated.name));
  return askFor(belfry, call, purpose, { code: "repeat", phrase: "", choices, card });
}

/** Asks which reading of the words is meant. */
export function askReading(belfry: Belfry, call: Call, question: Question, purpose: Purpose): Promise<Done> {
  const { code, phrase, readings } = question;
  if (code === "noTask") return askWhat(belfry, call, question, purpose);
  const choices = readings.map(({ schedule, name }) => choiceOf(purpose, schedule, name ?? null));
  if (code === "noTime" && purpose.without) choices.push({ ...purpose.without, choice: named("noTime") });
  if (code !== "noTime" && code !== "clock" && purpose.other)
    choices.push({ ...purpose.other, choice: named("other") });
  // The day is settled: "8pm" is eight in the evening of that day, not of today.
  const against = code === "clock" ? readings[0]?.schedule : undefined;
  return askFor(belfry, call, purpose, { code, phrase, choices }, against);
}

/** Asks what to remind of at a time that was said alone. */
function askWhat(belfry: Belfry, call: Call, { phrase, readings }: Question, purpose: Purpose): Promise<Done> {
  const [reading] = readings;
  const input = { ...purpose.input, ...(reading ? { schedule: reading.schedule } : {}) };
  const words = { operation: purpose.operation, input, field: "title" };
  return ask(belfry, call, { code: "noTask", title: "", phrase, choices: [], words });
}

/**
 * The schedule that words say, or the question about it.
 * @throws BelfryError `notUnderstood`
 */
export async function scheduleOr(
  belfry: Belfry,
  call: Call,
  words: string,
  answer: WhenAnswer,
  purpose: Purpose,
): Promise<{ schedule: Schedule } | { asked: Done }> {
  if (answer.found) return { schedule: answer.schedule };
  if (!answer.question) throw new BelfryError("notUnderstood", { text: words });
  return { asked: await askReading(belfry, call, answer.question, purpose) };
}
