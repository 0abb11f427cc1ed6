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
  /** What its first bad reading in the window said. */
  why: string | null;
}

/** A reading speaks for at most so many usual distances between readings. */
const LONGEST_SILENCE = 3;
/** Fewer readings than this have no usual distance. */
const FEWEST_FOR_RHYTHM = 4;

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
  const parts: Stretch[] = [];
  let at = window.from;
  for (const span of shut) {
    parts.push(...seen(readings, { from: at, to: span.from }));
    parts.push({ ...span, condition: "maintenance" });
    at = span.to;
  }
  parts.push(...seen(readings, { from: at, to: window.to }));
  return parts.reduce<Stretch[]>(joinedTo, []);
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

/** Of the stretches of a window and the readings that count in it. Oldest first; maintenance in the middle ends none. */
export function outagesOf(parts: readonly Stretch[], readings: readonly CheckReading[]): Outage[] {
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
  const last = outages.at(-1);
  if (last && last === open && last.to === parts.at(-1)?.to) last.to = null;
  return outages;
}

function within(at: Instant, from: Instant, to: Instant | null): boolean {
  return at >= from && (to === null || at < to);
}

function seen(readings: readonly CheckReading[], span: Span): Stretch[] {
  if (span.from >= span.to) return [];
  const sorted = inOrder(readings);
  const holdMs = longestSilence(sorted);
  const parts: Stretch[] = [];
  let at = span.from;
  sorted.forEach((reading, i) => {
    const until = Math.min(sorted[i + 1]?.at ?? Number.POSITIVE_INFINITY, reading.at + holdMs);
    const part = overlap({ from: reading.at, to: until }, span);
    if (!part) return;
    if (part.from > at) parts.push({ from: at, to: part.from, condition: "unknown" });
    parts.push({ ...part, condition: reading.verdict === "good" ? "up" : "down" });
    at = part.to;
  });
  if (at < span.to) parts.push({ from: at, to: span.to, condition: "unknown" });
  return parts;
}

/** In milliseconds. A check that looks once a week is not away in between. */
function longestSilence(sorted: readonly CheckReading[]): number {
  if (sorted.length < FEWEST_FOR_RHYTHM) return Number.POSITIVE_INFINITY;
  const distances = Float64Array.from({ length: sorted.length - 1 }, (_, i) => at(sorted, i + 1) - at(sorted, i));
  const middle = distances.sort()[Math.floor(distances.length / 2)] ?? 0;
  return Math.max(middle, 1) * LONGEST_SILENCE;
}

function at(readings: readonly CheckReading[], i: number): Instant {
  return readings[i]?.at ?? 0;
}

/** The ledger gives them in order; others are sorted. */
function inOrder(readings: readonly CheckReading[]): readonly CheckReading[] {
  const ordered = readings.every((reading, i) => i === 0 || at(readings, i - 1) <= reading.at);
  return ordered ? readings : [...readings].sort((a, b) => a.at - b.at);
}

function joinedTo(parts: Stretch[], part: Stretch): Stretch[] {
  const last = parts.at(-1);
  if (last?.condition === part.condition && last.to === part.from) last.to = part.to;
  else parts.push({ ...part });
  return parts;
}
