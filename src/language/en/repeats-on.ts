/** What repeats on named weekdays and on dates, in English. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { weekdayRange } from "../when/calendar.ts";
import { dateOf } from "../when/day-forms.ts";
import type { Day, Repeat, TimeUnit } from "../when/types.ts";

const repeat = table("repeat");

const one = (unit: TimeUnit, interval = 1): Repeat => ({ unit, interval });
const weekly = (weekdays: Weekday[], interval = 1): Repeat => ({ unit: "week", interval, weekdays });
const yearly = (days: Day[], interval = 1): Repeat => ({ unit: "year", interval, days });

const onWeekdays = [
  repeat("<every> <weekdays>", (m, { tokens }) =>
    tokens[1] && isOrdinal(tokens[1], m.every) ? null : weekly(m.weekdays, m.every),
  ),
  repeat("all <weekdays>", (m, { tokens }) => (tokens.at(-1)?.norm.endsWith("s") ? weekly(m.weekdays) : null)),
  repeat("all days", () => one("day")),
  repeat("<weekday> <weekdays>", (m) => weekly([m.weekday, ...m.weekdays])),
  repeat("weekly <weekdays>", (m) => weekly(m.weekdays)),
  repeat("<shortDays>", (m) => weekly(m.shortDays)),
  repeat("<weekdayPlural>", (m) => weekly([m.weekdayPlural])),
  repeat("<weekdayPlural> [,] (and|or|,|+) [on] <weekdays>", (m) => weekly([m.weekdayPlural, ...m.weekdays])),
  repeat("<weekday> [,] (and|,|+) [on] <weekdayPlural>", (m) => weekly([m.weekday, m.weekdayPlural])),
  repeat("<a:weekdayPlural> (-|to|through) <b:weekdayPlural>", ({ a, b }) => weekly(weekdayRange(a, b))),
  repeat("(weekdays|workdays|weekday|workday)", (_, { tokens }) =>
    tokens[0]?.norm.endsWith("s") ? weekly(weekdayRange("MO", "FR")) : null,
  ),
  repeat("(work|working|business|week) days", () => weekly(weekdayRange("MO", "FR"))),
  repeat("weekends", () => weekly(["SA", "SU"])),
  repeat("week ends", () => weekly(["SA", "SU"])),
  repeat("weekdays and weekends", () => one("day")),
];

/** "every 1st sunday", "every third friday" are days of the month; "every 2nd friday" is every other one. */
function isOrdinal(token: Token, n: number): boolean {
  return n !== 2 && (token.kind === "ordinal" || /^(?:first|third|\w+th)$/.test(token.norm));
}

const oddWeeks = [
  repeat("[on] (odd|even) <weekdayPlural>", (m, { tokens }) => inWeeks(tokens, [m.weekdayPlural])),
  repeat("[(in|on|every)] (odd|even) [calendar] (week|weeks) [,] [on] <weekdays>", (m, { tokens }) =>
    inWeeks(tokens, m.weekdays),
  ),
  repeat("[(on|every)] <weekdays> [(in|of|on)] (odd|even) [calendar] weeks", (m, { tokens }) =>
    inWeeks(tokens, m.weekdays),
  ),
];

/** ISO weeks, of which a year may have 53: two odd ones may follow each other. */
function inWeeks(tokens: readonly Token[], weekdays: Weekday[]): Repeat {
  const first = tokens.some(({ norm }) => norm === "odd") ? 1 : 2;
  return {
    ...weekly(weekdays),
    weekNumbers: Array.from({ length: 28 - first }, (_, i) => first + 2 * i).filter((n) => n <= 53),
  };
}

const onDates = [
  repeat("(every|each) <dates>", (m) => yearly(m.dates)),
  repeat("<every> year on [the] <dates>", (m) => yearly(m.dates, m.every)),
  repeat("(semiannually|biannually|semi - annually|half - yearly|half yearly) [,] [on] [the] <dates>", (m) =>
    m.dates.length === 2 ? yearly(m.dates) : null,
  ),
  repeat("twice (a|per|each|every) year [,] [on] [the] <dates>", (m) =>
    m.dates.length === 2 ? yearly(m.dates) : null,
  ),
  repeat("<number> (times|x) (a|per|each|every) year [,] [on] [the] <dates>", (m) =>
    m.dates.length === m.number ? yearly(m.dates) : null,
  ),
  repeat("(every|each) <season>", (m) => yearly([{ type: "holiday", name: m.season }])),
  repeat("(every|each) <holiday>", (m) => yearly([m.holiday])),
  repeat("(yearly|annually) [on] [the] <dates>", (m) => yearly(m.dates)),
  repeat("(every|each) <months>", (m) => ({ ...one("year"), months: m.months })),
  repeat("(every|each) <months> on [the] <monthDays>", (m) =>
    yearly(m.months.flatMap((month) => m.monthDays.map((day) => dateOf(month, day)))),
  ),
  repeat("(every|each) <months> <monthDays>", (m) =>
    yearly(m.months.flatMap((month) => m.monthDays.map((day) => dateOf(month, day)))),
  ),
];

export const EN_REPEATS_ON = [...onWeekdays, ...oddWeeks, ...onDates];
