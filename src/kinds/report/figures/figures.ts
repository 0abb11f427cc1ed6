/**
 * Lines of the ledger → figures. Nothing here is stored: the same lines and the same window give the same figures.
 * Runs are counted in the window in which they were due.
 */
import { type Digest, type FailureCount, failureSum } from "../../../core/digest.ts";
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
  /** Days whose runs are squashed; what was seen in them is among the readings, without its measures. */
  days: readonly Digest[];
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
  const { readings: all } = records;
  const readings = counted(all, watch);
  const parts = stretches(all, watch);
  return {
    ...runFigures(records.runs, window, records.days),
    window,
    uptime: all.length > 0 ? uptimeOf(parts) : null,
    outages: outagesOf(
      parts,
      readings,
      all.findLast(({ at }) => at < window.from),
    ),
    measures: spreadOf(
      readings.flatMap(({ measure }) => measure ?? []),
      daysIn(records.days, window).flatMap(({ measures }) => measures ?? []),
    ),
  };
}

export function runFigures(runs: readonly LedgerRun[], window: Span, squashed: readonly Digest[] = []): RunFigures {
  const settled = runsIn(runs, window);
  const days = daysIn(squashed, window);
  const count = (outcome: NonNullable<Run["outcome"]>) =>
    settled.reduce((sum, run) => (run.outcome === outcome ? sum + run.count : sum), 0) +
    days.reduce((sum, { outcomes }) => sum + outcomes[outcome], 0);
  const [succeeded, failed, interrupted] = [count("succeeded"), count("failed"), count("interrupted")];
  const tried = succeeded + failed + interrupted;
  const retries = [...days.map((day) => day.retries), ...settled.map(({ attempts }) => Math.max(0, attempts - 1))];
  return {
    runs: tried,
    ...{ succeeded, failed, interrupted, skipped: count("skipped"), missed: count("missed") },
    failureRate: tried === 0 ? null : failed / tried,
    retries: retries.reduce((sum, one) => sum + one, 0),
    duration: spreadOf(
      settled.filter(worked).flatMap(durationOf),
      days.flatMap(({ duration }) => duration ?? []),
    ),
    lateness: spreadOf(
      settled.flatMap(({ startedAt, dueAt }) => (startedAt === null ? [] : Math.max(0, startedAt - dueAt))),
      days.flatMap(({ late }) => late ?? []),
    ),
    lastSuccess: newest([latest(settled, "succeeded"), ...days.map(({ lastSuccess }) => lastSuccess)]),
    lastFailure: newest([latest(settled, "failed"), ...days.map(({ lastFailure }) => lastFailure)]),
    failures: failureSum([...failuresOf(settled), ...days.flatMap(({ failures }) => failures)]),
  };
}

/** Counts per hour, day or week of the calendar in `tz`. */
export function talliesOf(records: Records, window: Span, tz: Zone, step: Step): Tally[] {
  const buckets = calendarBuckets(window, tz, step);
  const heaps = sorted(runsIn(records.runs, window), ({ dueAt }) => dueAt, buckets);
  const days = sorted(daysIn(records.days, window), ({ from }) => from, buckets);
  const seen = stretches(records.readings, { window, maintenance: records.maintenance });
  return buckets.map((bucket, i) => {
    const { succeeded, failed, interrupted, skipped, missed } = runFigures(heaps[i] ?? [], bucket, days[i]);
    const { uptime } = uptimeOf(cutTo(seen, bucket));
    return { ...bucket, succeeded, failed, other: interrupted + skipped + missed, uptime };
  });
}

/** Leads ring before a run; they are no runs of their own. */
function runsIn(runs: readonly LedgerRun[], { from, to }: Span): LedgerRun[] {
  return runs.filter(({ lead, outcome, dueAt }) => lead === 0 && outcome !== null && dueAt >= from && dueAt < to);
}

/** A squashed day counts whole, in the window in which it began. */
function daysIn(days: readonly Digest[], { from, to }: Span): Digest[] {
  return days.filter((day) => day.from >= from && day.from < to);
}

function worked({ outcome }: LedgerRun): boolean {
  return outcome === "succeeded" || outcome === "failed";
}

function durationOf({ startedAt, endedAt }: LedgerRun): number[] {
  return startedAt === null || endedAt === null ? [] : [Math.max(0, endedAt - startedAt)];
}

function latest(runs: readonly LedgerRun[], outcome: Run["outcome"]): Instant | null {
  return newest(runs.filter((run) => run.outcome === outcome).map(({ endedAt, dueAt }) => endedAt ?? dueAt));
}

function newest(times: readonly (Instant | null)[]): Instant | null {
  return times.reduce((last, at) => (last === null || (at !== null && at > last) ? at : last), null);
}

function failuresOf(runs: readonly LedgerRun[]): FailureCount[] {
  return runs
    .filter(({ outcome }) => outcome === "failed")
    .map(({ reason, count, endedAt, dueAt }) => ({ reason: reason ?? "", count, last: endedAt ?? dueAt }));
}
