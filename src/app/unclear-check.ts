/** Sentences that would be a check if they said more, or less. */
import type { Belfry } from "../core/belfry.ts";
import type { Schedule } from "../core/schedule.ts";
import type { UnclearCheck } from "../language/request.ts";
import { HOUR, MINUTE } from "../time/wall.ts";
import type { Said } from "./besides.ts";
import type { Call, Done } from "./operation.ts";
import { addPurpose } from "./operations/add.ts";
import { checkPurpose } from "./operations/add-check.ts";
import { choiceOf, type Purpose } from "./purpose.ts";
import { type Ask, ask, named } from "./questions.ts";
import { repetitions, suggestedOnce } from "./suggestions.ts";

/** Asks what is not clear of a check, or whether it is a reminder after all. */
export function askCheck(belfry: Belfry, call: Call, request: UnclearCheck, said: Said): Promise<Done> {
  const { code, spec, left, known, isNear } = request;
  const title = (isNear && known?.[0]) || request.title;
  const purpose = checkPurpose({ title, spec, ...said, notify: said.notify ?? request.notify ?? null });
  const choices = checkChoices(belfry, call, request, purpose);
  const reminder = reminderOf(request, said);
  if (reminder) choices.push(reminder);
  const { operation, input, field } = purpose;
  // Nothing can be run under a name that is none; all others take another time in words.
  const isRunnable = code !== "unknownCommand" || isNear;
  // The days are settled: "at night" is that on each of them.
  const against = code === "clock" ? request.readings[0] : undefined;
  const words = isRunnable ? { operation, input, field, ...(against ? { against } : {}) } : null;
  return ask(belfry, call, { code, title: request.title, phrase: left, choices, words, ...(known ? { known } : {}) });
}

/** The check, at each of the times that may be meant. */
function checkChoices(
  belfry: Belfry,
  call: Call,
  { code, readings, isNear }: UnclearCheck,
  purpose: Purpose,
): Ask["choices"] {
  const often = readings.length > 0 ? readings : offered(belfry, call);
  if (code === "repeat") return often.map((one) => choiceOf(purpose, one, null));
  if (code === "unknownCommand" && !isNear) return [];
  const name = readings.length > 1 ? null : code === "checkLeft" ? "checkAnyway" : "nearest";
  return readings.map((one) => choiceOf(purpose, one, name));
}

function offered(belfry: Belfry, call: Call): Schedule[] {
  const now = belfry.clock.now();
  const [daily] = repetitions(suggestedOnce("tomorrow9", now, call.settings.zone));
  const every = (ms: number): Schedule => ({ type: "every", ms, from: now });
  return [every(5 * MINUTE), every(HOUR), ...(daily ? [daily.schedule] : [])];
}

/** As the same words would be without the check. */
function reminderOf({ otherwise }: UnclearCheck, said: Said): Ask["choices"][number] | null {
  const reminder = otherwise.intent === "question" ? otherwise.draft : otherwise;
  if (reminder.intent !== "remind") return null;
  const { title, leads, nag, critical, silent, schedule } = reminder;
  const { operation, input } = addPurpose({ title, leads, nag, critical, silent, ...said, pauseAfter: null });
  return { operation, input: { ...input, ...(schedule ? { schedule } : {}) }, choice: named("remindMe") };
}
