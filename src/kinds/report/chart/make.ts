/** What the ledger holds of some actions → charts, with every word in place. */
import { calendarBuckets, evenBuckets, sorted, stepFor } from "../figures/buckets.ts";
import { performanceOf, talliesOf } from "../figures/figures.ts";
import { lengthOf, type Span } from "../figures/span.ts";
import { spreadOf } from "../figures/spread.ts";
import { counted, cutTo, type Outage, type Stretch, stretches, uptimeOf } from "../figures/uptime.ts";
import type { LedgerAction } from "../ledger.ts";
import { Amount, say } from "../value.ts";
import type { Voice } from "../words.ts";
import type { Chart, ChartKind, CountsChart, LatencyChart, UptimeBar, UptimeChart } from "./model.ts";
import { evenTicks, ticks } from "./ticks.ts";

const MOST_ROWS = 10;
const MOST_LINES = 4;
const MOST_POINTS = 120;

/** Latency: one chart per check that measures, at most four. The others: one for all. */
export function chartsFor(kind: ChartKind, actions: readonly LedgerAction[], window: Span, voice: Voice): Chart[] {
  if (kind === "uptime") return [uptimeChart(actions, window, voice)];
  if (kind === "counts") return [countsChart(actions, window, voice)];
  const measured = actions.filter(
    ({ readings, days }) => readings.some(({ measure }) => measure !== null) || days.some(({ measures }) => measures),
  );
  const drawn = measured.length > 0 ? measured : actions.slice(0, 1);
  return drawn.slice(0, MOST_LINES).map((action) => latencyChart(action, window, voice));
}

/** When there are too many, those that were down longest. */
export function uptimeChart(actions: readonly LedgerAction[], window: Span, voice: Voice): UptimeChart {
  const { words } = voice;
  const tz = voice.dates.zone;
  const step = stepFor(window);
  const buckets = calendarBuckets(window, tz, step);
  const watched = actions
    .filter(({ readings }) => readings.length > 0)
    .map((action) => ({ action, performance: performanceOf(action, window) }));
  if (watched.length > MOST_ROWS) watched.sort((a, b) => downMs(b) - downMs(a));
  const rows = watched.slice(0, MOST_ROWS).map(({ action, performance: { uptime, outages } }) => ({
    name: action.title,
    figure: say(new Amount("share", uptime?.uptime ?? null), voice),
    note: words.chart.outages(outages.length, outages.length > 0 ? voice.duration(uptime?.downMs ?? 0) : null),
    bars: bars(stretches(action.readings, { window, maintenance: action.maintenance }), buckets),
  }));
  return {
    chart: "uptime",
    title: words.labels.uptime,
    period: periodOf(window, voice),
    empty: words.chart.empty,
    ticks: ticks(buckets, step, tz, voice.locale),
    rows,
    names: words.chart,
  };
}

export function latencyChart(action: LedgerAction, window: Span, voice: Voice): LatencyChart {
  const { words, locale } = voice;
  const buckets = evenBuckets(window, MOST_POINTS);
  const watch = { window, maintenance: action.maintenance };
  const measured = counted(action.readings, watch).filter(({ measure }) => measure !== null);
  const heaps = sorted(measured, ({ at }) => at, buckets);
  const days = sorted(action.days, ({ from }) => from, buckets);
  const points = heaps.map((heap, i) => {
    const squashed = (days[i] ?? []).flatMap(({ measures }) => measures ?? []);
    const spread = spreadOf(
      heap.flatMap(({ measure }) => measure ?? []),
      squashed,
    );
    return spread && { p50: spread.p50, p95: spread.p95 };
  });
  const { measures, outages } = performanceOf({ ...action, runs: [] }, window);
  const inMs = action.unit === "ms";
  const tell = (value: number) => say(inMs ? new Amount("ms", value) : value, voice);
  return {
    chart: "latency",
    title: `${words.labels.latency} · ${action.title}`,
    period: periodOf(window, voice),
    empty: words.chart.empty,
    ticks: evenTicks(buckets, window, voice.dates.zone, locale),
    note: measures ? words.chart.latency(tell(measures.p50), tell(measures.p95)) : "",
    points,
    down: outages.map((outage) => band(outage, buckets)),
    unit: inMs ? "ms" : "",
    names: { p50: words.chart.median, p95: words.chart.p95, down: words.chart.down },
  };
}

export function countsChart(actions: readonly LedgerAction[], window: Span, voice: Voice): CountsChart {
  const { words } = voice;
  const tz = voice.dates.zone;
  const step = stepFor(window);
  const records = {
    runs: actions.flatMap(({ runs }) => runs),
    days: actions.flatMap(({ days }) => days),
    ...{ readings: [], maintenance: [] },
  };
  const tallies = talliesOf(records, window, tz, step);
  const { runs, failed } = performanceOf(records, window);
  const [only] = actions;
  return {
    chart: "counts",
    title: actions.length === 1 && only ? `${words.labels.runs} · ${only.title}` : words.labels.runs,
    period: periodOf(window, voice),
    empty: words.chart.empty,
    ticks: ticks(tallies, step, tz, voice.locale),
    note: words.chart.runs(runs, failed),
    bars: tallies.map(({ succeeded, failed: bad, other }) => ({ succeeded, failed: bad, other })),
    names: words.chart,
  };
}

function downMs({ performance }: { performance: ReturnType<typeof performanceOf> }): number {
  return performance.uptime?.downMs ?? 0;
}

function bars(parts: readonly Stretch[], buckets: readonly Span[]): UptimeBar[] {
  return buckets.map((bucket) => {
    const { upMs, downMs, maintenanceMs, unknownMs } = uptimeOf(cutTo(parts, bucket));
    const whole = lengthOf(bucket);
    return { up: upMs / whole, down: downMs / whole, maintenance: maintenanceMs / whole, unknown: unknownMs / whole };
  });
}

function band({ from, to }: Outage, buckets: readonly Span[]): { first: number; last: number } {
  const first = buckets.findIndex((bucket) => from < bucket.to);
  const end = to === null ? -1 : buckets.findIndex((bucket) => to <= bucket.to);
  return { first, last: end === -1 ? buckets.length - 1 : end };
}

function periodOf(window: Span, voice: Voice): string {
  return voice.words.period(say(new Amount("at", window.from), voice), say(new Amount("at", window.to), voice));
}
