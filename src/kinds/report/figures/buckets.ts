/** A window in pieces: calendar hours, days or weeks for counts, even ones for a line. */
import type { Instant, Zone } from "../../../core/schedule.ts";
import { addDays, dayRange, localDate } from "../../../time/day.ts";
import { DAY, HOUR } from "../../../time/wall.ts";
import type { Span } from "./span.ts";

export type Step = "hour" | "day" | "week";

/** Hours up to two days, days up to a quarter, weeks beyond, so a picture never has more than a hundred bars. */
export function stepFor({ from, to }: Span): Step {
  if (to - from <= 2 * DAY) return "hour";
  return to - from <= 93 * DAY ? "day" : "week";
}

/** Oldest first; the first and the last end where the window does. Weeks begin on the weekday on which it does. */
export function calendarBuckets(window: Span, tz: Zone, step: Step): Span[] {
  const starts: Instant[] = [];
  for (let date = localDate(window.from, tz); ; date = addDays(date, step === "week" ? 7 : 1)) {
    const day = dayRange(date, tz);
    if (day.from >= window.to) break;
    if (step !== "hour") starts.push(day.from);
    else for (let at = day.from; at < day.to; at += HOUR) starts.push(at);
  }
  const inside = starts.filter((at) => at > window.from && at < window.to);
  const edges = [window.from, ...inside, window.to];
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? to;
    return from < to ? [{ from, to }] : [];
  });
}

/** Lengths of pieces of a line that people find round. */
const round = [1, 2, 5, 10, 15, 30, 60, 2 * 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60, 7 * 24 * 60].map(
  (min) => min * 60_000,
);

/** At most `most` pieces of one round length; the last may be shorter. */
export function evenBuckets(window: Span, most: number): Span[] {
  const least = (window.to - window.from) / most;
  const length = round.find((ms) => ms >= least) ?? Math.ceil(least);
  const buckets: Span[] = [];
  for (let from = window.from; from < window.to; from += length) {
    buckets.push({ from, to: Math.min(from + length, window.to) });
  }
  return buckets;
}

/** What of `items` lies in each bucket. Buckets follow each other; what lies in none is left out. */
export function sorted<T>(items: readonly T[], at: (item: T) => Instant, buckets: readonly Span[]): T[][] {
  const heaps = buckets.map((): T[] => []);
  for (const item of items) heaps[indexAt(buckets, at(item))]?.push(item);
  return heaps;
}

/** -1 when none holds it. */
function indexAt(buckets: readonly Span[], at: Instant): number {
  let [low, high] = [0, buckets.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle];
    if (!bucket) return -1;
    if (at < bucket.from) high = middle - 1;
    else if (at >= bucket.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
