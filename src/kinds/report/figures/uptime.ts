/**
 * Readings of a check → when it was up. A reading speaks for the time until the next one, but not for ever: while
 * Belfry was away nobody looked, and that time counts neither as up nor as down. Time under maintenance does not count
 * either.
 */
import type { Instant } from "../../../core/schedule.ts";
import { covers, lengthOf, overlap, type Span, united } from "./span.ts";

/** One look of a check, as the ledger keeps it. */
export interface CheckReading {
  at: Instant;
  verdict: "good" | "bad";
  /** The number worth a graph, in the check's own unit; null when there was none. */
  measure: number | null;
  /** What was wrong, in a few words. */
  why?: string | null;
}

/** What is looked at, and what of it does not count. */
export interface Watch {
  window: Span;
  maintenance: readonly Span[];
}

export type Condition = "up" | "down" | "unknown" | "maintenance";

export interface Stretch extends Span {
  condition: Condition;
}

export interface Uptime {
  upMs: number;
  downMs: number;
  /** Nobody looked. */
  unknownMs: number;
  maintenanceMs: number;
  /** Up ÷ (up + down), 0 to 1; null when nothing was seen. */
  uptime: number | null;
}

export interface Outage {
  /** The first bad reading, or the start of the window when it was down already. */
  from: Instant;
  /** Null when it lasts on at the window's end. */
  to: Instant | null;
  /** Without maintenance. */
  downMs: number;
  /** Bad readings. */
  failed: number;
  /** What its first bad reading in the window said, or the one that left it down where the window begins so. */
  why: string | null;
}

/** A reading speaks for at most so many usual distances between the readings around it. */
const LONGEST_SILENCE = 3;
/** Fewer readings than this have no usual distance. */
export const FEWEST_FOR_RHYTHM = 4;
/** Distances around a reading that tell what is usual there. */
export const AROUND = 8;

/** Those of the window that count, oldest first. */
export function counted(readings: readonly CheckReading[], { window, maintenance }: Watch): CheckReading[] {
  const shut = united(maintenance);
  return inOrder(readings).filter(({ at }) => at >= window.from && at < window.to && !covers(shut, at));
}

/**
 * The window, cut where the condition changes; the stretches follow each other without a gap. Readings from before the
 * window say how it began.
 */
export function stretches(readings: readonly CheckReading[], { window, maintenance }: Watch): Stretch[] {
  const shut = united(maintenance).flatMap((span) => overlap(span, window) ?? []);
  const spoken = spans(inOrder(readings));
  const parts: Stretch[] = [];
  let at = window.from;
  for (const span of shut) {
    seen(spoken, { from: at, to: span.from }, parts);
    join(parts, { ...span, condition: "maintenance" });
    at = span.to;
  }
  seen(spoken, { from: at, to: window.to }, parts);
  return parts;
}

/** What of them lies in the span. */
export function cutTo(parts: readonly Stretch[], span: Span): Stretch[] {
  return parts.flatMap((part) => {
    const inside = overlap(part, span);
    return inside ? [{ ...inside, condition: part.condition }] : [];
  });
}

export function uptimeOf(parts: readonly Stretch[]): Uptime {
  const total = (wanted: Condition) =>
    parts.reduce((sum, part) => (part.condition === wanted ? sum + lengthOf(part) : sum), 0);
  const [upMs, downMs] = [total("up"), total("down")];
  const uptime = upMs + downMs === 0 ? null : upMs / (upMs + downMs);
  return { upMs, downMs, unknownMs: total("unknown"), maintenanceMs: total("maintenance"), uptime };
}

/**
 * Of the stretches of a window, the readings that count in it, and the last one before it. Oldest first; maintenance in
 * the middle ends none.
 */
export function outagesOf(
  parts: readonly Stretch[],
  readings: readonly CheckReading[],
  before: CheckReading | null = null,
): Outage[] {
  const outages: Outage[] = [];
  let open: Outage | null = null;
  for (const part of parts) {
    if (part.condition === "down") {
      if (open === null) {
        open = { from: part.from, to: part.to, downMs: 0, failed: 0, why: null };
        outages.push(open);
      }
      open.to = part.to;
      open.downMs += lengthOf(part);
    } else if (part.condition !== "maintenance") open = null;
  }
  for (const reading of readings) {
    const outage = reading.verdict === "bad" ? outages.find(({ from, to }) => within(reading.at, from, to)) : null;
    if (!outage) continue;
    outage.failed += 1;
    outage.why ??= reading.why ?? null;
  }
  const [first] = outages;
  if (first && first.from === parts[0]?.from) first.why ??= before?.why ?? null;
  const last = outages.at(-1);
  if (last && last === open && last.to === parts.at(-1)?.to) last.to = null;
  return outages;
}

function within(at: Instant, from: Instant, to: Instant | null): boolean {
  return at >= from && (to === null || at < to);
}

/** Joins what was seen in the span to `parts`. */
function seen(spoken: readonly Stretch[], span: Span, parts: Stretch[]): void {
  if (span.from >= span.to) return;
  let at = span.from;
  for (const one of spoken) {
    const part = overlap(one, span);
    if (!part) continue;
    if (part.from > at) join(parts, { from: at, to: part.from, condition: "unknown" });
    join(parts, { ...part, condition: one.condition });
    at = part.to;
  }
  if (at < span.to) join(parts, { from: at, to: span.to, condition: "unknown" });
}

/** What each reading speaks for. */
function spans(sorted: readonly CheckReading[]): Stretch[] {
  const distances = Float64Array.from({ length: Math.max(0, sorted.length - 1) }, (_, i) => {
    return at(sorted, i + 1) - at(sorted, i);
  });
  return sorted.map(({ at: from, verdict }, i) => {
    const next = sorted[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    const to = isUsual(distances, i) ? next : Math.min(next, from + longestSilence(distances, i));
    return { from, to, condition: verdict === "good" ? "up" : "down" };
  });
}

/** Whether the distance to the next reading is no longer than a reading speaks for, as the one beside it mostly tells. */
function isUsual(distances: Float64Array, i: number): boolean {
  const beside = Math.max(distances[i - 1] ?? 0, distances[i + 1] ?? 0);
  return (distances[i] ?? Number.POSITIVE_INFINITY) <= beside * LONGEST_SILENCE;
}

/**
 * In milliseconds. A check that looks once a week is not away in between, and one that looked each minute until last
 * week may look once a day now. The longest distance but one is the usual one: an absence is one distance alone, while
 * what is called from outside, or looked at by hand, has several short ones.
 */
function longestSilence(distances: Float64Array, i: number): number {
  if (distances.length + 1 < FEWEST_FOR_RHYTHM) return Number.POSITIVE_INFINITY;
  const first = Math.max(0, Math.min(i - AROUND / 2, distances.length - AROUND));
  const usual =
    distances
      .slice(first, first + AROUND)
      .sort()
      .at(-2) ?? 0;
  return Math.max(usual, 1) * LONGEST_SILENCE;
}

function at(readings: readonly CheckReading[], i: number): Instant {
  return readings[i]?.at ?? 0;
}

/** The ledger gives them in order; others are sorted. */
function inOrder(readings: readonly CheckReading[]): readonly CheckReading[] {
  const ordered = readings.every((reading, i) => i === 0 || at(readings, i - 1) <= reading.at);
  return ordered ? readings : [...readings].sort((a, b) => a.at - b.at);
}

function join(parts: Stretch[], part: Stretch): void {
  const last = parts.at(-1);
  if (last?.condition === part.condition && last.to === part.from) last.to = part.to;
  else parts.push(part);
}
