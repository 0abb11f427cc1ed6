/** Elapsed schedules: plain arithmetic on instants, so they never drift and run through clock changes. */
import type { DayWindow, EverySchedule, Instant } from "../core/schedule.ts";
import { instantOf, slotOf, wallOf } from "./resolve.ts";
import { DAY, dayNumber, parseTime, WEEKDAYS, weekdayNumber } from "./wall.ts";

/** Long enough to meet each weekday, also where a date is missing. */
const SEARCH_DAYS = 16;

/** The first slot after `after`: `from + k · ms`, or within the day window its `start + k · ms`, up to `until` and `count`. */
export function everySlot(every: EverySchedule, after: Instant): Instant | null {
  if (every.window) return windowSlot(every, every.window, after);
  const k = everyIndex(every, after);
  const slot = every.from + k * every.ms;
  if (every.count !== undefined && k >= every.count) return null;
  return every.until !== undefined && slot > every.until ? null : slot;
}

/** Number of slots of an endless schedule without a window up to and at `at`: the index of the first one after it. */
export function everyIndex(every: EverySchedule, at: Instant): number {
  return at < every.from ? 0 : Math.floor((at - every.from) / every.ms) + 1;
}

function windowSlot(every: EverySchedule, window: DayWindow, after: Instant): Instant | null {
  if (every.count !== undefined) return countedSlot(every, window, after, every.count);
  const from = Math.max(after, every.from - 1);
  const today = dayNumber(wallOf(from, window.tz));
  for (let day = today - 1; day < today + SEARCH_DAYS; day++) {
    const slot = slotOfDay(every, window, day, from);
    if (slot !== null) return every.until !== undefined && slot > every.until ? null : slot;
  }
  return null;
}

/** With a count the slots since `from` must be counted, a day at a time. */
function countedSlot(every: EverySchedule, window: DayWindow, after: Instant, count: number): Instant | null {
  const { count: _, ...endless } = every;
  let at = every.from - 1;
  for (let left = count; left > 0; ) {
    const slot = windowSlot(endless, window, at);
    if (slot === null || slot > after) return slot;
    const last = Math.max(slot, lastBefore(every, window, slot, after));
    left -= Math.floor((last - slot) / every.ms) + 1;
    at = last;
  }
  return null;
}

/** The last slot of the window in which `slot` lies that is not after `after`. */
function lastBefore(every: EverySchedule, window: DayWindow, slot: Instant, after: Instant): Instant {
  const day = dayNumber(wallOf(slot, window.tz));
  let last = slot;
  for (const candidate of [day - 1, day]) {
    const span = spanOfDay(window, candidate);
    if (!span || slot < span.start || slot > span.end) continue;
    last = slot + Math.floor((Math.min(span.end, after) - slot) / every.ms) * every.ms;
  }
  return last;
}

function slotOfDay(every: EverySchedule, window: DayWindow, day: number, after: Instant): Instant | null {
  const span = spanOfDay(window, day);
  if (!span) return null;
  const k = Math.max(0, Math.floor((after - span.start) / every.ms) + 1);
  const slot = span.start + k * every.ms;
  return slot > span.end ? null : slot;
}

/** The window that opens on `day`; one that ends before it starts runs past midnight. */
function spanOfDay(window: DayWindow, day: number): { start: Instant; end: Instant } | null {
  const weekday = WEEKDAYS[weekdayNumber(day)];
  if (!weekday || !window.days.includes(weekday)) return null;
  const [start, end] = [parseTime(window.start), parseTime(window.end)];
  if (start === null || end === null) return null;
  const opens = slotOf(day * DAY + start, window.tz);
  const endDay = end < start ? day + 1 : day;
  return opens === null ? null : { start: opens, end: instantOf(endDay * DAY + end, window.tz) };
}
