import { describe, expect, it } from "vitest";
import type { ReadingData } from "../src/core/reading.ts";
import type { Store } from "../src/core/store.ts";
import { performanceOf, talliesOf } from "../src/kinds/report/figures/figures.ts";
import { ledgerOf } from "../src/ledger.ts";
import { action, newRun, start } from "./contracts/store-rows.ts";
import { folder, openIn } from "./store/folder.ts";

const minute = 60_000;
const tz = "Europe/Berlin";
const looks = 1_440;
/** From 10:00 on the first day to 9:00 on the last: no day of it is whole at its ends. */
const window = { from: start + 60 * minute, to: start + looks * 5 * minute };

/** Two checks of five days, looked at each five minutes, and now and then red. */
async function watched(): Promise<Store> {
  const store = await openIn(folder());
  for (const id of [1, 2]) {
    await store.commit([{ do: "addAction", row: action(id, { kind: "check" }) }]);
    const rows = Array.from({ length: looks }, (_, i) => {
      const at = start + i * 5 * minute;
      const bad = i % (60 * id) < 4;
      const summary = { probe: "tcp", ms: 100 + (i % 97) } as const;
      const reading: ReadingData = {
        ...{ verdict: bad ? "bad" : "good", summary, measure: summary.ms, unit: "ms" },
        ...{ errorClass: bad ? "timeout" : null, detail: null },
      };
      const outcome = bad ? ("failed" as const) : ("succeeded" as const);
      const over = { state: "settled", outcome, startedAt: at, endedAt: at + 200, attempts: 1 } as const;
      return newRun(id, at, { ...over, reason: bad ? "timeout" : null, data: { ...reading, told: null } });
    });
    await store.commit(rows.map((row) => ({ do: "addRun", row })));
  }
  return store;
}

/** Looks of a check once a day at 10:00 in Berlin, the newest last. */
async function daily(verdicts: string): Promise<Store> {
  const store = await openIn(folder());
  await store.commit([{ do: "addAction", row: action(1, { kind: "check" }) }]);
  const rows = [...verdicts].map((verdict, i) => {
    const at = start + i * 24 * 60 * minute;
    const [outcome, errorClass] = verdict === "x" ? (["failed", "status"] as const) : (["succeeded", null] as const);
    const summary = { probe: "tcp", ms: 1 } as const;
    const seen = { verdict: verdict === "x" ? "bad" : "good", summary, measure: 1, unit: "ms" } as const;
    const data = { ...seen, errorClass, detail: errorClass && "503", told: null };
    return newRun(1, at, { state: "settled", outcome, startedAt: at, endedAt: at, attempts: 1, data });
  });
  await store.commit(rows.map((row) => ({ do: "addRun", row })));
  return store;
}

describe("a window", () => {
  const [from, to] = [start + (4 * 24 + 14) * 60 * minute, start + (5 * 24 + 14) * 60 * minute];

  it("begins as the last look before it has left it, with what that said", async () => {
    const store = await daily("....x.x");
    const [one] = await ledgerOf(store, await store.actions.list({}), { from, to }, tz);
    const performance = one && performanceOf(one, { from, to });
    expect(performance?.uptime).toMatchObject({ downMs: 10 * 60 * minute, upMs: 14 * 60 * minute });
    expect(performance?.outages).toMatchObject([{ from, why: "status 503", failed: 0 }]);
  });

  it("knows nothing of what has rested since long before", async () => {
    const store = await daily(".....x");
    const rested = { from: from + 9 * 24 * 60 * minute, to: to + 9 * 24 * 60 * minute };
    const [one] = await ledgerOf(store, await store.actions.list({}), rested, tz);
    expect(one?.readings).toEqual([]);
  });

  it("begins as unknown where few looks say how often there should be one", async () => {
    const store = await daily("..x");
    const [one] = await ledgerOf(store, await store.actions.list({}), { from, to }, tz);
    expect(one && performanceOf(one, { from, to }).uptime).toBeNull();
  });
});

describe("what a report reads of many runs", () => {
  it("is squashed where it would fill the memory, and no figure changes", async () => {
    const store = await watched();
    const actions = await store.actions.list({});
    const whole = await ledgerOf(store, actions, window, tz);
    expect(whole.map(({ runs }) => runs.length)).toEqual([looks - 12, looks - 12]);
    for (const most of [0, looks + 500]) {
      const short = await ledgerOf(store, actions, window, tz, most);
      expect(short.reduce((sum, { runs }) => sum + runs.length, 0)).toBeLessThanOrEqual(most);
      for (const [i, one] of short.entries()) {
        const other = whole[i];
        if (!other) throw new Error("an action is missing");
        const [{ measures, duration, lateness, ...exact }, rest] = [
          performanceOf(one, window),
          performanceOf(other, window),
        ];
        expect(rest).toMatchObject(exact);
        expect(measures?.p95).toBeCloseTo(rest.measures?.p95 ?? 0, -1);
        expect([duration?.count, lateness?.count]).toEqual([rest.duration?.count, rest.lateness?.count]);
        expect(talliesOf(one, window, tz, "day")).toEqual(talliesOf(other, window, tz, "day"));
        expect(one.unit).toBe("ms");
      }
    }
  });
});
