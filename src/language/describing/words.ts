/** What a language must say to describe schedules. Everything said here is understood by the same language's grammar. */
import type { Happening } from "../../core/event.ts";
import type { Weekday, Zone } from "../../core/schedule.ts";

/** A day of a month or a year as rules have it. */
export type NamedDay =
  | { type: "monthDay"; day: number }
  | { type: "weekday"; n: number; weekday: Weekday }
  | { type: "workday"; n: number }
  | { type: "date"; month: number; day: number };

export interface ShownDate {
  weekday: Weekday;
  day: number;
  month: number;
  /** Null in the current year. */
  year: number | null;
}

export interface DescribeWords {
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** "Wed 25 Nov" */
  date(date: ShownDate): string;
  /** "31 November" */
  dayOfMonth(day: number, month: number): string;
  /** "today" */
  today: string;
  /** "at", before a clock time; "every", before a weekday. */
  at: string;
  every: string;
  /** "every day", "every 3 days" */
  days(interval: number): string;
  /** "Mon–Fri", "every Mon and Wed", "every 2 weeks on Mon" */
  weeks(days: readonly Weekday[], interval: number): string;
  /** "last working day of each month", "1st and 15th of every 3 months" */
  months(days: readonly NamedDay[], interval: number): string;
  /** "every 25 Dec", "every 4th Thu in Nov" */
  years(days: readonly NamedDay[], interval: number, months: readonly number[]): string;
  /** "every Fri in week 12" */
  weekNumber(week: number, days: readonly Weekday[], interval: number): string;
  /** "in Jan and Jul" */
  inMonths(months: readonly number[]): string;
  /** "every 15 min" */
  elapsed(ms: number): string;
  /** "between 09:00 and 18:00" */
  window(start: string, end: string): string;
  /** "on Mon–Fri" */
  onDays(days: readonly Weekday[]): string;
  from(date: string): string;
  until(date: string): string;
  times(n: number): string;
  except(dates: readonly string[]): string;
  afterDone(days: number): string;
  zone(zone: Zone): string;
  secondTime: string;
  someday: string;
  /** "on startup" */
  startup: string;
  /** "when its address is called" */
  hook: string;
  /** "when backup-db fails" */
  happening(what: Happening, name: string): string;
}
