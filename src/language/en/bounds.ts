/** Windows, beginnings, ends and exceptions in English. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { duration } from "../when/duration.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Day, Phrase, Piece } from "../when/types.ts";

const phrase = table("phrase");

const AT_MOST = "up to|at most|max|maximum|no more than";
const hoursOf = (start: number, end: number): Piece => ({
  is: "window",
  start: { hour: start, minute: 0, second: 0, exact: true },
  end: { hour: end, minute: 0, second: 0, exact: true },
});
const windows = [
  phrase("<dayWindow>", (m) => sure({ is: "window", ...m.dayWindow })),
  phrase("(during|in|within) [(the|my|our)] (work|working|office|business) hours", () => sure(hoursOf(9, 17))),
  phrase("(during work|while at work|while i am at work|while i'm at work)", () => likely(hoursOf(9, 17))),
  phrase("while [(i am|i'm|im)] awake", () => likely(hoursOf(8, 22))),
];

const AND = "(,|-|;|.|:|and|but|with|, and|, with)";
const COMING =
  "(next|first|the next|the first|next one|first one|next time|first time|next session|first session|next occurrence|first occurrence)";

/** "monday to thursday next week", with a clock time on each of them. */
function daysOfWeek(a: Weekday, b: Weekday, tokens: readonly Token[]): Phrase {
  const weeks = tokens.some(({ norm }) => norm === "this") ? 0 : 1;
  const dayOf = (weekday: Weekday): Day => ({ type: "weekday", weekday, which: "inWeek", weeks });
  return sure({ is: "from", days: [dayOf(a)], each: true }, { is: "until", days: [dayOf(b)] });
}

const bounds = [
  phrase("[,] (starting|beginning|start|commencing) [(from|on|at|in|with|as of)] <day>", (m) =>
    sure({ is: "from", days: [m.day] }),
  ),
  phrase("[,] (starting|beginning) after <day>", (m) => sure({ is: "from", days: [{ type: "after", base: m.day }] })),
  phrase("[,] (starting|beginning) [(from|at)] <looseClock>", (m) => sure({ is: "from", clock: m.looseClock })),
  phrase("starting in <stretch>", (m) => sure({ is: "from", offset: m.stretch })),
  phrase("starting <stretch> from now", (m) => sure({ is: "from", offset: m.stretch })),
  phrase("starting (on|at) the <ordinal> minute [of the hour]", (m) => sure({ is: "from", minute: m.ordinal })),
  phrase("starting (on|at) the <ordinal> hour [of the day]", ({ ordinal }) =>
    ordinal < 24 ? sure({ is: "from", clock: { hour: ordinal, minute: 0, second: 0, exact: true } }) : null,
  ),
  phrase("starting (in|on|at) <year>", (m) => sure({ is: "from", days: [{ type: "month", month: 1, year: m.year }] })),
  phrase("between the <a:ordinal> and [the] <b:ordinal> hour [of the day]", ({ a, b }) =>
    b < 24
      ? sure({
          is: "window",
          start: { hour: a, minute: 0, second: 0, exact: true },
          end: { hour: b, minute: 0, second: 0, exact: true },
        })
      : null,
  ),
  phrase("starting now", () => sure({ is: "from", days: [{ type: "relative", days: 0 }] })),
  phrase("from <day> (on|onwards|onward|forward)", (m) => sure({ is: "from", days: [m.day] })),
  phrase("from <looseClock>", (m) =>
    m.looseClock.minutes || m.looseClock.half || m.looseClock.exact ? sure({ is: "from", clock: m.looseClock }) : null,
  ),
  phrase("(from|as of) <day>", (m) => likely({ is: "from", days: [m.day] })),
  phrase(
    "[from] <a:weekday> (to|until|through|-) <b:weekday> [of] (this|next|the following) week",
    ({ a, b }, { tokens }) => daysOfWeek(a, b, tokens),
  ),
  phrase("(this|next) week [,] [from] <a:weekday> (to|until|through|-) <b:weekday>", ({ a, b }, { tokens }) =>
    daysOfWeek(a, b, tokens),
  ),
  phrase("from <a:day> (to|until|through|-) <b:day>", ({ a, b }) =>
    sure({ is: "from", days: [a], each: true }, { is: "until", days: [b] }),
  ),
  // "every other monday, next one is 7 december"
  phrase(`${AND} ${COMING} [one] [(is|is on|on|will be|will be on|being|:|falls on|=)] [the] <day>`, (m) =>
    likely({ is: "from", days: [m.day] }),
  ),
  phrase(`(,|-|;|and|, and) (starts|begins|started|beginning with|starting with) [(on|the)] <day>`, (m) =>
    likely({ is: "from", days: [m.day] }),
  ),
  phrase("[,] until <day> [at] <clock>", (m) => sure({ is: "until", days: [m.day], clock: m.clock })),
  phrase("[,] (until|through|ending|up until|up to) [(on|at|in)] <day>", (m) => sure({ is: "until", days: [m.day] })),
  phrase("[,] (ends|stop|stopping) (on|at|in) <day>", (m) => sure({ is: "until", days: [m.day] })),
  phrase("<a:day> (-|to|until|through) <b:day>", ({ a, b }) =>
    likely({ is: "from", days: [a] }, { is: "until", days: [b] }),
  ),
  phrase("[(for|during)] [the] rest of [(the|this)] <calendarUnit>", (m) =>
    likely({ is: "until", days: [{ type: "period", unit: m.calendarUnit, offset: 0, edge: "end" }] }),
  ),
  phrase("up to and including <day>", (m) => likely({ is: "until", days: [m.day] })),
  phrase("(to|till) <day>", (m) => likely({ is: "until", days: [m.day] })),
  phrase("until <hour>", (m) =>
    m.hour > 0 && m.hour <= 12 ? likely({ is: "until", clock: { hour: m.hour, minute: 0, second: 0 } }) : null,
  ),
  phrase("(until|ending at) <clock>", (m) => likely({ is: "until", clock: m.clock })),
  phrase("[for] the (next|coming|following) <number> (day|days|night|nights)", (m) =>
    m.number > 1 ? sure({ is: "span", by: duration(m.number, "day"), daily: true }) : null,
  ),
  phrase("for [(the|a)] [(next|coming|following)] <stretch>", (m) => likely({ is: "span", by: m.stretch })),
  phrase("for [(the|a)] (next|coming|following) <unit>", (m) => likely({ is: "span", by: duration(1, m.unit) })),
  phrase(`(for|only|${AT_MOST}) <number> (times|x|occurrences|time|instances|repetitions)`, (m) =>
    m.number > 0 ? likely({ is: "count", times: m.number }) : null,
  ),
  phrase("<number> (times|occurrences|x) [(only|in total|total)]", (m) =>
    m.number > 0 ? likely({ is: "count", times: m.number }) : null,
  ),
  phrase("x <integer>", (m) => (m.integer > 0 ? likely({ is: "count", times: m.integer }) : null)),
  phrase("(twice|thrice)", (_, { tokens }) => likely({ is: "count", times: tokens[0]?.norm === "twice" ? 2 : 3 })),
];

export const EN_BOUNDS = [...windows, ...bounds];
