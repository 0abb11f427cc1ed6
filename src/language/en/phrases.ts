/** Whole phrases: what may stand in a sentence as words of time, and how sure they are. */
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { shiftClock, to24 } from "../when/clock.ts";
import { duration } from "../when/duration.ts";
import { thisYear } from "../when/moment.ts";
import { alone, likely, sure } from "../when/phrase.ts";
import type { Clock, Day, PeriodUnit, Piece } from "../when/types.ts";

import { BEFORE_DAY } from "./words.ts";

const phrase = table("phrase");
const link = table("link");

/** Short forms that are words of their own ("sat", "sun", "wed") need company. */
const SHORT = /^(?:sat|sun|wed|mon|mar|may|march|jan|dec|second)$/iu;

/** "10-11", "8-16", "9-5" */
function isDaytime(a: Clock, b: Clock): boolean {
  if (a.half || b.half) return false;
  return a.hour < b.hour ? b.hour <= 12 || a.hour >= 6 : a.hour >= 7 && a.hour <= 12 && b.hour <= 6;
}

/** "bring the washing in tomorrow": its "in" is no part of the time. */
function endsVerb([day]: readonly Day[], tokens: readonly Token[]): boolean {
  return tokens[0]?.norm === "in" && (day?.type === "relative" || day?.type === "weekday");
}

