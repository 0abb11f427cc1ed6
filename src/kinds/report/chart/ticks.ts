/** What stands below an axis of time: few enough labels to be read, at hours and days that people count in. */
import type { Instant, Zone } from "../../../core/schedule.ts";
import { wallOf } from "../../../time/resolve.ts";
import { DAY, HOUR } from "../../../time/wall.ts";
import { calendarBuckets, type Step, stepFor } from "../figures/buckets.ts";
import type { Span } from "../figures/span.ts";
import type { Tick } from "./model.ts";

/** As many as fit beside each other. */
const MOST = 8;

/** Below bars that are buckets of the calendar. */
export function ticks(buckets: readonly Span[], step: Step, tz: Zone, locale: string): Tick[] {
  const starts = buckets.map(({ from }, index) => ({ index, at: from }));
  return labelled(starts, step, tz, locale);
}

/** Below points of even distance: at the days, or hours, that begin between them. */
export function evenTicks(points: readonly Span[], window: Span, tz: Zone, locale: string): Tick[] {
  const step = stepFor(window);
  const starts = calendarBuckets(window, tz, step).flatMap(({ from: at }) => {
    const index = points.findIndex(({ from, to }) => from <= at && at < to);
    return isStart(at, step, tz) && index !== -1 ? { index, at } : [];
  });
  if (starts.length > 1) return labelled(starts, step, tz, locale);
  const ends = [points.at(0), points.at(-1)].flatMap((point, i) =>
    point ? { index: i && points.length - 1, at: point.from } : [],
  );
  return ends.map(({ index, at }) => ({ index, label: namer(1, "hour", tz, locale)(at) }));
}

/** The window may begin in the middle of a day or an hour. */
function isStart(at: Instant, step: Step, tz: Zone): boolean {
  return wallOf(at, tz) % (step === "hour" ? HOUR : DAY) === 0;
}

function labelled(starts: { index: number; at: Instant }[], step: Step, tz: Zone, locale: string): Tick[] {
  const name = namer(starts.length, step, tz, locale);
  const kept = step === "hour" ? roundHours(starts, tz) : everyNth(starts);
  return kept.map(({ index, at }) => ({ index, label: name(at) }));
}

function everyNth<T>(starts: T[]): T[] {
  const stride = Math.ceil(starts.length / MOST);
  // Not the first nor the last of many: their words would stick out at the edge.
  const inside = (i: number) => stride === 1 || i < starts.length - 1;
  return starts.filter((_, i) => inside(i) && i % stride === Math.floor(stride / 2));
}

function roundHours<T extends { at: Instant }>(starts: T[], tz: Zone): T[] {
  const stride = [1, 2, 3, 4, 6, 12, 24].find((hours) => starts.length / hours <= MOST) ?? 24;
  return starts.filter(({ at }) => (Math.floor(wallOf(at, tz) / HOUR) % 24) % stride === 0);
}

/** `08:00`, `Wed 25` for a few days, `25 Nov` for more. */
function namer(count: number, step: Step, tz: Zone, locale: string): (at: Instant) => string {
  const options: Intl.DateTimeFormatOptions =
    step === "hour"
      ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
      : step === "day" && count <= MOST
        ? { weekday: "short", day: "numeric" }
        : { day: "numeric", month: "short" };
  const format = new Intl.DateTimeFormat(locale, { timeZone: tz, ...options });
  return (at) => format.format(at);
}
