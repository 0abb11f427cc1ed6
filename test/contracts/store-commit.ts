import { describe, expect, it } from "vitest";
import type { Conflict } from "../../src/core/errors.ts";
import type { Change, Store } from "../../src/core/store.ts";
import { action, add, chat, claimed, delivery, newRun, type Open, question, revision, start } from "./store-rows.ts";

/** Index of the change that met something unexpected, or null when all held. */
async function conflictOf(store: Store, changes: Change[]): Promise<number | null> {
  return store.commit(changes).then(
    () => null,
    (error: Conflict) => error.at,
  );
}

export function commits(open: Open): void {
  describe("a list of changes", () => {
    it("takes out of the ledger only what is over", async () => {
      const { store } = await open();
      await store.commit([
        add.action(action(1)),
        add.run(newRun(1, start, { id: 1, state: "settled", outcome: "skipped" })),
        add.run(newRun(1, start + 1, { id: 2 })),
      ]);
      await store.commit([{ do: "dropRun", id: 1 }]);
      expect(await store.runs.get(1)).toBeNull();
      for (const id of [1, 2]) expect(await conflictOf(store, [{ do: "dropRun", id }])).toBe(0);
      expect(await store.runs.get(2)).not.toBeNull();
    });

    it("is written as a whole and reads back as it was given", async () => {
      const { store, reopen } = await open();
      const row = action(1, {
        source: { chat, message: 7 },
        nag: { everyMs: 60_000, max: 3 },
        pause: { from: start, until: null },
        critical: true,
      });
      const { id, ...asked } = question(4);
      await store.commit([
        add.action(row),
        add.delivery(delivery(3, { action: 1, payload: { view: "ready", zone: "Asia/Tokyo" } })),
        { do: "addQuestion", row: { id, ...asked } },
        { do: "addRevision", row: revision(5, { after: row }) },
        { do: "putMeta", key: "zones", value: "2026a" },
      ]);
      const again = await reopen();
      expect(await again.actions.get(1)).toEqual(row);
      expect(await again.deliveries.get(3)).toMatchObject({ state: "queued", must: true, parts: [], messageId: null });
      expect((await again.deliveries.get(3))?.payload).toEqual({ view: "ready", zone: "Asia/Tokyo" });
      expect(await again.questions.get(4)).toEqual(question(4));
      expect(await again.revisions.get(5)).toEqual(revision(5, { after: row }));
      expect(await again.meta.get("zones")).toBe("2026a");
    });

    it("is not written at all when one expectation does not hold, and says which", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1))]);
      const changes: Change[] = [
        { do: "putMeta", key: "a", value: "b" },
        { do: "setAction", id: 1, expectRevision: 1, patch: { revision: 2, title: "Coffee" } },
        add.delivery(delivery(1)),
        { do: "setAction", id: 1, expectRevision: 1, patch: { revision: 2 } },
      ];
      expect(await conflictOf(store, changes)).toBe(3);
      expect(await store.meta.get("a")).toBeNull();
      expect(await store.deliveries.get(1)).toBeNull();
      expect(await store.actions.get(1)).toEqual(action(1));
    });

    it("meets a conflict wherever somebody was faster", async () => {
      const { store } = await open();
      const { run } = await claimed(store);
      const [row] = await store.inbox.add([{ key: "u1", lane: chat, update: {}, receivedAt: start }]);
      const once: Change[] = [
        { do: "setRun", id: run.id, expectState: ["running"], patch: { state: "settled", outcome: "succeeded" } },
        { do: "closeQuestion", id: 1, state: "answered" },
        { do: "markUndone", id: 1 },
        { do: "claimOwner", person: chat },
        { do: "inboxDone", id: row?.id ?? 0 },
        { do: "setAction", id: 1, expectRevision: 1, patch: { revision: 2 } },
      ];
      await store.commit([
        { do: "addQuestion", row: question(1) },
        { do: "addRevision", row: revision(1) },
      ]);
      await store.commit(once);
      for (const change of once) expect(await conflictOf(store, [change])).toBe(0);
    });

    it("meets a conflict where the row does not exist", async () => {
      const { store } = await open();
      expect(await conflictOf(store, [{ do: "setAction", id: 9, expectRevision: 1, patch: {} }])).toBe(0);
      expect(await conflictOf(store, [{ do: "setRun", id: 9, expectState: ["open"], patch: {} }])).toBe(0);
      expect(await conflictOf(store, [{ do: "markUndone", id: 9 }])).toBe(0);
    });

    it("leaves a run alone whose key exists, and a delivery whose dedupe key does", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1)), add.run(newRun(1, start, { id: 1 })), add.delivery(delivery(1))]);
      await store.commit([
        add.run(newRun(1, start, { id: 2, missed: 5 })),
        add.delivery(delivery(2, { dedupeKey: "test/1", chat: 5 })),
      ]);
      expect(await store.runs.history(1, 9)).toMatchObject([{ id: 1, missed: 0 }]);
      expect(await store.deliveries.byKey("test/1")).toMatchObject({ id: 1, chat });
    });

    it("does not open again what is over and comes a second time", async () => {
      const { store } = await open();
      const over = newRun(1, start, { id: 1, state: "settled", outcome: "succeeded" });
      await store.commit([add.action(action(1)), add.run(over), add.delivery(delivery(1))]);
      await store.deliveries.update(1, { state: "sent" });
      await store.commit([add.run(newRun(1, start, { id: 2 })), add.delivery(delivery(2, { dedupeKey: "test/1" }))]);
      expect(await store.runs.get(1)).toMatchObject({ state: "settled", outcome: "succeeded", wakeAt: null });
      expect(await store.deliveries.waiting()).toBe(0);
    });
  });

  describe("numbers", () => {
    it("count up and are never handed out twice, across a restart too", async () => {
      const { store, reopen } = await open();
      expect(await Promise.all([store.newId("action"), store.newId("action"), store.newId("run")])).toEqual([1, 2, 1]);
      await store.commit([add.action(action(2))]);
      const again = await reopen();
      expect(await again.newId("action")).toBe(3);
      expect(await again.newId("delivery")).toBe(1);
    });

    it("of runs go on after those the tick wrote by itself", async () => {
      const { store } = await open();
      const { run } = await claimed(store);
      expect(await store.newId("run")).toBe(run.id + 1);
    });
  });
}
