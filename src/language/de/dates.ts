/** Dates, ranges of dates, quarters and what lies beside a day, in German. */
import { table } from "../grammar/table.ts";
import { combineDayAndWeekday, dateOf, fromNumericDate, withYearOf } from "../when/day-forms.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Day, Edge } from "../when/types.ts";

const date = table("date");
const dates = table("dates");
const day = table("day");
const quarter = table("quarter");
const dateRange = table("dateRange");
const betweenDates = table("betweenDates");
const phrase = table("phrase");

const dateForms = [
  date("<monthDay> <month>", (m) => dateOf(m.month, m.monthDay)),
  date("<monthDay> <month> [(des|im)] <year>", (m) => dateOf(m.month, m.monthDay, m.year)),
  date("<integer> <month>", (m) => (m.integer <= 31 ? dateOf(m.month, m.integer) : null)),
  date("<integer> <month> <year>", (m) => (m.integer <= 31 ? dateOf(m.month, m.integer, m.year) : null)),
  date("<numericDate>", (m) => fromNumericDate(m.numericDate, "de")),
  date("<weekday> [,] [(der|den|dem)] <date>", (m) => combineDayAndWeekday(m.date, m.weekday)),
  dates("<date>", (m) => [m.date]),
  dates("<date> [,] (und|,) <dates>", (m) => [m.date, ...m.dates]),
  dates("<monthDays> <month> [<year>]", (m) =>
    m.monthDays.length > 1 ? m.monthDays.map((n) => dateOf(m.month, n, m.year)) : null,
  ),
];

/** The month, or the year, is said once, at the end: "13. bis 15. Juli 2027". `to` is what stands between the two. */
const rangesWith = (to: string, range: typeof dateRange | typeof betweenDates) => [
  range(`<a:date> ${to} <b:date>` as "<a:date> <b:date>", ({ a, b }) => ({ start: withYearOf(a, b), end: b })),
  range(`<a:monthDay> ${to} <b:date>` as "<a:monthDay> <b:date>", ({ a, b }) =>
    b.type === "date" && a < b.day ? { start: { ...b, day: a }, end: b } : null,
  ),
];

const ranges = [
  ...rangesWith("(-|bis|bis zum)", dateRange),
  ...rangesWith("(und|und dem)", betweenDates),
  phrase("[(von|vom)] <dateRange>", (m) =>
    sure({ is: "from", days: [m.dateRange.start] }, { is: "until", days: [m.dateRange.end] }),
  ),
  phrase("zwischen [dem] <betweenDates>", (m) =>
    sure({ is: "from", days: [m.betweenDates.start] }, { is: "until", days: [m.betweenDates.end] }),
  ),
  phrase("[,] außer [(von|vom)] <dateRange>", (m) =>
    likely({ is: "except", days: [], weekdays: [], months: [], ranges: [m.dateRange] }),
  ),
  phrase("[,] außer zwischen [dem] <betweenDates>", (m) =>
    likely({ is: "except", days: [], weekdays: [], months: [], ranges: [m.betweenDates] }),
  ),
];

/** Which month of a quarter its edges lie in, the last one being 0. */
const IN_QUARTER: Record<Edge, number> = { start: -2, middle: -1, end: 0 };

const within = (month: number, year?: number, edge?: Edge): Day => ({
  type: "month",
  month,
  ...(year === undefined ? {} : { year }),
  ...(edge ? { edge } : {}),
});

const quarters = [
  quarter("<ordinal> (quartal|quartals)", (m) => (m.ordinal <= 4 ? m.ordinal : null)),
  quarter("q <integer>", (m) => (m.integer >= 1 && m.integer <= 4 ? m.integer : null)),
  day("<quarter> [<year>]", (m) => within(3 * m.quarter - 2, m.year)),
  day("<edge> [des] <quarter> [<year>]", (m) => within(IN_QUARTER[m.edge] + 3 * m.quarter, m.year, m.edge)),
  day("<edge> <month> [<year>]", (m) => within(m.month, m.year, m.edge)),
];

const beside = [
  day("(tag|tage) (nach|vor) <base:day>", (m, { tokens }) => ({
    type: "shifted",
    base: m.base,
    by: { months: 0, days: 1, ms: 0 },
    ...(tokens[1]?.norm === "vor" ? { back: true } : {}),
  })),
  day("wochenende (nach|vor) <base:day>", (m, { tokens }) => ({
    type: "beside",
    weekday: "SA",
    base: m.base,
    ...(tokens[1]?.norm === "vor" ? { before: true } : {}),
  })),
  day("<weekday> (nach|vor) <base:day>", (m, { tokens }) => ({
    type: "beside",
    weekday: m.weekday,
    base: m.base,
    ...(tokens.some(({ norm }) => norm === "vor") ? { before: true } : {}),
  })),
];

export const DE_DATES = [...dateForms, ...ranges, ...quarters, ...beside];
