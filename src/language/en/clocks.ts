/** Clock times, parts of the day and time zones in English. */
import { table } from "../grammar/table.ts";
import { clockAt, inheritHalf, shiftClock } from "../when/clock.ts";

const half = table("half");
const letterHalf = table("letterHalf");
const hour = table("hour");
const clock = table("clock");
const loose = table("looseClock");
const clocks = table("clocks");
const looseClocks = table("looseClocks");
const part = table("part");
const meal = table("meal");
const dayEnd = table("dayEnd");
const partTime = table("partTime");
const partTimes = table("partTimes");

const halves = [
  half("am", () => "am"),
  half("pm", () => "pm"),
  letterHalf("a", (_, { tokens }) => (tokens[0]?.glued ? "am" : null)),
  letterHalf("p", (_, { tokens }) => (tokens[0]?.glued ? "pm" : null)),
  half("in the (am|morning)", () => "am"),
  half("in the (pm|afternoon|evening)", () => "pm"),
  half("at night", () => "night"),
];

const hours = [
  hour("<integer>", (m) => (m.integer <= 24 ? m.integer : null)),
  hour("<numberWord>", (m, { tokens }) =>
    m.numberWord <= 12 && !tokens.some(({ norm }) => norm === "dozen") ? m.numberWord : null,
  ),
];

/** Words that can only be a clock time. */
const sure = [
  clock("<time>", ({ time }) =>
    clockAt(time.hour, time.minute, {
      second: time.second,
      exact: time.padded || time.hour > 12 || time.hour === 0,
      minutes: true,
    }),
  ),
  clock("<time> [-] <half>", ({ time, half }) =>
    clockAt(time.hour, time.minute, { second: time.second, half, minutes: true }),
  ),
  clock("<time> <letterHalf>", ({ time, letterHalf }) =>
    clockAt(time.hour, time.minute, { second: time.second, half: letterHalf, minutes: true }),
  ),
  clock("<time> (hours|h|uhr|hrs)", ({ time }) => clockAt(time.hour, time.minute, { exact: true, minutes: true })),
  clock("<hour> <half>", (m) => clockAt(m.hour, 0, { half: m.half })),
  clock("<decimal> <half>", ({ decimal, half }) =>
    clockAt(Math.trunc(decimal), Math.round((decimal % 1) * 100), { half, minutes: true }),
  ),
  clock("<integer> <half>", ({ integer, half }) =>
    integer > 99 ? clockAt(Math.trunc(integer / 100), integer % 100, { half, minutes: true }) : null,
  ),
  clock("<hour> oclock", (m) => clockAt(m.hour, 0)),
  clock("<hour> oclock <half>", (m) => clockAt(m.hour, 0, { half: m.half })),
  clock("<integer> (h|uhr)", ({ integer }, { tokens: [number, unit] }) => {
    const lasts = unit?.norm === "h" && /^(?:[1-9]|1[0-2])$/.test(number?.text ?? "");
    return integer <= 24 ? clockAt(integer, 0, { exact: true, lasts }) : null;
  }),
  clock("<integer> hundred [hours]", (m) => (m.integer <= 24 ? clockAt(m.integer, 0, { exact: true }) : null)),
  clock("<integer> (hours|hrs|h)", (m, { tokens }) =>
    tokens[0]?.text.length === 4
      ? clockAt(Math.trunc(m.integer / 100), m.integer % 100, { exact: true, minutes: true })
      : null,
  ),
  clock("[a] half (past|after) <looseClock>", (m) => shiftClock(m.looseClock, 30)),
  clock("half <hour>", (m, { tokens }) =>
    tokens[1]?.glued || m.hour > 12 ? null : shiftClock({ hour: m.hour, minute: 0, second: 0 }, 30),
  ),
  clock("[a] quarter (past|after) <looseClock>", (m) => shiftClock(m.looseClock, 15)),
  clock("[a] quarter (to|of|before|till|until) <looseClock>", (m) => shiftClock(m.looseClock, -15)),
  clock("<number> [(minutes|minute)] (past|after) <looseClock>", (m) =>
    m.number < 60 ? shiftClock(m.looseClock, m.number) : null,
  ),
  clock("<number> (minutes|minute) (to|before) <looseClock>", (m) =>
    m.number < 60 ? shiftClock(m.looseClock, -m.number) : null,
  ),
  clock("<number> [(minutes|minute)] (to|before) <clock>", (m) =>
    m.number < 60 ? shiftClock(m.clock, -m.number) : null,
  ),
  clock("<stretch> before [(the|my|our|his|her|their)] <clock>", (m) =>
    m.stretch.ms && !m.stretch.days && !m.stretch.months ? shiftClock(m.clock, -m.stretch.ms / 60_000) : null,
  ),
  clock("<stretch> after <clock>", (m) =>
    m.stretch.ms && !m.stretch.days && !m.stretch.months ? shiftClock(m.clock, m.stretch.ms / 60_000) : null,
  ),
  clock("<numberWord> to <looseClock>", (m) =>
    TO_THE_HOUR.has(m.numberWord) ? shiftClock(m.looseClock, -m.numberWord) : null,
  ),
  clock("[12] (noon|midday|noonish)", () => clockAt(12, 0, { exact: true })),
  clock("mid [-] day", () => clockAt(12, 0, { exact: true })),
  clock("[12] midnight", () => clockAt(24, 0, { exact: true })),
  clock("the <integer> hour", (m) => (m.integer <= 24 ? clockAt(m.integer, 0, { exact: true }) : null)),
  clock("the <ordinal> hour of the day", (m) => (m.ordinal <= 24 ? clockAt(m.ordinal, 0, { exact: true }) : null)),
  clock("the <ordinal> hour", (m) => (m.ordinal <= 24 ? clockAt(m.ordinal, 0, { exact: true }) : null)),
  clock("high noon", () => clockAt(12, 0, { exact: true })),
  clock("<time> [-] ish", ({ time }) => clockAt(time.hour, time.minute, { exact: time.hour > 12, minutes: true })),
  clock("<hour> [-] ish", (m) => clockAt(m.hour, 0)),
  clock("<hour> [-] ish <half>", (m) => clockAt(m.hour, 0, { half: m.half })),
  clock("<hour> <half> [-] ish", (m) => clockAt(m.hour, 0, { half: m.half })),
  clock("<time> <half> [-] ish", ({ time, half }) => clockAt(time.hour, time.minute, { half, minutes: true })),
  clock("(around|about|roughly|approximately|exactly|precisely|sharp) <clock>", (m) => m.clock),
  clock("<hour:numberWord> <minute:numberWord> <half>", ({ hour, minute, half }) =>
    minute >= 10 ? clockAt(hour, minute, { half, minutes: true }) : null,
  ),
  clock("<hour:numberWord> hundred hours", ({ hour }) => clockAt(hour, 0, { exact: true })),
  clock("<hour:numberWord> (oh|o) <minute:numberWord> <half>", ({ hour, minute, half }) =>
    minute < 10 ? clockAt(hour, minute, { half, minutes: true }) : null,
  ),
];
/** "five to nine" is a clock time, "two to nine" are numbers. */
const TO_THE_HOUR: ReadonlySet<number> = new Set([5, 10, 20, 25]);

