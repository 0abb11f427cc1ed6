/** Runs per hour, day or week: what succeeded, what failed on top of it with its number. */
import { categoryAxis, emptyPicture, FONT, HEAD, head, legend, MARGIN, type Picture, valueAxis } from "./frame.ts";
import type { CountsChart } from "./model.ts";
import { palette } from "./palette.ts";

const HEIGHT = 300;
/** More bars than this are too thin for numbers above them. */
const MOST_NUMBERED = 32;

const parts = ["succeeded", "other", "failed"] as const;
const colors = { succeeded: palette.up, other: palette.unknown, failed: palette.down } as const;

export function countsPicture(chart: CountsChart): Picture {
  const { bars, ticks, title, period, note, names } = chart;
  if (bars.every((bar) => parts.every((part) => bar[part] === 0))) return emptyPicture(title, period, chart.empty);
  const shown = parts.filter((part) => part === "succeeded" || bars.some((bar) => bar[part] > 0));
  const entries = shown.map((part) => ({ name: names[part], color: colors[part] }));
  return {
    height: HEIGHT,
    option: {
      grid: { left: MARGIN, right: MARGIN, top: HEAD + 14, bottom: 42, outerBoundsMode: "same" },
      xAxis: categoryAxis(bars.length, ticks, { shown: true, gap: true }),
      yAxis: valueAxis(String, true),
      series: shown.map((part) => ({
        type: "bar" as const,
        stack: "runs",
        barMaxWidth: 34,
        barCategoryGap: "26%",
        itemStyle: { color: colors[part] },
        data: bars.map((bar) => bar[part]),
        ...(part === "failed" && bars.length <= MOST_NUMBERED ? { label: numbers } : {}),
      })),
      graphic: [...head(title, period, note), ...legend(entries, HEIGHT)],
    },
  };
}

const numbers = {
  show: true,
  position: "top" as const,
  color: palette.down,
  fontFamily: FONT,
  fontSize: 12,
  fontWeight: "bold" as const,
  formatter: ({ value }: { value?: unknown }) => (typeof value === "number" && value > 0 ? String(value) : ""),
};
