/** What repeats, in English. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { dateOf } from "../when/day-forms.ts";
import { duration } from "../when/duration.ts";
import { earlier } from "../when/earlier.ts";
import type { Day, Repeat, TimeUnit } from "../when/types.ts";

const every = table("every");
const adverb = table("adverb");
const repeat = table("repeat");

const one = (unit: TimeUnit, interval = 1): Repeat => ({ unit, interval });
const weekly = (weekdays: Weekday[], interval = 1): Repeat => ({ unit: "week", interval, weekdays });
const monthly = (days: Day[], interval = 1): Repeat => ({ unit: "month", interval, days });
const yearly = (days: Day[], interval = 1): Repeat => ({ unit: "year", interval, days });
const inMonth = (day: number): Day => ({ type: "monthDay", day });

const everies = [
  every("(every|each)", () => 1),
  every("every single", () => 1),
  every("each and every", () => 1),
  every("[every] alternate", () => 2),
  every("once (a|per|an|each|every)", () => 1),
  every("(one|one time|1 time|1 x) (a|per|an|each|every)", () => 1),
  every("(every|each) other", () => 2),
  every("once every other", () => 2),
  every("(every|each) <number>", (m) => m.number || null),
  every("(every|each) <ordinal>", (m) => m.ordinal),
  every("once (every|each) <number>", (m) => m.number),
  every("once in <number>", (m) => m.number),
];

/** "twice a month", without naming the days. */
const SPREAD: Partial<Record<number, number[]>> = { 1: [1], 2: [1, 15], 3: [1, 11, 21], 4: [1, 8, 15, 22] };

function inMonths(times: number): Repeat | null {
  const days = SPREAD[times];
  return days ? monthly(days.map(inMonth)) : null;
}

/** "daily", "monthly": an adjective too, so it counts only where the phrase around it says so. */
const ADVERBS: [string, Repeat][] = [
  ["(daily|everyday)", one("day")],
  ["day (by|after) day", one("day")],
  ["weekly", one("week")],
  ["monthly", one("month")],
  ["(yearly|annually|annual)", one("year")],
  ["hourly", one("hour")],
  ["(fortnightly|biweekly)", one("week", 2)],
  ["bi [-] weekly", one("week", 2)],
  ["bimonthly", one("month", 2)],
  ["bi [-] monthly", one("month", 2)],
  ["quarterly", one("month", 3)],
  ["(semiannually|semiannual|biannually|biannual|semiyearly)", one("month", 6)],
  ["(semi|bi|half) [-] (annually|annual|yearly)", one("month", 6)],
  ["(biennially|biennial)", one("year", 2)],
];

const adverbs = [
  ...ADVERBS.map(([pattern, meaning]) => adverb(pattern, () => meaning)),
  adverb("twice (daily|a day|per day|each day|every day)", () => ({ ...one("day"), timesADay: 2 })),
  adverb("<number> (times|x) (a|per|each|every) day", (m) => ({ ...one("day"), timesADay: m.number })),
  adverb("<number> (times|x) daily", (m) => ({ ...one("day"), timesADay: m.number })),
  adverb("<number> (times|x) (a|per|each|every) week", (m) => ({ ...one("week"), timesAWeek: m.number })),
  adverb("<number> (times|x) weekly", (m) => ({ ...one("week"), timesAWeek: m.number })),
  adverb("twice (weekly|a week|per week|each week|every week)", () => ({ ...one("week"), timesAWeek: 2 })),
  adverb("twice (monthly|a month|per month|each month|every month)", () => inMonths(2)),
  adverb("<number> (times|x) (a|per|each|every) month", (m) => inMonths(m.number)),
  adverb("semimonthly", () => inMonths(2)),
  adverb("semi [-] monthly", () => inMonths(2)),
  adverb("(thrice|three times) (daily|a day)", () => ({ ...one("day"), timesADay: 3 })),
];

