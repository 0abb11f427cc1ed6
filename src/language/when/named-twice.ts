/** "new year's eve party 31.12. 22:00": a holiday whose date is said as well is a name there, and stays in the task. */
import { toLocal } from "../../time/resolve.ts";
import type { Reader } from "../grammar/grammar.ts";
import { holidayDate } from "./holidays.ts";
import type { Span } from "./place.ts";
import type { Day, Phrase } from "./types.ts";

type OnDate = Extract<Day, { type: "date" }>;
type Holiday = Extract<Day, { type: "holiday" }>;

/** Where a phrase only says by name a day whose date the sentence says elsewhere. */
export function namedTwice(reader: Reader): Span[] {
  const phrases = reader.tokens.flatMap((_, from) =>
    reader.read("phrase", from).map(({ end, value }) => ({ from, end, days: daysOf(value) })),
  );
  const dates = phrases.flatMap(({ days }) => days).flatMap(datesIn);
  if (dates.length === 0) return [];
  const { now, zone } = reader.context;
  const thisYear = Number(toLocal(now, zone).slice(0, 4));
  const isDated = (day: Day) => day.type === "holiday" && dates.some((date) => isSame(day, date, thisYear));
  return phrases.filter(({ days }) => days.length > 0 && days.every(isDated)).map(({ from, end }) => ({ from, end }));
}

function daysOf({ pieces }: Phrase): Day[] {
  return pieces.flatMap((piece) => (piece.is === "days" ? piece.days : []));
}

function datesIn(day: Day): OnDate[] {
  if (day.type === "either") return [...datesIn(day.first), ...datesIn(day.second)];
  return day.type === "date" ? [day] : [];
}

function isSame({ name, year }: Holiday, date: OnDate, thisYear: number): boolean {
  const said = date.year ?? year;
  return (said === undefined ? [thisYear, thisYear + 1] : [said]).some((year) => {
    const { month, day } = holidayDate(name, year);
    return month === date.month && day === date.day;
  });
}
