import { describe, expect, it } from "vitest";
import type { NewRun } from "../../src/core/run.ts";
import type { Settle, Store } from "../../src/core/store.ts";
import { action, add, claimed, delivery, newRun, type Open, revision, start } from "./store-rows.ts";

const ids = (rows: { id: number }[]) => rows.map((row) => row.id);

async function withRuns(store: Store, ...runs: Partial<NewRun>[]): Promise<void> {
  const rows = runs.map((fields, index) => newRun(1, start + index, { id: index + 1, ...fields }));
  await store.commit([add.action(action(1)), ...rows.map(add.run)]);
}

export function ledger(open: Open): void {
  describe("runs", () => {
    it("are due when they wake, open and waiting alike, oldest first, without those named", async () => {
      const { store } = await open();
      await withRuns(
        store,
        { wakeAt: start + 3 },
        { state: "waiting", wakeAt: start + 1, note: "ring" },
        { wakeAt: start + 2 },
        { wakeAt: start + 9 },
        { state: "settled", outcome: "missed" },
        { wakeAt: start },
      );
      expect(ids(await store.runs.due(start + 3, 9, []))).toEqual([6, 2, 3, 1]);
      expect(ids(await store.runs.due(start + 3, 2, [6]))).toEqual([2, 3]);
      expect(await store.runs.nextWakeAt()).toBe(start);
    });

    it("are claimed once, with the attempt counted and the action beside", async () => {
      const { store } = await open();
      await withRuns(store, {}, {}, { wakeAt: start + 5 });
      const first = await store.runs.claim([2, 1, 3, 77], start + 1);
      expect(ids(first.map(({ run }) => run)).sort()).toEqual([1, 2]);
      expect(first[0]).toMatchObject({
        run: { state: "running", attempts: 1, startedAt: start + 1 },
        action: { id: 1 },
      });
      expect(await store.runs.claim([1, 2], start + 1)).toEqual([]);
      expect(await store.runs.due(start + 1, 9, [])).toEqual([]);
      expect(await store.runs.nextWakeAt()).toBe(start + 5);
      expect(ids((await store.runs.orphans()).map(({ run }) => run))).toEqual([1, 2]);
    });

    it("keep the instant of their first start", async () => {
      const { store } = await open();
      const { run } = await claimed(store);
      const patch = { state: "open", wakeAt: start + 5 } as const;
      await store.runs.settle([{ run: run.id, attempt: 1, patch, changes: [] }]);
      const [again] = await store.runs.claim([run.id], start + 5);
      expect(again?.run).toMatchObject({ attempts: 2, startedAt: start });
    });

    it("are found by a label they had, newest first, however many of their actions have come since", async () => {
      const { store } = await open();
      await withRuns(
        store,
        { labels: ["ops"] },
        { labels: ["ops", "night"] },
        ...Array.from({ length: 20 }, () => ({})),
      );
      const other = newRun(2, start + 1, { id: 50, labels: ["ops"] });
      await store.commit([add.action(action(2, { chat: 2, owner: 2 })), add.run(other)]);
      expect(ids(await store.runs.labelled("ops", {}, 9))).toEqual([50, 2, 1]);
      expect(ids(await store.runs.labelled("ops", { owner: 2 }, 9))).toEqual([50]);
      expect(ids(await store.runs.labelled("ops", {}, 2))).toEqual([50, 2]);
      expect(await store.runs.labelled("op", {}, 9)).toEqual([]);
    });

    it("are not claimed after somebody put them off", async () => {
      const { store } = await open();
      await withRuns(store, { state: "waiting", wakeAt: start });
      await store.commit([{ do: "setRun", id: 1, expectState: ["waiting"], patch: { wakeAt: start + 600 } }]);
      expect(await store.runs.claim([1], start)).toEqual([]);
    });

    it("are counted by what became of them, leads apart", async () => {
      const { store } = await open();
      await withRuns(
        store,
        { state: "settled", outcome: "succeeded", endedAt: start },
        { state: "settled", outcome: "failed", endedAt: start + 1 },
        { state: "settled", outcome: "failed", endedAt: start + 2, lead: 60, key: "1@lead" },
        { state: "settled", outcome: "skipped", endedAt: start + 3 },
        {},
      );
      expect(await store.runs.stats(1)).toMatchObject({ runs: 2, failed: 1, last: { id: 4 } });
      expect(await store.runs.stats(2)).toEqual({ runs: 0, failed: 0, last: null });
      expect(await store.runs.since(start + 1)).toEqual({ runs: 2, failed: 2 });
      expect(ids(await store.runs.history(1, 2))).toEqual([5, 4]);
      expect(ids(await store.runs.ended(start + 1, {}, 9))).toEqual([4, 3, 2]);
      expect(ids(await store.runs.ended(start, {}, 2))).toEqual([4, 3]);
      expect(await store.runs.ended(start, { owner: 99 }, 9)).toEqual([]);
    });

    it("that did something are found without those that were left out, newest first", async () => {
      const { store } = await open();
      await withRuns(
        store,
        { state: "settled", outcome: "succeeded" },
        { state: "settled", outcome: "skipped" },
        { state: "settled", outcome: "interrupted" },
        { state: "settled", outcome: "missed" },
        { state: "settled", outcome: "failed" },
        {},
        { state: "settled", outcome: "failed", action: 2 },
      );
      expect(ids(await store.runs.finished(1, 9))).toEqual([5, 3, 1]);
      expect(ids(await store.runs.finished(1, 2))).toEqual([5, 3]);
      expect(ids(await store.runs.finished(1, 9, 5))).toEqual([3, 1]);
      expect((await store.runs.lastActive(1))?.id).toBe(5);
      await store.commit([add.run(newRun(1, start + 50, { id: 8, state: "settled", outcome: "skipped", rings: 1 }))]);
      expect((await store.runs.lastActive(1))?.id).toBe(8);
      expect(await store.runs.lastActive(3)).toBeNull();
    });

    it("that failed in a row are counted since the last success, from an instant on, without what was not to be told", async () => {
      const { store } = await open();
      const over = (outcome: "succeeded" | "failed" | "skipped", at: number, held?: "maintenance") => {
        const data = { verdict: "bad", summary: { probe: "tcp", ms: null }, measure: null, unit: null } as const;
        const seen = { ...data, errorClass: "refused", detail: null, told: null } as const;
        const read = outcome === "failed" ? { data: { ...seen, ...(held ? { held } : {}) } } : {};
        return { state: "settled", outcome, endedAt: start + at, ...read } as const;
      };
      await withRuns(
        store,
        over("failed", 1),
        over("succeeded", 2),
        over("failed", 3),
        over("skipped", 4),
        over("failed", 5, "maintenance"),
        over("failed", 6),
        { ...over("failed", 7), action: 2 },
      );
      expect(await store.runs.failures(1, start)).toBe(2);
      expect(await store.runs.failures(1, start + 3)).toBe(1);
      expect(await store.runs.failures(1, start + 6)).toBe(0);
      expect(await store.runs.failures(3, start)).toBe(0);
    });

    it("are found by their action and by when they were due, page by page", async () => {
      const { store } = await open();
      await withRuns(
        store,
        { dueAt: start + 5 },
        { dueAt: start + 3, action: 2 },
        { dueAt: start + 4 },
        { dueAt: start + 3, action: 3 },
        { dueAt: start + 2 },
        { dueAt: start + 6 },
      );
      expect(ids(await store.runs.dueBetween(1, start + 3, start + 6, 0, 9))).toEqual([1, 3]);
      expect(ids(await store.runs.dueBetween(1, start + 3, start + 6, 0, 1))).toEqual([1]);
      expect(ids(await store.runs.dueBetween(1, start + 3, start + 6, 1, 9))).toEqual([3]);
    });

    it("that wait for an answer are found by their actions", async () => {
      const { store } = await open();
      await withRuns(
        store,
        { state: "waiting", wakeAt: start + 1 },
        {},
        { state: "waiting", wakeAt: start, action: 2 },
      );
      expect(ids(await store.runs.waiting([1]))).toEqual([1]);
      expect(ids(await store.runs.waiting([2, 1]))).toEqual([3, 1]);
      expect(await store.runs.waiting([])).toEqual([]);
    });
  });

  describe("settling", () => {
    const done = { state: "settled", outcome: "succeeded", endedAt: start + 1 } as const;

    it("writes outcome and deliveries together, once", async () => {
      const { store } = await open();
      const { run } = await claimed(store);
      const entry: Settle = { run: run.id, attempt: 1, patch: done, changes: [add.delivery(delivery(1))] };
      expect(await store.runs.settle([entry])).toEqual([]);
      expect(await store.runs.get(run.id)).toMatchObject({ ...done, wakeAt: null });
      expect(await store.deliveries.get(1)).not.toBeNull();
      expect(await store.runs.settle([{ ...entry, changes: [add.delivery(delivery(2))] }])).toEqual([0]);
      expect(await store.deliveries.get(2)).toBeNull();
    });

    it("is void for an attempt that is not the one running", async () => {
      const { store } = await open();
      const { run } = await claimed(store);
      await store.runs.settle([{ run: run.id, attempt: 1, patch: { state: "open", wakeAt: start }, changes: [] }]);
      await store.runs.claim([run.id], start);
      expect(await store.runs.settle([{ run: run.id, attempt: 1, patch: done, changes: [] }])).toEqual([0]);
      expect(await store.runs.get(run.id)).toMatchObject({ state: "running", attempts: 2 });
    });

    it("voids an entry with a conflict wholly and alone", async () => {
      const { store } = await open();
      const [one, two, three] = [await claimed(store, 1), await claimed(store, 2), await claimed(store, 3)];
      await store.commit([{ do: "addRevision", row: revision(1, { undone: true }) }]);
      const entry = (run: number, key: number): Settle => ({
        ...{ run, attempt: 1, patch: done },
        changes: [add.delivery(delivery(key))],
      });
      const second = entry(two.run.id, 2);
      second.changes.push({ do: "markUndone", id: 1 });
      expect(await store.runs.settle([entry(one.run.id, 1), second, entry(three.run.id, 3)])).toEqual([1]);
      expect(await store.runs.get(two.run.id)).toMatchObject({ state: "running", outcome: null });
      expect(await store.deliveries.get(2)).toBeNull();
      expect(await store.runs.get(three.run.id)).toMatchObject(done);
      expect(await store.deliveries.get(3)).not.toBeNull();
    });
  });
}
