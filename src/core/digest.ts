/**
 * A day of one action, squashed: what its runs come to, so that the runs themselves need not be kept. Reading a digest
 * instead of its runs changes no figure: outcomes and readings are kept exactly, times to three digits.
 */
import type { RunData, Unit, Verdict } from "./reading.ts";
import type { Run, RunOutcome } from "./run.ts";
import type { Instant } from "./schedule.ts";

/** Numbers, and how often each was there. */
export interface Values {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** Rounded to three digits (two where that gives too many), the smallest first. */
  parts: [value: number, times: number][];
}

/** One look of a check, as the ledger keeps it. */
export interface Look {
  at: Instant;
  verdict: Verdict;
  /** The number worth a graph, in the check's own unit; null when there was none. */
  measure: number | null;
  /** What was wrong, in a few words. */
  why: string | null;
}

/** Looks that follow each other at one distance and saw the same. */
export interface Looks {
  from: Instant;
  stepMs: number;
  count: number;
  verdict: Verdict;
  why: string | null;
}

export interface FailureCount {
  reason: string;
  count: number;
  last: Instant;
}

export interface Digest {
  action: number;
  /** When the day began, in the zone of the action's chat. */
  from: Instant;
  outcomes: Record<RunOutcome, number>;
  retries: number;
  /** Milliseconds from start to end of those that succeeded or failed. */
  duration: Values | null;
  /** Milliseconds by which they began late. */
  late: Values | null;
  measures: Values | null;
  unit: Unit | null;
  failures: FailureCount[];
  lastSuccess: Instant | null;
  lastFailure: Instant | null;
  looks: Looks[];
}

/** A run that begins so soon after it was due was looking at its slot. */
const PUNCTUAL_MS = 60_000;
const MOST_PARTS = 300;

/** `dns ENOTFOUND`: the class, and the technical word where there is one. */
function whyOf({ errorClass, detail }: RunData): string | null {
  return errorClass === null || detail === null ? errorClass : `${errorClass} ${detail}`;
}

/** What a check saw in a run; null for other runs, and where nothing was to be learnt: we were offline, or its parent was. */
export function lookOf({ data, outcome, startedAt, dueAt }: Run): Look | null {
  if (data === null || outcome === "skipped" || data.held === "unreachable") return null;
  const at = startedAt === null || startedAt - dueAt < PUNCTUAL_MS ? dueAt : startedAt;
  return { at, verdict: data.verdict, measure: data.measure, why: whyOf(data) };
}

/** Of settled runs of one action and day. */
export function digestOf(action: number, from: Instant, runs: readonly Run[]): Digest {
  const own = runs.filter(({ lead }) => lead === 0);
  const outcomes = { succeeded: 0, failed: 0, skipped: 0, missed: 0, interrupted: 0 };
  for (const { outcome, count } of own) if (outcome !== null) outcomes[outcome] += count;
  const worked = own.filter(({ outcome }) => outcome === "succeeded" || outcome === "failed");
  const looks = own.flatMap((run) => lookOf(run) ?? []).sort((a, b) => a.at - b.at);
  return {
    ...{ action, from, outcomes },
    retries: own.reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0),
    duration: valuesOf(worked.flatMap(({ startedAt, endedAt }) => between(startedAt, endedAt))),
    late: valuesOf(own.flatMap(({ startedAt, dueAt }) => between(dueAt, startedAt))),
    measures: valuesOf(
      own.filter(({ data }) => data?.held !== "maintenance").flatMap((run) => lookOf(run)?.measure ?? []),
    ),
    unit: own.find(({ data }) => data !== null && data.unit !== null)?.data?.unit ?? null,
    failures: failuresOf(own),
    lastSuccess: latest(own.filter(({ outcome }) => outcome === "succeeded")),
    lastFailure: latest(own.filter(({ outcome }) => outcome === "failed")),
    looks: packed(looks),
  };
}

