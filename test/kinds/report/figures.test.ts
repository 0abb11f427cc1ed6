import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarBuckets, evenBuckets, sorted, stepFor } from "../../../src/kinds/report/figures/buckets.ts";
import { performanceOf, runFigures, talliesOf } from "../../../src/kinds/report/figures/figures.ts";
import { lengthOf } from "../../../src/kinds/report/figures/span.ts";
import { spreadOf } from "../../../src/kinds/report/figures/spread.ts";
import {
  type CheckReading,
  counted,
  outagesOf,
  stretches,
  uptimeOf,
} from "../../../src/kinds/report/figures/uptime.ts";
import { backup, day, hour, minute, now, run, shop, tz, week } from "./samples.ts";

const window = { from: 0, to: 10 * minute };
const good = (at: number): CheckReading => ({ at, verdict: "good", measure: 100 });
const bad = (at: number, why: string | null = null): CheckReading => ({ at, verdict: "bad", measure: null, why });
const minutes = (verdicts: string) =>
  [...verdicts].map((verdict, i) => (verdict === "x" ? bad(i * minute, `no ${i}`) : good(i * minute)));
const seen = (readings: CheckReading[], maintenance = [] as { from: number; to: number }[]) =>
  uptimeOf(stretches(readings, { window, maintenance }));

describe("uptime", () => {
  it("is the share of the time whose last reading was good", () => {
    expect(seen(minutes("....xx...."))).toMatchObject({ upMs: 8 * minute, downMs: 2 * minute, uptime: 0.8 });
  });

  it("is unknown, not bad, where there was no reading", () => {
    expect(seen([])).toMatchObject({ unknownMs: 10 * minute, uptime: null });
    expect(seen([bad(6 * minute)])).toMatchObject({ unknownMs: 6 * minute, downMs: 4 * minute, uptime: 0 });
  });

  it("begins as the last reading before the window left it", () => {
    expect(seen([bad(-minute), good(5 * minute)])).toMatchObject({ downMs: 5 * minute, uptime: 0.5 });
  });

  it("does not trust a reading for ever: nobody looked while Belfry was away", () => {
    const readings = [0, 1, 2, 3].map((n) => good(n * minute));
    expect(seen([...readings, good(9 * minute)])).toMatchObject({ upMs: 7 * minute, unknownMs: 3 * minute, uptime: 1 });
  });

  it("knows what is usual by the readings around: what looked each minute may look once an hour now", () => {
    const often = Array.from({ length: 300 }, (_, n) => good((n - 300) * minute));
    const seldom = [0, 1, 2, 3, 4, 5].map((n) => (n === 2 ? bad(n * 60 * minute) : good(n * 60 * minute)));
    const watch = { window: { from: 0, to: 360 * minute }, maintenance: [] };
    const parts = stretches([...often, ...seldom], watch);
    expect(uptimeOf(parts)).toMatchObject({ upMs: 300 * minute, downMs: 60 * minute, unknownMs: 0 });
  });

  it("takes several looks close together for no rhythm: a call that is expected, a look by hand", () => {
    const day = 24 * 60 * minute;
    const nights = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => n * day);
    const readings = nights.flatMap((at) => [good(at), good(at + minute), good(at + 20 * minute)]);
    const watch = { window: { from: 0, to: 8 * day }, maintenance: [] };
    expect(uptimeOf(stretches(readings, watch))).toMatchObject({ upMs: 8 * day, unknownMs: 0 });
  });

  it("is told of as many readings as a check of some seconds has in a month", () => {
    const many = Array.from({ length: 260_000 }, (_, n) => (n % 2 === 0 ? good(n) : bad(n)));
    const watch = { window: { from: 0, to: 260_000 }, maintenance: [] };
    expect(uptimeOf(stretches(many, watch))).toMatchObject({ uptime: 0.5 });
  });

  it("leaves maintenance out, whatever was seen in it", () => {
    const shut = [
      { from: 4 * minute, to: 5 * minute },
      { from: 4.5 * minute, to: 6 * minute },
    ];
    expect(seen(minutes("....xx...."), shut)).toMatchObject({ upMs: 8 * minute, downMs: 0, uptime: 1 });
    expect(seen(minutes("....xx...."), shut).maintenanceMs).toBe(2 * minute);
  });

  it("accounts for every millisecond of the window", () => {
    const instants = fc.integer({ min: -1000, max: 1000 });
    const spans = fc.record({ from: instants, to: instants });
    const readings = fc.array(fc.record({ at: instants, verdict: fc.constantFrom("good", "bad") }), { maxLength: 30 });
    fc.assert(
      fc.property(readings, fc.array(spans, { maxLength: 5 }), (list, maintenance) => {
        const watch = { window: { from: 0, to: 900 }, maintenance };
        const parts = stretches(
          list.map((one) => ({ ...one, measure: null })),
          watch,
        );
        parts.forEach((part, i) => {
          expect(part.from).toBe(i === 0 ? 0 : parts[i - 1]?.to);
        });
        expect(parts.at(-1)?.to).toBe(900);
        const { upMs, downMs, unknownMs, maintenanceMs } = uptimeOf(parts);
        expect(upMs + downMs + unknownMs + maintenanceMs).toBe(900);
      }),
    );
  });
});

