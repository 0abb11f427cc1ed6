/** Days in English: weekdays, dates, the nth of something, parts of a month, holidays. */
import type { Weekday } from "../../core/schedule.ts";
import { type Here, table } from "../grammar/table.ts";
import { WEEKDAYS, weekdayRange } from "../when/calendar.ts";
import { combineDayAndWeekday, dateOf, fromNumericDate, nthDay } from "../when/day-forms.ts";
import { momentIn } from "../when/moment.ts";
import type { Day, NthOf } from "../when/types.ts";

const NAMES = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const MONTHS = "january february march april may june july august september october november december".split(" ");

const weekday = table("weekday");
const plural = table("weekdayPlural");
const range = table("weekdayRange");
const weekdays = table("weekdays");
const month = table("month");
const months = table("months");
const year = table("year");
const monthDay = table("monthDay");
const monthDays = table("monthDays");
const nthOf = table("nthOf");
const nthDays = table("nthDays");
const edge = table("edge");
const date = table("date");
const dates = table("dates");
const unit = table("calendarUnit");
const season = table("season");
const dateRange = table("dateRange");

const names = [
  ...NAMES.map((name, index) => weekday(`${name} [.]`, () => WEEKDAYS[index] as Weekday)),
  // Not an alias of "sunday", so that "sun cream" can be told apart.
  weekday("sun [.]", () => "SU"),
  ...NAMES.map((name, index) => plural(`${name}s`, () => WEEKDAYS[index] as Weekday)),
  plural(
    "(mons|tues|weds|thurs|fris|sats)",
    (_, { tokens }) =>
      WEEKDAYS[["mon", "tue", "wed", "thu", "fri", "sat"].indexOf((tokens[0]?.norm ?? "").slice(0, 3))] ?? null,
  ),
  ...MONTHS.map((name, index) => month(`${name} [.]`, () => index + 1)),
  year("<integer>", ({ integer }) => (integer >= 1900 && integer <= 2199 ? integer : null)),
  year("(of|in) <year>", (m) => m.year),
];

const shortDay = table("shortDay");
const shortDays = table("shortDays");
const SHORT = "mo tu we th fr sa su".split(" ");

const shortLists = [
  ...SHORT.map((name, index) => shortDay(name, () => WEEKDAYS[index] as Weekday)),
  shortDays("<a:shortDay> [,] (,|/|+|and) <b:shortDay>", ({ a, b }, { tokens }) =>
    tokens.some(({ norm }) => norm === "and") && tokens.length === 3 ? null : [a, b],
  ),
  shortDays("<shortDay> (,|/|+) <shortDays>", (m) => [m.shortDay, ...m.shortDays]),
  shortDays("<a:shortDay> , <b:shortDay> and <c:shortDay>", ({ a, b, c }) => [a, b, c]),
  shortDays("(m / w / f|mwf)", () => ["MO", "WE", "FR"]),
  shortDays("(t / th|tu / th|tth|tuth)", () => ["TU", "TH"]),
  range("<a:shortDay> - <b:shortDay>", ({ a, b }) => weekdayRange(a, b)),
  weekdays("<shortDays>", (m) => m.shortDays),
];

