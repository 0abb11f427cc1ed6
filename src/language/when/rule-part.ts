/** One RRULE as data: its text, and which days it means. The time floor reads the text; the first day is found here. */
import type { Temporal } from "temporal-polyfill";
import type { Weekday } from "../../core/schedule.ts";
import { sortWeekdays, WEEKDAYS, weekdayOf } from "./calendar.ts";
import { nthWithin } from "./nth.ts";

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

export interface RulePart {
  freq: Frequency;
  interval: number;
  weekdays?: Weekday[];
  /** "2nd friday": counted in the month, or in the year where the rule is YEARLY without months. */
  nth?: { n: number; weekday: Weekday }[];
  monthDays?: number[];
  months?: number[];
  weekNumbers?: number[];
  yearDays?: number[];
  position?: number;
}

const list = (name: string, values: readonly (string | number)[] | undefined): string =>
  values?.length ? `;${name}=${values.join(",")}` : "";

/** RFC 5545 §3.3.10, without times and end. Parts in a fixed order, so that equal rules have equal texts. */
export function rulePartText(part: RulePart): string {
  const days = [
    ...(part.weekdays ? sortWeekdays(part.weekdays) : []),
    ...(part.nth ?? []).map(({ n, weekday }) => `${n}${weekday}`),
  ];
  return [
    `FREQ=${part.freq}`,
    part.interval > 1 ? `;INTERVAL=${part.interval}` : "",
    list("BYMONTH", part.months),
    list("BYWEEKNO", part.weekNumbers),
    list("BYYEARDAY", part.yearDays),
    list("BYMONTHDAY", part.monthDays),
    list("BYDAY", days),
    part.position === undefined ? "" : `;BYSETPOS=${part.position}`,
  ].join("");
}

/** "the 29th", "the 30th", "the 31st": in shorter months the last day. */
export function clampedMonthDay(day: number): Pick<RulePart, "monthDays" | "position"> {
  if (day < 29) return { monthDays: [day] };
  return { monthDays: [28, 29, 30, 31].filter((other) => other <= day), position: -1 };
}

/** Whether the rule, seen without its interval, means that day. */
function meansDay(part: RulePart, date: Temporal.PlainDate): boolean {
  if (part.months && !part.months.includes(date.month)) return false;
  if (part.weekNumbers && !part.weekNumbers.includes(date.weekOfYear ?? 0)) return false;
  if (part.yearDays && !part.yearDays.some((day) => date.dayOfYear === (day > 0 ? day : date.daysInYear + 1 + day)))
    return false;
  if (part.position !== undefined) return isAtPosition(part, date);
  if (part.monthDays && !part.monthDays.some((day) => date.day === (day > 0 ? day : date.daysInMonth + 1 + day)))
    return false;
  const named =
    part.weekdays?.includes(weekdayOf(date)) === true || (part.nth ?? []).some((nth) => isNth(part, nth, date));
  return named || (!part.weekdays && !part.nth);
}

function isNth(part: RulePart, { n, weekday }: { n: number; weekday: Weekday }, date: Temporal.PlainDate): boolean {
  const inYear = part.freq === "YEARLY" && !part.months;
  const first = inYear ? date.with({ month: 1, day: 1 }) : date.with({ day: 1 });
  return nthWithin(n, weekday, first, inYear ? date.daysInYear : date.daysInMonth)?.equals(date) === true;
}

/** BYSETPOS over the days of a month: the last working day, the 31st or the last day before it. */
function isAtPosition(part: RulePart, date: Temporal.PlainDate): boolean {
  const fits: number[] = [];
  const { day: own, dayOfWeek, daysInMonth } = date;
  for (let day = 1; day <= daysInMonth; day++) {
    // Counted rather than asked of a date for each day, of which a search looks at thousands.
    const weekday = WEEKDAYS[(dayOfWeek - 1 + day - own + 35) % 7] as Weekday;
    if (part.weekdays ? part.weekdays.includes(weekday) : part.monthDays?.includes(day)) fits.push(day);
  }
  const position = part.position ?? 1;
  return fits[position > 0 ? position - 1 : fits.length + position] === own;
}

/** Days are looked at one by one; 29 February needs the most of them. */
const SEARCH_DAYS = 366 * 9;

/** The first day on or after `from` that the rule means, or null. */
export function firstDay(part: RulePart, from: Temporal.PlainDate): Temporal.PlainDate | null {
  let date = from;
  for (let i = 0; i < SEARCH_DAYS; i++) {
    if (meansDay(part, date)) return date;
    date =
      part.months && !part.months.includes(date.month)
        ? date.with({ day: 1 }).add({ months: 1 })
        : date.add({ days: 1 });
  }
  return null;
}