describe("an outage", () => {
  const outages = (readings: CheckReading[], maintenance = [] as { from: number; to: number }[]) =>
    outagesOf(stretches(readings, { window, maintenance }), counted(readings, { window, maintenance }));

  it("lasts from the first bad reading to the next good one and says why it began", () => {
    expect(outages(minutes(".xx.x....."))).toEqual([
      { from: minute, to: 3 * minute, downMs: 2 * minute, failed: 2, why: "no 1" },
      { from: 4 * minute, to: 5 * minute, downMs: minute, failed: 1, why: "no 4" },
    ]);
  });

  it("that lasts on has no end", () => {
    expect(outages(minutes(".......xxx"))).toMatchObject([{ from: 7 * minute, to: null, downMs: 3 * minute }]);
  });

  it("goes on behind maintenance, which does not count", () => {
    const shut = [{ from: 3 * minute, to: 5 * minute }];
    expect(outages(minutes("..xxxx...."), shut)).toMatchObject([
      { from: 2 * minute, to: 6 * minute, downMs: 2 * minute, failed: 2 },
    ]);
    expect(outages(minutes("...xx....."), shut)).toEqual([]);
  });
});

describe("runs", () => {
  it("are counted where they were due, ranges with their number, leads not at all", () => {
    const runs = [
      run(1),
      run(2, { outcome: "failed", reason: "exit 1", attempts: 3 }),
      run(3, { outcome: "interrupted" }),
      run(4, { outcome: "missed", count: 5, startedAt: null, endedAt: null }),
      run(5, { outcome: "skipped", reason: "paused" }),
      run(6, { outcome: null }),
      run(7, { lead: hour }),
      run(100, { outcome: "failed" }),
    ];
    expect(runFigures(runs, { from: 0, to: 100 })).toMatchObject({
      runs: 3,
      succeeded: 1,
      failed: 1,
      interrupted: 1,
      missed: 5,
      skipped: 1,
      failureRate: 1 / 3,
      retries: 2,
      lastFailure: 41_302,
    });
  });

  it("that failed are gathered by reason, the commonest first", () => {
    const reasons = ["a", "b", "b"].map((reason, at) => run(at, { outcome: "failed", reason }));
    const { failures } = runFigures(reasons, { from: 0, to: 9 });
    expect(failures.map(({ reason, count }) => `${reason} ${count}`)).toEqual(["b 2", "a 1"]);
  });

  it("of nothing have no failure rate", () => {
    expect(runFigures([], week)).toMatchObject({ runs: 0, failureRate: null, duration: null, failures: [] });
  });
});

it("percentiles are values that were measured, by nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(spreadOf(hundred)).toEqual({ count: 100, min: 1, mean: 50.5, p50: 50, p95: 95, p99: 99, max: 100 });
  expect(spreadOf([7])).toEqual({ count: 1, min: 7, mean: 7, p50: 7, p95: 7, p99: 7, max: 7 });
  expect(spreadOf([])).toBe(null);
});

it("how an action performed since a date is told from that date on", () => {
  const later = { from: Date.parse("2026-11-22T00:00:00+01:00"), to: now };
  expect(performanceOf(shop, week).outages).toHaveLength(2);
  expect(performanceOf(shop, later)).toMatchObject({ outages: [{ why: "timeout", failed: 2 }], runs: 0 });
  expect(performanceOf(backup, later)).toMatchObject({ uptime: null, measures: null, runs: 3, failed: 0 });
});

describe("buckets", () => {
  it("are days of the calendar, 25 hours long when the clocks go back", () => {
    const around = { from: Date.parse("2026-10-24T12:00:00+02:00"), to: Date.parse("2026-10-26T12:00:00+01:00") };
    expect(calendarBuckets(around, tz, "day").map((span) => lengthOf(span) / hour)).toEqual([12, 25, 12]);
  });

  it("follow each other through the window, whatever their length", () => {
    for (const step of ["hour", "day", "week"] as const) {
      const buckets = calendarBuckets(week, tz, step);
      expect(buckets.slice(1).every(({ from }, i) => from === buckets[i]?.to)).toBe(true);
      expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([week.from, week.to]);
    }
    expect([day, 7 * day, 365 * day].map((to) => stepFor({ from: 0, to }))).toEqual(["hour", "day", "week"]);
    expect(evenBuckets(week, 120)).toHaveLength(84);
  });

  it("hold what lies in them", () => {
    const halves = [
      { from: 0, to: 5 },
      { from: 5, to: 10 },
    ];
    expect(sorted([-1, 0, 4, 5, 9, 10], (at) => at, halves)).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });

  it("count runs per day", () => {
    const tallies = talliesOf(backup, week, tz, "day");
    expect(tallies.map(({ succeeded, failed }) => succeeded - failed)).toEqual([0, 1, 1, 1, -1, 1, 1, 1]);
    expect(talliesOf(shop, week, tz, "day").map(({ uptime }) => uptime === 1)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
