/** Sentences that would be a check if they said more, or less. */
import type { Belfry } from "../core/belfry.ts";
import type { Schedule } from "../core/schedule.ts";
import type { UnclearCheck } from "../language/request.ts";
import { HOUR, MINUTE } from "../time/wall.ts";
import type { Said } from "./besides.ts";
import type { Call, Done } from "./operation.ts";
import { addPurpose } from "./operations/add.ts";
import { checkPurpose } from "./operations/add-check.ts";
import { choiceOf } from "./purpose.ts";
import { type Ask, ask, named } from "./questions.ts";
import { repetitions, suggestedOnce } from "./suggestions.ts";

/** Asks how often, or whether the check is wanted although some words say nothing to it; or whether it is a reminder. */
export function askCheck(belfry: Belfry, call: Call, request: UnclearCheck, said: Said): Promise<Done> {
  const { title, spec, schedule, left } = request;
  const purpose = checkPurpose({ title, spec, ...said, notify: said.notify ?? request.notify ?? null });
  const { operation, input, field } = purpose;
  const choices = schedule
    ? [choiceOf(purpose, schedule, "checkAnyway")]
    : often(belfry, call).map((one) => choiceOf(purpose, one, null));
  const reminder = reminderOf(request, said);
  if (reminder) choices.push(reminder);
  const words = schedule ? null : { operation, input, field };
  return ask(belfry, call, { code: schedule ? "checkLeft" : "repeat", title, phrase: left, choices, words });
}

function often(belfry: Belfry, call: Call): Schedule[] {
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
  const { operation, input } = addPurpose({ title, leads, nag, critical, silent, ...said });
  return { operation, input: { ...input, ...(schedule ? { schedule } : {}) }, choice: named("remindMe") };
}
