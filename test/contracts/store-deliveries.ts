import { describe, expect, it } from "vitest";
import type { NewDelivery } from "../../src/core/delivery.ts";
import type { Store } from "../../src/core/store.ts";
import type { View } from "../../src/core/view.ts";
import { add, chat, delivery, group, type Open, start } from "./store-rows.ts";

const ids = (rows: { id: number }[]) => rows.map((row) => row.id);

async function queue(store: Store, ...rows: Partial<NewDelivery>[]): Promise<void> {
  await store.commit(rows.map((fields, index) => add.delivery(delivery(index + 1, fields))));
}

/** A card is too long to write out; the store looks at its name only. */
const card = { view: "card" } as unknown as View;

export function outbox(open: Open): void {
  describe("deliveries", () => {
    it("are due one per chat, the oldest, without the chats named", async () => {
      const { store } = await open();
      await queue(store, {}, {}, { chat: group }, { chat: 5 }, { chat: 6, dueAt: start + 1 });
      expect(ids(await store.deliveries.due("telegram", start, 9, []))).toEqual([1, 3, 4]);
      expect(ids(await store.deliveries.due("telegram", start, 2, [chat]))).toEqual([3, 4]);
      expect(ids(await store.deliveries.due("telegram", start, 1, [group, chat]))).toEqual([4]);
      expect(await store.deliveries.waiting()).toBe(5);
    });

    it("wait behind one of their chat that is being sent", async () => {
      const { store } = await open();
      await queue(store, {}, {});
      expect(await store.deliveries.claim([1])).toEqual([1]);
      expect(await store.deliveries.due("telegram", start, 9, [])).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBeNull();
      await store.deliveries.update(1, { state: "sent", sentAt: start, messageId: 70, parts: [69, 70] });
      expect(ids(await store.deliveries.due("telegram", start, 9, []))).toEqual([2]);
      expect(await store.deliveries.get(1)).toMatchObject({ messageId: 70, parts: [69, 70], attempts: 1 });
    });

    it("wait behind one that is between two tries", async () => {
      const { store } = await open();
      await queue(store, {}, { dueAt: start + 1 });
      await store.deliveries.claim([1]);
      await store.deliveries.update(1, { state: "queued", dueAt: start + 9, error: "no answer" });
      expect(await store.deliveries.due("telegram", start + 1, 9, [])).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBe(start + 9);
      expect(ids(await store.deliveries.due("telegram", start + 9, 9, []))).toEqual([1]);
    });

    it("pass one that was meant for later", async () => {
      const { store } = await open();
      await queue(store, { dueAt: start + 9 }, {});
      expect(ids(await store.deliveries.due("telegram", start, 9, []))).toEqual([2]);
      expect(await store.deliveries.nextDueAt()).toBe(start);
    });

    it("rest while their chat is blocked", async () => {
      const { store } = await open();
      await queue(store, {}, { chat: group, dueAt: start + 1 });
      await store.commit([{ do: "putChat", id: chat, patch: { blockedAt: start } }]);
      expect(ids(await store.deliveries.due("telegram", start + 1, 9, []))).toEqual([2]);
      expect(await store.deliveries.nextDueAt()).toBe(start + 1);
      await store.commit([{ do: "putChat", id: chat, patch: { blockedAt: null } }]);
      expect(ids(await store.deliveries.due("telegram", start + 1, 9, []))).toEqual([1, 2]);
    });

    it("do not rest, nor wait for those that do, where they can go somewhere else", async () => {
      const { store } = await open();
      const instead = { chat: 7, thread: 4, person: 7 };
      await queue(store, {}, { instead }, { chat: group });
      await store.commit([{ do: "putChat", id: chat, patch: { blockedAt: start } }]);
      expect(ids(await store.deliveries.due("telegram", start, 9, []))).toEqual([2, 3]);
      expect(await store.deliveries.get(2)).toMatchObject({ chat, instead });
      await store.deliveries.update(2, { chat: 7, thread: 4, instead: null });
      expect(await store.deliveries.get(2)).toMatchObject({ chat: 7, thread: 4, instead: null });
    });

    it("are claimed once and are orphans if the process dies then", async () => {
      const { store, reopen } = await open();
      await queue(store, {}, { chat: 5 });
      expect(await store.deliveries.claim([1, 1, 77])).toEqual([1]);
      const again = await reopen();
      expect(await again.deliveries.orphans()).toMatchObject([{ id: 1, state: "sending", attempts: 1 }]);
      expect(await again.deliveries.claim([1])).toEqual([]);
    });

    it("are replaced by a later edit of the same message unless they have been tried", async () => {
      const { store } = await open();
      const edit = { operation: "edit" } as const;
      await queue(
        store,
        { ...edit, edits: 50 },
        { ...edit, editsMessage: 8 },
        { ...edit, editsMessage: 8, chat: group },
        { ...edit, edits: 51 },
      );
      await store.deliveries.claim([1]);
      await store.deliveries.update(1, { state: "queued" });
      await store.commit([
        add.delivery(delivery(5, { ...edit, edits: 50 })),
        add.delivery(delivery(6, { ...edit, editsMessage: 8 })),
        add.delivery(delivery(7, { ...edit, edits: 50 })),
      ]);
      const states = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7].map(async (id) => (await store.deliveries.get(id))?.state),
      );
      expect(states).toEqual(["queued", "dropped", "queued", "queued", "dropped", "queued", "queued"]);
    });

    it("of a run can be dropped while they are queued", async () => {
      const { store } = await open();
      await queue(store, { run: 1 }, { run: 1, chat: group }, { run: 2 });
      await store.deliveries.claim([2]);
      await store.commit([{ do: "dropQueued", run: 1 }]);
      expect((await store.deliveries.ofRun(1)).map(({ id, state }) => [id, state])).toEqual([
        [2, "sending"],
        [1, "dropped"],
      ]);
      expect((await store.deliveries.get(3))?.state).toBe("queued");
    });

    it("are found by the message they became and by the card they show", async () => {
      const { store } = await open();
      await queue(store, { action: 1, payload: card }, { action: 1 }, { action: 1, payload: card, chat: group });
      await store.deliveries.update(1, { state: "sent", messageId: 33 });
      expect((await store.deliveries.byMessage({ chat, message: 33 }))?.id).toBe(1);
      expect(await store.deliveries.byMessage({ chat: group, message: 33 })).toBeNull();
      expect((await store.deliveries.cardOf(1, chat))?.id).toBe(1);
      expect((await store.deliveries.cardOf(1, group))?.id).toBe(3);
      await store.deliveries.update(3, { state: "failed" });
      expect(await store.deliveries.cardOf(1, group)).toBeNull();
      await store.deliveries.update(2, { payload: card });
      expect((await store.deliveries.cardOf(1, chat))?.id).toBe(2);
    });

    it("of cards the newest of a chat and topic is found, not one from before", async () => {
      const { store } = await open();
      const shown = { payload: card, createdAt: 50, answers: 9 };
      await queue(store, shown, { ...shown, thread: 7 }, { ...shown, chat: group }, { ...shown, answers: 8 }, {});
      const last = async (thread: number | null, since: number) =>
        (await store.deliveries.lastCard({ chat, thread }, 9, since))?.id ?? null;
      expect([await last(null, 50), await last(7, 50), await last(8, 50), await last(null, 51)]).toEqual([
        1,
        2,
        null,
        null,
      ]);
      await store.deliveries.update(1, { state: "dropped" });
      expect(await last(null, 50)).toBeNull();
    });
  });
}
