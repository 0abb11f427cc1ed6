import type { Duration, TimeUnit } from "./types.ts";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const CALENDAR: Partial<Record<TimeUnit, Duration>> = {
  day: { months: 0, days: 1, ms: 0 },
  week: { months: 0, days: 7, ms: 0 },
  month: { months: 1, days: 0, ms: 0 },
  year: { months: 12, days: 0, ms: 0 },
};
const ELAPSED: Partial<Record<TimeUnit, number>> = { second: SECOND, minute: MINUTE, hour: HOUR };

/** "1.5 hours", "2 weeks". A broken month is days (30), a broken day is hours. */
export function duration(amount: number, unit: TimeUnit): Duration {
  const ms = ELAPSED[unit];
  if (ms !== undefined) return { months: 0, days: 0, ms: Math.round(amount * ms) };
  const one = CALENDAR[unit] ?? { months: 0, days: 0, ms: 0 };
  const months = Math.trunc(amount * one.months);
  const days = amount * one.days + (amount * one.months - months) * 30;
  return { months, days: Math.trunc(days), ms: Math.round((days - Math.trunc(days)) * DAY) };
}

export function addDurations(a: Duration, b: Duration): Duration {
  return { months: a.months + b.months, days: a.days + b.days, ms: a.ms + b.ms };
}

/** Milliseconds with a day of 24 hours, a month of 30 days, a year of 365. */
export function roughMs(by: Duration): number {
  const years = Math.trunc(by.months / 12);
  return (years * 365 + (by.months - years * 12) * 30 + by.days) * DAY + by.ms;
}