/** A clock time where the words around it say so: "at 9", "at 1730", "at 9.30". */
const possible = [
  loose("<hour>", (m, { tokens }) =>
    clockAt(m.hour, 0, { exact: m.hour > 12 || m.hour === 0 || tokens[0]?.text.startsWith("0") === true }),
  ),
  loose("<integer>", (m, { tokens }) =>
    (tokens[0]?.text.length ?? 0) >= 3 && m.integer % 100 < 60 && m.integer < 2400
      ? clockAt(Math.trunc(m.integer / 100), m.integer % 100, {
          exact: tokens[0]?.text.length === 4 || m.integer > 1259,
          minutes: true,
        })
      : null,
  ),
  loose("<decimal>", (m, { tokens }) =>
    /[.]\d\d$/.test(tokens[0]?.text ?? "") && m.decimal < 24
      ? clockAt(Math.trunc(m.decimal), Math.round((m.decimal % 1) * 100), { minutes: true, exact: m.decimal >= 13 })
      : null,
  ),
  loose("<hour:numberWord> <minute:numberWord>", ({ hour, minute }) =>
    minute >= 10 && minute < 60 ? clockAt(hour, minute, { minutes: true }) : null,
  ),
  loose("<hour:numberWord> (oh|o) <minute:numberWord>", ({ hour, minute }) =>
    minute < 10 ? clockAt(hour, minute, { minutes: true }) : null,
  ),
  loose("<hour:numberWord> hundred", ({ hour }) => (hour > 12 ? clockAt(hour, 0, { exact: true }) : null)),
  loose("(around|about|roughly|exactly|precisely|sharp|like|uh|um) <looseClock>", (m) => m.looseClock),
  loose("oh <hour:numberWord> hundred [hours]", ({ hour }) => (hour < 10 ? clockAt(hour, 0, { exact: true }) : null)),
  loose("oh <hour:numberWord> <minute:numberWord> [hours]", ({ hour, minute }) =>
    hour < 10 && minute >= 10 && minute < 60 ? clockAt(hour, minute, { exact: true, minutes: true }) : null,
  ),
  loose("<hour> <letterHalf>", (m) => clockAt(m.hour, 0, { half: m.letterHalf })),
  loose("<clock>", (m) => m.clock),
];

