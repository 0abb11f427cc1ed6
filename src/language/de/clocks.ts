/** Clock times and parts of the day in German. */
import { table } from "../grammar/table.ts";
import { clockAt, inheritHalf, shiftClock } from "../when/clock.ts";
import type { Clock, PartName } from "../when/types.ts";

const hour = table("hour");
const clock = table("clock");
const loose = table("looseClock");
const clocks = table("clocks");
const looseClocks = table("looseClocks");
const part = table("part");
const partTime = table("partTime");
const partTimes = table("partTimes");
const meal = table("meal");

/** The full hour, which may be that of the afternoon. */
const full = (of: number): Clock => ({ hour: of, minute: 0, second: 0 });

const hours = [
  hour("<integer>", (m) => (m.integer <= 24 ? m.integer : null)),
  hour("<numberWord>", (m) => (m.numberWord <= 12 ? m.numberWord : null)),
];

const said = [
  clock("<time> [(uhr|h)]", ({ time }) =>
    clockAt(time.hour, time.minute, {
      second: time.second,
      exact: time.padded || time.hour > 12 || time.hour < 1,
      minutes: true,
    }),
  ),
  // "Uhr" is the 24-hour clock, but three o'clock is said for the afternoon too.
  clock("<hour> uhr", (m) => clockAt(m.hour, 0, { exact: m.hour > 6 })),
  clock("<numberWord> uhr", (m) => (m.numberWord <= 24 ? clockAt(m.numberWord, 0, { exact: true }) : null)),
  clock("<hour:number> uhr <minute:number>", (m) =>
    m.minute < 60 && m.hour <= 24 ? clockAt(m.hour, m.minute, { exact: m.hour > 6, minutes: true }) : null,
  ),
  // "18.00h"; "1.5 h" lasts.
  clock("<decimal> h", ({ decimal }, { tokens }) =>
    tokens[1]?.glued && /^\d+[.]\d\d$/u.test(tokens[0]?.text ?? "")
      ? clockAt(Math.trunc(decimal), Math.round((decimal % 1) * 100), { exact: true, minutes: true })
      : null,
  ),
  clock("<decimal> uhr", ({ decimal }) =>
    clockAt(Math.trunc(decimal), Math.round((decimal % 1) * 100), { exact: true, minutes: true }),
  ),
  clock("halb <hour> [uhr]", (m) => (m.hour > 12 ? null : shiftClock(full(m.hour), -30))),
  clock("viertel vor <hour>", (m) => shiftClock(full(m.hour), -15)),
  clock("viertel (nach|über) <hour>", (m) => shiftClock(full(m.hour), 15)),
  // A quarter of the ninth hour, said in the south and east.
  clock("viertel <hour> [uhr]", (m) => (m.hour > 12 ? null : shiftClock(full(m.hour), -45))),
  clock("drei viertel <hour> [uhr]", (m) => shiftClock(full(m.hour), -15)),
  clock("dreiviertel <hour> [uhr]", (m) => shiftClock(full(m.hour), -15)),
  clock("<number> [(minute|minuten)] vor halb <hour>", (m) => shiftClock(full(m.hour), -30 - m.number)),
  clock("<number> [(minute|minuten)] nach halb <hour>", (m) => shiftClock(full(m.hour), -30 + m.number)),
  clock("<number> [(minute|minuten)] vor <hour> [uhr]", (m) =>
    m.number < 60 ? shiftClock(full(m.hour), -m.number) : null,
  ),
  clock("<number> [(minute|minuten)] nach <hour> [uhr]", (m) =>
    m.number < 60 ? shiftClock(full(m.hour), m.number) : null,
  ),
  clock("mitternacht", () => clockAt(24, 0, { exact: true })),
  clock("(punkt|schlag|genau|exakt) <clock>", (m) => m.clock),
  clock("<clock2:hour> [uhr] (morgens|früh|vormittags)", (m) => clockAt(m.clock2, 0, { half: "am" })),
  clock("<clock2:hour> [uhr] (am|in der) (morgen|früh|vormittag)", (m) => clockAt(m.clock2, 0, { half: "am" })),
  clock("<clock2:hour> [uhr] (nachmittags|abends)", (m) => clockAt(m.clock2, 0, { half: "pm" })),
  clock("<clock2:hour> [uhr] am (nachmittag|abend)", (m) => clockAt(m.clock2, 0, { half: "pm" })),
  clock("<clock2:hour> [uhr] nachts", (m) => clockAt(m.clock2, 0, { half: "night" })),
];

