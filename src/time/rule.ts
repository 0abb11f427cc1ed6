/**
 * RFC 5545 recurrence rules. rrule-temporal is asked only for wall times (it believes it works in UTC, where no hour is
 * skipped or repeated); instants are made by `series.ts`, because the library drops skipped times and loses repeated ones.
 */
import { RRuleTemporal } from "rrule-temporal";
import type { EverySchedule, Instant, LocalDateTime, RuleSchedule, Zone } from "../core/schedule.ts";
import { everySlot } from "./every.ts";
import { memo } from "./memo.ts";
import { instantOf, wallOf } from "./resolve.ts";
import { clockSlot, runningSlot, type Series } from "./series.ts";
import { DAY, dayNumber, formatWall, HOUR, MINUTE, parseDate, parseWall, SECOND, TOO_FAR, type Wall } from "./wall.ts";

/** Enough for the rarest date (29 February on one weekday) of a daily rule; ends the search of an impossible one. */
const MAX_STEPS = 30_000;

/** A rule schedule sorted by how its wall times become slots. */
export interface CompiledRule {
  /** Clock times on dates, single dates included. */
  clock: Series;
  /** Wall times in every hour of the chosen days. */
  running: Series | null;
  /** "Every n hours" and the like: elapsed time. */
  elapsed: EverySchedule[];
  /** Days since 1970 on which nothing happens. */
  except: ReadonlySet<number>;
}

/**
 * The first slot after `after` of all rules and single dates together, less the excepted days.
 * @throws Error, worded by rrule-temporal, for a rule that `checkSchedule` refuses.
 */
export function ruleSlot(rule: RuleSchedule, after: Instant): Instant | null {
  const { clock, running, elapsed, except } = compileRule(rule);
  let first = clockSlot(clock, rule.tz, after);
  const consider = (slot: Instant | null) => {
    if (slot !== null && (first === null || slot < first)) first = slot;
  };
  if (running) consider(runningSlot(running, rule.tz, after));
  for (const every of elapsed) consider(allowedSlot(every, rule.tz, except, after));
  return first;
}

function allowedSlot(every: EverySchedule, tz: Zone, except: ReadonlySet<number>, after: Instant): Instant | null {
  let slot = everySlot(every, after);
  while (slot !== null) {
    const day = dayNumber(wallOf(slot, tz));
    if (!except.has(day)) return slot;
    slot = everySlot(every, Math.max(slot, instantOf((day + 1) * DAY, tz) - 1));
  }
  return null;
}

/** Compiled form of a rule schedule; the same errors as `ruleSlot`. */
export const compileRule = memo<RuleSchedule, CompiledRule>(
  10_000,
  (rule) => [rule.tz, rule.start, rule.except?.join(), rule.dates?.join(), ...rule.rules].join("\n"),
  (rule) => {
    const except = new Set((rule.except ?? []).map((date) => dayNumber(parseDate(date) ?? Number.NaN)));
    const clock: Series[] = rule.dates?.length ? [seriesOf(rule.dates)] : [];
    const running: Series[] = [];
    const elapsed: EverySchedule[] = [];
    for (const text of rule.rules) {
      const every = asElapsed(text, rule);
      if (every) elapsed.push(every);
      else (isRunning(text) ? running : clock).push(librarySeries(text, rule));
    }
    return {
      clock: without(except, clock),
      running: running.length ? without(except, running) : null,
      elapsed,
      except,
    };
  },
);

const UNITS = { HOURLY: HOUR, MINUTELY: MINUTE, SECONDLY: SECOND };

