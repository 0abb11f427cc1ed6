/** Wall time as a number, and the way between it and its written forms. No zones here. */
import type { LocalDate, LocalDateTime, LocalTime, Weekday } from "../core/schedule.ts";

/** Wall time in milliseconds since 1970-01-01T00:00, counted as if every day had 24 hours. */
export type Wall = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** No schedule reaches beyond 2099: the first wall time that is too far. */
export const TOO_FAR: Wall = Date.UTC(2100, 0, 1);

/** Sunday first, as in cron and `Date`. */
export const WEEKDAYS: readonly Weekday[] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Days since 1970-01-01. */
export function dayNumber(wall: Wall): number {
  return Math.floor(wall / DAY);
}

/** 0 is Sunday. */
export function weekdayNumber(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** `2026-11-25` → wall time of its midnight; null for what is no date, such as 30 February. */
export function parseDate(date: LocalDate): Wall | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!match) return null;
  const wall = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return formatDate(wall) === date ? wall : null;
}

/** `09:00` or `09:00:30` → milliseconds since midnight; null for what is no time of day. */
export function parseTime(time: LocalTime): number | null {
  const match = /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(time);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return hour * HOUR + minute * MINUTE + second * SECOND;
}

/** `2026-11-25T09:00:00` (seconds may be left out) → wall time; null for what is none. */
export function parseWall(local: LocalDateTime): Wall | null {
  const date = parseDate(local.slice(0, 10));
  const time = parseTime(local.slice(11));
  return date === null || time === null || local[10] !== "T" ? null : date + time;
}

/** Wall time → `2026-11-25`. */
export function formatDate(wall: Wall): LocalDate {
  return new Date(wall).toISOString().slice(0, 10);
}

/** Wall time → `2026-11-25T09:00:00`; milliseconds are cut off. */
export function formatWall(wall: Wall): LocalDateTime {
  return new Date(wall).toISOString().slice(0, 19);
}

/** The reading as libraries want it, in UTC. */
export function dateOf(wall: Wall): Date {
  return new Date(wall);
}
