/** Calendar days in a zone: agendas, Today / Tomorrow / Later, "until Monday". */
import type { Instant, LocalDate, LocalTime, Weekday, Zone } from "../core/schedule.ts";
import { instantOf, wallOf } from "./resolve.ts";
import { DAY, dayNumber, formatDate, parseDate, parseTime, type Wall, WEEKDAYS, weekdayNumber } from "./wall.ts";

/** The date in `tz` at `at`. */
export function localDate(at: Instant, tz: Zone): LocalDate {
  return formatDate(wallOf(at, tz));
}

/** `days` later, or earlier when negative. Throws a RangeError when `date` is no date. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return formatDate(midnightOf(date) + days * DAY);
}

/** Days from `from` to `to`: 1 when `to` is the day after `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / DAY);
}

/** The weekday of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[weekdayNumber(dayNumber(midnightOf(date)))] ?? "SU";
}

/** The first such weekday after `date`: from a Monday, "until Monday" is a week. */
export function nextWeekday(date: LocalDate, weekday: Weekday): LocalDate {
  const ahead = (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(date)) + 7) % 7;
  return addDays(date, ahead || 7);
}

/** A clock time on a date; skipped, it is the first instant after the gap, repeated, the first copy. */
export function instantOn(date: LocalDate, time: LocalTime, tz: Zone): Instant {
  return instantOf(midnightOf(date) + (parseTime(time) ?? Number.NaN), tz);
}

/** The first instant of the date and the first one of the next; 23, 24 or 25 hours apart, and empty for a missing date. */
export function dayRange(date: LocalDate, tz: Zone): { from: Instant; to: Instant } {
  const midnight = midnightOf(date);
  return { from: instantOf(midnight, tz), to: instantOf(midnight + DAY, tz) };
}

function midnightOf(date: LocalDate): Wall {
  const wall = parseDate(date);
  if (wall === null) throw new RangeError(`No such date: ${date}`);
  return wall;
}
