/** Numbers, units and lengths of time in English. */
import { table } from "../grammar/table.ts";
import { addDurations, duration } from "../when/duration.ts";
import type { TimeUnit } from "../when/types.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

const UNITS: Record<TimeUnit, string> = {
  second: "second|seconds|s",
  minute: "minute|minutes|m",
  hour: "hour|hours|h",
  day: "day|days|d",
  week: "week|weeks|w",
  month: "month|months|mo",
  year: "year|years|y",
};

const numberWord = table("numberWord");
const number = table("number");
const amount = table("amount");
const nth = table("nth");
const ordinal = table("ordinal");
const unit = table("unit");
const length = table("lengthOfTime");
const stretch = table("stretch");

const numbers = [
  ...ONES.slice(1).map((word, value) => numberWord(word, () => value + 1)),
  ...TENS.map((word, index) => numberWord(word, () => 20 + index * 10)),
  ...TENS.flatMap((word, index) =>
    ONES.slice(1, 10).map((one, value) => numberWord(`${word} [-] ${one}`, () => 21 + index * 10 + value)),
  ),
  ...["a hundred", "one hundred"].map((words) => numberWord(words, () => 100)),
  numberWord("(a|one) hundred [and] <rest:numberWord>", ({ rest }) => (rest < 100 ? 100 + rest : null)),
  numberWord("[a] dozen", () => 12),
  numberWord("half a dozen", () => 6),
  number("<integer>", (m) => m.integer),
  number("<numberWord>", (m) => m.numberWord),
];

const SIGNS: Record<string, number> = { "¼": 0.25, "½": 0.5, "¾": 0.75 };

/** "3/4"; "9/11" and "4/3" are none. */
function fraction(a: number, b: number): number | null {
  return a > 0 && a < b && b < 9 ? a / b : null;
}

/** How many, also vaguely and in parts. Said defaults: a few 3, several 7. */
const amounts = [
  amount("<number>", (m) => m.number),
  amount("<decimal>", (m) => m.decimal),
  amount("(a|an)", () => 1),
  amount("[a] couple [of]", () => 2),
  amount("[a] few", () => 3),
  amount("several", () => 7),
  amount("[a] half [-] [(a|an)]", () => 0.5),
  amount("[a] quarter [of] [(a|an)]", () => 0.25),
  amount("<number> dozen", (m) => 12 * m.number),
  amount("(three|3) (quarter|quarters) of [(a|an)]", () => 0.75),
  amount("<a:integer> / <b:integer> [(of|of a|of an|a|an)]", ({ a, b }) => fraction(a, b)),
  amount("<number> [and] <a:integer> / <b:integer>", ({ number, a, b }) => {
    const part = fraction(a, b);
    return part === null ? null : number + part;
  }),
  amount("<number> and [(a|an)] half", (m) => m.number + 0.5),
  amount("<number> and [a] quarter [of]", (m) => m.number + 0.25),
  amount("<number> and <n:number> (quarter|quarters) [of]", (m) => m.number + m.n / 4),
  ...Object.entries(SIGNS).flatMap(([sign, value]) => [
    amount(`${sign} [(of|of a|of an|a|an)]`, () => value),
    amount(`<integer> ${sign}`, (m) => m.integer + value),
  ]),
];

const ordinals = [
  ...ORDINALS.slice(1).map((word, index) => ordinal(word, () => index + 1)),
  ...ORDINALS.slice(1, 10).map((word, index) => ordinal(`twenty [-] ${word}`, () => 21 + index)),
  ordinal("thirtieth", () => 30),
  ordinal("thirty [-] first", () => 31),
  ordinal("<ordinalNumber>", (m) => (m.ordinalNumber > 0 ? m.ordinalNumber : null)),
  nth("<ordinal>", (m) => m.ordinal),
  nth("last", () => -1),
  nth("final", () => -1),
  nth("<ordinal> [-] [to] [the] [-] last", (m) => -m.ordinal),
  nth("<ordinal> from [the] (last|end)", (m) => -m.ordinal),
  nth("penultimate", () => -2),
  nth("next [-] to [-] last", () => -2),
];

const units = Object.entries(UNITS).map(([name, words]) => unit(`(${words})`, () => name as TimeUnit));

const lengths = [
  length("<time>", (m, { tokens }) =>
    /h/iu.test(tokens[0]?.text ?? "")
      ? addDurations(duration(m.time.hour, "hour"), duration(m.time.minute, "minute"))
      : null,
  ),
  length("<time> (hours|hour|h|hrs)", (m) =>
    addDurations(duration(m.time.hour, "hour"), duration(m.time.minute, "minute")),
  ),
  length("<amount> <unit>", (m) => duration(m.amount, m.unit)),
  length("<amount> (more|extra|additional|whole|full) <unit>", (m) => duration(m.amount, m.unit)),
  // "in an hour's time"
  ...Object.keys(UNITS).map((name) => length(`<amount> ${name}'s time`, (m) => duration(m.amount, name as TimeUnit))),
  length("[a] (fortnight|fortnights)", () => duration(2, "week")),
  length("<amount> (fortnight|fortnights)", (m) => duration(2 * m.amount, "week")),
  length("<amount> (quarter|quarters)", (m) => duration(3 * m.amount, "month")),
  length("<amount> (decade|decades)", (m) => duration(10 * m.amount, "year")),
  length("<integer> '", (m) => duration(m.integer, "minute")),
  length('<integer> "', (m) => duration(m.integer, "second")),
  length("<amount> <unit> (and|n) [a] half", (m) =>
    m.unit === "month"
      ? addDurations(duration(m.amount, "month"), duration(15, "day"))
      : duration(m.amount + 0.5, m.unit),
  ),
  length("<amount> <unit> and [a] quarter", (m) => duration(m.amount + 0.25, m.unit)),
  length("<amount> <unit> and (three|3) quarters", (m) => duration(m.amount + 0.75, m.unit)),
  length("<amount> (hour|hours|h) [and] <minutes:number>", (m) =>
    m.minutes < 60 ? addDurations(duration(m.amount, "hour"), duration(m.minutes, "minute")) : null,
  ),
  length("<integer> - <unit>", (m) => (m.integer < 1000 ? duration(m.integer, m.unit) : null)),
];

const stretches = [
  stretch("<lengthOfTime>", (m) => m.lengthOfTime),
  stretch("<lengthOfTime> [,] [and] <stretch>", (m) => addDurations(m.lengthOfTime, m.stretch)),
  stretch("<lengthOfTime> or so", (m) => m.lengthOfTime),
  stretch("<number> or so <unit>", (m) => duration(m.number, m.unit)),
  stretch(
    "(around|about|approximately|roughly|exactly|almost|nearly|like|maybe|just|another|no more than|not more than|less than|under|at most) <stretch>",
    (m) => m.stretch,
  ),
];

export const EN_NUMBERS = [...numbers, ...amounts, ...ordinals, ...units, ...lengths, ...stretches];
