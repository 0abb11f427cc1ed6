/** Whether a schedule can be kept, and what is asked or said when it cannot. */
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import { readEvent } from "../core/event.ts";
import type { Instant, OnceSchedule, Schedule } from "../core/schedule.ts";
import { describe } from "../language/describe.ts";
import { addDays, localDate } from "../time/day.ts";
import { checkSchedule } from "../time/validate.ts";
import { maySee } from "./access.ts";
import type { Call, Done } from "./operation.ts";
import { askFor, choiceOf, type Purpose } from "./purpose.ts";
import { named } from "./questions.ts";
import { suggestedOnce } from "./suggestions.ts";

/**
 * Null for a schedule that will fire. A single time that has passed is asked about; anything else is refused.
 * @throws BelfryError `notFound`, `unknownZone`, `badSchedule`, `past`, `neverFires`, `tooOften`
 */
export async function refuseSchedule(
  belfry: Belfry,
  call: Call,
  schedule: Schedule,
  purpose: Purpose,
): Promise<Done | null> {
  if (schedule.type === "event") await refuseUnseen(belfry, call, schedule.on);
  const problem = checkSchedule(schedule, belfry.clock.now());
  if (!problem) return null;
  switch (problem.code) {
    case "past":
      if (schedule.type !== "once") throw new BelfryError("past");
      return askInstead(belfry, call, schedule, purpose);
    case "unknownZone":
      throw new BelfryError("unknownZone", { zone: problem.detail });
    case "tooFar":
    case "neverFires":
      throw new BelfryError("neverFires");
    case "tooOften":
      throw new BelfryError("tooOften");
    default:
      throw new BelfryError("badSchedule", { problem: problem.detail || problem.code });
  }
}

/** One can only wait for what one may see. @throws BelfryError `notFound` */
async function refuseUnseen(belfry: Belfry, call: Call, on: string): Promise<void> {
  const event = readEvent(on);
  const of = event === null || event.event === "startup" ? null : "hook" in event ? event.hook : event.action;
  if (of === null) return;
  const cause = await belfry.store.actions.get(of);
  if (!cause || cause.deletedAt !== null || !maySee(call, cause))
    throw new BelfryError("notFound", { target: `#${of}` });
}

function askInstead(belfry: Belfry, call: Call, past: OnceSchedule, purpose: Purpose): Promise<Done> {
  const now = belfry.clock.now();
  const tomorrow = sameClockTomorrow(past, now);
  const choices = [
    choiceOf(purpose, tomorrow, tomorrow.at.slice(11, 16) === "09:00" ? "tomorrow9" : null),
    choiceOf(purpose, suggestedOnce("in1h", now, past.tz), "in1h"),
  ];
  if (purpose.other) choices.push({ ...purpose.other, choice: named("other") });
  const { zone, language } = call.settings;
  const phrase = describe(past, { now, zone, locale: language });
  return askFor(belfry, call, purpose, { code: "past", phrase, choices });
}

function sameClockTomorrow(past: OnceSchedule, now: Instant): OnceSchedule {
  const date = addDays(localDate(now, past.tz), 1);
  return { type: "once", at: `${date}${past.at.slice(10)}`, tz: past.tz };
}
