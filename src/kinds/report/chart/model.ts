/** Charts as plain data with every word in place: what draws them knows no language, no zone and no ledger. */

export const chartKinds = ["uptime", "latency", "counts"] as const;
export type ChartKind = (typeof chartKinds)[number];

/** A label below bar or point number `index`. */
export interface Tick {
  index: number;
  label: string;
}

interface Titled {
  title: string;
  /** The time it is about. */
  period: string;
  /** Said instead of a drawing when there is nothing to draw. */
  empty: string;
  ticks: Tick[];
}

/** How much of a bar's time was spent how; the four add up to 1. */
export interface UptimeBar {
  up: number;
  down: number;
  maintenance: number;
  unknown: number;
}

/** A row of bars per action, as on a status page. */
export interface UptimeChart extends Titled {
  chart: "uptime";
  rows: {
    name: string;
    /** `99.57%` */
    figure: string;
    /** `1 outage · 31 min` */
    note: string;
    bars: UptimeBar[];
  }[];
  names: { up: string; down: string; maintenance: string; unknown: string };
}

/** The median and what 95 % stayed below, over time; bands where it was down. */
export interface LatencyChart extends Titled {
  chart: "latency";
  note: string;
  /** Null where nothing was measured. */
  points: ({ p50: number; p95: number } | null)[];
  /** First and last point of each outage. */
  down: { first: number; last: number }[];
  /** `ms`, or nothing for a number without one. */
  unit: string;
  names: { p50: string; p95: string; down: string };
}

/** Runs per hour, day or week. */
export interface CountsChart extends Titled {
  chart: "counts";
  note: string;
  bars: { succeeded: number; failed: number; other: number }[];
  names: { succeeded: string; failed: string; other: string };
}

export type Chart = UptimeChart | LatencyChart | CountsChart;
