/** Which days of a month a cron expression means, with `L`, `W`, `LW`, `#` and cron's "either day field" rule. */
import type { CronPattern } from "croner";
import { DAY, weekdayNumber } from "./wall.ts";

/** The parts of Croner's pattern that choose days. */
type DayFields = Pick<
  CronPattern,
  "day" | "dayOfWeek" | "lastDayOfMonth" | "lastWeekday" | "nearestWeekdays" | "starDOM" | "starDOW" | "useAndLogic"
>;

/** Bits of a day-of-week value: 1–16 for the first to fifth of the month, 32 for the last. */
const LAST = 32;

/** Matching days of a month as bits: bit 1 is the 1st, bit 31 the 31st. `month` is 0–11. */
export function monthDays(fields: DayFields, year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const first = weekdayNumber(Date.UTC(year, month, 1) / DAY);
  const all = bitsUpTo(last);
  if (fields.starDOM && fields.starDOW) return all;
  const byDate = fields.starDOM ? all : datesOf(fields, last, first) & all;
  if (fields.starDOW) return byDate;
  const byWeekday = weekdaysOf(fields, last, first);
  return fields.starDOM || fields.useAndLogic ? byDate & byWeekday : byDate | byWeekday;
}

function datesOf(fields: DayFields, last: number, first: number): number {
  let days = 0;
  for (let day = 1; day <= last; day++) {
    if (fields.day[day - 1]) days |= 1 << day;
    if (fields.nearestWeekdays[day - 1]) days |= 1 << nearestWeekday(day, last, first);
  }
  if (fields.lastDayOfMonth) days |= 1 << last;
  if (fields.lastWeekday) days |= 1 << nearestWeekday(last, last, first);
  return days;
}

/** The weekday nearest to a date without leaving the month. */
function nearestWeekday(day: number, last: number, first: number): number {
  const weekday = (first + day - 1) % 7;
  if (weekday === 0) return day === last ? day - 2 : day + 1;
  if (weekday === 6) return day === 1 ? day + 2 : day - 1;
  return day;
}

function weekdaysOf(fields: DayFields, last: number, first: number): number {
  let days = 0;
  for (let day = 1; day <= last; day++) {
    const which = fields.dayOfWeek[(first + day - 1) % 7] ?? 0;
    const nth = 1 << Math.floor((day - 1) / 7);
    if (which & nth || (which & LAST && day + 7 > last)) days |= 1 << day;
  }
  return days;
}

function bitsUpTo(last: number): number {
  let days = 0;
  for (let day = 1; day <= last; day++) days |= 1 << day;
  return days;
}
