/**
 * Cron expressions over wall time. Croner reads and validates them; the matching is ours, because Croner follows
 * cron's rules for clock changes only where every field has a single value, and because it is slow.
 */
import { CronPattern } from "croner";
import { monthDays } from "./cron-days.ts";
import { itself, memo } from "./memo.ts";
import type { Series } from "./series.ts";
import { DAY, dayNumber, HOUR, MINUTE, SECOND, TOO_FAR, type Wall } from "./wall.ts";

export interface CompiledCron {
  series: Series;
  /** The hour field is `*`: it runs through both copies of a repeated hour, and a skipped hour is simply not there. */
  everyHour: boolean;
  /** Both day fields are restricted and cron unites them: "every 15th and every Monday". */
  eitherDay: boolean;
  /** The dates named in the day field, empty for `*`. */
  dates: number[];
  /** 1–12. */
  months: number[];
}

/**
 * Compiled form of a cron expression of five or six fields.
 * @throws TypeError or RangeError, worded by Croner, for what is none.
 */
export const compileCron: (cron: string) => CompiledCron = memo(20_000, itself, (cron) => {
  const pattern = new CronPattern(cron, undefined, { mode: "5-or-6-parts" });
  const fields = pattern.pattern.trim().split(/\s+/);
  return {
    series: cronSeries(pattern),
    everyHour: /^[*?]$/.test(fields.at(-4) ?? ""),
    eitherDay: !(pattern.starDOM || pattern.starDOW || pattern.useAndLogic),
    dates: pattern.starDOM ? [] : chosen(pattern.day),
    months: chosen(pattern.month),
  };
});

function cronSeries(pattern: CronPattern): Series {
  const nextHour = nextSet(pattern.hour);
  const nextMinute = nextSet(pattern.minute);
  const nextSecond = nextSet(pattern.second);
  const firstOfHour = (nextMinute[0] ?? 0) * MINUTE + (nextSecond[0] ?? 0) * SECOND;
  const firstOfDay = (nextHour[0] ?? 0) * HOUR + firstOfHour;

  /** Milliseconds since midnight of the first match at or after `time`, or null when the day has none left. */
  const timeFrom = (time: number): number | null => {
    if (time >= DAY) return null;
    const hour = Math.floor(time / HOUR);
    if (nextHour[hour] === hour) {
      const within = timeInHour(nextMinute, nextSecond, time - hour * HOUR);
      if (within !== null) return hour * HOUR + within;
    }
    const later = nextHour[hour + 1] ?? NONE;
    return later === NONE ? null : later * HOUR + firstOfHour;
  };

  return (after) => {
    const from = (Math.floor(after / SECOND) + 1) * SECOND;
    const midnight = dayNumber(from) * DAY;
    if (nextDay(pattern, midnight) === midnight) {
      const time = timeFrom(from - midnight);
      if (time !== null) return midnight + time;
    }
    const day = nextDay(pattern, midnight + DAY);
    return day === null ? null : day + firstOfDay;
  };
}

function timeInHour(nextMinute: Int8Array, nextSecond: Int8Array, time: number): number | null {
  const minute = Math.floor(time / MINUTE);
  if (nextMinute[minute] === minute) {
    const second = nextSecond[Math.floor((time - minute * MINUTE) / SECOND)] ?? NONE;
    if (second !== NONE) return minute * MINUTE + second * SECOND;
  }
  const later = nextMinute[minute + 1] ?? NONE;
  return later === NONE ? null : later * MINUTE + (nextSecond[0] ?? 0) * SECOND;
}

/** Midnight of the first matching day at or after the day that starts at `from`; null when there is none before 2100. */
function nextDay(pattern: CronPattern, from: Wall): Wall | null {
  const date = new Date(from);
  let [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  while (Date.UTC(year, month, 1) < TOO_FAR) {
    if (pattern.month[month]) {
      const left = monthDays(pattern, year, month) >>> day;
      if (left !== 0) return Date.UTC(year, month, day + 31 - Math.clz32(left & -left));
    }
    day = 1;
    month += 1;
    if (month === 12) [year, month] = [year + 1, 0];
  }
  return null;
}

/** The numbers, from 1, whose flag is set. */
function chosen(flags: number[]): number[] {
  return flags.flatMap((flag, index) => (flag ? [index + 1] : []));
}

const NONE = -1;

/** For each index the next one, itself included, at which `flags` is set. One index more than flags, so n + 1 is fine. */
function nextSet(flags: number[]): Int8Array {
  const next = new Int8Array(flags.length + 1).fill(NONE);
  for (let i = flags.length - 1; i >= 0; i--) next[i] = flags[i] ? i : (next[i + 1] ?? NONE);
  return next;
}
