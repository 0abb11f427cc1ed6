import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { altOf } from "../../../src/kinds/report/chart/alt.ts";
import { drawChart } from "../../../src/kinds/report/chart/draw.ts";
import { drawable } from "../../../src/kinds/report/chart/glyphs.ts";
import { chartsFor, countsChart, latencyChart, uptimeChart } from "../../../src/kinds/report/chart/make.ts";
import type { Chart } from "../../../src/kinds/report/chart/model.ts";
import { palette } from "../../../src/kinds/report/chart/palette.ts";
import { action, backup, day, hour, minute, now, readings, router, run, shop, voice, week } from "./samples.ts";

const one = action({ title: "new", readings: [{ at: now - minute, verdict: "good", measure: 184 }] });
const hourAgo = { from: now - hour, to: now };

const every: [string, Chart][] = [
  ["uptime with an outage", uptimeChart([shop, router], week, voice)],
  ["latency over seven days", latencyChart(shop, week, voice)],
  ["counts", countsChart([backup], week, voice)],
  ["uptime of nothing", uptimeChart([], week, voice)],
  ["latency of nothing", latencyChart(backup, week, voice)],
  ["counts of nothing", countsChart([shop], week, voice)],
  ["uptime of one reading", uptimeChart([one], hourAgo, voice)],
  ["latency of one reading", latencyChart(one, hourAgo, voice)],
  ["counts of one run", countsChart([action({ runs: [run(now - minute)] })], hourAgo, voice)],
];

/** Width and height as the PNG's header has them. */
function size(png: Uint8Array): number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("a picture", () => {
  it.each(every)("of %s is a PNG that Telegram takes as a photo", async (_, chart) => {
    const png = await drawChart(chart);
    expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
    const [width = 0, height = 0] = size(png);
    expect(width).toBe(1200);
    expect(height).toBeGreaterThanOrEqual(400);
    expect(height).toBeLessThanOrEqual(2400);
    expect(png.length).toBeLessThan(500_000);
  });

  it("has the same bytes whatever was drawn before, and in another process", async () => {
    const [, chart] = every[1] ?? ["", uptimeChart([], week, voice)];
    const first = hash(await drawChart(chart));
    await Promise.all(every.map(([, other]) => drawChart(other)));
    expect(hash(await drawChart(chart))).toBe(first);
    const draw = new URL("../../../src/kinds/report/chart/draw.ts", import.meta.url).href;
    const script = `import { createHash } from "node:crypto";
      const { drawChart } = await import(${JSON.stringify(draw)});
      const png = await drawChart(${JSON.stringify(chart)});
      process.stdout.write(createHash("sha256").update(png).digest("hex"));`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    expect(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout).toBe(first);
  });

  it.each([4, -4])("shows a point without neighbours wherever it stands: %i", async (value) => {
    const chart = latencyChart(shop, week, voice);
    const lone = (at: number) => {
      return drawChart({
        ...chart,
        points: chart.points.map((_, i) => (i === at ? { p50: value, p95: value } : null)),
      });
    };
    // Neither stands above a label.
    expect(hash(await lone(3))).not.toBe(hash(await lone(4)));
  });

  it("is not begun when it is no longer wanted", async () => {
    await expect(drawChart(uptimeChart([], week, voice), AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });

  it("takes titles that are markup, endless, or in letters the font lacks", async () => {
    const title = `<script>&"'${"long ".repeat(50)}🚀健康`;
    const chart = latencyChart({ ...shop, title }, week, voice);
    expect(size(await drawChart(chart))).toEqual([1200, 800]);
    expect(drawable("🚀 Shop 👩‍💻 健康检查 Ünï Жук", 40)).toBe("Shop … Ünï Жук");
    expect(drawable("a".repeat(50), 10)).toBe(`${"a".repeat(9)}…`);
  });
});

describe("the colours", () => {
  /** WCAG 2.1, relative luminance and contrast ratio. */
  const luminance = (color: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };

  it("of texts can be read on the card", () => {
    for (const name of ["text", "dim", "down"] as const) {
      expect([name, contrast(palette[name], palette.card) >= 4.5]).toEqual([name, true]);
    }
  });

  it("of shapes stand out from the card", () => {
    for (const name of ["up", "down", "maintenance", "unknown", "median", "p95"] as const) {
      expect([name, contrast(palette[name], palette.card) >= 3]).toEqual([name, true]);
    }
  });
});

describe("a chart's data", () => {
  it("has a bar per day whose parts are the day", () => {
    const { rows, ticks } = uptimeChart([shop, backup], week, voice);
    expect(rows).toMatchObject([{ name: "shop", figure: "99.64%", note: "2 outages · 36 min" }]);
    const sums = rows[0]?.bars.map(({ up, down, maintenance, unknown }) => up + down + maintenance + unknown);
    expect(sums?.every((sum) => Math.abs(sum - 1) < 1e-9)).toBe(true);
    expect(rows[0]?.bars.map(({ down }) => down > 0)).toEqual([false, false, false, false, true, false, true, false]);
    expect(ticks.map(({ label }) => label)).toEqual([
      "Tue 17",
      "Wed 18",
      "Thu 19",
      "Fri 20",
      "Sat 21",
      "Sun 22",
      "Mon 23",
      "Tue 24",
    ]);
  });

  it("keeps those that were down longest when there are too many", () => {
    const many = Array.from({ length: 15 }, (_, i) => action({ title: `c${i}`, readings: readings(week, hour) }));
    const { rows } = uptimeChart([...many, shop], week, voice);
    expect(rows.map(({ name }) => name).slice(0, 2)).toEqual(["shop", "c0"]);
    expect(rows).toHaveLength(10);
  });

  it("has percentiles per stretch of time, nothing where nothing was measured, bands for outages", () => {
    const chart = latencyChart(shop, week, voice);
    expect(chart.note).toBe("median 201 ms · 95% within 268 ms");
    expect(chart.points).toHaveLength(84);
    expect(chart.points.every((point) => point === null || point.p50 <= point.p95)).toBe(true);
    expect(chart.down).toEqual([
      { first: 45, last: 45 },
      { first: 77, last: 77 },
    ]);
    expect(chart.ticks[0]).toEqual({ index: 8, label: "Wed 18" });
    expect(latencyChart(one, hourAgo, voice).points.filter((point) => point !== null)).toHaveLength(1);
  });

  it("counts runs, in hours for a day and in weeks for a year", () => {
    const count = (days: number) => countsChart([backup], { from: now - days * day, to: now }, voice).bars.length;
    expect([count(1), count(7), count(365)]).toEqual([24, 8, 53]);
    expect(countsChart([backup], week, voice)).toMatchObject({ title: "Runs · backup-db", note: "7 runs · 1 failed" });
  });

  it("has one latency chart per check that measures", () => {
    expect(chartsFor("latency", [shop, backup, router], week, voice).map(({ title }) => title)).toEqual([
      "Latency · shop",
      "Latency · router",
    ]);
    expect(chartsFor("latency", [backup], week, voice)).toHaveLength(1);
    expect(chartsFor("latency", [], week, voice)).toEqual([]);
  });

  it("can be said in words", () => {
    expect(altOf(uptimeChart([shop], week, voice))).toBe("Uptime · shop 99.64% (2 outages · 36 min)");
    expect(altOf(latencyChart(backup, week, voice))).toBe("Latency · backup-db · Nothing to show for this time yet");
  });
});
