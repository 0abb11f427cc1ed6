import { describe, expect, it } from "vitest";
import { action, add, chat, fire, group, newRun, type Open, start } from "./store-rows.ts";

const ids = (rows: { id: number }[]) => rows.map((row) => row.id);

export function actionsAndHands(open: Open): void {
  describe("actions", () => {
    it("are listed by chat or owner, in order of their next slot, without deleted ones", async () => {
      const { store } = await open();
      const rows = [
        action(1, { nextAt: start + 5 }),
        action(2, { nextAt: null }),
        action(3, { nextAt: start + 1 }),
        action(4, { chat: group }),
        action(5, { owner: 9, nextAt: start + 1 }),
        action(6, { deletedAt: start }),
      ];
      await store.commit(rows.map(add.action));
      expect(ids(await store.actions.list({ chat }))).toEqual([3, 5, 1, 2]);
      expect(ids(await store.actions.list({ owner: chat }))).toEqual([4, 3, 1, 2]);
      expect(ids(await store.actions.list({ chat, owner: 9 }))).toEqual([5]);
      expect(await store.actions.count({})).toBe(5);
      expect(await store.actions.count({ chat })).toBe(4);
    });

    it("are live while something is to come or to be answered", async () => {
      const { store } = await open();
      const over = { nextAt: null };
      const rows = [
        action(1),
        action(2, over),
        action(3, { ...over, pause: { from: start, until: null } }),
        action(4, { ...over, schedule: { type: "manual" } }),
        action(5, over),
        action(6, { deletedAt: start }),
      ];
      await store.commit(rows.map(add.action));
      await store.commit([add.run(newRun(5, start)), add.run(newRun(2, start, { state: "settled" }))]);
      expect(ids(await store.actions.list({ chat, live: true }))).toEqual([1, 3, 4, 5]);
      expect(await store.actions.count({ owner: chat, live: true })).toBe(4);
    });

    it("are found by the message that made them", async () => {
      const { store } = await open();
      await store.commit([1, 2].map((id) => add.action(action(id, { source: { chat, message: 70 } }))));
      expect(ids(await store.actions.bySource({ chat, message: 70 }))).toEqual([1, 2]);
      expect(await store.actions.bySource({ chat: group, message: 70 })).toEqual([]);
    });

    it("are found by the event they wait for, which counts as something to come", async () => {
      const { store } = await open();
      const waiting = (id: number, on: string, fields = {}) =>
        add.action(action(id, { schedule: { type: "event", on }, nextAt: null, ...fields }));
      await store.commit([
        waiting(1, "failed:9"),
        waiting(2, "startup"),
        waiting(3, "failed:9", { deletedAt: start }),
        waiting(4, "failed:99"),
        add.action(action(5)),
      ]);
      expect(ids(await store.actions.awaiting(["failed:9", "startup", "hook:1"]))).toEqual([1, 2]);
      expect(await store.actions.awaiting([])).toEqual([]);
      expect(ids(await store.actions.list({ chat, live: true })).sort()).toEqual([1, 2, 4, 5]);
      const patch = { schedule: { type: "manual" }, revision: 2 } as const;
      await store.commit([{ do: "setAction", id: 1, expectRevision: 1, patch }]);
      expect(ids(await store.actions.awaiting(["failed:9"]))).toEqual([]);
    });

    it("come in pages by number", async () => {
      const { store } = await open();
      await store.commit([1, 2, 3, 4].map((id) => add.action(action(id, { deletedAt: id === 2 ? start : null }))));
      expect(ids(await store.actions.page(0, 2))).toEqual([1, 3]);
      expect(ids(await store.actions.page(3, 2))).toEqual([4]);
    });
  });

  describe("clock hands", () => {
    it("are due in order and no sooner than their instant", async () => {
      const { store } = await open();
      await store.commit([3, 2, 1, 0].map((after, index) => add.action(action(index + 1, { nextAt: start + after }))));
      expect(ids(await store.actions.due(start + 2, 9))).toEqual([4, 3, 2]);
      expect(ids(await store.actions.due(start + 2, 2))).toEqual([4, 3]);
      expect(await store.actions.nextAt()).toBe(start);
    });

    it("move with their run, and only from where they are expected", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1)), add.action(action(2))]);
      expect(await store.fire([fire(1, start, start + 60), fire(2, start + 1, start + 60)])).toBe(1);
      expect(await store.fire([fire(1, start, start + 60)])).toBe(0);
      expect((await store.actions.get(1))?.nextAt).toBe(start + 60);
      expect((await store.actions.get(2))?.nextAt).toBe(start);
      expect(await store.runs.history(2, 9)).toEqual([]);
      expect(await store.runs.history(1, 9)).toMatchObject([
        { state: "open", attempts: 0, dueAt: start, wakeAt: start },
      ]);
    });

    it("stay where they are when a person has changed the action since it was read", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1))]);
      await store.commit([{ do: "setAction", id: 1, expectRevision: 1, patch: { revision: 2 } }]);
      expect(await store.fire([fire(1, start, start + 60)])).toBe(0);
      expect(await store.runs.history(1, 9)).toEqual([]);
      expect(await store.fire([{ ...fire(1, start, start + 60), expectRevision: 2 }])).toBe(1);
    });

    it("stop when nothing is ahead", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1))]);
      await store.fire([fire(1, start, null)]);
      expect((await store.actions.get(1))?.nextAt).toBeNull();
      expect(await store.actions.nextAt()).toBeNull();
      expect(await store.actions.due(start * 2, 9)).toEqual([]);
    });

    it("move without a second run for a slot that has one", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1))]);
      await store.fire([fire(1, start, start + 60)]);
      await store.actions.rehand([{ id: 1, expectNextAt: start + 60, nextAt: start }]);
      expect(await store.fire([fire(1, start, start + 60, [newRun(1, start), newRun(1, start + 30)])])).toBe(1);
      expect((await store.runs.history(1, 9)).map((run) => run.slot)).toEqual([start + 30, start]);
    });

    it("end a pause when told", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1, { pause: { from: start, until: start + 1 } }))]);
      await store.fire([{ ...fire(1, start, start + 60), unpause: true }]);
      expect(await store.actions.get(1)).toEqual(action(1, { nextAt: start + 60 }));
    });

    it("are lost by deletion, and a deleted action does not fire", async () => {
      const { store } = await open();
      await store.commit([add.action(action(1))]);
      const deletion = { revision: 2, deletedAt: start };
      await store.commit([{ do: "setAction", id: 1, expectRevision: 1, patch: deletion }]);
      expect(await store.actions.due(start, 9)).toEqual([]);
      expect(await store.fire([fire(1, start, start + 60)])).toBe(0);
      expect(await store.actions.rehand([{ id: 1, expectNextAt: null, nextAt: start }])).toBe(0);
      await store.commit([
        { do: "setAction", id: 1, expectRevision: 2, patch: { revision: 3, deletedAt: null, nextAt: start + 9 } },
      ]);
      expect(await store.actions.get(1)).toEqual(action(1, { revision: 3, nextAt: start + 9 }));
    });

    it("can be set anew without a person's change, each if it has not moved meanwhile", async () => {
      const { store } = await open();
      await store.commit([1, 2, 3].map((id) => add.action(action(id, { nextAt: id === 3 ? null : start }))));
      const moved = await store.actions.rehand([
        { id: 1, expectNextAt: start, nextAt: start + 5 },
        { id: 2, expectNextAt: start + 1, nextAt: start + 5 },
        { id: 3, expectNextAt: null, nextAt: start + 7 },
      ]);
      expect(moved).toBe(2);
      expect((await store.actions.page(0, 9)).map((row) => row.nextAt)).toEqual([start + 5, start, start + 7]);
      expect((await store.actions.get(1))?.revision).toBe(1);
    });
  });
}
