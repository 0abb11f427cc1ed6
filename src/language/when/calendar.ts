import { Temporal } from "temporal-polyfill";
import type { LocalDate, Weekday } from "../../core/schedule.ts";

/** Monday first, as in ISO 8601. */
export const WEEKDAYS: readonly Weekday[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const WORKDAYS: readonly Weekday[] = WEEKDAYS.slice(0, 5);
export const WEEKEND: readonly Weekday[] = WEEKDAYS.slice(5);

/** "sat to tue" goes round the end of the week; "mon to mon" is one day. */
export function weekdayRange(from: Weekday, to: Weekday): Weekday[] {
  const start = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => WEEKDAYS[(start + i) % 7] as Weekday);
}

/** Monday first, each once. */
export function sortWeekdays(days: readonly Weekday[]): Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day));
}

export function weekdayOf(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1] as Weekday;
}

export function plain(date: LocalDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

/** The first such weekday on or after `date`. */
export function onOrAfter(date: Temporal.PlainDate, weekday: Weekday): Temporal.PlainDate {
  return date.add({ days: (WEEKDAYS.indexOf(weekday) + 1 - date.dayOfWeek + 7) % 7 });
}

export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** Easter Sunday, Gregorian (Anonymous algorithm, Nature 1876). */
export function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.trunc(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.trunc(b / 4) - Math.trunc((b - Math.trunc((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.trunc(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.trunc((a + 11 * d + 22 * e) / 451) + 114;
  return new Temporal.PlainDate(year, Math.trunc(f / 31), (f % 31) + 1);
}
