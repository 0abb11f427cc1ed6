/** What all pictures share: size, head, axes, legend. Sizes are in logical pixels; `draw.ts` makes them larger. */
import type { EChartsCoreOption } from "echarts/core";
import { drawable } from "./glyphs.ts";
import type { Tick } from "./model.ts";
import { palette } from "./palette.ts";

/** Narrow, so that on a phone its letters are as large as those of the chat. */
export const WIDTH = 480;
export const MARGIN = 20;
/** Where the drawing begins, below title, period and note. */
export const HEAD = 86;
const LEGEND = 34;

export const FONT = "DejaVu Sans";

/** A picture as ECharts takes it, and how high it is. */
export interface Picture {
  option: EChartsCoreOption;
  height: number;
}

/** Title, period and the key figures. */
export function head(title: string, period: string, note: string) {
  return [
    text({ text: drawable(title, 38), x: MARGIN, y: 25, size: 17, color: palette.text, bold: true }),
    text({ text: drawable(period, 60), x: MARGIN, y: 45, size: 12, color: palette.dim }),
    text({ text: drawable(note, 56), x: MARGIN, y: 65, size: 13, color: palette.text }),
  ];
}

export interface LegendEntry {
  name: string;
  color: string;
  shape?: "line";
}

interface Text {
  text: string;
  x: number;
  y: number;
  size: number;
  color: string;
  align?: "center" | "right";
  bold?: boolean;
}

/** Placed by its middle line. Unlike ECharts' titles it is anchored by the font itself, so a right edge is one. */
export function text({ text: words, x, y, size, color, align, bold }: Text) {
  const font = { fontFamily: FONT, fontSize: size, fontWeight: bold ? "bold" : "normal" };
  const place = { x, y, align: align ?? "left", verticalAlign: "middle" };
  return { type: "text" as const, style: { text: words, fill: color, ...font, ...place } };
}

/** About how wide the text is, never much less: enough to put things beside each other. */
export function widthOf(words: string, size: number): number {
  const narrow = words.match(/[ijlrtf.,:;'|!· ]/g)?.length ?? 0;
  const wide = words.match(/[mwMW%@]/g)?.length ?? 0;
  return size * (0.65 * ([...words].length - narrow - wide) + 0.38 * narrow + wide);
}

/** Own shapes and words: ECharts' legend shows nothing for series without data. */
export function legend(entries: LegendEntry[], height: number) {
  let left = MARGIN;
  return entries.flatMap(({ name, color, shape }) => {
    const words = drawable(name, 24);
    const at = left;
    left += 17 + widthOf(words, 12) + 16;
    const y = height - LEGEND / 2 - 4;
    return [
      shape === "line"
        ? { type: "rect", shape: { x: at, y: y - 1.5, width: 12, height: 3, r: 1.5 }, style: { fill: color } }
        : { type: "rect", shape: { x: at, y: y - 5, width: 10, height: 10, r: 2 }, style: { fill: color } },
      text({ text: words, x: at + 17, y, size: 12, color: palette.dim }),
    ];
  });
}

/** Bars or points by number, with words under a few of them. */
export function categoryAxis(count: number, ticks: Tick[], options: { shown: boolean; gap: boolean; grid?: number }) {
  const names = new Map(ticks.map(({ index, label: text }) => [index, drawable(text, 12)]));
  return {
    type: "category" as const,
    ...(options.grid === undefined ? {} : { gridIndex: options.grid }),
    data: Array.from({ length: count }, (_, i) => String(i)),
    boundaryGap: options.gap,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      show: options.shown,
      interval: (index: number) => names.has(index),
      formatter: (_: string, index: number) => names.get(index) ?? "",
      color: palette.dim,
      fontFamily: FONT,
      fontSize: 11,
      margin: 8,
      hideOverlap: true,
    },
  };
}

export function valueAxis(format: (value: number) => string, integers: boolean) {
  return {
    type: "value" as const,
    // From nought, or from a round number below what is less.
    min: ({ min }: { min: number }) => (min < 0 ? null : 0),
    ...(integers ? { minInterval: 1 } : {}),
    splitNumber: 4,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.grid, width: 1 } },
    axisLabel: { color: palette.dim, fontFamily: FONT, fontSize: 11, formatter: format },
  };
}

/** Nothing to draw: the head, and one sentence where the drawing would be. */
export function emptyPicture(title: string, period: string, sentence: string): Picture {
  const height = 180;
  const [x, y] = [WIDTH / 2, 118];
  const words = text({ text: drawable(sentence, 60), x, y, size: 14, color: palette.dim, align: "center" });
  return { option: { graphic: [...head(title, period, ""), words] }, height };
}
