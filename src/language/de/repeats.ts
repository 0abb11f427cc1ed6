/** What repeats, in German. */
import type { Weekday } from "../../core/schedule.ts";
import { table } from "../grammar/table.ts";
import { dateOf } from "../when/day-forms.ts";
import type { Day, Repeat, TimeUnit } from "../when/types.ts";

const every = table("every");
const repeat = table("repeat");

const one = (unit: TimeUnit, interval = 1): Repeat => ({ unit, interval });
const monthly = (days: Day[], interval = 1): Repeat => ({ unit: "month", interval, days });
const inMonth = (day: number): Day => ({ type: "monthDay", day });
const WORKDAYS: Weekday[] = ["MO", "TU", "WE", "TH", "FR"];

const everies = [
  every("[an] jede", () => 1),
  every("jede einzelne", () => 1),
  every("(ein|1) mal (die|pro|am|im|in der|jede)", () => 1),
  every("(alle|jede) <number>", (m) => m.number || null),
  every("ein mal (alle|in) <number>", (m) => m.number || null),
  every("alle paar", () => 3),
  every("[an] jede <ordinal>", (m) => m.ordinal),
];

const A_DAY = "(täglich|am tag|pro tag|jede tag|den tag)";
const A_WEEK = "(wöchentlich|die woche|pro woche|in der woche|jede woche)";
const A_MONTH = "(monatlich|im monat|pro monat|jede monat)";
/** "zweimal im Monat", without naming the days. */
const SPREAD: Partial<Record<number, number[]>> = { 2: [1, 15], 3: [1, 11, 21], 4: [1, 8, 15, 22] };

function inMonths(times: number): Repeat | null {
  const days = SPREAD[times];
  return days ? monthly(days.map(inMonth)) : null;
}

const ADVERBS: [words: string, meaning: Repeat][] = [
  ["[ein mal] (täglich|tagtäglich)", one("day")],
  ["stündlich", one("hour")],
  ["halbstündlich", one("minute", 30)],
  ["viertelstündlich", one("minute", 15)],
  ["minütlich", one("minute")],
  ["[ein mal] wöchentlich", one("week")],
  ["(vierzehntägig|zweiwöchentlich|14tägig|zweiwöchig|vierzehntäglich|14täglich)", one("week", 2)],
  ["14 - tägig", one("week", 2)],
  ["[ein mal] monatlich", one("month")],
  ["zweimonatlich", one("month", 2)],
  ["(vierteljährlich|quartalsweise|quartalsmäßig)", one("month", 3)],
  ["jede quartal", one("month", 3)],
  ["jede (vierteljahr|viertel jahr)", one("month", 3)],
  ["jede (halbjahr|halbe jahr)", one("month", 6)],
  ["alle halbe (jahr|jahre)", one("month", 6)],
  ["[ein mal] jährlich", one("year")],
  ["halbjährlich", one("month", 6)],
];

const plain = [
  repeat("<every> <unit>", (m) => one(m.unit, m.every)),
  repeat("jede (halbe|halben) stunde", () => one("minute", 30)),
  repeat("(jede|alle) viertelstunde", () => one("minute", 15)),
  repeat("(jede|alle) dreiviertelstunde", () => one("minute", 45)),
  repeat("alle <stretch>", (m) =>
    m.stretch.ms && !m.stretch.days && !m.stretch.months ? { unit: "second", interval: 1, ms: m.stretch.ms } : null,
  ),
  repeat("alle <number> tage nach (erledigung|erledigt|der erledigung|dem erledigen)", (m) => ({
    ...one("day", m.number),
    afterDone: true,
  })),
  ...ADVERBS.map(([words, meaning]) => repeat(words, () => meaning)),
  repeat("[immer] im <number> - (tage|tages) - (takt|rhythmus)", (m) => one("day", m.number)),
  repeat("im (wochentakt|wochenrhythmus)", () => one("week")),
  repeat(`<number> (mal|x) ${A_DAY}` as "<number>", (m) =>
    m.number > 1 ? { ...one("day"), timesADay: m.number } : null,
  ),
  repeat(`<number> (mal|x) ${A_WEEK}` as "<number>", (m) =>
    m.number > 1 ? { ...one("week"), timesAWeek: m.number } : null,
  ),
  repeat(`<number> (mal|x) ${A_MONTH}` as "<number>", (m) => inMonths(m.number)),
  repeat("<number> (mal|x) (im|pro) jahr", (m) =>
    m.number > 1 && 12 % m.number === 0 ? one("month", 12 / m.number) : null,
  ),
];

