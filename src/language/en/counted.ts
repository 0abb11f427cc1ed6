/** Days and clock times that are counted the way cron counts them, in English: "on the 3rd to 5th hour", "every 10 days of the year". */
import { table } from "../grammar/table.ts";
import { WEEKDAYS } from "../when/calendar.ts";
import { dateOf, nthDay } from "../when/day-forms.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Clock, Day, Repeat, TimeUnit, Window } from "../when/types.ts";

const rank = table("rank");
const ranks = table("ranks");
const years = table("years");
const dayWindow = table("dayWindow");
const day = table("day");
const days = table("days");
const repeat = table("repeat");
const phrase = table("phrase");

/** first, first + step, … up to last */
function stepped(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.max(0, Math.trunc((last - first) / step) + 1) }, (_, i) => first + i * step);
}

const MOST = 366;

const lists = [
  rank("<ordinal>", (m) => m.ordinal),
  rank("<integer>", (m) => (m.integer <= MOST ? m.integer : null)),
  ranks("<rank>", (m) => [m.rank]),
  ranks("<a:rank> (-|to|through) [the] <b:rank>", ({ a, b }) => (a < b && b <= MOST ? stepped(a, b, 1) : null)),
  ranks("<rank> [,] (and|,) [the] <ranks>", (m) => [m.rank, ...m.ranks]),
  ranks("<a:rank> (-|to|through) <b:rank> [,] (and|,) [the] <ranks>", ({ a, b, ranks }) =>
    a < b && b <= MOST ? [...stepped(a, b, 1), ...ranks] : null,
  ),
  years("<year>", (m) => [m.year]),
  years("<a:year> (-|to|through) <b:year>", ({ a, b }) => (a < b ? [a, b] : null)),
  years("<year> [,] (and|,) <years>", (m) => (m.year < (m.years[0] ?? 0) ? [m.year, ...m.years] : null)),
];

const daily = (grid: Repeat["grid"]): Repeat => ({ unit: "day", interval: 1, ...(grid ? { grid } : {}) });
const yearly = (days: Day[]): Repeat => ({ unit: "year", interval: 1, days });
const inMonth = (n: number): Day => ({ type: "monthDay", day: n });
/** Days of the week are counted from Sunday. */
const inWeek = (all: readonly number[]): Repeat => ({
  unit: "week",
  interval: 1,
  weekdays: all.flatMap((n) => WEEKDAYS[(n + 5) % 7] ?? []),
});
const upTo = (most: number, all: readonly number[]): number[] | null => (all.every((n) => n <= most) ? [...all] : null);

const hours = [
  repeat("(on|in|at) the <ranks> (hour|hours) [of (the|each|every) day]", (m) => several(m.ranks, 23, "hours")),
  repeat("(on|at) the <ranks> (minute|minutes) [of (the|each|every) hour]", (m) => several(m.ranks, 59, "minutes")),
  repeat("<every> (hour|hours) (starting|start|beginning) (on|at) [the] <rank> (hour|hours) [of the day]", (m) =>
    m.rank <= 23 ? daily({ hours: stepped(m.rank, 23, m.every) }) : null,
  ),
  repeat(
    "<every> (minute|minutes) (starting|start|beginning) (on|at) [the] <rank> (minute|minutes) [of the hour]",
    (m) => (60 % m.every === 0 || m.rank > 59 ? null : daily({ minutes: stepped(m.rank, 59, m.every) })),
  ),
  repeat(
    "<every> (minute|minutes) between [the] <a:rank> and [the] <b:rank> (minute|minutes) [of (the|each|every) hour]",
    (m) => (m.a < m.b && m.b <= 59 ? daily({ minutes: stepped(m.a, m.b, m.every) }) : null),
  ),
];

function several(all: readonly number[], most: number, unit: "hours" | "minutes"): Repeat | null {
  const fitting = all.length > 1 ? upTo(most, all) : null;
  return fitting && daily({ [unit]: fitting });
}

