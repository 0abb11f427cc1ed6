/** Several days in English, and one day said twice. */
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import type { Day } from "../when/types.ts";

const day = table("day");
const days = table("days");

/** One day said twice; where the two are not the same, it is asked. */
const twice = [
  days("<a:day> [,] \\( <b:day> \\)", ({ a, b }) => [{ type: "either", first: a, second: b }]),
  // "tomorrow 9-11" is a window.
  day("(today|tomorrow) [the] <date>", ({ date }, { tokens }) =>
    tokens.some(({ norm }) => MONTH.test(norm)) ? { type: "either", first: nearOf(tokens), second: date } : null,
  ),
  day("(today|tomorrow) <weekday>", ({ weekday }, { tokens }) => ({
    type: "either",
    first: nearOf(tokens),
    second: { type: "weekday", weekday, which: "this", weeks: 0 },
  })),
];

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

const relative = (n: number): Day => ({ type: "relative", days: n });

function nearOf(tokens: readonly Token[]): Day {
  return relative(tokens[0]?.norm === "today" ? 0 : 1);
}

const lists = [
  days("[the] <nth> <nthOf> (of|in) <months>", (m) =>
    m.months.length > 1 ? m.months.map((month): Day => ({ type: "nth", n: m.nth, of: m.nthOf, month })) : null,
  ),
  // Before the lists of single days: "the 1st and 3rd saturday" is no list of the 1st and a saturday.
  days("[the] <nthDays> [of the month]", (m) => (m.nthDays.length > 1 ? m.nthDays : null)),
  days("[the] <monthDays> of [the] month", (m) =>
    m.monthDays.length > 1 ? m.monthDays.map((n): Day => ({ type: "monthDay", day: n })) : null,
  ),
  days("<day>", (m) => [m.day]),
  days("<dates>", (m) => m.dates),
  days("<day> [,] (and|or|&|+|,) [on] [the] <days>", (m) =>
    // "18 july, friday" is one day.
    m.day.type === "date" && m.days[0]?.type === "weekday" ? null : [m.day, ...m.days],
  ),
  days("[the] <monthDays>", (m) =>
    m.monthDays.length > 1 ? m.monthDays.map((n) => ({ type: "monthDay", day: n }) as Day) : null,
  ),
];

export const EN_DAY_LISTS = [...twice, ...lists];
