/** What days are made of in English: weekdays, months, years, the nth of something, edges. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import { WEEKDAYS, weekdayRange } from "../when/calendar.ts";
import { nthDay } from "../when/day-forms.ts";
import { thisYear } from "../when/moment.ts";
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
const unit = table("calendarUnit");
const season = table("season");

const names = [
  ...NAMES.map((name, index) => weekday(`${name} [.]`, () => WEEKDAYS[index] as Weekday)),
  // Not an alias of "sunday", so that "sun cream" can be told apart.
  weekday("sun [.]", () => "SU"),
  ...NAMES.map((name, index) => plural(`${name}s`, () => WEEKDAYS[index] as Weekday)),
  // The Suns play basketball.
  plural("suns", (_, { tokens }) => (tokens[0]?.text === "suns" ? "SU" : null)),
  plural(
    "(mons|tues|weds|thurs|fris|sats)",
    (_, { tokens }) =>
      WEEKDAYS[["mon", "tue", "wed", "thu", "fri", "sat"].indexOf((tokens[0]?.norm ?? "").slice(0, 3))] ?? null,
  ),
  ...MONTHS.map((name, index) => month(`${name} [.]`, () => index + 1)),
  year("<integer>", ({ integer }) => (integer >= 1900 && integer <= 2199 ? integer : null)),
  year("(of|in) <year>", (m) => m.year),
  year("the year <year>", (m) => m.year),
  year("(this|next) year", (_, { context, tokens }) => thisYear(context) + (tokens[0]?.norm === "next" ? 1 : 0)),
  // "'27"
  year("' <yy:integer>", ({ yy }, { tokens }) => (tokens[1]?.text.length === 2 && tokens[1].glued ? 2000 + yy : null)),
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
  nthDays("<nth> <nthOf> [,] (and|or|,) [the] <nthDays>", (m) => [nthDay(m.nth, m.nthOf), ...m.nthDays]),
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

const seasons = [
  season("spring", () => "spring"),
  season("summer", () => "summer"),
  season("(autumn|fall)", () => "autumn"),
  season("winter", () => "winter"),
];

export const EN_DAYS = [...seasons, ...names, ...shortLists, ...weekdayLists, ...inMonth, ...edges];
