/** A chart in words: the caption of its picture, and what stands for it where there are no pictures. */
import type { Chart } from "./model.ts";

export function altOf(chart: Chart): string {
  if (chart.chart !== "uptime")
    return chart.note === "" ? `${chart.title} · ${chart.empty}` : `${chart.title} · ${chart.note}`;
  const rows = chart.rows.map(({ name, figure, note }) => `${name} ${figure} (${note})`);
  return `${chart.title} · ${rows.length === 0 ? chart.empty : rows.join(", ")}`;
}
