/** The median as a line, what 95 % stayed below as a thin one, between them a veil, and red bands where it was down. */
import { categoryAxis, emptyPicture, FONT, HEAD, head, legend, MARGIN, type Picture, valueAxis } from "./frame.ts";
import type { LatencyChart } from "./model.ts";
import { palette } from "./palette.ts";

const HEIGHT = 320;

export function latencyPicture(chart: LatencyChart): Picture {
  const { points, ticks, title, period, note, names, down, unit } = chart;
  if (points.every((point) => point === null)) return emptyPicture(title, period, chart.empty);
  const entries = [
    { name: names.p50, color: palette.median, shape: "line" as const },
    { name: names.p95, color: palette.p95, shape: "line" as const },
    ...(down.length > 0 ? [{ name: names.down, color: palette.down }] : []),
  ];
  const p50 = points.map((point) => point?.p50 ?? null);
  const p95 = points.map((point) => point?.p95 ?? null);
  return {
    height: HEIGHT,
    option: {
      grid: { left: MARGIN, right: MARGIN, top: HEAD + 8, bottom: 42, outerBoundsMode: "same" },
      xAxis: categoryAxis(points.length, ticks, { shown: true, gap: false }),
      yAxis: valueAxis((value) => shown(value, unit), false),
      series: [
        ...veil(points),
        { ...line(p95, palette.p95, 1.5), z: 2 },
        { ...line(p50, palette.median, 2.5), z: 3, markArea: bands(down) },
      ],
      graphic: [...head(title, period, note), ...legend(entries, HEIGHT)],
    },
  };
}

/** From the median up to the other line: an unseen series with another on top of it. */
function veil(points: LatencyChart["points"]) {
  const unseen = {
    type: "line" as const,
    stack: "veil",
    // Also where the median is below nought.
    stackStrategy: "all" as const,
    symbol: "none",
    lineStyle: { opacity: 0 },
    silent: true,
    z: 1,
  };
  return [
    { ...unseen, data: points.map((point) => point?.p50 ?? null) },
    {
      ...unseen,
      data: points.map((point) => (point ? point.p95 - point.p50 : null)),
      areaStyle: { color: palette.p95, opacity: 0.22 },
    },
  ];
}

function line(data: (number | null)[], color: string, width: number) {
  return {
    type: "line" as const,
    data: data.map((value, i) => (alone(data, i) ? { value, symbol: "circle", symbolSize: 6 } : value)),
    symbol: "none",
    // Otherwise only those above a label of the axis.
    showAllSymbol: true,
    connectNulls: false,
    lineStyle: { color, width, cap: "round" as const, join: "round" as const },
    itemStyle: { color },
  };
}

/** A point without neighbours has no line. */
function alone(data: (number | null)[], i: number): boolean {
  return data[i] !== null && (data[i - 1] ?? null) === null && (data[i + 1] ?? null) === null;
}

function bands(down: LatencyChart["down"]) {
  return {
    silent: true,
    itemStyle: { color: palette.down, opacity: 0.28 },
    label: { fontFamily: FONT },
    data: down.map(({ first, last }) => [{ xAxis: first }, { xAxis: Math.max(last, first + 1) }]),
  };
}

/** `250 ms`, `1.5 s`; without a unit the bare number. */
function shown(value: number, unit: string): string {
  if (unit === "ms" && value >= 1000) return `${Math.round(value / 100) / 10} s`;
  const number = Math.abs(value) >= 1e6 ? `${Math.round(value / 1e5) / 10} M` : String(Math.round(value * 1000) / 1000);
  return unit === "" ? number : `${number} ${unit}`;
}
