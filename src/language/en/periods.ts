/** Weeks, months, quarters and years in English, and their edges. */
import { table } from "../grammar/table.ts";
import type { Day, Edge, PeriodUnit } from "../when/types.ts";

const day = table("day");

const relative = (n: number): Day => ({ type: "relative", days: n });
const period = (unit: PeriodUnit, offset: number): Day => ({ type: "period", unit, offset });

const edgeOf = (unit: PeriodUnit): Day => ({ type: "period", unit, offset: 0, edge: "end" });

const IN_YEAR: Record<string, [month: number, edge: Edge]> = {
  early: [1, "start"],
  mid: [7, "start"],
  late: [12, "start"],
};

export const EN_PERIODS = [
  day("[later] [sometime] this <calendarUnit>", (m) => period(m.calendarUnit, 0)),
  day("[the] current <calendarUnit>", (m) => period(m.calendarUnit, 0)),
  day("[the] [(around|about|sometime)] (next|coming|following|upcoming) <calendarUnit>", (m) =>
    period(m.calendarUnit, 1),
  ),
  day("[the] (weekend|week - end)", () => period("weekend", 0)),
  day("[the] <calendarUnit> after next", (m) => period(m.calendarUnit, 2)),
  day("(month|quarter|year|week) [-] end", (_, { tokens }) => edgeOf(tokens[0]?.norm as PeriodUnit)),
  day(
    "[the] <edge> of [the] <calendarUnit>",
    (m) => ({ ...period(m.calendarUnit, 0), edge: m.edge, rolls: true }) as Day,
  ),
  day("mid [-] <calendarUnit>", (m) => ({ ...period(m.calendarUnit, 0), edge: "middle", rolls: true }) as Day),
  day(
    "[the] <edge> of [the] [(around|about)] (this|current) <calendarUnit>",
    (m) => ({ ...period(m.calendarUnit, 0), edge: m.edge }) as Day,
  ),
  day(
    "[the] <edge> of [the] [(around|about)] (next|following|coming) <calendarUnit>",
    (m) => ({ ...period(m.calendarUnit, 1), edge: m.edge }) as Day,
  ),
  day(
    "(early|late|mid) [-] next <calendarUnit>",
    (m, { tokens }) =>
      ({
        ...period(m.calendarUnit, 1),
        edge: tokens[0]?.norm === "late" ? "end" : tokens[0]?.norm === "mid" ? "middle" : "start",
      }) as Day,
  ),
  day(
    "(early|late|mid) [-] this <calendarUnit>",
    (m, { tokens }) =>
      ({
        ...period(m.calendarUnit, 0),
        edge: tokens[0]?.norm === "late" ? "end" : tokens[0]?.norm === "mid" ? "middle" : "start",
      }) as Day,
  ),
  day("[the] <edge> of <year>", (m) => ({
    type: "month",
    month: m.edge === "end" ? 12 : m.edge === "middle" ? 7 : 1,
    year: m.year,
    edge: m.edge === "end" ? "end" : "start",
  })),
  day("(early|mid|late) [-] <year>", (m, { tokens }) => {
    const [month, edge] = IN_YEAR[tokens[0]?.norm ?? ""] ?? [1, "start"];
    return { type: "month", month, year: m.year, edge };
  }),
  day("<season> [of] <year>", (m) => ({ type: "holiday", name: m.season, year: m.year })),
  day("<year> - (week|w) <integer>", (m) =>
    m.integer >= 1 && m.integer <= 53 ? { type: "isoWeek", week: m.integer, year: m.year } : null,
  ),
  day("upcoming <number> <calendarUnit>", (m) => period(m.calendarUnit, m.number)),
  day("<number> (upcoming|coming) <calendarUnit>", (m) => period(m.calendarUnit, m.number)),
  day("upcoming <number> (day|days)", (m) => relative(m.number)),
  day("<number> (upcoming|coming) (day|days)", (m) => relative(m.number)),
  day("after this <calendarUnit>", (m) => period(m.calendarUnit, 1)),
  day("next season", () => period("season", 1)),
];
