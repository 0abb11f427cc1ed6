/** Clock times and parts of the day as whole phrases, in English. */
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { shiftClock } from "../when/clock.ts";
import { duration } from "../when/duration.ts";
import { clockNow, partClock } from "../when/moment.ts";
import { alone, likely, sure } from "../when/phrase.ts";
import type { Clock, PartName, Phrase, Piece, TimeUnit } from "../when/types.ts";
import { BEFORE_DAY, DEADLINE } from "./words.ts";

const phrase = table("phrase");

const today: Piece = { is: "days", days: [{ type: "relative", days: 0 }] };
const tomorrow: Piece = { is: "days", days: [{ type: "relative", days: 1 }] };

const clockPhrases = [
  // "1h30" is a length of time.
  phrase("<clocks>", (m, { tokens }) => (isHours(tokens) ? null : sure({ is: "clocks", clocks: m.clocks }))),
  phrase("after <clocks>", (m) => sure({ is: "clocks", clocks: m.clocks })),
  phrase("(at|@|by|around|before|about) <clocks>", (m) => sure({ is: "clocks", clocks: m.clocks.map(asClock) })),
  phrase("for <clocks>", (m) => (m.clocks[0]?.lasts ? null : sure({ is: "clocks", clocks: m.clocks }))),
  phrase("(at|@) (around|about) <looseClocks>", (m) => sure({ is: "clocks", clocks: m.looseClocks })),
  phrase("(at|@) <integer> to <looseClock>", ({ integer, looseClock }) =>
    [5, 10, 20, 25].includes(integer) && looseClock.hour <= 12
      ? sure({ is: "clocks", clocks: [shiftClock(looseClock, -integer)] })
      : null,
  ),
  // "9 to 5 today" are hours.
  phrase("<integer> to <looseClock> (today|tonight|tomorrow)", ({ integer, looseClock }, { tokens }) =>
    [5, 10, 20, 25].includes(integer) && looseClock.hour <= 12
      ? sure(tokens.at(-1)?.norm === "tomorrow" ? tomorrow : today, {
          is: "clocks",
          clocks: [shiftClock(looseClock, -integer)],
        })
      : null,
  ),
  phrase("[(sharp|exactly|precisely|promptly)] (at|@) <looseClocks>", (m) =>
    sure({ is: "clocks", clocks: m.looseClocks }),
  ),
  phrase(`(${DEADLINE}) <clocks>` as "<clocks>", (m) => sure({ is: "clocks", clocks: m.clocks })),
  phrase("(on|at) the hour", () => likely({ is: "minute", minute: 0 })),
  phrase("(at|by) the (top|end) of the hour", () => sure({ is: "minute", minute: 0 })),
  phrase("[at] [a] (quarter past|half past|quarter to) [the hour]", (_, { tokens }) => {
    const said = (word: string): boolean => tokens.some(({ norm }) => norm === word);
    const minute = said("half") ? 30 : said("past") ? 15 : 45;
    return said("hour") ? likely({ is: "minute", minute }) : alone({ is: "minute", minute });
  }),
  phrase("(on|at) the half [-] hour", () => likely({ is: "minute", minute: 30 })),
  phrase("(on|at) the <number> minute", (m) => (m.number < 60 ? likely({ is: "minute", minute: m.number }) : null)),
  phrase("(on|at) the <ordinal> minute of (the|each|every) hour", (m) =>
    m.ordinal < 60 ? sure({ is: "minute", minute: m.ordinal }) : null,
  ),
  phrase("(on|at) the <ordinal> minute", (m) => (m.ordinal < 60 ? likely({ is: "minute", minute: m.ordinal }) : null)),
  phrase("at : <integer>", (m) => (m.integer < 60 ? likely({ is: "minute", minute: m.integer }) : null)),
  phrase("[at] <number> [minutes] past the hour", (m) =>
    m.number < 60 ? likely({ is: "minute", minute: m.number }) : null,
  ),
  phrase("on <clock>", (m, { tokens }) =>
    tokens.some((t) => t.norm === "hour") ? likely({ is: "clocks", clocks: [m.clock] }) : null,
  ),
  phrase("(by|around|before|after) <looseClocks>", (m) => likely({ is: "clocks", clocks: m.looseClocks })),
  phrase("[at] (this|the same|same) time next (week|month|year)", (_, { tokens }) =>
    sure({ is: "offset", by: duration(1, tokens.at(-1)?.norm as TimeUnit) }),
  ),
  phrase("[at] (this|the same|same) time [on] <days>", (m, { context }) =>
    sure({ is: "days", days: m.days }, { is: "clocks", clocks: [clockNow(context)] }),
  ),
  phrase("<days> (at|around) (this|the same) time", (m, { context }) =>
    sure({ is: "days", days: m.days }, { is: "clocks", clocks: [clockNow(context)] }),
  ),
  phrase("<looseClock>", (m, { tokens }) => (isHours(tokens) ? null : alone({ is: "clocks", clocks: [m.looseClock] }))),
  phrase("<looseClocks>", (m) => (m.looseClocks.length > 1 ? alone({ is: "clocks", clocks: m.looseClocks }) : null)),
];

