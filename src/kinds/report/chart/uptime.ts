/** Rows of bars, one row per action, as on a status page. */

import { categoryAxis, emptyPicture, HEAD, head, legend, MARGIN, type Picture, text, WIDTH, widthOf } from "./frame.ts";
import { drawable } from "./glyphs.ts";
import type { UptimeBar, UptimeChart } from "./model.ts";
import { palette } from "./palette.ts";

const ROW = 68;
const BAR = 30;
/** A short outage must be seen: any part of a bar is at least so much of it. */
const LEAST = 0.16;

const parts = ["up", "unknown", "maintenance", "down"] as const;

export function uptimePicture(chart: UptimeChart): Picture {
  const { rows, ticks, title, period, names } = chart;
  if (rows.length === 0) return emptyPicture(title, period, chart.empty);
  const top = HEAD - 18;
  const height = top + rows.length * ROW + 56;
  const shown = parts.filter((part) => part === "up" || rows.some(({ bars }) => bars.some((bar) => bar[part] > 0)));
  const entries = shown.map((part) => ({ name: names[part], color: palette[part] }));
  const rowHeads = rows.flatMap((row, i) => rowHead(row, top + i * ROW + 14));
  return {
    height,
    option: {
      grid: rows.map((_, i) => ({ left: MARGIN, right: MARGIN, top: top + i * ROW + 26, height: BAR })),
      xAxis: rows.map(({ bars }, i) =>
        categoryAxis(bars.length, ticks, { shown: i === rows.length - 1, gap: true, grid: i }),
      ),
      yAxis: rows.map((_, i) => ({ type: "value", gridIndex: i, min: 0, max: 1, show: false })),
      series: rows.flatMap(({ bars }, i) => parts.map((part) => series(part, bars.map(visible), i))),
      graphic: [...head(title, period, ""), ...rowHeads, ...legend(entries, height)],
    },
  };
}

/** The name on the left; on the right what happened and the share. */
function rowHead({ name, figure, note }: UptimeChart["rows"][number], y: number) {
  const share = drawable(figure, 10);
  const right = WIDTH - MARGIN;
  return [
    text({ text: drawable(name, 24), x: MARGIN, y, size: 14, color: palette.text, bold: true }),
    text({ text: share, x: right, y, size: 14, color: palette.text, align: "right", bold: true }),
    text({
      text: drawable(note, 30),
      x: right - widthOf(share, 14) - 14,
      y,
      size: 12,
      color: palette.dim,
      align: "right",
    }),
  ];
}

function series(part: (typeof parts)[number], bars: UptimeBar[], row: number) {
  return {
    type: "bar" as const,
    stack: `row${row}`,
    xAxisIndex: row,
    yAxisIndex: row,
    barCategoryGap: bars.length > 12 ? "22%" : "8%",
    itemStyle: { color: palette[part] },
    data: bars.map((bar) => bar[part]),
  };
}

/** The same parts, none too small to be seen; what is up gives way. */
function visible(bar: UptimeBar): UptimeBar {
  const grown = (part: number) => (part > 0 && part < LEAST ? LEAST : part);
  const [down, maintenance, unknown] = [grown(bar.down), grown(bar.maintenance), grown(bar.unknown)];
  const rest = bar.up > 0 ? Math.max(LEAST, 1 - down - maintenance - unknown) : 0;
  const whole = down + maintenance + unknown + rest;
  return { up: rest / whole, down: down / whole, maintenance: maintenance / whole, unknown: unknown / whole };
}