const possible = [
  loose("<hour>", (m, { tokens }) =>
    clockAt(m.hour, 0, { exact: m.hour > 12 || m.hour === 0 || tokens[0]?.text.startsWith("0") === true }),
  ),
  // "um 14h"
  loose("<integer> h", (m, { tokens }) =>
    m.integer <= 24 && tokens[1]?.glued ? clockAt(m.integer, 0, { exact: m.integer > 6 }) : null,
  ),
  loose("<integer>", (m, { tokens }) =>
    tokens[0]?.text.length === 4 && m.integer % 100 < 60 && m.integer < 2400
      ? clockAt(Math.trunc(m.integer / 100), m.integer % 100, { exact: true, minutes: true })
      : null,
  ),
  loose("<decimal>", (m, { tokens }) =>
    /[.]\d\d$/.test(tokens[0]?.text ?? "") && m.decimal < 24
      ? clockAt(Math.trunc(m.decimal), Math.round((m.decimal % 1) * 100), { minutes: true, exact: m.decimal >= 13 })
      : null,
  ),
  loose("(punkt|schlag|genau|circa|ca|etwa|ungefähr) [.] <looseClock>", (m) => m.looseClock),
  loose("<clock>", (m) => m.clock),
];

const lists = [
  clocks("<clock>", (m) => [m.clock]),
  clocks("<clock> [,] (und|oder|,) [um] <clocks>", (m) => [m.clock, ...m.clocks]),
  looseClocks("<looseClock>", (m) => [m.looseClock]),
  looseClocks("<looseClock> [,] (und|oder|,) [um] <looseClocks>", (m) => inheritHalf([m.looseClock, ...m.looseClocks])),
];

const parts = [
  part("(früh|morgens|frühmorgens|frühs)", () => "morning"),
  part("[der] früh", () => "morning"),
  part("morgen", (_, { tokens }) =>
    /^[A-ZÄÖÜ]/u.test(tokens[0]?.text ?? "") || (tokens[0]?.text.length ?? 0) > 6 ? "morning" : null,
  ),
  part("(frühen|späten) morgen", () => "morning"),
  part("[(frühen|späten)] (vormittag|vormittags)", () => "beforeNoon"),
  part("(mittag|mittags)", () => "noon"),
  part("[(frühen|späten)] (nachmittag|nachmittags)", () => "afternoon"),
  part("[(frühen|späten)] (abend|abends)", () => "evening"),
  part("(nacht|nachts|spätabends)", () => "night"),
  meal("(frühstück|frühstücken)", () => "breakfast"),
  meal("(mittagessen|mittagspause)", () => "lunch"),
  meal("(abendessen|abendbrot)", () => "dinner"),
  meal("(schlafengehen|zubettgehen|bettgehen)", () => "bedtime"),
  meal("(feierabend|arbeitsende|büroschluss)", () => "closing"),
];

const EACH: Record<string, PartName> = {
  morgens: "morning",
  früh: "morning",
  vormittags: "beforeNoon",
  mittags: "noon",
  nachmittags: "afternoon",
  abends: "evening",
  nachts: "night",
};

/** Parts of each day: "morgens, mittags und abends". */
const eachDay = [
  ...Object.entries(EACH).map(([word, name]) => partTime(word, () => name)),
  partTimes("<partTime>", (m) => [m.partTime]),
  partTimes("<partTime> [,] (und|,|-|+) <partTimes>", (m) => [m.partTime, ...m.partTimes]),
];

export const DE_CLOCKS = [...hours, ...said, ...possible, ...lists, ...parts, ...eachDay];