function isHours(tokens: readonly Token[]): boolean {
  return tokens.length === 1 && /^[0-2]h/iu.test(tokens[0]?.text ?? "");
}

/** "at 2h" */
function asClock({ lasts, ...clock }: Clock): Clock {
  return clock;
}

/** "issue 1200 tomorrow morning" is none. */
function beforePart(clock: Clock, [first]: readonly Token[], day: Piece, part: PartName): Phrase | null {
  const isCode = first?.kind === "number" && first.text.length > 2;
  return isCode ? null : likely({ is: "clocks", clocks: [clock] }, day, { is: "part", part });
}

const partPhrases = [
  table("stays")("[right] after (work|office|office hours|working hours)", () => true),
  phrase("tonight", () => sure(today, { is: "part", part: "evening" })),
  phrase("(later|sometime) tonight", () => sure(today, { is: "part", part: "evening" })),
  phrase("this <part>", (m) => sure(today, { is: "part", part: m.part })),
  phrase("later (today|on|this day)", () => sure(today)),
  phrase("<weekday> (am|pm)", (m, { tokens }) =>
    sure(
      { is: "days", days: [{ type: "weekday", weekday: m.weekday, which: "coming", weeks: 0 }] },
      { is: "part", part: tokens.at(-1)?.norm === "am" ? "morning" : "afternoon" },
    ),
  ),
  // Holidays have an eve as well.
  phrase("this eve", () => sure(today, { is: "part", part: "evening" })),
  phrase("tomorrow eve", () => sure(tomorrow, { is: "part", part: "evening" })),
  phrase("<weekday> eve", (m) =>
    sure(
      { is: "days", days: [{ type: "weekday", weekday: m.weekday, which: "coming", weeks: 0 }] },
      { is: "part", part: "evening" },
    ),
  ),
  phrase("this avo", () => sure(today, { is: "part", part: "afternoon" })),
  phrase("<days> <part>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: m.part })),
  phrase(`(${BEFORE_DAY}) <days> <part>`, (m, { tokens }) =>
    tokens[0]?.norm === "in" ? null : sure({ is: "days", days: m.days }, { is: "part", part: m.part }),
  ),
  phrase("[(in|during|by)] [the] <part> (of|on) <days>", (m) =>
    sure({ is: "days", days: m.days }, { is: "part", part: m.part }),
  ),
  phrase("(in|during|by|at|before|after|on) [the] <part>", (m, { tokens }) =>
    m.part === "closing" && tokens[0]?.norm === "in" ? null : sure({ is: "part", part: m.part }),
  ),
  phrase("<part>", (m) => alone({ is: "part", part: m.part })),
  phrase("[(at|in|with|before|after|during|for)] [the] <partTimes>", (m, { context }) =>
    m.partTimes.length > 1 ? sure({ is: "clocks", clocks: m.partTimes.map((part) => partClock(part, context)) }) : null,
  ),
  phrase("[(at|by|before|after|around)] [the] <dayEnd>", (m) => sure({ is: "part", part: m.dayEnd })),
  phrase("(before|at) bed", () => sure({ is: "part", part: "bedtime" })),
  phrase("(at|by|before|after|around|over|during|with) <meal>", (m) => sure({ is: "part", part: m.meal })),
  // "post" is a verb at the beginning.
  phrase("[right] post [-] <meal>", (m, { before, tokens }) =>
    before || tokens[0]?.norm === "right" ? likely({ is: "part", part: m.meal }) : null,
  ),
  phrase("<stays>", () => likely({ is: "part", part: "afterWork" })),
  phrase("early <days>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: "morning" })),
  // "dinner 8 tonight"; "for 8 tonight" counts people (when/adjective.ts)
  phrase("<looseClock> tonight", (m, { tokens }) => beforePart(m.looseClock, tokens, today, "evening")),
  phrase("<looseClock> this <part>", (m, { tokens }) => beforePart(m.looseClock, tokens, today, m.part)),
  phrase("<looseClock> tomorrow <part>", (m, { tokens }) => beforePart(m.looseClock, tokens, tomorrow, m.part)),
  phrase("tom <part>", (m) => sure(tomorrow, { is: "part", part: m.part })),
  phrase("last thing tonight", () => sure(today, { is: "part", part: "night" })),
  phrase("late tonight", () => sure(today, { is: "part", part: "night" })),
  phrase("late <days>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: "evening" })),
];

export const EN_CLOCK_PHRASES = [...clockPhrases, ...partPhrases];
