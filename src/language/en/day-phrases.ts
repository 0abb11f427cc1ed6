/** Single days said in words: relative, named, the nth, edges of months, shifted. */
import { table } from "../grammar/table.ts";
import { WEEKDAYS } from "../when/calendar.ts";
import { thisMonth, thisYear } from "../when/moment.ts";
import type { Day, Edge } from "../when/types.ts";

const day = table("day");
const quarter = table("quarter");

const relative = (n: number): Day => ({ type: "relative", days: n });
const near = [
  day("today", () => relative(0)),
  day("(tomorrow|tomorrows)", () => relative(1)),
  day("yesterday", () => relative(-1)),
  day("[the] day after (tomorrow|tom)", () => relative(2)),
  day("overmorrow", () => relative(2)),
  day("[the] (next|following) day", () => relative(1)),
  day("today itself", () => relative(0)),
  day("tomorrow itself", () => relative(1)),
];

const weekdays = [
  day("<weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 0 })),
  day("<weekday> itself", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 0 })),
  day("this [coming] <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "this", weeks: 0 })),
  day("[the] (coming|upcoming|following) <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "coming",
    weeks: 0,
  })),
  day("[the] next <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "next", weeks: 0 })),
  day("<weekday> [,] [of] [in] this week", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 0 })),
  day("<weekday> [,] [of] [in] [the] (next|following) week", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: 1,
  })),
  day("<weekday> [,] [of] [in] the week after next", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: 2,
  })),
  day("next week [on] [the] <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 1 })),
  day("this week [on] <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 0 })),
  day("[the] week after next [on] <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: 2,
  })),
  day("[the] <weekday> after next", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 1 })),
  day("[the] <weekday> after <base:day>", (m) => ({ type: "beside", weekday: m.weekday, base: m.base })),
  day("[the] [last] <weekday> before <base:day>", (m) => ({
    type: "beside",
    weekday: m.weekday,
    base: m.base,
    before: true,
  })),
  day("in <number> <weekdayPlural>", (m) => ({
    type: "weekday",
    weekday: m.weekdayPlural,
    which: "coming",
    weeks: m.number - 1,
  })),
  day("the <weekday> after", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 1 })),
  day("<weekday> week", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 1 })),
  day("<number> (week|weeks|w) [(on|from|this|next)] <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "coming",
    weeks: m.number,
  })),
  day("(a|1|one) fortnight [(on|from|this)] <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "coming",
    weeks: 2,
  })),
  day("a week [(on|from|this)] <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 1 })),
  day("<weekday> in a week", (m) => ({ type: "weekday", weekday: m.weekday, which: "coming", weeks: 1 })),
  day("<weekday> in <number> (week|weeks)", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "coming",
    weeks: m.number,
  })),
  day("in <number> (week|weeks) [,] on <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: m.number,
  })),
  day("<number> <weekdayPlural> from now", (m) => ({
    type: "weekday",
    weekday: m.weekdayPlural,
    which: "coming",
    weeks: m.number - 1,
  })),
  day("[the] weekend after <base:day>", (m) => ({ type: "beside", weekday: "SA", base: m.base })),
  day("[the] weekend before <base:day>", (m) => ({ type: "beside", weekday: "SA", base: m.base, before: true })),
  day("[the] weekend of <base:day>", (m) => ({ type: "nearest", weekday: "SA", to: m.base })),
  day("[the] [<ordinal>] (closest|nearest) <weekday> to <base:day>", (m) => ({
    type: "nearest",
    weekday: m.weekday,
    to: m.base,
    n: m.ordinal ?? 1,
  })),
  day("[the] <ordinal> <weekday> from now", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "coming",
    weeks: m.ordinal - 1,
  })),
];

const quarters = [
  quarter("<ordinal> quarter", (m) => (m.ordinal <= 4 ? m.ordinal : null)),
  quarter("q <integer>", (m) => (m.integer >= 1 && m.integer <= 4 ? m.integer : null)),
];

/** Which month of a quarter its edges lie in, the last one being 0. */
const IN_QUARTER: Record<Edge, number> = { start: -2, middle: -1, end: 0 };

