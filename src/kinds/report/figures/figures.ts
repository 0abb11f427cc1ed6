/**
 * Lines of the ledger → figures. Nothing here is stored: the same lines and the same window give the same figures.
 * Runs are counted in the window in which they were due.
 */
import type { Run } from "../../../core/run.ts";
import type { Instant, Zone } from "../../../core/schedule.ts";
import { calendarBuckets, type Step, sorted } from "./buckets.ts";
import type { Span } from "./span.ts";
import { type Spread, spreadOf } from "./spread.ts";
import {
  type CheckReading,
  counted,
  cutTo,
  type Outage,
  outagesOf,
  stretches,
  type Uptime,
  uptimeOf,
  type Watch,
} from "./uptime.ts";

/** What figures need of a run. */
export type LedgerRun = Pick<
  Run,
  "lead" | "count" | "outcome" | "reason" | "dueAt" | "startedAt" | "endedAt" | "attempts"
>;

/** Everything the ledger holds of one action for a window; readings of the time just before it may be among them. */
export interface Records {
  runs: readonly LedgerRun[];
  /** Empty for what is no check. */
  readings: readonly CheckReading[];
  maintenance: readonly Span[];
}

export interface RunFigures {
  /** Runs that did their work or tried: succeeded, failed or interrupted. */
  runs: number;
  succeeded: number;
  failed: number;
  interrupted: number;
  skipped: number;
  missed: number;
  /** Failed ÷ runs, 0 to 1; null when there were none. */
  failureRate: number | null;
  /** Tries beyond the first. */
  retries: number;
  /** Milliseconds from start to end, of those that succeeded or failed. */
  duration: Spread | null;
  /** Milliseconds between when it should have started and when it did. */
  lateness: Spread | null;
  lastSuccess: Instant | null;
  lastFailure: Instant | null;
  /** The commonest first. */
  failures: FailureCount[];
}

export interface FailureCount {
  reason: string;
  count: number;
  last: Instant;
}

/** How an action did: of any kind its runs, of a check also what it saw. */
export interface Performance extends RunFigures {
  window: Span;
  uptime: Uptime | null;
  outages: Outage[];
  /** Of what the check measured, in its own unit. */
  measures: Spread | null;
}

/** One hour, day or week. */
export interface Tally extends Span {
  succeeded: number;
  failed: number;
  /** Skipped, missed or interrupted. */
  other: number;
  uptime: number | null;
}

/** "After 1 week, report how X performed": the window begins when the report was asked for. */
export function performanceOf(records: Records, window: Span): Performance {
  const watch: Watch = { window, maintenance: records.maintenance };
  const watched = records.readings.length > 0;
  const readings = counted(records.readings, watch);
  const parts = stretches(records.readings, watch);
  return {
    ...runFigures(records.runs, window),
    window,
    uptime: watched ? uptimeOf(parts) : null,
    outages: outagesOf(parts, readings),
    measures: spreadOf(readings.flatMap(({ measure }) => measure ?? [])),
  };
}

export function runFigures(runs: readonly LedgerRun[], window: Span): RunFigures {
  const settled = runsIn(runs, window);
  const count = (outcome: Run["outcome"]) =>
    settled.reduce((sum, run) => (run.outcome === outcome ? sum + run.count : sum), 0);
  const [succeeded, failed, interrupted] = [count("succeeded"), count("failed"), count("interrupted")];
  const tried = succeeded + failed + interrupted;
  return {
    runs: tried,
    succeeded,
    failed,
    interrupted,
    skipped: count("skipped"),
    missed: count("missed"),
    failureRate: tried === 0 ? null : failed / tried,
    retries: settled.reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0),
    duration: spreadOf(settled.filter(worked).flatMap(durationOf)),
    lateness: spreadOf(
      settled.flatMap(({ startedAt, dueAt }) => (startedAt === null ? [] : Math.max(0, startedAt - dueAt))),
    ),
    lastSuccess: latest(settled, "succeeded"),
    lastFailure: latest(settled, "failed"),
    failures: failuresOf(settled),
  };
}

/** Counts per hour, day or week of the calendar in `tz`. */
export function talliesOf(records: Records, window: Span, tz: Zone, step: Step): Tally[] {
  const buckets = calendarBuckets(window, tz, step);
  const heaps = sorted(runsIn(records.runs, window), ({ dueAt }) => dueAt, buckets);
  const seen = stretches(records.readings, { window, maintenance: records.maintenance });
  return buckets.map((bucket, i) => {
    const { succeeded, failed, interrupted, skipped, missed } = runFigures(heaps[i] ?? [], bucket);
    const { uptime } = uptimeOf(cutTo(seen, bucket));
    return { ...bucket, succeeded, failed, other: interrupted + skipped + missed, uptime };
  });
}

/** Leads ring before a run; they are no runs of their own. */
function runsIn(runs: readonly LedgerRun[], { from, to }: Span): LedgerRun[] {
  return runs.filter(({ lead, outcome, dueAt }) => lead === 0 && outcome !== null && dueAt >= from && dueAt < to);
}

function worked({ outcome }: LedgerRun): boolean {
  return outcome === "succeeded" || outcome === "failed";
}

function durationOf({ startedAt, endedAt }: LedgerRun): number[] {
  return startedAt === null || endedAt === null ? [] : [Math.max(0, endedAt - startedAt)];
}

function latest(runs: readonly LedgerRun[], outcome: Run["outcome"]): Instant | null {
  const times = runs.filter((run) => run.outcome === outcome).map(({ endedAt, dueAt }) => endedAt ?? dueAt);
  return times.reduce<Instant | null>((last, at) => (last === null || at > last ? at : last), null);
}

function failuresOf(runs: readonly LedgerRun[]): FailureCount[] {
  const counts = new Map<string, FailureCount>();
  for (const { outcome, reason, count, endedAt, dueAt } of runs) {
    if (outcome !== "failed") continue;
    const name = reason ?? "";
    const known = counts.get(name) ?? { reason: name, count: 0, last: 0 };
    counts.set(name, { reason: name, count: known.count + count, last: Math.max(known.last, endedAt ?? dueAt) });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || b.last - a.last);
}
