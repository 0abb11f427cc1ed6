/** Numbers, units and lengths of time in German. */
import { table } from "../grammar/table.ts";
import { addDurations, duration } from "../when/duration.ts";
import type { TimeUnit } from "../when/types.ts";

const WORDS =
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split(
    " ",
  );
const TENS: Record<string, number> = {
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  neunzig: 90,
  fünfundzwanzig: 25,
  fünfundvierzig: 45,
};
const ORDINALS = "nullt erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft".split(" ");

const UNITS: Record<TimeUnit, string> = {
  second: "sekunde|sekunden|s",
  minute: "minute|minuten",
  hour: "stunde|stunden",
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
  ...Object.entries(TENS).map(([word, value]) => numberWord(word, () => value)),
  number("<integer>", (m) => m.integer),
  number("<numberWord>", (m) => m.numberWord),
  amount("<number>", (m) => m.number),
  amount("<decimal>", (m) => m.decimal),
  amount("(ein|eine|einen|einer|eines)", () => 1),
  amount("(ein paar|einigen|einige)", () => 3),
  amount("(anderthalb|eineinhalb)", () => 1.5),
  amount("½", () => 0.5),
  amount("<integer> ½", (m) => m.integer + 0.5),
  amount("zweieinhalb", () => 2.5),
  amount("dreieinhalb", () => 3.5),
  amount("(halbe|halben)", () => 0.5),
  amount("(einer|eine) (halben|halbe)", () => 0.5),
  ...ORDINALS.slice(1).flatMap((stem, index) =>
    ["e", "en", "er", "es"].map((end) => ordinal(stem + end, () => index + 1)),
  ),
  ordinal("<ordinalNumber>", (m) => m.ordinalNumber),
  nth("<ordinal>", (m) => m.ordinal),
  nth("letzte", () => -1),
  nth("(vorletzte|vorletzten|vorletzter)", () => -2),
  nth("<ordinal> letzte", (m) => -m.ordinal),
  ...Object.entries(UNITS).map(([name, words]) => unit(`(${words})`, () => name as TimeUnit)),
  length("<amount> <unit>", (m) => duration(m.amount, m.unit)),
  length("(einer|eine) viertelstunde", () => duration(15, "minute")),
  length("viertelstunde", () => duration(15, "minute")),
  length("[(einer|eine)] dreiviertelstunde", () => duration(45, "minute")),
  length("<integer> stunden <minutes:integer>", (m) =>
    addDurations(duration(m.integer, "hour"), duration(m.minutes, "minute")),
  ),
  stretch("<lengthOfTime>", (m) => m.lengthOfTime),
  stretch("<lengthOfTime> [,] [und] <stretch>", (m) => addDurations(m.lengthOfTime, m.stretch)),
  stretch("(etwa|ungefähr|circa|ca|rund) [.] <stretch>", (m) => m.stretch),
];
