/** How a report speaks: the words of one language, and dates of one zone. Given by whoever wires it; here are only the shapes. */
import type { Instant, Zone } from "../../core/schedule.ts";

/** Words that templates reach as `{{words.uptime}}`. */
export const labelNames = [
  "action",
  "actions",
  "runs",
  "succeeded",
  "failed",
  "skipped",
  "missed",
  "failureRate",
  "failures",
  "reason",
  "count",
  "last",
  "uptime",
  "down",
  "outages",
  "from",
  "to",
  "length",
  "why",
  "latency",
  "median",
  "slowest",
  "name",
  "value",
  "noRuns",
] as const;
export type Labels = Record<(typeof labelNames)[number], string>;

/** Words on pictures. */
export interface ChartWords {
  up: string;
  down: string;
  maintenance: string;
  unknown: string;
  /** Shown where there is nothing to draw. */
  empty: string;
  median: string;
  p95: string;
  succeeded: string;
  failed: string;
  other: string;
  /** Total of a counts chart: "96 runs, 3 failed". */
  runs(runs: number, failed: number): string;
  /** "1 outage, 31 min"; `length` is null when there were none. */
  outages(count: number, length: string | null): string;
  /** "median 184 ms · 95% within 310 ms" */
  latency(median: string, p95: string): string;
}

export interface ReportWords {
  yes: string;
  no: string;
  labels: Labels;
  chart: ChartWords;
  /** "17 Nov 08:00 – 24 Nov 08:00" */
  period(from: string, to: string): string;
  /** Last line of a summary. */
  inFile: string;
  /** The report was longer than a report may be. */
  shortened: string;
  /** A source that could not be read, and the code or words of why. */
  unread(source: string, problem: string): string;
  /** What a table is in a summary: "Outages: 12 rows". */
  rows(heading: string | null, rows: number): string;
}

export interface Voice {
  words: ReportWords;
  /** BCP 47, for numbers. */
  locale: string;
  dates: {
    zone: Zone;
    /** `09:00` */
    time(at: Instant): string;
    /** `Wed 25 Nov` */
    day(at: Instant): string;
    /** `Wed 25` or, with the month, `Wed 25 Nov`. */
    shortDay(at: Instant, month: boolean): string;
  };
  /** Why a run ended as it did, from what the ledger has: a code, or words. */
  reason(reason: string): string;
  /** What a check failed of: its code, with the technical word or without. */
  trouble(why: string): string;
  /** `18 h 55 min` */
  duration(ms: number): string;
}
