/**
 * When a schedule fires next. Pure: the same schedule, the same `after` and the same zone database give the same slot.
 *
 * A clock time on a date fires once: skipped by a clock change, at the first instant after the gap; repeated, at the
 * first copy. Elapsed time runs through. A date that does not exist has no slot. See docs/GUARANTEES.md, time.
 */
import type { Instant, OnceSchedule, Schedule } from "../core/schedule.ts";
import { compileCron } from "./cron.ts";
import { everySlot } from "./every.ts";
import { toInstant } from "./resolve.ts";
import { ruleSlot } from "./rule.ts";
import { clockSlot, runningSlot } from "./series.ts";
import { TOO_FAR } from "./wall.ts";

/**
 * The first slot strictly after `after`, or null when there is none before the year 2100. Schedules that wait for
 * something else than a clock (`after`, `event`, `manual`) have none.
 * @throws for a schedule that `checkSchedule` refuses: unknown zone, bad cron or rule.
 */
export function nextSlot(schedule: Schedule, after: Instant): Instant | null {
  const slot = anySlot(schedule, after);
  return slot !== null && slot < TOO_FAR ? slot : null;
}

function anySlot(schedule: Schedule, after: Instant): Instant | null {
  switch (schedule.type) {
    case "once":
      return onceSlot(schedule, after);
    case "cron": {
      const { series, everyHour } = compileCron(schedule.cron);
      return everyHour ? runningSlot(series, schedule.tz, after) : clockSlot(series, schedule.tz, after);
    }
    case "every":
      return everySlot(schedule, after);
    case "rule":
      return ruleSlot(schedule, after);
    default:
      return null;
  }
}

function onceSlot(once: OnceSchedule, after: Instant): Instant | null {
  const slot = toInstant(once.at, once.tz, once.fold);
  return slot !== null && slot > after ? slot : null;
}
