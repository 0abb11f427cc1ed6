/** The nth of something within a stretch of days. */
import type { Temporal } from "temporal-polyfill";
import { mondayOf, weekdayOf } from "./calendar.ts";
import type { NthOf } from "./types.ts";

type Date = Temporal.PlainDate;

const THURSDAY = 4;

/** "last friday", "3rd working day", "4th last day" within a stretch of days that begins at `first`. */
export function nthWithin(n: number, of: NthOf, first: Date, length: number): Date | null {
  const fits = (date: Date): boolean => {
    if (of === "day") return true;
    if (of === "workday") return date.dayOfWeek <= 5;
    if (of === "weekend") return date.dayOfWeek === 6;
    // A week belongs where its Thursday lies, as in ISO 8601.
    if (of === "week") return date.dayOfWeek === THURSDAY;
    if (of === "row") return date.dayOfWeek === 7 || date.day === 1;
    return weekdayOf(date) === of;
  };
  let left = Math.abs(n);
  for (let i = 0; i < length; i++) {
    const date = first.add({ days: n > 0 ? i : length - 1 - i });
    if (fits(date) && --left === 0) return of === "week" ? mondayOf(date) : date;
  }
  return null;
}
