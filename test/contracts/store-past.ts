import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/core/digest.ts";
import type { NewRun } from "../../src/core/run.ts";
import type { Scope, Store } from "../../src/core/store.ts";
import type { Forgettable } from "../../src/core/store-past.ts";
import { action, add, delivery, newRun, type Open, question, revision, start } from "./store-rows.ts";

const hour = 3_600_000;
const done = { state: "settled", outcome: "succeeded", startedAt: start, endedAt: start } as const;

/** Runs of action 1, an hour apart; each is over and succeeded unless it says otherwise. */
async function withRuns(store: Store, ...runs: Partial<NewRun>[]): Promise<void> {
  const rows = runs.map((fields, i) => newRun(1, start + i * hour, { ...done, id: i + 1, ...fields }));
  await store.commit([add.action(action(1)), ...rows.map(add.run)]);
}

/** Everything that goes on until nothing more is left to look at. */
async function forgotten(store: Store, what: Forgettable, before: number): Promise<number> {
  let removed = 0;
  for (let after: number | null = 0; after !== null; ) {
    const step = await store.past.forget(what, after, before);
    removed += step.removed;
    after = step.after;
  }
  return removed;
}

export function past(open: Open): void {
  const old = { keep: 2, before: start + 100 * hour, limit: 50 };

  it("what went amiss is told from an instant on, of those in scope that are there still", async () => {
    const { store } = await open();
    const amiss = { outcome: "failed", reason: "exit" } as const;
    await withRuns(store, amiss, {}, { ...amiss, endedAt: start + hour }, { state: "waiting", endedAt: null });
    const ids = async (from: number, scope: Scope) => (await store.runs.amiss(from, scope)).map(({ id }) => id);
    const { owner } = action(1);
    expect([await ids(start, { owner }), await ids(start + 1, {}), await ids(start, { owner: owner + 1 })]).toEqual([
      [1, 3],
      [3],
      [],
    ]);
    expect(await store.runs.amiss(start + 1, {})).toMatchObject([{ title: action(1).title, reason: "exit" }]);
    await store.commit([{ do: "setAction", id: 1, expectRevision: 1, patch: { deletedAt: start, revision: 2 } }]);
    expect(await ids(start, {})).toEqual([]);
  });

  describe("old runs", () => {
    it("are those that are over, but the newest and the last that succeeded and that failed", async () => {
      const { store } = await open();
      const failed = { outcome: "failed" } as const;
      await withRuns(
        store,
        {},
        failed,
        failed,
        {},
        { state: "waiting", outcome: null },
        { outcome: "missed" },
        { outcome: "skipped" },
        {
          outcome: "skipped",
        },
      );
      const found = await store.past.runs(0, old);
      expect(found.runs.map(({ id }) => id)).toEqual([1, 2, 6]);
      expect(found.after).toBe(1);
      expect(await store.past.runs(1, old)).toEqual({ after: null, runs: [] });
      expect((await store.past.runs(0, { ...old, before: start + hour })).runs.map(({ id }) => id)).toEqual([1]);
      expect((await store.past.runs(0, { ...old, limit: 2 })).after).toBe(0);
    });

    it("give way to their digest, and what is counted stays", async () => {
      const { store, reopen } = await open();
      await withRuns(store, {}, { outcome: "failed", reason: "exit 1" }, {}, {});
      const before = await store.runs.stats(1);
      const { runs } = await store.past.runs(0, old);
      const digest = digestOf(1, start, runs);
      await store.past.squash(
        [digest],
        runs.map(({ id }) => id),
      );
      const again = await reopen();
      expect(await again.runs.stats(1)).toEqual(before);
      expect(await again.past.digests([1, 2], start, start + 1)).toEqual([digest]);
      expect(await again.past.digests([1], start + 1, start + hour)).toEqual([]);
      expect((await again.runs.history(1, 9)).map(({ id }) => id)).toEqual([4, 3, 2]);
    });

    it("are squashed all or not at all", async () => {
      const { store } = await open();
      await withRuns(store, {}, {}, {}, {});
      const { runs } = await store.past.runs(0, old);
      await expect(store.past.squash([digestOf(1, start, runs)], [1, 2, 77])).rejects.toThrow();
      expect(await store.past.digests([1], 0, start + hour)).toEqual([]);
      expect(await store.runs.history(1, 9)).toHaveLength(4);
    });
  });

  describe("what is old is forgotten", () => {
    it("outputs, while their runs stay", async () => {
      const { store } = await open();
      await withRuns(store, { output: "a" }, { output: "b", endedAt: start + hour });
      expect(await forgotten(store, "outputs", start + 1)).toBe(1);
      expect((await store.runs.history(1, 9)).map(({ output }) => output)).toEqual(["b", null]);
    });

    it("messages, but not the card of an action that is there, nor what waits, nor the newest of all", async () => {
      const { store } = await open();
      await withRuns(store, { state: "waiting", outcome: null });
      const card = { view: "card" } as never;
      await store.commit([
        add.delivery(delivery(1)),
        add.delivery(delivery(2, { payload: card, action: 1 })),
        add.delivery(delivery(3, { run: 1 })),
        add.delivery(delivery(4)),
        add.delivery(delivery(5)),
        { do: "putMeta", key: "list/1001/0", value: "5 1" },
        add.delivery(delivery(6)),
        add.delivery(delivery(7)),
      ]);
      for (const id of [1, 2, 3, 5, 6, 7]) await store.deliveries.update(id, { state: "sent" });
      expect(await forgotten(store, "deliveries", start)).toBe(0);
      expect(await forgotten(store, "deliveries", start + 1)).toBe(2);
      const left = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((id) => store.deliveries.get(id)));
      expect(left.map((row) => row?.id ?? null)).toEqual([null, 2, 3, 4, 5, null, 7]);
    });

    it("behind what a wrong clock has written years ahead, too", async () => {
      const { store } = await open();
      const ahead = 50 * 365 * 24 * hour;
      for (const [id, createdAt] of [start, start + ahead, start, start].entries()) {
        const row = delivery(id + 1, { createdAt, dueAt: start });
        await store.commit([add.delivery(row)]);
        await store.deliveries.update(id + 1, { state: "sent" });
      }
      expect(await forgotten(store, "deliveries", start + 1)).toBe(2);
      expect(await store.deliveries.get(2)).not.toBeNull();
    });

    it("questions that are closed and revisions", async () => {
      const { store } = await open();
      await store.commit([1, 2, 3].map((id) => ({ do: "addQuestion", row: question(id) }) as const));
      await store.commit([{ do: "closeQuestion", id: 1, state: "answered" }]);
      await store.commit([1, 2].map((id) => ({ do: "addRevision", row: revision(id) }) as const));
      expect(await forgotten(store, "questions", start + 1)).toBe(1);
      expect(await store.questions.get(2)).not.toBeNull();
      expect(await forgotten(store, "revisions", start + 1)).toBe(1);
      expect(await store.revisions.get(2)).not.toBeNull();
    });

    it("actions that were deleted, with their runs; never those that are there", async () => {
      const { store } = await open();
      await withRuns(store, {}, {});
      const rows = [action(2, { deletedAt: start }), action(3, { deletedAt: start + hour }), action(4)];
      await store.commit(rows.map(add.action));
      await store.commit([
        add.run(newRun(2, start, { ...done, id: 3 })),
        add.run(newRun(3, start, { ...done, id: 4 })),
        add.run(newRun(4, start, { ...done, id: 5 })),
      ]);
      expect(await forgotten(store, "actions", start + 1)).toBe(2);
      expect(await Promise.all([1, 2, 3, 4].map(async (id) => (await store.actions.get(id)) !== null))).toEqual([
        ...[true, false, true, true],
      ]);
      expect(await store.runs.history(2, 9)).toEqual([]);
      expect(await store.runs.history(1, 9)).toHaveLength(2);
      expect(await forgotten(store, "actions", start + 2 * hour)).toBe(2);
    });
  });
}
