/**
 * A chart → a PNG. ECharts and resvg are loaded when the first one is drawn: they cost half a second and tens of
 * megabytes that most houses never need. The font is our own, so the same chart gives the same bytes everywhere.
 */
import { fileURLToPath } from "node:url";
import { countsPicture } from "./counts.ts";
import { FONT, type Picture, WIDTH } from "./frame.ts";
import { latencyPicture } from "./latency.ts";
import type { Chart } from "./model.ts";
import { palette } from "./palette.ts";
import { uptimePicture } from "./uptime.ts";

/** The picture is so many times larger than its logical size: 1,200 pixels wide, what Telegram keeps of a photo. */
const ZOOM = 2.5;

const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  fileURLToPath(new URL(`./font/${name}`, import.meta.url)),
);

/** Drawn off the main thread. Rejects with the reason of `signal` when that is aborted before the drawing begins. */
export async function drawChart(chart: Chart, signal?: AbortSignal): Promise<Uint8Array> {
  const svg = await svgOf(pictureOf(chart));
  signal?.throwIfAborted();
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: ZOOM },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT },
  });
  return image.asPng();
}

function pictureOf(chart: Chart): Picture {
  switch (chart.chart) {
    case "uptime":
      return uptimePicture(chart);
    case "latency":
      return latencyPicture(chart);
    case "counts":
      return countsPicture(chart);
  }
}

async function svgOf({ option, height }: Picture): Promise<string> {
  const [core, charts, components, renderers] = await Promise.all([
    import("echarts/core"),
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
  ]);
  core.use([
    charts.BarChart,
    charts.LineChart,
    components.GridComponent,
    components.GraphicComponent,
    components.MarkAreaComponent,
    renderers.SVGRenderer,
  ]);
  const drawing = core.init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    drawing.setOption({ backgroundColor: palette.card, animation: false, ...option });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
