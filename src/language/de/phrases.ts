/** Clock times, series and whole phrases in German. */
import { table } from "../grammar/table.ts";
import { clockAt, inheritHalf, shiftClock } from "../when/clock.ts";
import { dateOf } from "../when/day-forms.ts";
import { duration, roughMs } from "../when/duration.ts";
import { daysOf, monthsOf, weekdaysOf } from "../when/except.ts";
import { alone, likely, sure } from "../when/phrase.ts";
import type { Day, PartName, Piece, Repeat, TimeUnit } from "../when/types.ts";

const hour = table("hour");
const clock = table("clock");
const loose = table("looseClock");
const clocks = table("clocks");
const looseClocks = table("looseClocks");
const part = table("part");
const every = table("every");
const repeat = table("repeat");
const phrase = table("phrase");
const link = table("link");
const notTime = table("notTime");

const one = (unit: TimeUnit, interval = 1): Repeat => ({ unit, interval });
const monthly = (days: Day[], interval = 1): Repeat => ({ unit: "month", interval, days });
const inMonth = (day: number): Day => ({ type: "monthDay", day });

const times = [
  hour("<integer>", (m) => (m.integer <= 24 ? m.integer : null)),
  hour("<numberWord>", (m) => (m.numberWord <= 12 ? m.numberWord : null)),
  clock("<time> [uhr]", ({ time }) =>
    clockAt(time.hour, time.minute, {
      second: time.second,
      exact: time.padded || time.hour > 12 || time.hour < 1,
      minutes: true,
    }),
  ),
  // "Uhr" is the 24-hour clock, but three o'clock is said for the afternoon too.
  clock("<hour> uhr", (m) => clockAt(m.hour, 0, { exact: m.hour > 6 })),
  clock("<hour> uhr <minute:integer>", (m) =>
    m.minute < 60 ? clockAt(m.hour, m.minute, { exact: m.hour > 6, minutes: true }) : null,
  ),
  clock("<decimal> uhr", ({ decimal }) =>
    clockAt(Math.trunc(decimal), Math.round((decimal % 1) * 100), { exact: true, minutes: true }),
  ),
  clock("halb <hour>", (m) => (m.hour > 12 ? null : shiftClock({ hour: m.hour, minute: 0, second: 0 }, -30))),
  clock("viertel vor <hour>", (m) => shiftClock({ hour: m.hour, minute: 0, second: 0 }, -15)),
  clock("viertel nach <hour>", (m) => shiftClock({ hour: m.hour, minute: 0, second: 0 }, 15)),
  clock("dreiviertel <hour>", (m) => shiftClock({ hour: m.hour, minute: 0, second: 0 }, -15)),
  clock("<number> vor <hour>", (m) => shiftClock({ hour: m.hour, minute: 0, second: 0 }, -m.number)),
  clock("<number> nach <hour>", (m) => shiftClock({ hour: m.hour, minute: 0, second: 0 }, m.number)),
  clock("mitternacht", () => clockAt(24, 0, { exact: true })),
  clock("<clock2:hour> (morgens|früh|vormittags)", (m) => clockAt(m.clock2, 0, { half: "am" })),
  clock("<clock2:hour> [uhr] (morgens|früh|vormittags)", (m) => clockAt(m.clock2, 0, { half: "am" })),
  clock("<clock2:hour> [uhr] (nachmittags|abends)", (m) => clockAt(m.clock2, 0, { half: "pm" })),
  clock("<clock2:hour> [uhr] nachts", (m) => clockAt(m.clock2, 0, { half: "night" })),
  loose("<hour>", (m) => clockAt(m.hour, 0, { exact: m.hour > 12 || m.hour === 0 })),
  loose("<clock>", (m) => m.clock),
  clocks("<clock>", (m) => [m.clock]),
  clocks("<clock> [,] (und|,) [um] <clocks>", (m) => [m.clock, ...m.clocks]),
  looseClocks("<looseClock>", (m) => [m.looseClock]),
  looseClocks("<looseClock> [,] (und|,) [um] <looseClocks>", (m) => inheritHalf([m.looseClock, ...m.looseClocks])),
  part("(früh|morgens)", () => "morning"),
  part("morgen", (_, { tokens }) =>
    /^[A-ZÄÖÜ]/u.test(tokens[0]?.text ?? "") || (tokens[0]?.text.length ?? 0) > 6 ? "morning" : null,
  ),
  part("(vormittag|vormittags)", () => "beforeNoon"),
  part("(mittag|mittags)", () => "noon"),
  part("(nachmittag|nachmittags)", () => "afternoon"),
  part("(abend|abends)", () => "evening"),
  part("(nacht|nachts)", () => "night"),
];