const countedDays = [
  days("[(on|for)] [the] <ranks> (day|days) [of the month]", (m) =>
    m.ranks.length > 1 && m.ranks.every((n) => n <= 31) ? m.ranks.map(inMonth) : null,
  ),
  repeat("(on|at) [the] <ranks> (day|days) of <months>", (m) => {
    const fitting = m.ranks.length * m.months.length > 1 ? upTo(31, m.ranks) : null;
    return fitting && yearly(m.months.flatMap((month) => fitting.map((n) => dateOf(month, n))));
  }),
  phrase("(on|for) [the] <ranks> (day|days) of the week", (m) =>
    m.ranks.length > 1 && m.ranks.every((n) => n <= 7) ? sure({ is: "repeat", repeat: inWeek(m.ranks) }) : null,
  ),
  repeat("<every> (day|days) of the week", (m) => (m.every > 1 ? inWeek(stepped(1, 7, m.every)) : daily(undefined))),
  repeat("<every> (day|days) [of the month] (starting|start|beginning) (on|at) [the] <rank> day [of the month]", (m) =>
    m.rank <= 31 ? { unit: "month", interval: 1, days: stepped(m.rank, 31, m.every).map(inMonth) } : null,
  ),
  repeat(
    "<every> (day|days) [of] (every|each|the) month [,] (starting|start|beginning) (on|at) [the] <rank> day [of the month]",
    (m) => (m.rank <= 31 ? { unit: "month", interval: 1, days: stepped(m.rank, 31, m.every).map(inMonth) } : null),
  ),
  repeat("<every> (day|days) of the month", (m) =>
    m.every > 1 ? { unit: "month", interval: 1, days: stepped(1, 31, m.every).map(inMonth) } : daily(undefined),
  ),
  repeat("<every> (day|days) of the year", (m) =>
    m.every > 1 ? { unit: "year", interval: 1, yearDays: stepped(1, MOST, m.every) } : daily(undefined),
  ),
  repeat("<every> (day|days) of the year (starting|start|beginning) (on|at) [the] <rank> day [of the year]", (m) => ({
    unit: "year",
    interval: 1,
    yearDays: stepped(m.rank, MOST, m.every),
  })),
  day("[(on|for)] the <rank> day of the year", (m) =>
    m.rank <= MOST ? { type: "nth", n: m.rank, of: "day", inYear: true } : null,
  ),
  days("[on] the <ranks> day (instance|instances) on <weekday>", (m) => m.ranks.map((n) => nthDay(n, m.weekday))),
  days("<weekday> on the <ranks> day (instance|instances)", (m) => m.ranks.map((n) => nthDay(n, m.weekday))),
  day("on the <nth> week of the month", (m) => ({ type: "nth", n: m.nth, of: "row" })),
  day("[on] the <rank> week of the month", (m) => ({ type: "nth", n: m.rank, of: "row" })),
  // The 1st is the first of its weekday in the month, and so are the six days behind it.
  day("[on] the <nth> day instance", (m) => (m.nth > 0 && m.nth <= 5 ? inMonth(7 * m.nth - 6) : null)),
  day("[on] the last day instance", () => ({ type: "nth", n: -7, of: "day" })),
];

const counted = [
  phrase("(on|at) the <rank> second [of the minute]", ({ rank }, { context }) =>
    rank < 60 ? likely({ is: "offset", by: { months: 0, days: 0, ms: secondsAhead(rank, context.now) } }) : null,
  ),
  phrase("on <weekdays>", (m, { tokens }) =>
    tokens.some(({ norm }) => /^(?:-|to|through)$/.test(norm)) && m.weekdays.length > 2
      ? likely({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdays } })
      : null,
  ),
];

/** Until the second hand stands there again. */
function secondsAhead(second: number, now: number): number {
  const MINUTE = 60_000;
  return ((second * 1_000 - (now % MINUTE) - 1 + MINUTE) % MINUTE) + 1;
}