/** HOURLY, MINUTELY and SECONDLY rules without BYxxx parts say "every n hours": elapsed time. */
function asElapsed(text: string, rule: RuleSchedule): EverySchedule | null {
  const unit = /(?:^|;)FREQ=(HOURLY|MINUTELY|SECONDLY)(?:;|$)/i.exec(text)?.[1]?.toUpperCase();
  if (!unit || /(?:^|;)BY/i.test(text)) return null;
  const until = untilOf(text, rule.tz);
  const count = partOf(text, "COUNT");
  return {
    type: "every",
    ms: UNITS[unit as keyof typeof UNITS] * Number(partOf(text, "INTERVAL") ?? 1),
    from: instantOf(parseWall(rule.start) ?? Number.NaN, rule.tz),
    ...(until === null ? {} : { until: instantOf(until, rule.tz, true) }),
    ...(count === null ? {} : { count: Number(count) }),
  };
}

/** Hours are not chosen, so all of them count, a repeated one twice. */
function isRunning(text: string): boolean {
  return /FREQ=(HOURLY|MINUTELY|SECONDLY)/i.test(text) && !/(?:^|;)BYHOUR=/i.test(text);
}

function librarySeries(text: string, rule: RuleSchedule): Series {
  const body = text.toUpperCase().replace(/;(?:UNTIL|COUNT)=[^;]*|(?:UNTIL|COUNT)=[^;]*;/, "");
  const until = Math.min(untilOf(text, rule.tz) ?? TOO_FAR, TOO_FAR - SECOND);
  const library = new RRuleTemporal({
    rruleString: `DTSTART:${compact(rule.start)}\nRRULE:${body};UNTIL=${compact(formatWall(until))}`,
    maxIterations: MAX_STEPS,
    strict: true,
  });
  const series: Series = (after) => library.next(new Date(after))?.epochMilliseconds ?? null;
  const count = partOf(text, "COUNT");
  return count === null ? series : counted(series, Number(count), (parseWall(rule.start) ?? 0) - SECOND);
}

/** The first `count` wall times. The library would count them again for every question, so the last is looked up once. */
function counted(series: Series, count: number, from: Wall): Series {
  let last: Wall | null = from;
  for (let seen = 0; seen < count && last !== null; seen++) last = series(last);
  return (after) => {
    const wall = series(after);
    return wall !== null && last !== null && wall > last ? null : wall;
  };
}

/** `UNTIL` as wall time: as written, a date alone with its whole day; with `Z` it is UTC as in RFC 5545. */
function untilOf(text: string, tz: Zone): Wall | null {
  const value = partOf(text, "UNTIL");
  if (value === null) return null;
  const [, y, m, d, h = "23", min = "59", s = "59", utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/i.exec(value) ?? [];
  const wall = parseWall(`${y}-${m}-${d}T${h}:${min}:${s}`);
  if (wall === null) throw new RangeError(`UNTIL is no date: ${value}`);
  return utc ? wallOf(wall, tz) : wall;
}

function partOf(text: string, name: string): string | null {
  return new RegExp(`(?:^|;)${name}=([^;]*)`, "i").exec(text)?.[1] ?? null;
}

/** `2026-11-25T09:00` → `20261125T090000Z`, the library's UTC standing for our wall time. */
function compact(local: LocalDateTime): string {
  const wall = parseWall(local);
  if (wall === null) throw new RangeError(`No date and time: ${local}`);
  return `${formatWall(wall).replaceAll(/[-:]/g, "")}Z`;
}

function seriesOf(dates: LocalDateTime[]): Series {
  const walls = dates.map(parseWall).filter((wall) => wall !== null);
  walls.sort((a, b) => a - b);
  return (after) => walls.find((wall) => wall > after) ?? null;
}

/** All series as one, less whole days. */
function without(except: ReadonlySet<number>, all: Series[]): Series {
  return (after) => {
    let from = after;
    for (;;) {
      let first: Wall | null = null;
      for (const series of all) {
        const wall = series(from);
        if (wall !== null && (first === null || wall < first)) first = wall;
      }
      if (first === null || !except.has(dayNumber(first))) return first;
      from = (dayNumber(first) + 1) * DAY - 1;
    }
  };
}