const plainRepeats = [
  repeat("<every> <unit>", (m) => one(m.unit, m.every)),
  repeat("<every> (and every|every) <unit>", (m) => one(m.unit, m.every)),
  repeat("(per|by the) (day|week|month|year|hour|minute)", (_, { tokens }) =>
    one(tokens[tokens.length - 1]?.norm as TimeUnit),
  ),
  repeat("<every> (decade|decades)", (m) => one("year", 10 * m.every)),
  repeat("<every> (quarter|quarters)", (m) => one("month", 3 * m.every)),
  repeat("<every> (fortnight|fortnights)", (m) => one("week", 2 * m.every)),
  repeat("(every|each) (half|1/2) [an] [-] hour", () => one("minute", 30)),
  repeat("(every|each) (half|1 / 2) a year", () => one("month", 6)),
  repeat("(every|each) half [-] year", () => one("month", 6)),
  repeat("(every|each) quarter [of] [(a|an)] [-] hour", () => one("minute", 15)),
  repeat("every (couple|couple of|few) <unit>", (m, { tokens }) => one(m.unit, tokens[1]?.norm === "few" ? 3 : 2)),
  repeat("twice (an|every|per) hour", () => one("minute", 30)),
  repeat("every <unit> and a half", ({ unit }) => {
    if (unit === "month") return one("day", 45);
    const { months, days, ms } = duration(1.5, unit);
    return fromStretch(months, days, ms);
  }),
  repeat("<weekday> / <weekdays>", (m) => weekly([m.weekday, ...m.weekdays])),
  repeat("every [a] couple [of] <unit>", (m) => one(m.unit, 2)),
  repeat("every <a:number> (-|to|or) <b:number> <unit>", (m) => (m.a < m.b ? one(m.unit, m.a) : null)),
  repeat("every <stretch>", (m) => fromStretch(m.stretch.months, m.stretch.days, m.stretch.ms)),
  repeat("every ! <stretch>", (m) => ({
    ...(fromStretch(m.stretch.months, m.stretch.days, m.stretch.ms) ?? one("day")),
    afterDone: true,
  })),
  repeat("(twice|two times|2 times|2x|2 x) (a|per|each|every) year", () => one("month", 6)),
  repeat("<number> (times|x) (a|per|each|every) year", (m) => (12 % m.number ? null : one("month", 12 / m.number))),
  repeat("every ! <unit>", (m) => ({ ...one(m.unit), afterDone: true })),
  repeat(
    "<every> <unit> [,] (after|since|from) [(its|it's|it is|being|i|last|the last|each)] (done|completion|completed|finished|finishing)",
    (m) => ({ ...one(m.unit, m.every), afterDone: true }),
  ),
  repeat("<every> <unit> after [i] [(am|have|last|it is)] (done|did|finish|finished|complete|completed) [it]", (m) => ({
    ...one(m.unit, m.every),
    afterDone: true,
  })),
  repeat(
    "<number> <unit> after [the] [(i|each|every)] [(last|am|have|it is)] (done|did|finish|finished|completion|completed) [it]",
    (m) => ({ ...one(m.unit, m.number), afterDone: true }),
  ),
  repeat("<number> <unit> after (each|every) [(done|completion|time)]", (m) => ({
    ...one(m.unit, m.number),
    afterDone: true,
  })),
];

/** "every 90 minutes", "every 5 days, 3 hours" */
function fromStretch(months: number, days: number, ms: number): Repeat | null {
  if (months && !days && !ms) return one("month", months);
  if (!months && days && !ms) return days % 7 === 0 ? one("week", days / 7) : one("day", days);
  if (months) return null;
  return { unit: "second", interval: 1, ms: days * 86_400_000 + ms };
}

