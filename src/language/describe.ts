/** Schedules in words, the same words that are understood. */
import type { Temporal } from "temporal-polyfill";
import { readEvent } from "../core/event.ts";
import type {
  CronSchedule,
  EverySchedule,
  LocalDate,
  LocalDateTime,
  OnceSchedule,
  RuleSchedule,
  Schedule,
} from "../core/schedule.ts";
import { nextSlot } from "../time/next-slot.ts";
import { toLocal } from "../time/resolve.ts";
import { MINUTE } from "../time/wall.ts";
import { type ReadRule, readRules } from "./describing/rule.ts";
import { timesText } from "./describing/times.ts";
import type { DescribeWords, NamedDay } from "./describing/words.ts";
import { languageOf } from "./languages.ts";
import type { LanguageContext } from "./request.ts";
import { plain, weekdayOf } from "./when/calendar.ts";
import { firstDay, type RulePart } from "./when/rule-part.ts";

/** `cause` is the title of the action that an event is about; without it its number stands there. */
export type DescribeContext = Pick<LanguageContext, "now" | "zone" | "locale"> & { cause?: string | undefined };

/**
 * "Mon–Fri 09:25", "last working day of each month 10:00", "every 15 min". Understanding the words at the same moment
 * gives the same schedule. The year is named only where it is not the current one, the zone where it is not the person's.
 */
export function describe(schedule: Schedule, context: DescribeContext): string {
  const words = languageOf(context.locale).describe;
  switch (schedule.type) {
    case "once":
      return withZone(describeOnce(schedule, context, words), schedule.tz, context, words);
    case "rule":
      return withZone(describeRule(schedule, context, words), schedule.tz, context, words);
    case "every":
      return describeEvery(schedule, context, words);
    case "cron":
      return withZone(describeCron(schedule), schedule.tz, context, words);
    case "after":
      return withZone(`${words.afterDone(schedule.days)} ${schedule.time}`, schedule.tz, context, words);
    case "event":
      return describeEvent(schedule.on, context, words);
    case "manual":
      return words.someday;
  }
}

function describeEvent(on: string, { cause }: DescribeContext, words: DescribeWords): string {
  const event = readEvent(on);
  if (event === null) return on;
  if (event.event === "startup") return words.startup;
  if (event.event === "hook") return words.hook;
  return words.happening(event.event, cause ?? `#${event.action}`);
}

function withZone(text: string, zone: string, context: DescribeContext, words: DescribeWords): string {
  return zone === context.zone ? text : `${text} ${words.zone(zone)}`;
}

function dateText(date: LocalDate, { now, zone }: DescribeContext, words: DescribeWords): string {
  const day = plain(date);
  const year = Number(toLocal(now, zone).slice(0, 4));
  return words.date({
    weekday: weekdayOf(day),
    day: day.day,
    month: day.month,
    year: day.year === year ? null : day.year,
  });
}

/** "09:00 today", or the date and time of a wall time that has passed. */
export function describePast(at: LocalDateTime, context: DescribeContext): string {
  const words = languageOf(context.locale).describe;
  const today = toLocal(context.now, context.zone).slice(0, 10) === at.slice(0, 10);
  return today ? `${timeText(at)} ${words.today}` : `${dateText(at.slice(0, 10), context, words)} ${timeText(at)}`;
}

/** "31 November", a day that no calendar has. `date` is `31/11`. */
export function describeImpossible(date: string, context: DescribeContext): string {
  const [day = 0, month = 0] = date.split("/").map(Number);
  return languageOf(context.locale).describe.dayOfMonth(day, month);
}

/** `09:00`, with seconds where there are some. */
function timeText(local: string): string {
  const time = local.slice(11);
  return time.endsWith(":00") && time.length === 8 ? time.slice(0, 5) : time;
}

function describeOnce(once: OnceSchedule, context: DescribeContext, words: DescribeWords): string {
  const text = `${dateText(once.at.slice(0, 10), context, words)} ${timeText(once.at)}`;
  return once.fold ? `${text} ${words.secondTime}` : text;
}

function describeCron({ cron }: CronSchedule): string {
  return `cron ${cron}`;
}

function describeEvery(every: EverySchedule, context: DescribeContext, words: DescribeWords): string {
  const { window, from, until, ms, count } = every;
  const parts = [words.elapsed(ms)];
  if (window && !(window.start === "00:00" && window.end === "23:59"))
    parts.push(words.window(window.start, window.end));
  if (window && window.days.length < 7) parts.push(words.onDays(window.days));
  const zone = window?.tz ?? context.zone;
  const day = (at: number): string => dateText(toLocal(at, zone).slice(0, 10), context, words);
  const local = (at: number): string => `${day(at)} ${timeText(toLocal(at, zone))}`;
  const implied = window ? nextSlot({ ...every, from: 0 }, context.now) : Math.ceil(context.now / 1000) * 1000 + ms;
  let text = parts.join(" ");
  // Nobody says seconds: with some it is the moment at which it was said, and a period.
  if (from > context.now && from !== implied && from % MINUTE === 0) text += `, ${words.from(local(from))}`;
  // The last second is the whole day, as when it was said.
  const isDay = until !== undefined && toLocal(until, zone).endsWith("23:59:59");
  if (until !== undefined) text += `, ${words.until(isDay ? day(until) : local(until))}`;
  if (count !== undefined) text += `, ${words.times(count)}`;
  return window ? withZone(text, zone, context, words) : text;
}