const weekdayLists = [
  range("<a:weekday> (-|to|through) <b:weekday>", ({ a, b }) => weekdayRange(a, b)),
  range("<a:weekdayPlural> (-|to|through) <b:weekdayPlural>", ({ a, b }) => weekdayRange(a, b)),
  range("m - f", () => weekdayRange("MO", "FR")),
  range("m - th", () => weekdayRange("MO", "TH")),
  weekdays("<weekday>", (m) => [m.weekday]),
  weekdays("<weekdayPlural>", (m) => [m.weekdayPlural]),
  weekdays("<weekdayRange>", (m) => m.weekdayRange),
  weekdays("(weekday|weekdays|workday|workdays)", () => weekdayRange("MO", "FR")),
  weekdays("(work|working|business|week) (day|days)", () => weekdayRange("MO", "FR")),
  weekdays("work week", () => weekdayRange("MO", "FR")),
  weekdays("(weekend|weekends)", () => ["SA", "SU"]),
  weekdays("week [-] (end|ends)", () => ["SA", "SU"]),
  // "mon wed fri"
  weekdays("<weekday> <weekdays>", (m) => [m.weekday, ...m.weekdays]),
  weekdays("<a:weekday> / <b:weekdays>", ({ a, b }) => [a, ...b]),
  weekdays("<weekday> [,] (and|or|,|+) [(on|every|each)] <weekdays>", (m) => [m.weekday, ...m.weekdays]),
  weekdays("<weekdayPlural> [,] (and|or|,|+) [on] <weekdays>", (m) => [m.weekdayPlural, ...m.weekdays]),
  weekdays("<weekdayRange> [,] (and|or|,|+) [on] <weekdays>", (m) => [...m.weekdayRange, ...m.weekdays]),
  months("<month>", (m) => [m.month]),
  months("<month> [,] (and|or|,|+) <months>", (m) => [m.month, ...m.months]),
  months("<a:month> (-|to|through) <b:month>", ({ a, b }) =>
    Array.from({ length: ((b - a + 12) % 12) + 1 }, (_, i) => ((a - 1 + i) % 12) + 1),
  ),
];

const inMonth = [
  monthDay("<ordinal>", (m) => (m.ordinal >= 1 && m.ordinal <= 31 ? m.ordinal : null)),
  monthDay("<integer>", (m) => (m.integer >= 1 && m.integer <= 31 ? m.integer : null)),
  monthDays("<ordinal>", (m) => (m.ordinal >= 1 && m.ordinal <= 31 ? [m.ordinal] : null)),
  monthDays("<ordinal> [,] (and|or|,|+|&) [the] <monthDays>", (m) =>
    m.ordinal <= 31 ? [m.ordinal, ...m.monthDays] : null,
  ),
  monthDays("<integer> [,] (and|or|,|+|&) [the] <monthDays>", (m) =>
    m.integer <= 31 ? [m.integer, ...m.monthDays] : null,
  ),
  nthOf("(day|days)", () => "day"),
  nthOf("(working|business|work|week) (day|days)", () => "workday"),
  nthOf("(workday|weekday|workdays|weekdays)", () => "workday"),
  nthOf("(weekend|weekends)", () => "weekend"),
  nthOf("week [-] end", () => "weekend"),
  nthOf("(week|weeks)", () => "week"),
  nthOf("[instance of] <weekday>", (m): NthOf => m.weekday),
  nthOf("<weekdayPlural>", (m): NthOf => m.weekdayPlural),
  nthDays("<nth> and [the] <b:nth> instance of <weekdays>", (m) =>
    m.weekdays.flatMap((day) => [nthDay(m.nth, day), nthDay(m.b, day)]),
  ),
  nthDays("<nth> <nthOf>", (m) => [nthDay(m.nth, m.nthOf)]),
  nthDays("<nth> <nthOf> and [the] <nthDays>", (m) => [nthDay(m.nth, m.nthOf), ...m.nthDays]),
  nthDays("<nth> [,] (and|or|,|&) [the] <nthDays>", (m) => firstsOf(m.nth, m.nthDays)),
  nthDays("<nth> instance of <weekdays>", (m) => m.weekdays.map((day) => nthDay(m.nth, day))),
];

/** "2nd and 4th friday": the first ordinal counts the same thing as the next. */
function firstsOf(n: number, days: Day[]): Day[] {
  const next = days[0];
  return next?.type === "nth" ? [nthDay(n, next.of), ...days] : days;
}