const onMonthDays = [
  repeat("(every|each) [month] [on] [the] <nthDays> [of [(the|each|every|a)] month]", (m) => ofMonth(m.nthDays)),
  repeat("[(on|at)] [the] <nthDays> of (the|each|every|a) month", (m, { tokens }) =>
    m.nthDays.length > 1 || tokens.some((t) => t.norm === "each" || t.norm === "every") ? ofMonth(m.nthDays) : null,
  ),
  repeat("[(on|at)] [the] <monthDays> [day] of (the|a) month", (m) =>
    m.monthDays.length > 1 ? monthly(m.monthDays.map(inMonth)) : null,
  ),
  repeat("[the] <nthDays> (of|in) [(the|each|every)] <every> <unit>", (m) =>
    m.unit === "month"
      ? monthly(m.nthDays, m.every)
      : m.unit === "year"
        ? yearly(m.nthDays.map(inYear), m.every)
        : null,
  ),
  repeat("<every> (month|months) (,|:|-) [on] [the] <nthDays>", (m) => monthly(m.nthDays, m.every)),
  repeat("<every> (quarter|quarters) [,] [on] [the] <nthDays>", (m) => inQuarter(m.nthDays)),
  repeat("[the] <nthDays> <every> <unit>", (m) => (m.unit === "month" ? monthly(m.nthDays, m.every) : null)),
  repeat("every <nth> (of|to) [the] month", (m) => monthly([inMonth(m.nth)])),
  repeat("every <nthDays> (of|in) <months>", (m) => ({ ...yearly(m.nthDays), months: m.months })),
  repeat("(every|each) [the] <monthDays> [day] [of (the|each|every|a) month]", (m) =>
    monthly(m.monthDays.map(inMonth)),
  ),
  repeat("(every|each) <integer> of the month", (m) => monthly([inMonth(m.integer)])),
  repeat("[on] [the] <monthDays> [day] of <every> <unit>", (m) =>
    m.unit === "month" ? monthly(m.monthDays.map(inMonth), m.every) : null,
  ),
  repeat("[on] [the] <monthDays> <every> <unit>", (m) =>
    m.unit === "month" ? monthly(m.monthDays.map(inMonth), m.every) : null,
  ),
  repeat("[on] [the] <nth> of <every> <unit>", (m) => (m.unit === "month" ? monthly([inMonth(m.nth)], m.every) : null)),
  repeat("[the] <nth> and [the] <b:nth> of <every> <unit>", (m) =>
    m.unit === "month" ? monthly([inMonth(m.nth), inMonth(m.b)], m.every) : null,
  ),
  repeat("<every> month on the <nth>", (m) => (m.nth < 0 ? monthly([inMonth(m.nth)], m.every) : null)),
  repeat("[(on|the)] day <integer> of <every> <unit>", (m) =>
    m.unit === "month" && m.integer <= 31 ? monthly([inMonth(m.integer)], m.every) : null,
  ),
  repeat("<every> (month|months) [,] on (day|days) <ranks>", (m) =>
    m.ranks.every((n) => n <= 31) ? monthly(m.ranks.map(inMonth), m.every) : null,
  ),
  repeat("[every] month day <integer>", (m) => (m.integer <= 31 ? monthly([inMonth(m.integer)]) : null)),
  repeat("twice (monthly|a month|per month|each month|every month) [,] [on] [the] <monthDays>", (m) =>
    m.monthDays.length === 2 ? monthly(m.monthDays.map(inMonth)) : null,
  ),
  repeat("by [the] <monthDay> [day] [of] <every> month", (m) => monthly([inMonth(m.monthDay)], m.every)),
  repeat("before [the] <monthDay> [day] [of] <every> month", (m) =>
    m.monthDay > 1 ? monthly([inMonth(m.monthDay - 1)], m.every) : null,
  ),
  repeat("every <weekday> the 13th", (m) => ({ ...monthly([inMonth(13)]), weekdays: [m.weekday] })),
  repeat("<every> (week|weeks) of the (month|year)", (m) => one("week", m.every)),
  repeat("every <number> months of the year", (m) => yearly(stepped(1, 12, m.number).map((month) => dateOf(month, 1)))),
  repeat("monthly [,] [on] [the] <monthDays>", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("[the] <nthDays> monthly", (m) => ofMonth(m.nthDays)),
  repeat("[(on|at)] [the] <nthDays> (of|in) (each|every|the|a) quarter", (m) => inQuarter(m.nthDays)),
  repeat("<stretch> before <repeat>", (m) => earlier(m.repeat, m.stretch)),
  repeat("[the] day before <repeat>", (m) => earlier(m.repeat, { months: 0, days: 1, ms: 0 })),
  repeat("(each|every) quarter [,] on [the] <monthDays>", (m) => ({
    ...yearly(m.monthDays.map(inMonth)),
    months: [1, 4, 7, 10],
  })),
  repeat("[(at|on)] [the] (beginning|start|end) of (each|every) quarter", (_, { tokens }) => ofQuarter(tokens)),
  repeat("monthly [(,|:|-)] [on] [the] <nthDays>", (m) => ofMonth(m.nthDays)),
  repeat("[(at|on|in)] [the] <edge> of <every> <unit>", (m) =>
    m.unit === "month" || m.unit === "year"
      ? { ...one(m.unit, m.every), days: [{ type: "period", unit: m.unit, offset: 0, edge: m.edge }] }
      : null,
  ),
  repeat("<every> <unit> [,] (at|on) the <edge>", (m) =>
    m.unit === "month" || m.unit === "year"
      ? { ...one(m.unit, m.every), days: [{ type: "period", unit: m.unit, offset: 0, edge: m.edge }] }
      : null,
  ),
  repeat("[(at|on)] <every> (month|quarter|year) [-] (end|start)", (m, { tokens }) => {
    const unit = tokens.at(-1)?.norm === "end" ? "end" : "start";
    const said = tokens.find(({ norm }) => norm === "month" || norm === "quarter" || norm === "year")?.norm;
    if (said === "quarter") return ofQuarter(tokens);
    return {
      ...one(said as TimeUnit, m.every),
      days: [{ type: "period", unit: said as "month" | "year", offset: 0, edge: unit }],
    };
  }),
  repeat("every <edge> of [the] month", (m) => ({
    ...one("month"),
    days: [{ type: "period", unit: "month", offset: 0, edge: m.edge }],
  })),
];

const inYear = (day: Day): Day => (day.type === "nth" ? { ...day, inYear: true } : day);

function ofMonth(days: Day[]): Repeat | null {
  const of = days[0]?.type === "nth" ? days[0].of : "day";
  return of === "week" ? null : monthly(days);
}

function inQuarter(days: Day[]): Repeat {
  const last = days.some((day) => day.type === "nth" && day.n < 0);
  return { ...monthly(days), months: last ? [3, 6, 9, 12] : [1, 4, 7, 10] };
}

function ofQuarter(tokens: readonly Token[]): Repeat {
  const last = tokens.some(({ norm }) => norm === "last" || norm === "end");
  return { ...yearly([inMonth(last ? -1 : 1)]), months: last ? [3, 6, 9, 12] : [1, 4, 7, 10] };
}

/** 1, 6, 11, … as cron counts "every 5 days of the month". */
function stepped(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.trunc((last - first) / step) + 1 }, (_, i) => first + i * step);
}

export const EN_REPEATS = [...everies, ...adverbs, ...plainRepeats, ...onMonthDays];