function describeRule(rule: RuleSchedule, context: DescribeContext, words: DescribeWords): string {
  const rules = readRules(rule);
  const first = rules?.[0];
  const hours = rules?.map(({ times }) => timesText(times, words));
  if (!rules || !first || hours?.includes(null))
    return rule.rules.length
      ? rule.rules.map((text) => `RRULE:${text}`).join(" ")
      : words.list(
          (rule.dates ?? []).map((date) => `${dateText(date.slice(0, 10), context, words)} ${timeText(date)}`),
        );
  const ends: string[] = [];
  const start = startShown(rule, rules, context);
  if (start) ends.push(words.from(dateText(start, context, words)));
  if (rule.except?.length) ends.push(words.except(rule.except.map((date) => dateText(date, context, words))));
  if (first.until) ends.push(words.until(untilText(first.until, context, words)));
  if (first.count !== null) ends.push(words.times(first.count));
  const lines = mergeDays(rules);
  const said = words.list(lines.map((one) => lineText(one, lines.length + ends.length === 1, words)));
  return [said, ...ends].join(", ");
}

/** `20261224T235959` is the whole day. */
function untilText(until: string, context: DescribeContext, words: DescribeWords): string {
  const date = dateText(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`, context, words);
  const time = until.slice(9, 13);
  return until.length < 15 || time === "2359" ? date : `${date} ${time.slice(0, 2)}:${time.slice(2)}`;
}

/** Rules of the same times that differ only in their days of the month are said as one. */
interface Line {
  parts: RulePart[];
  times: string[];
}

function mergeDays(rules: readonly ReadRule[]): Line[] {
  const lines: Line[] = [];
  for (const { part, times } of rules) {
    const twin = lines.find(
      (line) => String(line.times) === String(times) && line.parts[0] && mergeable(line.parts[0], part),
    );
    if (twin) twin.parts.push(part);
    else lines.push({ parts: [part], times });
  }
  return lines;
}

function mergeable(a: RulePart, b: RulePart): boolean {
  if (a.freq !== b.freq || a.interval !== b.interval || a.freq === "WEEKLY" || a.freq === "DAILY") return false;
  return a.freq === "YEARLY" || String(a.months) === String(b.months);
}

function lineText({ parts, times }: Line, alone: boolean, words: DescribeWords): string {
  const part = parts[0];
  if (!part) return "";
  const clock = timesText(times, words) ?? words.list(times);
  const everyDay = part.freq === "DAILY" && part.interval === 1 && !part.months;
  // "08:00 and 20:00" alone is every day.
  if (alone && everyDay && times.length > 1) return clock;
  const months = part.months && part.freq !== "YEARLY" ? ` ${words.inMonths(part.months)}` : "";
  return `${daysText(part, parts, words)}${months} ${clock}`;
}

function daysText(part: RulePart, parts: RulePart[], words: DescribeWords): string {
  const [week] = part.weekNumbers ?? [];
  if (week !== undefined) return words.weekNumber(week, part.weekdays ?? [], part.interval);
  if (part.freq === "DAILY") return words.days(part.interval);
  if (part.freq === "WEEKLY") return words.weeks(part.weekdays ?? [], part.interval);
  if (part.freq === "MONTHLY") return words.months(parts.flatMap(namedDays), part.interval);
  const dates = parts.every((one) => one.monthDays && one.months);
  return words.years(
    dates ? parts.flatMap(datesOf) : parts.flatMap(namedDays),
    part.interval,
    dates ? [] : (part.months ?? []),
  );
}

function namedDays(part: RulePart): NamedDay[] {
  if (part.weekdays && part.position !== undefined) return [{ type: "workday", n: part.position }];
  if (part.nth) return part.nth.map(({ n, weekday }) => ({ type: "weekday", n, weekday }));
  const days = part.monthDays ?? [];
  // 28,29,30,31 at position -1: the 31st, or the last day.
  return (part.position === undefined ? days : days.slice(-1)).map((day) => ({ type: "monthDay", day }));
}

function datesOf(part: RulePart): NamedDay[] {
  return namedDays(part).flatMap((day) =>
    day.type === "monthDay"
      ? (part.months ?? []).map((month): NamedDay => ({ type: "date", month, day: day.day }))
      : [],
  );
}

/** The beginning is said where it is not the first day the words mean anyway, or where it sets the phase. */
function startShown(rule: RuleSchedule, rules: readonly ReadRule[], context: DescribeContext): LocalDate | null {
  const local = toLocal(context.now, rule.tz);
  const phased = rules.some(({ part }) => part.interval > 1);
  const next = rule.start > local ? rule.start : phased ? slotAfter(rule, context) : null;
  if (!next) return null;
  const natural = rules.map(({ part, times }) => naturalStart(part, times, local)).sort()[0];
  return natural === next.slice(0, 10) ? null : next.slice(0, 10);
}

function slotAfter(rule: RuleSchedule, { now }: DescribeContext): string | null {
  const slot = nextSlot(rule, now);
  return slot === null ? null : toLocal(slot, rule.tz);
}

function naturalStart(part: RulePart, times: readonly string[], local: string): LocalDate {
  const today: Temporal.PlainDate = plain(local.slice(0, 10));
  const ahead = times.some((time) => time > local.slice(11, 11 + time.length));
  return firstDay(part, ahead ? today : today.add({ days: 1 }))?.toString() ?? "";
}
