/** Dates, times and durations as people read them, in one zone and one language, seen from one moment. */
import type { Instant, LocalDate, LocalDateTime, Zone } from "../core/schedule.ts";

export interface Dates {
  now: Instant;
  zone: Zone;
  /** `09:00` */
  time(at: Instant): string;
  /** `Wed 25 Nov`; with the year when it is not this one. */
  day(at: Instant): string;
  /** `25 Nov` or, without the month, `25`. */
  shortDay(at: Instant, month: boolean): string;
  /** `14:09` when it is today, else `Wed 25 Nov 09:00`. */
  when(at: Instant): string;
  /** `Fri 27 Nov` of a wall time without a zone. */
  localDay(at: LocalDateTime): string;
  /** `2026-11-25`, for comparing. */
  date(at: Instant): string;
  /** Whole days from today's date to that of a wall time. */
  localDaysAway(at: LocalDateTime): number;
  /** Whole days from today's date to that of `at`. */
  daysAway(at: Instant): number;
}

const asWords = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

function reader(locale: string, zone: Zone, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  return (at: Instant): Record<string, string> =>
    Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** The names and numbers of a day. Where a language writes "25." the point stays, that of "Nov." goes. */
function dayReader(locale: string, zone: Zone) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...asWords });
  return (at: Instant): Record<string, string> => {
    const parts = format.formatToParts(at);
    return Object.fromEntries(
      parts.map(({ type, value }, i) => {
        const point = type === "day" && parts[i + 1]?.value.startsWith(".") ? "." : "";
        return [type, type === "day" ? `${value}${point}` : value.replace(/\.$/, "")];
      }),
    );
  };
}

/** `locale` is BCP 47; the clock has 24 hours everywhere. */
export function datesIn(zone: Zone, locale: string, now: Instant): Dates {
  const wall = reader("en-US", zone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const words = dayReader(locale, zone);
  const date = (at: Instant) => {
    const parts = wall(at);
    return `${parts.year}-${parts.month}-${parts.day}`;
  };
  const time = (at: Instant) => {
    const parts = wall(at);
    return `${parts.hour}:${parts.minute}`;
  };
  const thisYear = words(now).year;
  const dayFrom = (parts: Record<string, string>) => {
    const year = parts.year === thisYear ? "" : ` ${parts.year}`;
    return `${parts.weekday} ${parts.day} ${parts.month}${year}`;
  };
  const dayOf = (at: Instant) => dayFrom(words(at));
  const today = date(now);
  return {
    now,
    zone,
    time,
    date,
    day: dayOf,
    localDay: (at) => dayFrom(dayReader(locale, "UTC")(Date.parse(`${at.slice(0, 10)}T12:00:00Z`))),
    shortDay: (at, month) => {
      const parts = words(at);
      return month ? `${parts.weekday} ${parts.day} ${parts.month}` : `${parts.weekday} ${parts.day}`;
    },
    when: (at) => (date(at) === today ? time(at) : `${dayOf(at)} ${time(at)}`),
    localDaysAway: (at) => daysBetween(today, at.slice(0, 10)),
    daysAway: (at) => daysBetween(today, date(at)),
  };
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

export interface Units {
  seconds(n: number): string;
  minutes(n: number): string;
  hours(n: number): string;
  days(n: number): string;
  months(n: number): string;
}

/** `4 min`, `18 h 55 min`, `1 day 5 h`, `12 days`; rounded to the smallest unit shown. `ms` is at least 0. */
export function duration(ms: number, units: Units): string {
  if (ms < minute - second / 2) return units.seconds(Math.max(1, Math.round(ms / second)));
  const minutes = Math.round(ms / minute);
  if (minutes < 60) return units.minutes(minutes);
  if (minutes < 24 * 60) return two(units.hours(Math.floor(minutes / 60)), minutes % 60, units.minutes);
  const hours = Math.round(ms / hour);
  if (hours < 7 * 24) return two(units.days(Math.floor(hours / 24)), hours % 24, units.hours);
  const days = Math.round(ms / day);
  return days < 90 ? units.days(days) : units.months(Math.round(days / 30.44));
}

function two(large: string, rest: number, small: (n: number) => string): string {
  return rest === 0 ? large : `${large} ${small(rest)}`;
}