const inMonths = [
  day("the <ordinal>", (m) => (m.ordinal >= 1 && m.ordinal <= 31 ? { type: "monthDay", day: m.ordinal } : null)),
  day("<ordinalNumber>", (m) =>
    m.ordinalNumber >= 1 && m.ordinalNumber <= 31 ? { type: "monthDay", day: m.ordinalNumber } : null,
  ),
  day("(the|next|coming) <season>", (m) => ({ type: "holiday", name: m.season })),
  day("(this|current) <season>", (m) => ({ type: "holiday", name: m.season, ongoing: true })),
  day("[the] <ordinal> [day] [of] [the] (this|current) [month]", (m) => ({
    type: "monthDay",
    day: m.ordinal,
    months: 0,
  })),
  day("[the] <ordinal> [day] of [the] [(this|current)] month", (m) => ({ type: "monthDay", day: m.ordinal })),
  day("[the] <ordinal> [day] [of] (next|following) month", (m) => ({ type: "monthDay", day: m.ordinal, months: 1 })),
  day("<monthDay> (next|following) month", (m) => ({ type: "monthDay", day: m.monthDay, months: 1 })),
  day("next month [on] <ordinal>", (m) => ({ type: "monthDay", day: m.ordinal, months: 1 })),
  day("(halfway|half way) (through|into) <month>", (m) => monthWith(m.month, undefined, "middle")),
  day("next month [on] the <monthDay>", (m) => ({ type: "monthDay", day: m.monthDay, months: 1 })),
  day("<date>", (m) => m.date),
  day("[the] week of [the] <date>", (m) => m.date),
  day("(this|next) <date>", (m) => m.date),
  day("<year> [,] on [the] <date>", (m) => (m.date.type === "date" ? { ...m.date, year: m.year } : null)),
  day("<year> [,] in <month>", (m) => ({ type: "month", month: m.month, year: m.year })),
  day("<month>", (m) => ({ type: "month", month: m.month })),
  day("(this|coming) <month>", (m) => ({ type: "month", month: m.month })),
  // "next june", said in june
  day("next <month>", (m, { context }) =>
    m.month === thisMonth(context)
      ? { type: "month", month: m.month, year: thisYear(context) + 1 }
      : { type: "month", month: m.month },
  ),
  day("<month> [,] [-] <year>", (m) => ({ type: "month", month: m.month, year: m.year })),
  day("<year> [-] <month>", (m) => ({ type: "month", month: m.month, year: m.year })),
  day("<month> after next", (m) => ({
    type: "shifted",
    base: { type: "month", month: m.month },
    by: { months: 12, days: 0, ms: 0 },
  })),
  // "beginning in march" is from then on.
  day("[the] <edge> (of|in) <month> [[,] <year>]", (m, { tokens: [first, second] }) =>
    first?.norm === "beginning" && second?.norm === "in" ? null : monthWith(m.month, m.year, m.edge),
  ),
  day("[the] <edge> of <quarter> [[,] <year>]", (m) => monthWith(IN_QUARTER[m.edge] + 3 * m.quarter, m.year, m.edge)),
  day("(early|mid|late) [-] [in] <month> [[,] <year>]", (m, { tokens }) =>
    monthWith(m.month, m.year, tokens[0]?.norm === "early" ? "start" : tokens[0]?.norm === "mid" ? "middle" : "end"),
  ),
  day("[the] last [day] of [the] [(this|current)] month", () => ({ type: "nth", n: -1, of: "day" })),
  day("[the] (first|1st) of [the] year", () => ({ type: "date", month: 1, day: 1 })),
  day("[the] <nth> <nthOf> (of|in) <month> [<year>]", (m) => ({
    type: "nth",
    n: m.nth,
    of: m.nthOf,
    month: m.month,
    ...(m.year ? { year: m.year } : {}),
  })),
  day("[the] <nth> <nthOf> (of|in) [the] [(this|current)] month", (m) => ({ type: "nth", n: m.nth, of: m.nthOf })),
  day("[the] <nth> <nthOf> (of|in) (next|the following) month", (m) => ({
    type: "nth",
    n: m.nth,
    of: m.nthOf,
    months: 1,
  })),
  day("[the] <nth> <nthOf> (of|in) [the] [(this|current)] year", (m) =>
    m.nthOf === "week" && m.nth > 0
      ? { type: "isoWeek", week: m.nth }
      : { type: "nth", n: m.nth, of: m.nthOf, inYear: true },
  ),
  day("[the] <nth> <nthOf> <year>", (m) =>
    m.nthOf === "week" && m.nth > 0
      ? { type: "isoWeek", week: m.nth, year: m.year }
      : { type: "nth", n: m.nth, of: m.nthOf, inYear: true, year: m.year },
  ),
  day("[the] year <year>", (m) => ({ type: "month", month: 1, year: m.year })),
  day("[the] <nth> day of the week", (m) => ({
    type: "weekday",
    weekday: WEEKDAYS[(m.nth + (m.nth > 0 ? 12 : 13)) % 7] ?? "MO",
    which: "coming",
    weeks: 0,
  })),
  day("[the] <nth> month of the year", (m) => monthOfYear(m.nth)),
  day("the <nth> month", (m) => monthOfYear(m.nth)),
  day("[the] <number> week of the year", (m) => ({ type: "isoWeek", week: m.number })),
  day("the <ordinal> week", (m) => (m.ordinal > 5 ? { type: "isoWeek", week: m.ordinal } : null)),
  day("[calendar] week [number] <number> [[,] <year>]", (m) =>
    m.number <= 53 ? { type: "isoWeek", week: m.number, ...(m.year ? { year: m.year } : {}) } : null,
  ),
  day("[the] <nth> day instance on <weekday>", (m) => ({ type: "nth", n: m.nth, of: m.weekday })),
  day("<weekday> on the <nth> day instance", (m) => ({ type: "nth", n: m.nth, of: m.weekday })),
  day("the <nth> <nthOf>", (m) => ({ type: "nth", n: m.nth, of: m.nthOf })),
  day("[the] <quarter> [[,] <year>]", (m) => monthWith(3 * m.quarter - 2, m.year)),
  day("<year> <quarter>", (m) => monthWith(3 * m.quarter - 2, m.year)),
];

function monthWith(month: number, year?: number, edge?: Edge): Day {
  return { type: "month", month, ...(year === undefined ? {} : { year }), ...(edge ? { edge } : {}) };
}

/** "the 3rd month", "the last month of the year" */
function monthOfYear(n: number): Day | null {
  const month = n > 0 ? n : 13 + n;
  return month >= 1 && month <= 12 ? { type: "month", month } : null;
}

export const EN_DAY_PHRASES = [...near, ...weekdays, ...quarters, ...inMonths];