const edges = [
  edge("(beginning|start|begin|top)", () => "start"),
  edge("early", () => "start"),
  edge("(middle|mid|mid-)", () => "middle"),
  edge("(end|late)", () => "end"),
  unit("(week|weeks)", () => "week"),
  unit("(weekend|weekends)", () => "weekend"),
  unit("week [-] end", () => "weekend"),
  unit("(workweek|work) [week]", () => "workweek"),
  unit("(month|months)", () => "month"),
  unit("(quarter|quarters)", () => "quarter"),
  unit("(year|years)", () => "year"),
];

const dateForms = [
  date("<month> [(/|-)] [the] <monthDay>", (m) => dateOf(m.month, m.monthDay)),
  date("<month> [(/|-|,)] [the] <monthDay> [(,|/|-)] <year>", (m) => dateOf(m.month, m.monthDay, m.year)),
  date("[the] <monthDay> [-] [/] [of] <month>", (m) => dateOf(m.month, m.monthDay)),
  date("[the] <monthDay> [-] [/] [of] <month> [,] [-] [/] <year>", (m) => dateOf(m.month, m.monthDay, m.year)),
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
  date("<weekday> [,] [the] <date>", (m) => combineDayAndWeekday(m.date, m.weekday)),
  dates("<date>", (m) => [m.date]),
  dates("<date> [,] (and|or|,|+|&) [on] <dates>", (m) => [m.date, ...m.dates]),
  // "3, 5 and 9 december"
  dates("<integer> [,] (and|or|,|+) <dates>", ({ integer, dates }) => {
    const [next] = dates;
    return next?.type === "date" && integer <= 31 ? [{ ...next, day: integer }, ...dates] : null;
  }),
  dates("<month> <monthDays>", (m) => m.monthDays.map((day) => dateOf(m.month, day))),
  dates("[the] <monthDays> [of] <month> [<year>]", (m) => m.monthDays.map((day) => dateOf(m.month, day, m.year))),
  dates("<month> [the] <monthDays> [,] <year>", (m) => m.monthDays.map((day) => dateOf(m.month, day, m.year))),
];

/** Years that are written with two digits lie this near. */
const NEAR_YEARS = 15;

function withShortYear(day: Day, yy: number, { tokens, context }: Here): Day | null {
  const { year } = momentIn(context, context.zone).today;
  const ahead = yy - (year % 100);
  const written = tokens.at(-1)?.text.length === 2;
  return written && ahead >= 0 && ahead <= NEAR_YEARS && day.type === "date" ? { ...day, year: year + ahead } : null;
}

const seasons = [
  season("spring", () => "spring"),
  season("summer", () => "summer"),
  season("(autumn|fall)", () => "autumn"),
  season("winter", () => "winter"),
];

/** The year, or the month, is said once, at the end: "10 August to 12 September 2027", "13 to 15 July". */
const ranges = [
  dateRange("<a:date> (-|to|through|until) <b:date>", ({ a, b }) => ({ start: withYearOf(a, b), end: b })),
  dateRange("[the] <a:monthDay> (-|to|through|until) <b:date>", ({ a, b }) =>
    // "at 8 until 1 december" is no range of days.
    b.type === "date" && a < b.day ? { start: { ...b, day: a }, end: b } : null,
  ),
  dateRange("<month> [the] <a:monthDay> (-|to|through|until) [the] <b:monthDay>", ({ month, a, b }) => ({
    start: dateOf(month, a),
    end: dateOf(month, b),
  })),
  dateRange(
    "<month> [the] <a:monthDay> (-|to|through|until) [the] <b:monthDay> [,] <year>",
    ({ month, a, b, year }) => ({ start: dateOf(month, a, year), end: dateOf(month, b, year) }),
  ),
];

function withYearOf(start: Day, end: Day): Day {
  const year = end.type === "date" && start.type === "date" && start.year === undefined ? end.year : undefined;
  return start.type === "date" && year !== undefined ? { ...start, year } : start;
}

export const EN_DAYS = [
  ...seasons,
  ...ranges,
  ...names,
  ...shortLists,
  ...weekdayLists,
  ...inMonth,
  ...edges,
  ...dateForms,
];
