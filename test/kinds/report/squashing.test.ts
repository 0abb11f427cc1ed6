import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Digest, digestOf, lookOf, looksOf, merged } from "../../../src/core/digest.ts";
import type { RunData } from "../../../src/core/reading.ts";
import type { Run, RunOutcome } from "../../../src/core/run.ts";
import { performanceOf, type Records, talliesOf } from "../../../src/kinds/report/figures/figures.ts";
import { dayRange, localDate } from "../../../src/time/day.ts";
import { action, day, minute, now, run, tz } from "./samples.ts";

const from = dayRange(localDate(now - 20 * day, tz), tz).from;
const window = { from, to: dayRange(localDate(now, tz), tz).from };

/** What happens from one slot to the next. */
const beat = fc.record({
  outcome: fc.constantFrom<RunOutcome>(
    "succeeded",
    "succeeded",
    "succeeded",
    "failed",
    "skipped",
    "missed",
    "interrupted",
  ),
  late: fc.nat(90_000),
  ms: fc.nat(90_000),
  why: fc.constantFrom("timeout", "HTTP 502"),
  count: fc.constantFrom(1, 1, 1, 7),
  attempts: fc.integer({ min: 1, max: 3 }),
  gap: fc.constantFrom(1, 1, 1, 1, 6),
});

type Beat = {
  outcome: RunOutcome;
  late: number;
  ms: number;
  why: string;
  count: number;
  attempts: number;
  gap: number;
};

/** Slots 37 minutes apart over twenty days, some left out. */
function ledgerOf(beats: readonly Beat[]): Run[] {
  const runs: Run[] = [];
  let at = from;
  for (let i = 0; at < window.to; i++) {
    const { outcome, late, ms, why, count, attempts, gap } = beats[i % beats.length] as Beat;
    const seen = outcome === "succeeded" || outcome === "failed";
    const verdict = outcome === "failed" ? "bad" : "good";
    const data = { verdict, measure: seen ? ms : null, unit: "ms", errorClass: null, detail: seen ? why : null };
    runs.push({
      ...({
        id: i + 1,
        key: `${i}`,
        action: 1,
        slot: at,
        slotTo: null,
        trigger: "schedule",
        state: "settled",
      } as const),
      ...{ crashes: 0, missed: 0, wakeAt: null, note: null, rings: 0, output: null, answeredBy: null, labels: null },
      ...run(at, { outcome, count, attempts, reason: outcome === "failed" ? why : null }),
      ...(seen ? { startedAt: at + late, endedAt: at + late + ms } : { startedAt: null, endedAt: at + late }),
      data: seen ? (data as unknown as RunData) : null,
    });
    at += gap * 37 * minute;
  }
  return runs;
}

/** The same ledger, with the runs that `old` chooses squashed, a few at a time. */
function recordsOf(runs: readonly Run[], old: (run: Run) => boolean): Records {
  const days = new Map<number, Digest>();
  for (const one of runs.filter(old)) {
    const { from: begin } = dayRange(localDate(one.dueAt, tz), tz);
    const fresh = digestOf(1, begin, [one]);
    const known = days.get(begin);
    days.set(begin, known ? merged(known, fresh) : fresh);
  }
  const kept = runs.filter((one) => !old(one));
  const looks = [...[...days.values()].flatMap(looksOf), ...kept.flatMap((one) => lookOf(one) ?? [])];
  return { ...action({}), runs: kept, days: [...days.values()], readings: looks.sort((a, b) => a.at - b.at) };
}

/** Percentiles of squashed values are told to three digits; the rest is as it was. */
function told(records: Records) {
  const { measures, duration, lateness, ...rest } = performanceOf(records, window);
  const exact = [measures, duration, lateness].map((spread) => spread && [spread.count, spread.min, spread.max]);
  return { ...rest, exact, days: talliesOf(records, window, tz, "day") };
}

const cases = fc.tuple(fc.array(beat, { minLength: 5, maxLength: 60 }), fc.integer({ min: 1, max: 40 }));

describe("squashing old runs", () => {
  it("changes no figure, wherever it has got to", () => {
    fc.assert(
      fc.property(cases, ([beats, cut]) => {
        const runs = ledgerOf(beats);
        const before = recordsOf(runs, () => false);
        const old = (one: Run) => one.dueAt < from + (cut * day) / 2 && one.id % 11 !== 0;
        expect(told(recordsOf(runs, old))).toEqual(told(before));
      }),
      { numRuns: 20 },
    );
  });

  it("moves a percentile by less than a hundredth", () => {
    fc.assert(
      fc.property(cases, ([beats, cut]) => {
        const runs = ledgerOf(beats);
        const exact = performanceOf(
          recordsOf(runs, () => false),
          window,
        );
        const squashed = performanceOf(
          recordsOf(runs, (one) => one.dueAt < from + (cut * day) / 2),
          window,
        );
        for (const name of ["measures", "duration", "lateness"] as const) {
          const [a, b] = [exact[name], squashed[name]];
          for (const key of ["mean", "p50", "p95", "p99"] as const)
            expect(Math.abs((b?.[key] ?? 0) - (a?.[key] ?? 0))).toBeLessThanOrEqual(0.01 * (a?.[key] ?? 0) + 1e-6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("takes little room: a day of looks each minute, two of them bad, is three stretches", () => {
    const minutes = Array.from({ length: 1440 }, (_, i) => from + i * minute);
    const [plain] = ledgerOf([{ outcome: "succeeded", late: 0, ms: 200, why: "", count: 1, attempts: 1, gap: 1 }]);
    const runs = minutes.map((at, i) => {
      const verdict = i === 700 || i === 701 ? "bad" : "good";
      const data = { verdict, measure: 200, unit: "ms", errorClass: null, detail: null } as unknown as RunData;
      return { ...plain, ...run(at), data } as Run;
    });
    const digest = digestOf(1, from, runs);
    expect(digest.looks.map(({ count, verdict }) => [count, verdict])).toEqual([
      [700, "good"],
      [2, "bad"],
      [738, "good"],
    ]);
    expect(JSON.stringify(digest).length).toBeLessThan(1_500);
  });
});