const dayPhrases = [
  // "mondays 10-11"
  phrase("<a:looseClock> - <b:looseClock>", ({ a, b }, { tokens }) =>
    // "2-4pm" is surely one.
    !a.half &&
    !b.half &&
    tokens[0]?.kind !== "time" &&
    tokens.at(-1)?.glued &&
    tokens[0]?.kind !== "word" &&
    isDaytime(a, b)
      ? alone({ is: "window", start: a, end: b })
      : null,
  ),
  phrase("<days>", (m, { tokens }) => {
    const first = tokens[0];
    const single = m.days.length === 1 ? m.days[0] : undefined;
    const months = m.days.every((day) => day.type === "month" && !day.year && !day.edge);
    // "ask June and August"
    if (months && (m.days.length > 1 || tokens.length === 1) && first?.kind === "word")
      return alone({ is: "days", days: m.days });
    if ((single?.type === "monthDay" && tokens.length === 1) || (single?.type === "isoWeek" && !single.year))
      return alone({ is: "days", days: m.days });
    // "pages 10-12"
    if (tokens.length === 3 && tokens[1]?.norm === "-" && first?.kind === "number")
      return alone({ is: "days", days: m.days });
    if (
      single?.type === "monthDay" ||
      single?.type === "nth" ||
      (single?.type === "holiday" && first?.norm === "the") ||
      (single?.type === "either" && tokens.length < 4)
    )
      return likely({ is: "days", days: m.days });
    if (tokens.length <= 2 && first && SHORT.test(first.text)) return likely({ is: "days", days: m.days });
    // "weekend bag"
    if (single?.type === "period" && tokens.length === 1) return likely({ is: "days", days: m.days });
    return sure({ is: "days", days: m.days });
  }),
  phrase("for the (next|coming|following) <unit>", (m) => likely({ is: "span", by: duration(1, m.unit) })),
  phrase(`(${BEFORE_DAY}) <days>`, (m, { tokens }) =>
    endsVerb(m.days, tokens) ? null : sure({ is: "days", days: m.days }),
  ),
  phrase("<days> [,] (sometime|some time|anytime|any time|at some point|at some stage)", (m) =>
    likely({ is: "days", days: m.days }),
  ),
  // Behind a comma too: not one more ring before christmas, but that day.
  phrase("(before|ahead of|prior to) <days>", (m) => sure({ is: "until", days: m.days, endExcluded: true })),
  phrase("(before|ahead of|prior to) <days> [at] <clock>", (m) =>
    sure({ is: "days", days: m.days }, { is: "clocks", clocks: [m.clock] }),
  ),
  phrase("after <day>", (m) => sure({ is: "days", days: [{ type: "after", base: m.day }] })),
  phrase("(,|-|.|;|and|, and|but) <stretch> (before|prior to) <base:day>", ({ stretch, base }) =>
    stretch.ms ? null : sure({ is: "days", days: [{ type: "shifted", base, by: stretch, back: true }] }),
  ),
  phrase("[,] <stretch> before <days> [at] <looseClock>", ({ stretch, days, looseClock }) => {
    const minutes = stretch.ms / 60_000;
    const clock = to24(looseClock);
    const fits = !stretch.days && !stretch.months && clock.exact && minutes <= clock.hour * 60 + clock.minute;
    return fits ? sure({ is: "days", days }, { is: "clocks", clocks: [shiftClock(clock, -minutes)] }) : null;
  }),
  phrase("(on|by) the <monthDay>", (m) => sure({ is: "days", days: [{ type: "monthDay", day: m.monthDay }] })),
  phrase("on a <weekday>", (m) =>
    sure({ is: "days", days: [{ type: "weekday", weekday: m.weekday, which: "coming", weeks: 0 }] }),
  ),
  phrase("on <monthDay>", (m) => likely({ is: "days", days: [{ type: "monthDay", day: m.monthDay }] })),
  phrase("on <numberWord>", (m) =>
    m.numberWord <= 31 ? likely({ is: "days", days: [{ type: "monthDay", day: m.numberWord }] }) : null,
  ),
  phrase("(in|during) <months>", (m) =>
    sure({ is: "days", days: m.months.map((month) => ({ type: "month", month })) }),
  ),
  phrase("(in|during) <year>", ({ year }, { context }) => {
    const offset = year - thisYear(context);
    return offset > 0 ? likely({ is: "days", days: [{ type: "period", unit: "year", offset }] }) : null;
  }),
  phrase("(on|around) the <days>", (m) => sure({ is: "days", days: m.days })),
  phrase("[between] <dateRange>", (m) =>
    sure({ is: "from", days: [m.dateRange.start] }, { is: "until", days: [m.dateRange.end] }),
  ),
  phrase("from <dateRange>", (m) =>
    sure({ is: "from", days: [m.dateRange.start], each: true }, { is: "until", days: [m.dateRange.end] }),
  ),
  phrase("(in|during|over) [the] <season>", (m) => likely({ is: "days", days: [{ type: "holiday", name: m.season }] })),
  phrase("between <day> at <a:clock> and <b:clock>", ({ day, a, b }) =>
    sure({ is: "days", days: [day] }, { is: "window", start: a, end: b }),
  ),
  phrase("between <betweenDates>", (m) =>
    sure({ is: "from", days: [m.betweenDates.start] }, { is: "until", days: [m.betweenDates.end] }),
  ),
  phrase("between <a:day> and <b:day>", ({ a, b }) => sure({ is: "from", days: [a] }, { is: "until", days: [b] })),
  phrase("<date> [:] <clock> [<zoneName>] <year>", (m) =>
    m.date.type === "date"
      ? sure(
          { is: "days", days: [{ ...m.date, year: m.year }] },
          { is: "clocks", clocks: [m.clock] },
          ...(m.zoneName ? [{ is: "zone" as const, zone: m.zoneName.zone, phrase: "" }] : []),
        )
      : null,
  ),
  phrase(
    "[from] <a:day> [(at|,|from)] <start:clock> (-|to|until|through) <b:day> [(at|,)] <end:clock>",
    ({ a, start, b, end }) =>
      sure({ is: "days", days: [a] }, { is: "clocks", clocks: [start] }, { is: "until", days: [b], clock: end }),
  ),
  phrase("<date> : <clock>", (m) => sure({ is: "days", days: [m.date] }, { is: "clocks", clocks: [m.clock] })),
  phrase("<instant>", ({ instant }) => sure(...fromInstant(instant))),
  phrase("(at|on|by) <instant>", ({ instant }) => sure(...fromInstant(instant))),
];

function fromInstant({ date, time, offset }: { date: string; time: string; offset: string | null }): Piece[] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
  const clock: Clock = { hour, minute, second, exact: true, minutes: true };
  const pieces: Piece[] = [
    { is: "days", days: [{ type: "date", month, day, year }] },
    { is: "clocks", clocks: [clock] },
  ];
  return offset
    ? [...pieces, { is: "zone", zone: offset.toUpperCase() === "Z" ? "UTC" : offset, phrase: offset }]
    : pieces;
}

