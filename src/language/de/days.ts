/** Days in German. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import { WEEKDAYS, weekdayRange } from "../when/calendar.ts";
import { nthDay } from "../when/day-forms.ts";
import { thisYear } from "../when/moment.ts";
import type { Day, Edge, PeriodUnit } from "../when/types.ts";

const NAMES = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(" ");
const MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split(" ");

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
const day = table("day");
const days = table("days");
const unit = table("calendarUnit");
const edge = table("edge");

const period = (of: PeriodUnit, offset: number): Day => ({ type: "period", unit: of, offset });
const coming = (of: Weekday, weeks = 0): Day => ({ type: "weekday", weekday: of, which: "coming", weeks });

const names = [
  ...NAMES.map((name, i) => weekday(`${name} [.]`, () => WEEKDAYS[i] as Weekday)),
  // "so" is a word of its own: only the capitalised one, beside other times (phrases.ts).
  weekday("so [.]", (_, { tokens }) => (tokens[0]?.text === "So" ? "SU" : null)),
  ...NAMES.map((name, i) => plural(`${name}s`, () => WEEKDAYS[i] as Weekday)),
  ...MONTHS.map((name, i) => month(`${name} [.]`, () => i + 1)),
  year("<integer>", ({ integer }) => (integer >= 1900 && integer < 2200 ? integer : null)),
  year(
    "[des] (diese|nächste) (jahr|jahres)",
    (_, { context, tokens }) => thisYear(context) + (tokens.some(({ norm }) => norm === "nächste") ? 1 : 0),
  ),
  range("<a:weekday> (-|bis) [einschließlich] <b:weekday>", ({ a, b }) => weekdayRange(a, b)),
  range("<a:weekdayPlural> (-|bis) <b:weekdayPlural>", ({ a, b }) => weekdayRange(a, b)),
  weekdays("<weekday>", (m) => [m.weekday]),
  weekdays("<weekdayPlural>", (m) => [m.weekdayPlural]),
  weekdays("<weekdayRange>", (m) => m.weekdayRange),
  weekdays("(werktag|werktage|werktags|arbeitstag|arbeitstage|wochentag|wochentags)", () => weekdayRange("MO", "FR")),
  weekdays("(wochenende|wochenenden|wochenends)", () => ["SA", "SU"]),
  weekdays("<weekday> [,] (und|oder|,|+|/) <weekdays>", (m) => [m.weekday, ...m.weekdays]),
  weekdays("<weekdayPlural> [,] (und|oder|,|+) <weekdays>", (m) => [m.weekdayPlural, ...m.weekdays]),
  months("<month>", (m) => [m.month]),
  months("<month> [,] (und|oder|,) <months>", (m) => [m.month, ...m.months]),
  nthOf("(tag|tages)", () => "day"),
  nthOf("(werktag|arbeitstag)", () => "workday"),
  nthOf("wochenende", () => "weekend"),
  nthOf("<weekday>", (m) => m.weekday),
  nthDays("<nth> <nthOf>", (m) => [nthDay(m.nth, m.nthOf)]),
  nthDays("<nth> und <nthDays>", (m) =>
    m.nthDays[0]?.type === "nth" ? [nthDay(m.nth, m.nthDays[0].of), ...m.nthDays] : null,
  ),
  nthDays("<nth> <nthOf> und <nthDays>", (m) => [nthDay(m.nth, m.nthOf), ...m.nthDays]),
  monthDay("<ordinal>", (m) => (m.ordinal <= 31 ? m.ordinal : null)),
  monthDays("<monthDay>", (m) => [m.monthDay]),
  monthDays("<monthDay> [,] (und|,) <monthDays>", (m) => [m.monthDay, ...m.monthDays]),
  unit("(woche|wochen)", () => "week"),
  unit("wochenende", () => "weekend"),
  unit("(monat|monats)", () => "month"),
  unit("(quartal|quartals)", () => "quarter"),
  unit("(jahr|jahres)", () => "year"),
  edge("(anfang|beginn)", () => "start"),
  edge("mitte", () => "middle"),
  edge("ende", () => "end"),
];

/** "zum Monatsende"; what has passed is that of the next. */
const EDGES: [words: string, unit: PeriodUnit, edge: Edge][] = [
  ["(monatsanfang|monatsbeginn|monatsersten|monatserster)", "month", "start"],
  ["monatsmitte", "month", "middle"],
  ["(monatsende|monatsletzten|monatsletzter|monatsultimo|ultimo|monatsschluss)", "month", "end"],
  ["(wochenanfang|wochenbeginn)", "week", "start"],
  ["wochenmitte", "week", "middle"],
  ["(quartalsanfang|quartalsbeginn)", "quarter", "start"],
  ["(quartalsende|quartalsschluss)", "quarter", "end"],
  ["(jahresanfang|jahresbeginn)", "year", "start"],
  ["(jahresende|jahresschluss)", "year", "end"],
];