const EXACTLY = "(sharp|exactly|precisely|on the dot|or so|or thereabouts|latest|at the latest|at latest|on the nose)";

const lists = [
  clocks("<clock>", (m) => [m.clock]),
  clocks(`<clock> [,] ${EXACTLY}`, (m) => [m.clock]),
  clocks("<clock> [,] (and|or|n|,|+) [at] <clocks>", (m) => inheritHalf([m.clock, ...m.clocks])),
  // Not behind a mere comma: "5pm, 3 June".
  clocks("<clock> [,] (and|or|+) [at] <looseClock>", (m) => inheritHalf([m.clock, m.looseClock])),
  clocks("<a:clock> \\( <b:clock> \\)", ({ a, b }) => [a, b]),
  // "8am 2pm 8pm"
  clocks("<clock> <clocks>", (m) => [m.clock, ...m.clocks]),
  clocks("<hour> [,] (sharp|exactly|on the dot)", (m) => [
    { hour: m.hour, minute: 0, second: 0, ...(m.hour > 12 ? { exact: true } : {}) },
  ]),
  looseClocks("<looseClock>", (m) => [m.looseClock]),
  looseClocks(`<looseClock> [,] ${EXACTLY}`, (m) => [m.looseClock]),
  looseClocks("<looseClock> [,] (and|or|,|+|/) [at] <looseClocks>", (m) =>
    inheritHalf([m.looseClock, ...m.looseClocks]),
  ),
];

const parts = [
  part("[early] morning", () => "morning"),
  part("(first|1st) thing [in the morning]", () => "morning"),
  part("late morning", () => "beforeNoon"),
  part("[(early|late)] afternoon", () => "afternoon"),
  part("[(early|late)] evening", () => "evening"),
  part("night", () => "night"),
  part("late [at] night", () => "night"),
  part("last thing [at night]", () => "night"),
  meal("(breakfast|breakfasttime)", () => "breakfast"),
  meal("(lunch|lunchtime)", () => "lunch"),
  part("(lunchtime|lunch - time)", () => "lunch"),
  part("(dinnertime|suppertime|teatime)", () => "dinner"),
  part("breakfasttime", () => "breakfast"),
  part("mid [-] morning", () => "beforeNoon"),
  part("mid [-] afternoon", () => "afternoon"),
  meal("lunch [-] time", () => "lunch"),
  meal("(dinner|dinnertime|supper|suppertime|teatime)", () => "dinner"),
  meal("(dinner|supper|tea) [-] time", () => "dinner"),
  dayEnd("bedtime", () => "bedtime"),
  dayEnd("going to bed", () => "bedtime"),
  dayEnd("end of [the] [business] day", () => "closing"),
  dayEnd("end of business", () => "closing"),
  dayEnd("end of [the] workday", () => "closing"),
  dayEnd("close of business", () => "closing"),
];

/** "breakfast, lunch and dinner", "in the morning and at night" */
const partLists = [
  partTime("<part>", (m) => m.part),
  partTime("<meal>", (m) => m.meal),
  partTime("<dayEnd>", (m) => m.dayEnd),
  partTime("(noon|midday)", () => "noon"),
  partTimes("<partTime>", (m) => [m.partTime]),
  partTimes("<partTime> [,] (and|or|,|+) [(at|in|with|before|after)] [the] <partTimes>", (m) => [
    m.partTime,
    ...m.partTimes,
  ]),
];

export const EN_CLOCKS = [...halves, ...hours, ...sure, ...possible, ...lists, ...parts, ...partLists];
