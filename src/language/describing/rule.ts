/** RRULEs → data, the way back from when/rule-part.ts. */
import type { LocalTime, RuleSchedule, Weekday } from "../../core/schedule.ts";
import type { Frequency, RulePart } from "../when/rule-part.ts";

/** The rules of a schedule that differ in nothing but their times, and how long they go on. */
export interface ReadRule {
  part: RulePart;
  times: LocalTime[];
  until: string | null;
  count: number | null;
}

/** Null where a rule uses a part of RFC 5545 that words have no name for. */
export function readRules(rule: RuleSchedule): ReadRule[] | null {
  const found: ReadRule[] = [];
  for (const text of rule.rules) {
    const read = readRule(text, rule.start.slice(11));
    if (!read) return null;
    const twin = found.find(
      (other) =>
        JSON.stringify([other.part, other.until, other.count]) === JSON.stringify([read.part, read.until, read.count]),
    );
    if (twin) twin.times = [...new Set([...twin.times, ...read.times])].sort();
    else found.push(read);
  }
  return found;
}

const KNOWN = new Set([
  "FREQ",
  "INTERVAL",
  "BYMONTH",
  "BYWEEKNO",
  "BYMONTHDAY",
  "BYDAY",
  "BYSETPOS",
  "BYHOUR",
  "BYMINUTE",
  "UNTIL",
  "COUNT",
]);
const FREQUENCIES: readonly string[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

function readRule(text: string, startTime: string): ReadRule | null {
  const fields = new Map(
    text
      .toUpperCase()
      .split(";")
      .map((field) => field.split("=", 2) as [string, string]),
  );
  const manyWeeks = fields.get("BYWEEKNO")?.includes(",");
  if (manyWeeks || [...fields.keys()].some((key) => !KNOWN.has(key)) || !FREQUENCIES.includes(fields.get("FREQ") ?? ""))
    return null;
  const numbers = (key: string): number[] | undefined => fields.get(key)?.split(",").map(Number);
  const part: RulePart = { freq: fields.get("FREQ") as Frequency, interval: Number(fields.get("INTERVAL") ?? 1) };
  const [months, monthDays, position, week] = [
    numbers("BYMONTH"),
    numbers("BYMONTHDAY"),
    numbers("BYSETPOS"),
    numbers("BYWEEKNO"),
  ];
  if (months) part.months = months;
  if (monthDays) part.monthDays = monthDays;
  if (position?.[0] !== undefined) part.position = position[0];
  if (week?.length === 1) part.weekNumbers = week;
  readDays(part, fields.get("BYDAY"));
  const times = timesOf(numbers("BYHOUR"), numbers("BYMINUTE"), startTime);
  return {
    part,
    times,
    until: fields.get("UNTIL") ?? null,
    count: fields.has("COUNT") ? Number(fields.get("COUNT")) : null,
  };
}

function readDays(part: RulePart, byDay: string | undefined): void {
  for (const day of byDay?.split(",") ?? []) {
    const weekday = day.slice(-2) as Weekday;
    const n = Number(day.slice(0, -2));
    if (n) part.nth = [...(part.nth ?? []), { n, weekday }];
    else part.weekdays = [...(part.weekdays ?? []), weekday];
  }
}

function timesOf(hours: number[] | undefined, minutes: number[] | undefined, startTime: string): LocalTime[] {
  const two = (n: number): string => String(n).padStart(2, "0");
  if (!hours && !minutes) return [startTime.endsWith(":00") ? startTime.slice(0, 5) : startTime];
  return (hours ?? [Number(startTime.slice(0, 2))]).flatMap((hour) =>
    (minutes ?? [Number(startTime.slice(3, 5))]).map((minute) => `${two(hour)}:${two(minute)}`),
  );
}
