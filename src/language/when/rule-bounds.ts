/** What is left out of a series, and where it ends. */
import type { Temporal } from "temporal-polyfill";
import type { RuleSchedule } from "../../core/schedule.ts";
import { nextSlot } from "../../time/next-slot.ts";
import { toLocal } from "../../time/resolve.ts";
import { calendarPart, findDay } from "./days.ts";
import { clockText, type Moment } from "./moment.ts";
import type { Day, Duration, When } from "./types.ts";

/** EXDATE of "except 24 december" and "except next week", from the first day on. */
export function exceptDates(when: When, first: Temporal.PlainDate, moment: Moment): string[] {
  const ranges = (when.except?.ranges ?? []).flatMap((range) => exceptRange(range, moment));
  const days = [...ranges, ...(when.except?.days ?? []).flatMap((day) => exceptDay(day, moment))];
  return [...new Set(days.filter((date) => date >= first.toString()))].sort();
}

/** "except in may 2010" is each day of it; "except 24 december" the next one. */
function exceptDay(day: Day, moment: Moment): string[] {
  const found = findDay(day, { today: moment.today, todayFits: true });
  if (!("date" in found)) return [];
  if (day.type === "month")
    return Array.from({ length: found.date.daysInMonth }, (_, i) => found.date.with({ day: i + 1 }).toString());
  if (day.type === "period" && day.unit === "week")
    return Array.from({ length: 7 }, (_, i) => found.date.add({ days: i }).toString());
  return [found.date.toString()];
}

/** Longer is no exception. */
const LONGEST = 366;

function exceptRange({ start, end }: { start: Day; end: Day }, moment: Moment): string[] {
  const first = findDay(start, { today: moment.today, todayFits: true });
  if (!("date" in first)) return [];
  const last = findDay(end, { today: first.date, todayFits: true });
  const length = "date" in last ? first.date.until(last.date).days + 1 : 0;
  return Array.from({ length: Math.max(0, Math.min(length, LONGEST)) }, (_, i) =>
    first.date.add({ days: i }).toString(),
  );
}

/** UNTIL and COUNT. Several rules share no count, so theirs becomes the last slot. */
export function bounded(rule: RuleSchedule, when: When, first: Temporal.PlainDate, moment: Moment): RuleSchedule {
  const last = lastDay(when, first, moment);
  if (last) return withUntil(rule, `${last.toString().replaceAll("-", "")}T${endTime(when)}`);
  if (when.count === undefined) return rule;
  if (rule.rules.length === 1 && !rule.except)
    return { ...rule, rules: rule.rules.map((text) => `${text};COUNT=${when.count}`) };
  let slot: number | null = moment.now;
  let end = slot;
  for (let n = 0; n < when.count && slot !== null; n++) {
    slot = nextSlot(rule, slot);
    end = slot ?? end;
  }
  return withUntil(rule, toLocal(end, moment.zone).replaceAll(/[-:]/g, ""));
}

function withUntil(rule: RuleSchedule, until: string): RuleSchedule {
  return { ...rule, rules: rule.rules.map((text) => `${text};UNTIL=${until}`) };
}

function endTime({ until }: When): string {
  return until?.clock ? `${clockText(until.clock).replace(":", "")}00` : "235959";
}

export function lastDay(when: When, first: Temporal.PlainDate, moment: Moment): Temporal.PlainDate | null {
  if (when.span) return spanEnd(first, when.span);
  const day = when.until?.days?.[0];
  if (!day) return null;
  const today = when.from?.days && !isSeenFromToday(day) ? first : moment.today;
  const found = findDay(day, { today, todayFits: false });
  if (!("date" in found)) return null;
  const opens =
    day.type === "month" || (day.type === "period" && !day.edge && day.unit !== "week" && day.unit !== "weekend");
  return opens || when.until?.endExcluded ? found.date.subtract({ days: 1 }) : found.date;
}

/** "next week", "thursday of next week", "tomorrow": not counted from where the series begins. */
function isSeenFromToday(day: Day): boolean {
  return day.type === "period" || day.type === "relative" || (day.type === "weekday" && day.which === "inWeek");
}

/** "for 4 days" is four days, the first one counted. */
function spanEnd(first: Temporal.PlainDate, by: Duration): Temporal.PlainDate {
  return first.add(calendarPart(by)).subtract({ days: 1 });
}