/** "20m tea" is a countdown; "what a week" and "100m sprint" are not. */
function isLength(tokens: readonly Token[]): boolean {
  const [first, unit] = tokens;
  return first?.kind !== "word" && !(unit?.text === "m" && (first?.value ?? 0) > 90);
}

const offsetPhrases = [
  phrase("(in|within) <stretch>", (m) => sure({ is: "offset", by: m.stretch })),
  phrase("within the (week|month|year)", (_, { tokens }) =>
    sure({ is: "days", days: [{ type: "period", unit: tokens[2]?.norm as PeriodUnit, offset: 0, edge: "end" }] }),
  ),
  // "in 5-10 minutes": as soon as may be
  phrase("(in|within) <a:number> (-|or|to) <b:number> <unit>", ({ a, b, unit }) =>
    a < b ? sure({ is: "offset", by: duration(a, unit) }) : null,
  ),
  phrase("within the hour", () => sure({ is: "offset", by: { months: 0, days: 0, ms: 3_600_000 } })),
  phrase("in <stretch> time", (m) => sure({ is: "offset", by: m.stretch })),
  phrase("in <stretch> ['] time", (m) => sure({ is: "offset", by: m.stretch })),
  phrase("in the (next|coming|following) <stretch>", (m) => sure({ is: "offset", by: m.stretch })),
  phrase("in <numberWord>", (m) =>
    m.numberWord >= 5 ? likely({ is: "offset", by: { months: 0, days: 0, ms: m.numberWord * 60_000 } }) : null,
  ),
  phrase("in <integer>", (m, { tokens }) =>
    m.integer > 0 && m.integer <= 120 && tokens.length === 2
      ? likely({ is: "offset", by: { months: 0, days: 0, ms: m.integer * 60_000 } })
      : null,
  ),
  phrase("<stretch> (from now|from right now|hence|later|out)", (m) => sure({ is: "offset", by: m.stretch })),
  phrase("after <stretch>", (m) => likely({ is: "offset", by: m.stretch })),
  phrase("[now] + <stretch>", (m) => sure({ is: "offset", by: m.stretch })),
  phrase("[(over|over the|within|within the|during|during the)] (next|coming|following) <stretch>", (m) =>
    sure({ is: "offset", by: m.stretch }),
  ),
  phrase("next (hour|minute)", (_, { tokens }) =>
    sure({ is: "offset", by: { months: 0, days: 0, ms: tokens[1]?.norm === "hour" ? 3_600_000 : 60_000 } }),
  ),
  phrase("[set] [(a|an)] [(egg|kitchen)] (timer|alarm|countdown) for <stretch>", (m) =>
    sure({ is: "offset", by: m.stretch }),
  ),
  phrase("[(set|start)] [(me|us)] [(a|an)] <stretch> [-] (timer|alarm|countdown) [for]", (m) =>
    sure({ is: "offset", by: m.stretch }),
  ),
  phrase("<stretch>", (m, { tokens }) =>
    isLength(tokens)
      ? likely({ is: "offset", by: m.stretch, bare: true })
      : alone({ is: "offset", by: m.stretch, bare: true }),
  ),
  phrase("[(right|just)] now", () => likely({ is: "now" })),
  phrase("(immediately|straight away|right away)", () => likely({ is: "now" })),
  phrase("asap", () => sure({ is: "asap" })),
  phrase("as soon as possible", () => sure({ is: "asap" })),
  phrase("(someday|sometime|eventually)", () => alone({ is: "someday" })),
  phrase(
    "(sometime|some time|anytime|any time|whenever|at some point|at some stage|at any point) <phrase>",
    ({ phrase: said }) => (said.pieces.some(({ is }) => is === "someday") ? null : said),
  ),
];

const links = [
  "and",
  ",",
  "also",
  "plus",
  "then",
  "+",
  "or",
  ", and",
  ", also",
  ", then",
  "and also",
  "and again",
  ";",
  "and fire",
  ", and fire",
].map((words) => link(words, () => true));
const separators = ["-", ":", "/", "at", ", at", "@"].map((words) => link(words, () => false));

export const EN_PHRASES = dayPhrases;
export const EN_OFFSETS = [...offsetPhrases, ...links, ...separators];
