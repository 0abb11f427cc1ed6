/** Numbers, units and lengths of time in German. */
import { table } from "../grammar/table.ts";
import { addDurations, duration } from "../when/duration.ts";
import type { TimeUnit } from "../when/types.ts";

const WORDS =
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split(
    " ",
  );
const TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");
const ONES = "ein zwei drei vier fünf sechs sieben acht neun".split(" ");
/** "fünfundvierzig" → 45 */
const COMPOUNDS: [word: string, value: number][] = TENS.flatMap((ten, i) => [
  ...(i > 0 ? [[ten, 10 * (i + 2)] as [string, number]] : []),
  ...ONES.map((one, j): [string, number] => [`${one}und${ten}`, 10 * (i + 2) + j + 1]),
]);
const ORDINALS = [
  ..."nullt erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst".split(
    " ",
  ),
  ...ONES.map((one) => `${one}undzwanzigst`),
  "dreißigst",
  "einunddreißigst",
];

const UNITS: Record<TimeUnit, string> = {
  second: "sekunde|sekunden|s",
  minute: "minute|minuten",
  hour: "stunde|stunden|h",
  day: "tag|tage|tagen|d",
  week: "woche|wochen|w",
  month: "monat|monate|monaten|m",
  year: "jahr|jahre|jahren",
};

const numberWord = table("numberWord");
const number = table("number");
const amount = table("amount");
const nth = table("nth");
const ordinal = table("ordinal");
const unit = table("unit");
const length = table("lengthOfTime");
const stretch = table("stretch");

export const DE_NUMBERS = [
  ...WORDS.slice(1).map((word, index) => numberWord(word, () => index + 1)),
  ...COMPOUNDS.map(([word, value]) => numberWord(word, () => value)),
  numberWord("hundert", () => 100),
  number("<integer>", (m) => m.integer),
  number("<numberWord>", (m) => m.numberWord),
  amount("<number>", (m) => m.number),
  amount("<decimal>", (m) => m.decimal),
  amount("(ein|eine|einen|einer|eines)", () => 1),
  amount("(anderthalb|eineinhalb)", () => 1.5),
  amount("(paar|ein paar|einige)", () => 3),
  amount("½", () => 0.5),
  amount("<integer> ½", (m) => m.integer + 0.5),
  amount("zweieinhalb", () => 2.5),
  amount("dreieinhalb", () => 3.5),
  amount("(halbe|halben)", () => 0.5),
  amount("(einer|eine|einen|ein) (halben|halbe|halbes)", () => 0.5),
  ...ORDINALS.slice(1).flatMap((stem, index) =>
    ["e", "en", "er", "es"].map((end) => ordinal(stem + end, () => index + 1)),
  ),
  ordinal("<ordinalNumber>", (m) => m.ordinalNumber),
  nth("<ordinal>", (m) => m.ordinal),
  nth("(letzte|allerletzte)", () => -1),
  nth("(vorletzte|vorletzten|vorletzter)", () => -2),
  nth("<ordinal> letzte", (m) => -m.ordinal),
  ...Object.entries(UNITS).map(([name, words]) => unit(`(${words})`, () => name as TimeUnit)),
  length("<amount> <unit>", (m) => duration(m.amount, m.unit)),
  length("(einer|eine) viertelstunde", () => duration(15, "minute")),
  length("viertelstunde", () => duration(15, "minute")),
  length("[(einer|eine)] dreiviertelstunde", () => duration(45, "minute")),
  length("[(einer|eine)] dreiviertel stunde", () => duration(45, "minute")),
  length("[(einer|eine)] viertel stunde", () => duration(15, "minute")),
  length("(einen|ein) (vierteljahr|viertel jahr|quartal)", () => duration(3, "month")),
  length("(einen|ein) halbjahr", () => duration(6, "month")),
  length("<integer> (stunden|h) <minutes:integer>", (m) =>
    m.minutes >= 5 && m.minutes < 60 ? addDurations(duration(m.integer, "hour"), duration(m.minutes, "minute")) : null,
  ),
  stretch("<lengthOfTime>", (m) => m.lengthOfTime),
  stretch("<lengthOfTime> [,] [und] <stretch>", (m) => addDurations(m.lengthOfTime, m.stretch)),
  stretch("(etwa|ungefähr|circa|ca|rund|so|genau) [.] <stretch>", (m) => m.stretch),
];
