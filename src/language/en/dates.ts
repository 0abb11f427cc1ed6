/** Dates and ranges of dates in English. */
import { type Here, table } from "../grammar/table.ts";
import { combineDayAndWeekday, dateOf, fromNumericDate, withYearOf } from "../when/day-forms.ts";
import { thisYear } from "../when/moment.ts";
import type { Day } from "../when/types.ts";

const date = table("date");
const dates = table("dates");
const dateRange = table("dateRange");
const betweenDates = table("betweenDates");

const dateForms = [
  date("<month> [(/|-)] [the] <monthDay>", (m) => dateOf(m.month, m.monthDay)),
  date("<month> [(/|-|,)] [the] <monthDay> [(,|/|-)] <year>", (m) => dateOf(m.month, m.monthDay, m.year)),
  date("[the] <monthDay> [-] [/] [of] <month>", (m) => dateOf(m.month, m.monthDay)),
  date("[the] <monthDay> [-] [/] [of] <month> [,] [-] [/] <year>", (m) => dateOf(m.month, m.monthDay, m.year)),
  // "22.aug.2027", "1-mar-27"; "at 9. May I …" has a space.
  date("<monthDay> (.|-|/) <month> [(.|-|/)] <year>", (m, here) =>
    withoutSpaces(here) ? dateOf(m.month, m.monthDay, m.year) : null,
  ),
  date("<monthDay> (.|-|/) <month> [(.|-|/)] <yy:integer>", ({ monthDay, month, yy }, here) =>
    withoutSpaces(here) ? withShortYear(dateOf(month, monthDay), yy, here) : null,
  ),
  date("the ides of <month>", (m) => dateOf(m.month, IDES_LATE.has(m.month) ? 15 : 13)),
  // "24 june 27": two digits that are a year to come, not an hour.
  date("[the] <monthDay> [of] <month> [,] <yy:integer>", ({ monthDay, month, yy }, here) =>
    withShortYear(dateOf(month, monthDay), yy, here),
  ),
  date("<month> [the] <monthDay> [,] <yy:integer>", ({ monthDay, month, yy }, here) =>
    withShortYear(dateOf(month, monthDay), yy, here),
  ),
  date("<monthDay> day of <month> [<year>]", (m) => dateOf(m.month, m.monthDay, m.year)),
  date("<year> [/] [-] <month> [/] [-] <monthDay>", (m) => dateOf(m.month, m.monthDay, m.year)),
  date("<year> <m:integer> <d:integer>", ({ year, m, d }, { tokens }) =>
    tokens[1]?.text.length === 2 && m <= 12 ? dateOf(m, d, year) : null,
  ),
  date("<numericDate>", (m, { context }) => fromNumericDate(m.numericDate, context.locale)),
  date("<a:integer> / <b:integer>", ({ a, b }, { context }) =>
    fromNumericDate({ numbers: [a, b], digits: [1, 1], mark: "/" }, context.locale),
  ),
  date("<a:integer> - <b:integer>", ({ a, b }, { context, tokens }) =>
    tokens[1]?.glued && tokens[2]?.glued
      ? fromNumericDate({ numbers: [a, b], digits: [1, 1], mark: "-" }, context.locale)
      : null,
  ),
  date("<weekday> [,] [the] <date>", (m, { tokens }) =>
    // "monday 9-5" are hours.
    m.date.type === "either" && tokens.at(-2)?.norm === "-" ? null : combineDayAndWeekday(m.date, m.weekday),
  ),
  dates("<date>", (m) => [m.date]),
  dates("<date> [,] (and|or|,|+|&) [on] <dates>", (m) => [m.date, ...m.dates]),
  // "3, 5 and 9 december"
  dates("<integer> [,] (and|or|,|+) <dates>", ({ integer, dates }) => {
    const [next] = dates;
    return next?.type === "date" && integer <= 31 ? [{ ...next, day: integer }, ...dates] : null;
  }),
  dates("[the] <monthDay> [of] <months>", (m) =>
    m.months.length > 1 ? m.months.map((month) => dateOf(month, m.monthDay)) : null,
  ),
  dates("<month> <monthDays>", (m) => m.monthDays.map((day) => dateOf(m.month, day))),
  dates("[the] <monthDays> [of] <month> [<year>]", (m) => m.monthDays.map((day) => dateOf(m.month, day, m.year))),
  dates("[the] <monthDays> of <months>", (m) =>
    m.months.flatMap((month) => m.monthDays.map((day) => dateOf(month, day))),
  ),
  dates("<month> [the] <monthDays> [,] <year>", (m) => m.monthDays.map((day) => dateOf(m.month, day, m.year))),
];

/** March, May, July and October. */
const IDES_LATE: ReadonlySet<number> = new Set([3, 5, 7, 10]);

function withoutSpaces({ tokens }: Here): boolean {
  return tokens.slice(1).every(({ glued }) => glued);
}

/** Years that are written with two digits lie this near. */
const NEAR_YEARS = 15;

function withShortYear(day: Day, yy: number, { tokens, context }: Here): Day | null {
  const year = thisYear(context);
  const ahead = yy - (year % 100);
  const written = tokens.at(-1)?.text.length === 2;
  return written && ahead >= 0 && ahead <= NEAR_YEARS && day.type === "date" ? { ...day, year: year + ahead } : null;
}

/**
 * The year, or the month, is said once, at the end: "10 August to 12 September 2027", "13 to 15 July". `to` is what
 * stands between the two.
 */
const rangesWith = (to: string, range: typeof dateRange | typeof betweenDates) => [
  range(`<a:date> ${to} [(on|the)] <b:date>` as "<a:date> <b:date>", ({ a, b }) => ({
    start: withYearOf(a, b),
    end: b,
  })),
  range(`[the] <a:monthDay> ${to} [the] <b:date>` as "<a:monthDay> <b:date>", ({ a, b }) =>
    // "at 8 until 1 december" is no range of days.
    b.type === "date" && a < b.day ? { start: { ...b, day: a }, end: b } : null,
  ),
  range(
    `<month> [the] <a:monthDay> ${to} [the] <b:monthDay> [[,] <year>]` as "<month> <a:monthDay> <b:monthDay> [<year>]",
    ({ month, a, b, year }) => ({ start: dateOf(month, a, year), end: dateOf(month, b, year) }),
  ),
  range(`<a:month> ${to} <b:month> <year>` as "<a:month> <b:month> <year>", ({ a, b, year }) => ({
    start: { type: "month", month: a, year: a > b ? year - 1 : year },
    end: { type: "month", month: b, year, edge: "end" },
  })),
];

const ranges = [...rangesWith("(-|to|through|until)", dateRange), ...rangesWith("and", betweenDates)];

export const EN_DATES = [...ranges, ...dateForms];
