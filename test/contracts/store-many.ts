import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run } from "../../src/core/run.ts";
import type { Settle, Store } from "../../src/core/store.ts";
import { action, add, chat, delivery, fire, help, newRun, type Open, start } from "./store-rows.ts";

const minute = 60_000;
const settled = { state: "settled", outcome: "succeeded", endedAt: start } as const;

/** Every due action fires, every due run is claimed and settled with one message. Returns the runs that were done. */
async function work(store: Store, now: number): Promise<Run[]> {
  const done: Run[] = [];
  for (let due = await store.actions.due(now, 500); due.length > 0; due = await store.actions.due(now, 500)) {
    await store.fire(due.map(({ id }) => fire(id, now, now + minute)));
  }
  for (let due = await store.runs.due(now, 500, []); due.length > 0; due = await store.runs.due(now, 500, [])) {
    const claims = await store.runs.claim(
      due.map(({ id }) => id),
      now,
    );
    const settles = claims.map(({ run }): Settle => {
      const row = delivery(run.id, { chat: run.action, dedupeKey: `ring/${run.id}`, run: run.id });
      return { run: run.id, attempt: run.attempts, patch: settled, changes: [add.delivery(row)] };
    });
    expect(await store.runs.settle(settles)).toEqual([]);
    done.push(...claims.map(({ run }) => run));
  }
  return done;
}

/** Strings that have broken statements elsewhere. */
const hostile = [
  "'; DROP TABLE actions; --",
  '"; delete from runs; --',
  "' or '1'='1",
  "%' union select * from people --",
  "\\'); attach database 'x' as y; --",
  ":id ?1 $a @b #{c} @{d}",
  "null",
  "\u202e \ud83d\ude00 é\u0301 \u200d",
];

export function manyTimes(open: Open): void {
  describe("many at once", () => {
    it("10,000 actions fire, run and are settled exactly once each, two minutes in a row", async () => {
      const { store, reopen } = await open();
      const numbers = Array.from({ length: 10_000 }, (_, index) => index + 1);
      await store.commit(numbers.map((id) => add.action(action(id))));
      expect(await work(store, start)).toHaveLength(10_000);
      const again = await reopen();
      const second = await work(again, start + minute);
      expect(new Set(second.map((run) => run.key)).size).toBe(10_000);
      expect(await again.deliveries.waiting()).toBe(20_000);
      expect(await again.runs.since(start)).toEqual({ runs: 20_000, failed: 0 });
      expect(await again.runs.orphans()).toEqual([]);
      for (const id of [1, 4_321, 10_000]) expect(await again.runs.history(id, 9)).toHaveLength(2);
    });

    it("whatever is fired and claimed again, in whatever order, nothing happens twice", async () => {
      const { store } = await open();
      let next = 1;
      const step = fc.record({ action: fc.integer({ min: 0, max: 3 }), slot: fc.integer({ min: 0, max: 4 }) });
      const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const first = next;
        next += 4;
        await store.commit([0, 1, 2, 3].map((index) => add.action(action(first + index))));
        const fires = steps.map(({ action: index, slot }) => {
          const id = first + index;
          return fire(id, start + slot, start + slot + 1, [newRun(id, start + slot)]);
        });
        const moved = (await store.fire(fires)) + (await store.fire(fires));
        const due = (await store.runs.due(start + 9, 999, [])).filter((run) => run.action >= first);
        expect(due).toHaveLength(moved);
        const claim = due.map(({ id }) => id);
        const claims = await Promise.all([store.runs.claim(claim, start + 9), store.runs.claim(claim, start + 9)]);
        expect(claims.flat()).toHaveLength(moved);
        const settles = claims.flat().map(
          ({ run }): Settle => ({
            ...{ run: run.id, attempt: run.attempts, patch: settled, changes: [] },
          }),
        );
        const void_ = await store.runs.settle([...settles, ...settles]);
        expect(void_).toHaveLength(moved);
      });
      await fc.assert(property, { numRuns: 50 });
    });

    it("a NUL is kept as the sign for an unreadable character", async () => {
      const { store } = await open();
      await store.commit([
        add.action(action(1, { title: "a\0b", spec: { text: "c\0d" } })),
        { do: "putPerson", id: 1, patch: { name: "\0" } },
      ]);
      expect(await store.actions.get(1)).toMatchObject({ title: "a\ufffdb", spec: { text: "c\0d" } });
      expect((await store.people.get(1))?.name).toBe("\ufffd");
    });

    it("text is text, however much it looks like SQL", async () => {
      const { store } = await open();
      for (const [index, text] of hostile.entries()) {
        const id = index + 1;
        const row = action(id, { title: text, kind: text, spec: { [text]: text } });
        await store.commit([
          add.action(row),
          add.run(newRun(id, start, { key: text, reason: text, output: text, note: text })),
          add.delivery(delivery(id, { dedupeKey: text, payload: { ...help, [text]: text } as typeof help, chat: id })),
          { do: "putMeta", key: text, value: text },
          { do: "putPerson", id, patch: { name: text, username: text } },
          { do: "putChat", id, patch: { title: text, language: text, zone: text } },
        ]);
        await store.inbox.add([{ key: text, lane: chat, update: text, receivedAt: start }]);
        await store.conversations.write(text, text);
        expect(await store.actions.get(id)).toEqual(row);
        expect(await store.runs.byKey(text)).toMatchObject({ reason: text, output: text, note: text });
        expect((await store.deliveries.byKey(text))?.id).toBe(id);
        expect(await store.meta.get(text)).toBe(text);
        expect((await store.people.byUsername(text))?.id).toBe(id);
        expect(await store.conversations.read(text)).toBe(text);
      }
      expect((await store.inbox.open(99)).map((row) => row.update)).toEqual(hostile);
      expect(await store.actions.count({})).toBe(hostile.length);
    });
  });
}
