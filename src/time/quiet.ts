/** Quiet hours: a stretch of every day in which normal items wait. */
import type { Instant, LocalTime, Zone } from "../core/schedule.ts";
import { instantOf, wallOf } from "./resolve.ts";
import { DAY, dayNumber, parseTime } from "./wall.ts";

/** From `start` (included) to `end` (not) of each day in `tz`; past midnight when `end` is earlier than `start`. */
export interface QuietHours {
  start: LocalTime;
  end: LocalTime;
  tz: Zone;
}

/**
 * When the quiet stretch that contains `at` ends, or null when `at` is not quiet. Both ends obey the rule for clock
 * changes: a skipped one is the first instant after the gap, a repeated one its first copy. Equal ends mean never.
 */
export function quietUntil(quiet: QuietHours, at: Instant): Instant | null {
  const [start, end] = [parseTime(quiet.start), parseTime(quiet.end)];
  if (start === null || end === null || start === end) return null;
  const today = dayNumber(wallOf(at, quiet.tz));
  for (const day of [today - 1, today]) {
    const from = instantOf(day * DAY + start, quiet.tz);
    const to = instantOf((end < start ? day + 1 : day) * DAY + end, quiet.tz);
    if (from <= at && at < to) return to;
  }
  return null;
}