const series = [
  every("jede", () => 1),
  every("(alle|jede) <number>", (m) => m.number),
  every("jede <ordinal>", (m) => m.ordinal),
  repeat("<every> <unit>", (m) => one(m.unit, m.every)),
  repeat("jede (halbe|halben) stunde", () => one("minute", 30)),
  repeat("jede viertelstunde", () => one("minute", 15)),
  repeat("alle <stretch>", (m) =>
    m.stretch.ms && !m.stretch.days && !m.stretch.months ? { unit: "second", interval: 1, ms: m.stretch.ms } : null,
  ),
  repeat("alle <number> tage nach (erledigung|erledigt)", (m) => ({ ...one("day", m.number), afterDone: true })),
  repeat("täglich", () => one("day")),
  repeat("stündlich", () => one("hour")),
  repeat("wöchentlich", () => one("week")),
  repeat("(vierzehntägig|zweiwöchentlich|14tägig)", () => one("week", 2)),
  repeat("monatlich", () => one("month")),
  repeat("(vierteljährlich|quartalsweise)", () => one("month", 3)),
  repeat("jede quartal", () => one("month", 3)),
  repeat("jährlich", () => one("year")),
  repeat("halbjährlich", () => one("month", 6)),
  repeat("(zweimal|2 mal|2 x) (im|pro) monat", () => monthly([inMonth(1), inMonth(15)])),
  repeat("zweimal (täglich|am tag|pro tag)", () => ({ ...one("day"), timesADay: 2 })),
  repeat("dreimal (täglich|am tag|pro tag)", () => ({ ...one("day"), timesADay: 3 })),
  repeat("<number> mal (täglich|am tag|pro tag)", (m) => ({ ...one("day"), timesADay: m.number })),
  repeat("<every> <weekdays>", (m, { tokens }) =>
    tokens[1]?.kind === "ordinal" && m.every !== 2 ? null : { ...one("week", m.every), weekdays: m.weekdays },
  ),
  repeat("<weekdayPlural>", (m) => ({ ...one("week"), weekdays: [m.weekdayPlural] })),
  repeat("<weekdayPlural> [,] (und|,) <weekdays>", (m) => ({
    ...one("week"),
    weekdays: [m.weekdayPlural, ...m.weekdays],
  })),
  repeat("(werktags|wochentags)", () => ({ ...one("week"), weekdays: ["MO", "TU", "WE", "TH", "FR"] })),
  repeat("(wochenends|am wochenende immer)", () => ({ ...one("week"), weekdays: ["SA", "SU"] })),
  repeat("jede <nthDays> [(im|des) (monat|monats)]", (m) => monthly(m.nthDays)),
  repeat("[am] <nthDays> (jede|im) (monats|monat)", (m, { tokens }) =>
    tokens.some((t) => t.norm === "jede") ? monthly(m.nthDays) : null,
  ),
  repeat("[am] <nthDays> <every> (monat|monate|monats)", (m) => monthly(m.nthDays, m.every)),
  repeat("jede <nthDays> (im|in) <months>", (m) => ({ unit: "year", interval: 1, days: m.nthDays, months: m.months })),
  repeat("[am] <monthDays> (jede|eines jede|jede einzelnen) (monats|monat)", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("[am] <monthDays> <every> (monat|monate|monats)", (m) => monthly(m.monthDays.map(inMonth), m.every)),
  repeat("jede <monthDays> [(des|im) (monats|monat)]", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("monatlich am <monthDays>", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("jede monat am <monthDays>", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("jede monat am <nthDays>", (m) => monthly(m.nthDays)),
  repeat("[am] (anfang|ende|mitte) jede (monats|monat)", (_, { tokens }) =>
    monthly([inMonth(tokens.some((t) => t.norm === "ende") ? -1 : tokens.some((t) => t.norm === "mitte") ? 15 : 1)]),
  ),
  repeat("jede <dates>", (m) => ({ ...one("year"), days: m.dates })),
  repeat("<every> jahre am <dates>", (m) => ({ ...one("year", m.every), days: m.dates })),
  repeat("[jede jahr] am <dates> jede (jahr|jahres)", (m) => ({ ...one("year"), days: m.dates })),
  repeat("(jede jahr|jährlich) am <dates>", (m) => ({ ...one("year"), days: m.dates })),
  repeat("jede <months> am <monthDays>", (m) => ({
    ...one("year"),
    days: m.months.flatMap((month) => m.monthDays.map((day) => dateOf(month, day))),
  })),
  repeat("jede <holiday>", (m) => ({ ...one("year"), days: [m.holiday] })),
];

const daily: Piece = { is: "repeat", repeat: { unit: "day", interval: 1 } };
const PLURAL_PARTS: Record<string, PartName> = {
  morgens: "morning",
  vormittags: "beforeNoon",
  mittags: "noon",
  nachmittags: "afternoon",
  abends: "evening",
  nachts: "night",
};

const phrases = [
  phrase("<days>", (m, { tokens }) => {
    const short = tokens.length === 1 && (tokens[0]?.text.length ?? 0) <= 2;
    if ((m.days[0]?.type === "month" && tokens.length === 1) || (short && tokens[0]?.norm === "so"))
      return alone({ is: "days", days: m.days });
    return short || m.days[0]?.type === "monthDay"
      ? likely({ is: "days", days: m.days })
      : sure({ is: "days", days: m.days });
  }),
  phrase("(am|vor|für|gegen|im|zu|zum|an|den|der|nach|in|in der) <days>", (m) => sure({ is: "days", days: m.days })),
  phrase("am <decimal>", (_, { tokens }) => {
    const [day = 0, month = 0] = (tokens[1]?.text ?? "").split(".").map(Number);
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return exists ? sure({ is: "days", days: [dateOf(month, day)] }) : null;
  }),
  phrase("<clocks>", (m) => sure({ is: "clocks", clocks: m.clocks })),
  phrase("(um|gegen|vor|nach) <looseClocks>", (m) => sure({ is: "clocks", clocks: m.looseClocks })),
  phrase("<looseClock>", (m) => alone({ is: "clocks", clocks: [m.looseClock] })),
  phrase("<days> <part>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: m.part })),
  phrase("am <days> <part>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: m.part })),
  phrase("(am|in der|gegen|zu) <part>", (m) => sure({ is: "part", part: m.part })),
  phrase("(morgens|vormittags|mittags|nachmittags|abends|nachts)", (_, { tokens }) =>
    likely({ is: "part", part: PLURAL_PARTS[tokens[0]?.norm ?? ""] ?? "morning" }),
  ),
  phrase("<part>", (m) => alone({ is: "part", part: m.part })),
  phrase("in <stretch>", (m) => sure({ is: "offset", by: m.stretch })),
  // "in 5-10 Minuten": as soon as may be
  phrase("in <a:number> (-|bis|oder) <b:number> <unit>", ({ a, b, unit }) =>
    a < b ? sure({ is: "offset", by: duration(a, unit) }) : null,
  ),
  phrase("heute in einer woche", () => sure({ is: "offset", by: { months: 0, days: 7, ms: 0 } })),
  phrase("<stretch>", (m) => likely({ is: "offset", by: m.stretch, bare: true })),
  phrase("(jetzt|sofort)", () => likely({ is: "now" })),
  phrase("irgendwann", () => alone({ is: "someday" })),
  phrase("<repeat>", (m) => sure({ is: "repeat", repeat: m.repeat })),
  phrase("jede <part>", (m) => sure(daily, { is: "part", part: m.part })),
  phrase("jede <weekdays> <part>", (m) =>
    sure({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdays } }, { is: "part", part: m.part }),
  ),
  phrase("jede (früh|morgen)", () => sure(daily, { is: "part", part: "morning" })),
  phrase("<weekdayPlural> <part>", (m) =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: [m.weekdayPlural] } },
      { is: "part", part: m.part },
    ),
  ),
  phrase("[(von|am)] <weekdayRange>", (m) =>
    likely({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdayRange, range: true } }),
  ),
  phrase("zwischen <a:looseClock> und <b:looseClock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("von <a:looseClock> bis <b:looseClock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("<a:looseClock> (-|bis) <b:clock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("[,] ab [dem] <days>", (m) => sure({ is: "from", days: m.days })),
  phrase("[,] bis [(zum|einschließlich)] <days>", (m) => sure({ is: "until", days: m.days })),
  phrase("[,] bis <days> <clock>", (m) => sure({ is: "until", days: m.days, clock: m.clock })),
  phrase("ab <clock>", (m) => likely({ is: "from", clock: m.clock })),
  phrase("bis <clock>", (m) => likely({ is: "until", clock: m.clock })),
  phrase("[,] (für|lang) [die nächsten] <stretch>", (m) => likely({ is: "span", by: m.stretch })),
  phrase("<stretch> lang", (m) => likely({ is: "span", by: m.stretch })),
  phrase("[,] <number> mal", (m) => likely({ is: "count", times: m.number })),
  phrase("[,] außer [(am|im|an)] <days>", (m) =>
    likely({ is: "except", days: daysOf(m.days), weekdays: weekdaysOf(m.days), months: monthsOf(m.days) }),
  ),
  phrase("[,] außer <weekdays>", (m) => likely({ is: "except", days: [], weekdays: m.weekdays, months: [] })),
  phrase("[,] [und] [auch] <stretch> (vorher|davor|früher)", (m) => likely({ is: "lead", ms: [roughMs(m.stretch)] })),
  phrase("[,] [und] (frag|frage|erinnere|nerv|nerve) [mich] alle <stretch> bis [es] (erledigt|fertig) [ist]", (m) =>
    sure({ is: "nag", everyMs: roughMs(m.stretch), max: 6 }),
  ),
  phrase("[,] bis [(es|das|ich|ich es|ich das)] (erledigt|fertig|gemacht) [(ist|bin|habe)]", () =>
    likely({ is: "nag", everyMs: 600_000, max: 6, unpaced: true }),
  ),
  phrase("(dringend|kritisch) (:|!|-|,)", () => likely({ is: "critical" })),
  phrase("[,] (dringend|kritisch|wichtig)", () => alone({ is: "critical" })),
  phrase("[,] [aber] (lautlos|stumm|leise|ohne ton)", () => alone({ is: "silent" })),
  phrase("zum zweiten mal", () => alone({ is: "fold" })),
  phrase("<zonePath>", (m) => sure({ is: "zone", zone: m.zonePath, phrase: m.zonePath })),
];

const links = [
  ...["und", ",", "+", ", und"].map((words) => link(words, () => true as const)),
  ...["-", "um", ", um"].map((words) => link(words, () => false as const)),
];
const notTimes = [
  "guten (morgen|abend|tag)",
  "gute nacht",
  "(der|die|das) monatliche",
  "am ende",
  "zweite (chance|wahl|hand)",
].map((words) => notTime(words, () => true));

export const DE_PHRASES = [...times, ...series, ...phrases, ...links, ...notTimes];
