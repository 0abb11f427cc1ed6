/** Phrases that begin a series, in English; what repeats is described in repeats.ts. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { WEEKEND, WORKDAYS } from "../when/calendar.ts";
import { partClock } from "../when/moment.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Day, PartName, Repeat } from "../when/types.ts";

const phrase = table("phrase");

export const EN_SERIES = [
  phrase("<repeat>", (m) => sure({ is: "repeat", repeat: m.repeat })),
  phrase("on <repeat>", (m) => sure({ is: "repeat", repeat: m.repeat })),
  phrase("<adverb>", (m, { tokens }) => {
    // "annually" is no adjective, as "monthly" may be.
    const adverb = tokens.at(-1)?.norm.endsWith("annually") ?? false;
    const adjective = !m.adverb.timesADay && !m.adverb.timesAWeek && !adverb;
    const strength = m.adverb.timesADay || tokens.length > 2 || adverb ? 2 : 1;
    return { pieces: [{ is: "repeat", repeat: { ...m.adverb, adjective } }], strength };
  }),
  phrase("(every|each) <part>", (m) => sure({ is: "repeat", repeat: daily() }, { is: "part", part: m.part })),
  phrase("(every|each) <partTimes>", (m, { context }) =>
    m.partTimes.length > 1
      ? sure(
          { is: "repeat", repeat: daily() },
          { is: "clocks", clocks: m.partTimes.map((part) => partClock(part, context)) },
        )
      : null,
  ),
  phrase("<every> <part>", (m) =>
    sure({ is: "repeat", repeat: { unit: "day", interval: m.every } }, { is: "part", part: m.part }),
  ),
  phrase("<every> (mornings|afternoons|evenings|nights)", (m, { tokens }) =>
    sure({ is: "repeat", repeat: { unit: "day", interval: m.every } }, { is: "part", part: singular(tokens) }),
  ),
  phrase("[(on|for)] [the] next <number> <weekdayPlural>", (m) =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: [m.weekdayPlural] } },
      { is: "count", times: m.number },
    ),
  ),
  // "every 10 minutes of the hour" counts from the full hour, "every 6 hours of the day" from midnight.
  phrase("<every> (minute|minutes) of (the|each|every|an) hour", (m) =>
    sure({ is: "repeat", repeat: { unit: "minute", interval: m.every } }, { is: "minute", minute: 0 }),
  ),
  phrase("<every> (hour|hours) of (the|each|every|a) day", (m) =>
    sure(
      { is: "repeat", repeat: { unit: "hour", interval: m.every } },
      { is: "from", clock: { hour: 0, minute: 0, second: 0, exact: true } },
    ),
  ),
  phrase("<every> (second|seconds) of (the|each|every|a) minute", (m) =>
    sure({ is: "repeat", repeat: { unit: "second", interval: m.every } }),
  ),
  phrase("(every|each) (full|whole) hour", () =>
    sure({ is: "repeat", repeat: { unit: "hour", interval: 1 } }, { is: "minute", minute: 0 }),
  ),
  phrase("(every|each) hour at <number> [(minutes|minute)] (past|after) [the] [hour]", (m) =>
    m.number < 60
      ? sure({ is: "repeat", repeat: { unit: "hour", interval: 1 } }, { is: "minute", minute: m.number })
      : null,
  ),
  phrase("[at] <number> [minutes] past (each|every) hour", (m) =>
    m.number < 60
      ? sure({ is: "repeat", repeat: { unit: "hour", interval: 1 } }, { is: "minute", minute: m.number })
      : null,
  ),
  phrase("[at] [a] (quarter past|half past|quarter to) (each|every) hour", (_, { tokens }) => {
    const said = (word: string): boolean => tokens.some(({ norm }) => norm === word);
    const minute = said("half") ? 30 : said("to") ? 45 : 15;
    return sure({ is: "repeat", repeat: { unit: "hour", interval: 1 } }, { is: "minute", minute });
  }),
  phrase("every day (this|next|the whole) week", (_, { tokens }) => {
    const week: Day = { type: "period", unit: "week", offset: tokens.some((t) => t.norm === "next") ? 1 : 0 };
    return sure(
      { is: "repeat", repeat: daily() },
      { is: "from", days: [week] },
      { is: "until", days: [{ ...week, edge: "end" }] },
    );
  }),
  phrase("(every|each) <weekdays> <part>", (m) =>
    sure({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdays } }, { is: "part", part: m.part }),
  ),
  phrase("(every|each) <looseClocks>", (m) =>
    m.looseClocks.every((clock) => clock.minutes || clock.half)
      ? sure({ is: "repeat", repeat: daily() }, { is: "clocks", clocks: m.looseClocks })
      : null,
  ),
  phrase("[from] <weekdayRange>", (m) =>
    likely({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdayRange, range: true } }),
  ),
  phrase("(on|for) <weekdayRange>", (m) =>
    likely({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdayRange } }),
  ),
  phrase("(weekday|weekend|weekdays|weekends) (mornings|afternoons|evenings|nights)", (_, { tokens }) =>
    sure(
      {
        is: "repeat",
        repeat: {
          unit: "week",
          interval: 1,
          weekdays: tokens[0]?.norm.startsWith("weekday") ? [...WORKDAYS] : [...WEEKEND],
        },
      },
      { is: "part", part: singular(tokens) },
    ),
  ),
  phrase("[on] <weekdays> (mornings|afternoons|evenings|nights)", (m, { tokens }) =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdays } },
      { is: "part", part: singular(tokens) },
    ),
  ),
  phrase("[(on|every|each)] (weeknight|weeknights|week night|week nights|work night|work nights)", () =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: [...WORKDAYS] } },
      { is: "part", part: "night" },
    ),
  ),
  phrase("[(on|every|each)] (school night|school nights)", () =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: SCHOOL_NIGHTS } },
      { is: "part", part: "night" },
    ),
  ),
  phrase("[(in|on|at)] [the] (mornings|afternoons|evenings|nights)", (_, { tokens }) =>
    likely({ is: "repeat", repeat: { unit: "day", interval: 1 } }, { is: "part", part: singular(tokens) }),
  ),
  phrase("nightly", () =>
    likely({ is: "repeat", repeat: { unit: "day", interval: 1, adjective: true } }, { is: "part", part: "night" }),
  ),
];

/** The nights before a day of school. */
const SCHOOL_NIGHTS: Weekday[] = ["SU", "MO", "TU", "WE", "TH"];

function daily(): Repeat {
  return { unit: "day", interval: 1 };
}

/** "mornings" → the part of the day. */
function singular(tokens: readonly Token[]): PartName {
  return (tokens[tokens.length - 1]?.norm.slice(0, -1) ?? "morning") as PartName;
}