const countedMonths = [
  repeat("<every> (month|months) (starting|start|beginning) (on|at|in) [the] <rank> month [of the year]", (m) =>
    m.rank <= 12 ? yearly(stepped(m.rank, 12, m.every).map((month) => dateOf(month, 1))) : null,
  ),
  repeat("<every> (month|months) between [the] <a:rank> and [the] <b:rank> (month|months) [of the year]", (m) =>
    m.a < m.b && m.b <= 12 ? yearly(stepped(m.a, m.b, m.every).map((month) => dateOf(month, 1))) : null,
  ),
  repeat("on <weekdays> of [the] [(month|months)] [of] <months>", (m) => ({
    unit: "week",
    interval: 1,
    weekdays: m.weekdays,
    months: m.months,
  })),
  phrase("(in|during) the (month|months) of <months>", (m) =>
    sure({ is: "days", days: m.months.map((month): Day => ({ type: "month", month })) }),
  ),
  phrase("(in|during|for) the (year|years) <years>", (m) =>
    likely(
      { is: "from", days: [{ type: "month", month: 1, year: m.years[0] ?? 0 }] },
      { is: "until", days: [{ type: "month", month: 12, year: m.years.at(-1) ?? 0, edge: "end" }] },
    ),
  ),
];

const clockOf = (hour: number, minute = 0): Clock => ({ hour, minute, second: 0, exact: true, minutes: true });
const SMALL: ReadonlySet<TimeUnit> = new Set<TimeUnit>(["second", "minute", "hour"]);
/** Between two clock times a day is rung once: only what repeats within the hour or the day needs the whole stretch. */
const inParts = (said: Repeat, window: Window) =>
  SMALL.has(said.unit) ? sure({ is: "stretch", repeat: said, window }) : null;

const stretches = [
  dayWindow("between <a:looseClock> and <b:looseClock>", ({ a, b }) => ({ start: a, end: b })),
  dayWindow("from <a:looseClock> (to|until|-|through) <b:looseClock>", ({ a, b }) => ({ start: a, end: b })),
  dayWindow("<a:clock> (to|until|-|through) <b:looseClock>", ({ a, b }) => ({ start: a, end: b })),
  dayWindow("<a:looseClock> (to|until|-|through) <b:clock>", ({ a, b }) => ({ start: a, end: b })),
  dayWindow("after <a:clock> [and] before <b:clock>", ({ a, b }) => ({ start: a, end: b, endExcluded: true })),
  dayWindow("starting at <a:clock> and ending at <b:clock>", ({ a, b }) => ({ start: a, end: b })),
  phrase("<repeat> <dayWindow>", (m) => inParts(m.repeat, m.dayWindow)),
  phrase("<repeat> after <clock>", (m) => inParts(m.repeat, { start: m.clock, end: clockOf(23, 59) })),
  phrase("<repeat> before <clock>", (m) => inParts(m.repeat, { start: clockOf(0), end: m.clock, endExcluded: true })),
  phrase("<repeat> after [the] <rank> hour [of the day]", (m) =>
    m.rank <= 23 ? inParts(m.repeat, { start: clockOf(m.rank), end: clockOf(23, 59) }) : null,
  ),
  phrase("<repeat> (on|in|during) the <rank> hour [of the day]", (m) =>
    m.rank <= 23 ? inParts(m.repeat, { start: clockOf(m.rank), end: clockOf(m.rank, 59) }) : null,
  ),
  phrase("<repeat> except after <clock>", (m) => inParts(m.repeat, { start: clockOf(0), end: m.clock })),
  phrase("<repeat> except before <clock>", (m) => inParts(m.repeat, { start: m.clock, end: clockOf(23, 59) })),
  phrase("<repeat> before [the] <rank> hour [of the day]", (m) =>
    m.rank <= 23 ? inParts(m.repeat, { start: clockOf(0), end: clockOf(m.rank), endExcluded: true }) : null,
  ),
];

/** "at 10 except on sundays": what leaves out days says that it is on all others. */
const AT_EXCEPT = "(at|@) <looseClocks> [,] (except|excluding|apart from|other than) [(for|on|in)] [the]";
const others = [
  phrase(`${AT_EXCEPT} <weekdays>`, (m) =>
    sure(
      { is: "repeat", repeat: daily(undefined) },
      { is: "clocks", clocks: m.looseClocks },
      { is: "except", days: [], weekdays: m.weekdays, months: [] },
    ),
  ),
  phrase(`${AT_EXCEPT} <months>`, (m) =>
    sure(
      { is: "repeat", repeat: daily(undefined) },
      { is: "clocks", clocks: m.looseClocks },
      { is: "except", days: [], weekdays: [], months: m.months },
    ),
  ),
];

export const EN_COUNTED = [...lists, ...hours, ...countedDays, ...counted, ...countedMonths, ...stretches, ...others];