const said = [
  day("heute", () => ({ type: "relative", days: 0 })),
  day("morgen", () => ({ type: "relative", days: 1 })),
  day("übermorgen", () => ({ type: "relative", days: 2 })),
  day("gestern", () => ({ type: "relative", days: -1 })),
  day("vorgestern", () => ({ type: "relative", days: -2 })),
  day("überübermorgen", () => ({ type: "relative", days: 3 })),
  day("morgen in (einer|ein) woche", () => ({ type: "relative", days: 8 })),
  day("morgen in <number> wochen", (m) => ({ type: "relative", days: 7 * m.number + 1 })),
  day("heute in (einer woche|8 tagen|acht tagen)", () => ({ type: "relative", days: 7 })),
  day("<base:weekday> in (8|acht) tagen", (m) => coming(m.base, 1)),
  day("<base:weekday> in (14|vierzehn) tagen", (m) => coming(m.base, 2)),
  day("<weekday>", (m) => coming(m.weekday)),
  day("diese <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "this", weeks: 0 })),
  day("kommende <weekday>", (m) => coming(m.weekday)),
  day("nächste <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "next", weeks: 0 })),
  day("<weekday> diese woche", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 0 })),
  day("diese woche [(am|noch am)] <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: 0,
  })),
  day("<weekday> [der] (übernächste woche|woche drauf|woche danach)", (m, { tokens }) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: tokens.some(({ norm }) => norm === "übernächste") ? 2 : 1,
  })),
  day("übernächste woche [am] <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 2 })),
  day("übernächste <weekday>", (m) => coming(m.weekday, 1)),
  day("<weekday> [der] (nächste|kommende) woche", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: 1,
  })),
  day("(nächste|kommende) woche [am] <weekday>", (m) => ({
    type: "weekday",
    weekday: m.weekday,
    which: "inWeek",
    weeks: 1,
  })),
  day("<weekday> in <number> wochen", (m) => coming(m.weekday, m.number)),
  day("[kommende] <weekday> in einer woche", (m) => coming(m.weekday, 1)),
  day("<monthDay>", (m) => ({ type: "monthDay", day: m.monthDay })),
  day("<monthDay> (nächste|des nächste) (monats|monat)", (m) => ({ type: "monthDay", day: m.monthDay, months: 1 })),
  day("<date>", (m) => m.date),
  day("(nächste|kommende) monat (am|den) <monthDay>", (m) => ({ type: "monthDay", day: m.monthDay, months: 1 })),
  day("nächste ersten", () => ({ ...period("month", 1) }) as Day),
  day("nächste jahr im <month>", (m, { context }) => ({ type: "month", month: m.month, year: thisYear(context) + 1 })),
  day("nächste jahr am <date>", (m, { context }) =>
    m.date.type === "date" ? { ...m.date, year: thisYear(context) + 1 } : null,
  ),
  day("(nächste|kommende|diese) <month>", (m) => ({ type: "month", month: m.month })),
  day("<month>", (m) => ({ type: "month", month: m.month })),
  day("<month> <year>", (m) => ({ type: "month", month: m.month, year: m.year })),
  day("<nth> <nthOf> (im|in|des) <month> [<year>]", (m) => ({
    type: "nth",
    n: m.nth,
    of: m.nthOf,
    month: m.month,
    ...(m.year ? { year: m.year } : {}),
  })),
  day("<nth> <nthOf> (im|des) (monat|monats)", (m) => ({ type: "nth", n: m.nth, of: m.nthOf })),
  day("diese <calendarUnit>", (m) => period(m.calendarUnit, 0)),
  day("(nächste|kommende) <calendarUnit>", (m) => period(m.calendarUnit, 1)),
  day("übernächste <calendarUnit>", (m) => period(m.calendarUnit, 2)),
  day("wochenende", () => period("weekend", 0)),
  day("<edge> [(der|des)] <calendarUnit>", (m) => ({ ...period(m.calendarUnit, 0), edge: m.edge, rolls: true }) as Day),
  day("<edge> diese <calendarUnit>", (m) => ({ ...period(m.calendarUnit, 0), edge: m.edge }) as Day),
  day("<edge> nächste <calendarUnit>", (m) => ({ ...period(m.calendarUnit, 1), edge: m.edge }) as Day),
  ...EDGES.map(([words, unit, edge]) => day(words, () => ({ ...period(unit, 0), edge, rolls: true }) as Day)),
  day("<holiday> [im] <year>", (m) => (m.holiday.type === "holiday" ? { ...m.holiday, year: m.year } : null)),
  day("<stretch> (nach|ab) <base:day>", (m) => ({ type: "shifted", base: m.base, by: m.stretch })),
  day("<stretch> vor <base:day>", (m) => ({ type: "shifted", base: m.base, by: m.stretch, back: true })),
  day("in <number> (werktagen|arbeitstagen)", (m) => ({ type: "workdays", n: m.number })),
  day("nächste (werktag|arbeitstag)", () => ({ type: "workdays", n: 1 })),
  day("(kw|kalenderwoche|woche) <integer>", (m) => (m.integer <= 53 ? { type: "isoWeek", week: m.integer } : null)),
  day("<holiday>", (m) => m.holiday),
  days("<day>", (m) => [m.day]),
  days("<dates>", (m) => m.dates),
  days("<day> [,] (und|oder|,|/) [am] <days>", (m) => [m.day, ...m.days]),
];

export const DE_DAYS = [...names, ...said];
