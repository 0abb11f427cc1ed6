import type { Weekday } from "../../core/schedule.ts";
import type { NumericDate } from "../text/token.ts";
import type { Day, NthOf } from "./types.ts";

/** A day of a month, also one that never exists ("30 february"): that is asked about later. */
export function dateOf(month: number, day: number, year?: number): Day {
  return year === undefined ? { type: "date", month, day } : { type: "date", month, day, year };
}

export function nthDay(n: number, of: NthOf): Day {
  return { type: "nth", n, of };
}

/** "tuesday, 3 november": the weekday is kept to be checked against the date. */
export function combineDayAndWeekday(day: Day, weekday: Weekday): Day {
  return day.type === "date" ? { ...day, weekday } : day;
}

const DAY_FIRST = /^(?:en-(?:GB|IE|AU|NZ|IN|ZA)|de|es|fr|ru)/iu;
const MONTH_FIRST = /^en-(?:US|PH)/iu;

/** `11/5`: which number is the month follows from the numbers, then from the region, else both readings are kept. */
export function fromNumericDate({ numbers, digits, mark }: NumericDate, locale: string): Day | null {
  const [a = 0, b = 0, c] = numbers;
  if (digits[0] === 4) return c === undefined ? monthOf(b, a) : valid(b, c, a);
  if (c === undefined && digits[1] === 4) return monthOf(a, b);
  const year = c === undefined ? undefined : c < 100 ? 2000 + c : c;
  const monthFirst = valid(a, b, year);
  const dayFirst = valid(b, a, year);
  if (mark === "." || DAY_FIRST.test(locale)) return dayFirst ?? monthFirst;
  if (!monthFirst || !dayFirst || a === b || MONTH_FIRST.test(locale)) return monthFirst ?? dayFirst;
  return { type: "either", first: monthFirst, second: dayFirst };
}

function valid(month: number, day: number, year: number | undefined): Day | null {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return exists ? dateOf(month, day, year) : null;
}

function monthOf(month: number, year: number): Day | null {
  return month >= 1 && month <= 12 && year >= 1900 && year < 2200 ? { type: "month", month, year } : null;
}

/** "10 August to 12 September 2027": the year is said once, at the end. */
export function withYearOf(start: Day, end: Day): Day {
  const year = end.type === "date" && start.type === "date" && start.year === undefined ? end.year : undefined;
  return start.type === "date" && year !== undefined ? { ...start, year } : start;
}