/** Two digests of the same action and day. */
export function merged(a: Digest, b: Digest): Digest {
  const outcomes = { ...a.outcomes };
  for (const [name, count] of Object.entries(b.outcomes)) outcomes[name as RunOutcome] += count;
  return {
    ...{ action: a.action, from: a.from, outcomes, retries: a.retries + b.retries, unit: a.unit ?? b.unit },
    duration: together(a.duration, b.duration),
    late: together(a.late, b.late),
    measures: together(a.measures, b.measures),
    failures: failureSum([...a.failures, ...b.failures]),
    lastSuccess: later(a.lastSuccess, b.lastSuccess),
    lastFailure: later(a.lastFailure, b.lastFailure),
    looks: packed([...looksOf(a), ...looksOf(b)].sort((x, y) => x.at - y.at)),
  };
}

/** One by one again, in order; their measures are in `measures`. */
export function looksOf({ looks }: Pick<Digest, "looks">): Look[] {
  return looks.flatMap(({ from, stepMs, count, verdict, why }) =>
    Array.from({ length: count }, (_, i) => ({ at: from + i * stepMs, verdict, measure: null, why })),
  );
}

/** Null where there are no numbers. */
function valuesOf(numbers: readonly number[]): Values | null {
  if (numbers.length === 0) return null;
  const sorted = Float64Array.from(numbers).sort();
  const [min = 0, max = 0] = [sorted[0], sorted.at(-1)];
  const parts = partsOf(numbers.map((number) => [number, 1]));
  return { count: numbers.length, sum: sum(numbers), min, max, parts };
}

function together(a: Values | null, b: Values | null): Values | null {
  if (a === null || b === null) return a ?? b;
  return {
    ...{ count: a.count + b.count, sum: a.sum + b.sum, min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) },
    parts: partsOf([...a.parts, ...b.parts]),
  };
}

/** The commonest first. */
export function failureSum(counts: readonly FailureCount[]): FailureCount[] {
  const all = new Map<string, FailureCount>();
  for (const { reason, count, last } of counts) {
    const known = all.get(reason);
    all.set(
      reason,
      known ? { reason, count: known.count + count, last: Math.max(known.last, last) } : { reason, count, last },
    );
  }
  return [...all.values()].sort((a, b) => b.count - a.count || b.last - a.last);
}

function failuresOf(runs: readonly Run[]): FailureCount[] {
  return failureSum(
    runs
      .filter(({ outcome }) => outcome === "failed")
      .map(({ reason, count, endedAt, dueAt }) => ({ reason: reason ?? "", count, last: endedAt ?? dueAt })),
  );
}

function partsOf(given: readonly [number, number][]): Values["parts"] {
  const rounded = (digits: number) => {
    const times = new Map<number, number>();
    for (const [value, n] of given) {
      const near = Number(value.toPrecision(digits));
      times.set(near, (times.get(near) ?? 0) + n);
    }
    return [...times].sort(([a], [b]) => a - b);
  };
  const fine = rounded(3);
  return fine.length > MOST_PARTS ? rounded(2) : fine;
}

/** `looks` in order. */
function packed(looks: readonly Look[]): Looks[] {
  const all: Looks[] = [];
  for (const { at, verdict, why } of looks) {
    const last = all.at(-1);
    const stepMs = last && last.count > 1 ? last.stepMs : at - (last?.from ?? at);
    const goesOn = last && last.verdict === verdict && last.why === why && last.from + last.count * stepMs === at;
    if (goesOn) Object.assign(last, { stepMs, count: last.count + 1 });
    else all.push({ from: at, stepMs: 0, count: 1, verdict, why });
  }
  return all;
}

function between(from: Instant | null, to: Instant | null): number[] {
  return from === null || to === null ? [] : [Math.max(0, to - from)];
}

function latest(runs: readonly Run[]): Instant | null {
  return runs.reduce<Instant | null>((last, { endedAt, dueAt }) => later(last, endedAt ?? dueAt), null);
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