const onWeekdays = [
  repeat("<every> <weekdays>", (m, { tokens }) =>
    tokens.some(({ kind }) => kind === "ordinal") && m.every !== 2
      ? null
      : { ...one("week", m.every), weekdays: m.weekdays },
  ),
  repeat("alle <number> tage [(immer|am|immer am)] <weekdays>", (m) =>
    m.number % 7 === 0 && m.number > 0 ? { ...one("week", m.number / 7), weekdays: m.weekdays } : null,
  ),
  repeat("immer [(am|an)] <weekdays>", (m) => ({ ...one("week"), weekdays: m.weekdays })),
  repeat("(jede woche|wöchentlich) [immer] [(am|an)] <weekdays>", (m) => ({ ...one("week"), weekdays: m.weekdays })),
  repeat("<weekdayPlural>", (m) => ({ ...one("week"), weekdays: [m.weekdayPlural] })),
  repeat("<weekdayPlural> [,] (und|oder|,|+) <weekdays>", (m) => ({
    ...one("week"),
    weekdays: [m.weekdayPlural, ...m.weekdays],
  })),
  repeat("(werktags|wochentags|unter der woche|unterwöchig)", () => ({ ...one("week"), weekdays: WORKDAYS })),
  repeat("an (werktagen|wochentagen|arbeitstagen|schultagen)", () => ({ ...one("week"), weekdays: WORKDAYS })),
  repeat("(wochenends|am wochenende immer|an wochenenden|an den wochenenden)", () => ({
    ...one("week"),
    weekdays: ["SA", "SU"],
  })),
];

const onMonthDays = [
  repeat("[an] jede <nthDays> [(im|des) (monat|monats)]", (m) => monthly(m.nthDays)),
  repeat("[(am|zum)] <nthDays> (jede|im) (monats|monat)", (m, { tokens }) =>
    tokens.some((t) => t.norm === "jede") ? monthly(m.nthDays) : null,
  ),
  repeat("[(am|zum)] <nthDays> <every> (monat|monate|monats)", (m) => monthly(m.nthDays, m.every)),
  repeat("jede <nthDays> (im|in) <months>", (m) => ({ unit: "year", interval: 1, days: m.nthDays, months: m.months })),
  repeat("immer [(am|zum)] <nthDays> [(im|des) (monat|monats)]", (m) => monthly(m.nthDays)),
  repeat("[immer] [(am|zum)] <monthDays> (jede|eines jede|jede einzelnen) (monats|monat)", (m) =>
    monthly(m.monthDays.map(inMonth)),
  ),
  repeat("[(am|zum)] <monthDays> <every> (monat|monate|monats)", (m) => monthly(m.monthDays.map(inMonth), m.every)),
  repeat("immer (am|zum) <monthDays> [(des|im) (monats|monat)]", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("jede <monthDays> [(des|im) (monats|monat)]", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("(monatlich|jede monat) [immer] (am|zum) <monthDays>", (m) => monthly(m.monthDays.map(inMonth))),
  repeat("(monatlich|jede monat) [immer] (am|zum) <nthDays>", (m) => monthly(m.nthDays)),
  repeat("[(am|zum)] (anfang|ende|mitte) jede (monats|monat)", (_, { tokens }) =>
    monthly([inMonth(tokens.some((t) => t.norm === "ende") ? -1 : tokens.some((t) => t.norm === "mitte") ? 15 : 1)]),
  ),
  repeat("(jede|immer zum|immer am) (monatsende|monatsletzten|monatsultimo)", () => monthly([inMonth(-1)])),
  repeat("(jede|immer zum|immer am) (monatsanfang|monatsersten|monatserster)", () => monthly([inMonth(1)])),
];

const yearly = [
  repeat("jede <dates>", (m) => ({ ...one("year"), days: m.dates })),
  repeat("<every> jahre [immer] am <dates>", (m) => ({ ...one("year", m.every), days: m.dates })),
  repeat("[jede jahr] [immer] am <dates> jede (jahr|jahres)", (m) => ({ ...one("year"), days: m.dates })),
  repeat("(jede jahr|jährlich) [immer] (am|zum) <dates>", (m) => ({ ...one("year"), days: m.dates })),
  repeat("(jede jahr|jährlich) [immer] (an|zu|am) <holiday>", (m) => ({ ...one("year"), days: [m.holiday] })),
  repeat("jede <months> am <monthDays>", (m) => ({
    ...one("year"),
    days: m.months.flatMap((month) => m.monthDays.map((day) => dateOf(month, day))),
  })),
  repeat("(jede jahr|jährlich) im <months>", (m) => ({
    ...one("year"),
    days: m.months.map((month) => dateOf(month, 1)),
  })),
  repeat("jede <months>", (m) => ({ ...one("year"), days: m.months.map((month) => dateOf(month, 1)) })),
  repeat("jede <season>", (m) => ({ ...one("year"), days: [{ type: "holiday", name: m.season }] })),
  repeat("jede <holiday>", (m) => ({ ...one("year"), days: [m.holiday] })),
];

export const DE_REPEATS = [...everies, ...plain, ...onWeekdays, ...onMonthDays, ...yearly];
