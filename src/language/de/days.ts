/** Days in German. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import { WEEKDAYS, weekdayRange } from "../when/calendar.ts";
import { nthDay } from "../when/day-forms.ts";
import { thisYear } from "../when/moment.ts";
import type { Day, PeriodUnit } from "../when/types.ts";

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
const holiday = table("holiday");
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
  weekdays("<weekday> [,] (und|oder|,|+) <weekdays>", (m) => [m.weekday, ...m.weekdays]),
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

const HOLIDAYS: Record<string, string> = {
  christmasEve: "(heiligabend|heilig abend|weihnachten)",
  christmas: "(ersten weihnachtstag|weihnachtstag)",
  newYearsEve: "silvester",
  newYear: "neujahr",
  easter: "(ostern|ostersonntag)",
  easterMonday: "ostermontag",
  goodFriday: "karfreitag",
  stNicholas: "nikolaus",
  germanUnity: "tag der deutschen einheit",
  whitMonday: "pfingstmontag",
  pentecost: "(pfingsten|pfingstsonntag)",
  ascension: "(himmelfahrt|christi himmelfahrt|vatertag)",
  corpusChristi: "fronleichnam",
  ashWednesday: "aschermittwoch",
  palmSunday: "palmsonntag",
  maundyThursday: "gründonnerstag",
  epiphany: "(dreikönig|dreikönigstag|heilige drei könige)",
  womensDay: "(frauentag|weltfrauentag)",
  mayDay: "(maifeiertag|tag der arbeit)",
  mothersDay: "muttertag",
  valentines: "valentinstag",
  allSaints: "allerheiligen",
  allSouls: "allerseelen",
  halloween: "halloween",
};

const said = [
  ...Object.entries(HOLIDAYS).map(([name, words]) => holiday(words, () => ({ type: "holiday", name }))),
  day("heute", () => ({ type: "relative", days: 0 })),
  day("morgen", () => ({ type: "relative", days: 1 })),
  day("übermorgen", () => ({ type: "relative", days: 2 })),
  day("gestern", () => ({ type: "relative", days: -1 })),
  day("<weekday>", (m) => coming(m.weekday)),
  day("diese <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "this", weeks: 0 })),
  day("kommende <weekday>", (m) => coming(m.weekday)),
  day("nächste <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "next", weeks: 0 })),
  day("<weekday> nächste woche", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 1 })),
  day("nächste woche [am] <weekday>", (m) => ({ type: "weekday", weekday: m.weekday, which: "inWeek", weeks: 1 })),
  day("<weekday> in <number> wochen", (m) => coming(m.weekday, m.number)),
  day("<weekday> in einer woche", (m) => coming(m.weekday, 1)),
  day("<monthDay>", (m) => ({ type: "monthDay", day: m.monthDay })),
  day("<monthDay> (nächste|des nächste) (monats|monat)", (m) => ({ type: "monthDay", day: m.monthDay, months: 1 })),
  day("<date>", (m) => m.date),
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
  day("monatsende", () => ({ ...period("month", 0), edge: "end" }) as Day),
  day("<stretch> (nach|ab) <base:day>", (m) => ({ type: "shifted", base: m.base, by: m.stretch })),
  day("<stretch> vor <base:day>", (m) => ({ type: "shifted", base: m.base, by: m.stretch, back: true })),
  day("in <number> (werktagen|arbeitstagen)", (m) => ({ type: "workdays", n: m.number })),
  day("nächste (werktag|arbeitstag)", () => ({ type: "workdays", n: 1 })),
  day("(kw|kalenderwoche|woche) <integer>", (m) => (m.integer <= 53 ? { type: "isoWeek", week: m.integer } : null)),
  day("<holiday>", (m) => m.holiday),
  days("<day>", (m) => [m.day]),
  days("<dates>", (m) => m.dates),
  days("<day> [,] (und|oder|,) [am] <days>", (m) => [m.day, ...m.days]),
];

export const DE_DAYS = [...names, ...said];
