import { describe, expect, it } from "vitest";
import { isLane, laneOf } from "../../src/core/delivery.ts";
import { Conflict } from "../../src/core/errors.ts";
import type { Escalation, Maintenance, Target } from "../../src/core/escalation.ts";
import type { Change, Store } from "../../src/core/store.ts";
import { add, chat, delivery, group, help, type Open, start } from "./store-rows.ts";

const ops: Target = { channel: "telegram", chat: group, thread: 7, address: "" };
const mail: Target = { channel: "email", chat: 0, thread: null, address: "ana@example.com" };

export function escalation(id: number, fields: Partial<Escalation> = {}): Escalation {
  const routes = { low: [], medium: [ops], high: [ops, mail], critical: [ops, mail] };
  return {
    ...{
      id,
      revision: 1,
      cause: `${id}/http 5xx`,
      action: id,
      run: 5,
      title: "shop",
      reason: "HTTP 502",
      source: null,
    },
    ...{
      severity: "medium",
      state: "open",
      outage: null,
      back: null,
      count: 1,
      notices: 1,
      cycle: 1,
      step: 1,
      round: 1,
    },
    policy: {
      ...{ routes, owners: [{ ...ops, chat, thread: null }], staleMs: 4, cycles: 5, repeatMs: [1, 2] },
      ...{ askAgainMs: 4, ackMs: 24 },
    },
    ...{ cycleAt: start, nextStepAt: start + 9, openedAt: start, failedAt: start, noticedAt: start, changes: [start] },
    ...{ flapping: false, ackedBy: null, ackedAt: null, asked: 0, silencedBy: null, silencedUntil: null },
    ...{ resolvedAt: null, resolvedBy: null, gaveUpAt: null, told: [ops] },
    ...fields,
  };
}

const put = (row: Escalation): Change => ({ do: "addEscalation", row });
const set = (id: number, expectRevision: number, patch: Partial<Escalation>): Change => ({
  ...{ do: "setEscalation", id, expectRevision },
  patch: { ...patch, revision: expectRevision + 1 },
});
const ids = (rows: { id: number }[]) => rows.map((row) => row.id);

const notice = (id: number, fields = {}) => add.delivery(delivery(id, { escalation: 1, ...fields }));
const states = async (store: Store, ...of: number[]) =>
  Promise.all(of.map(async (id) => (await store.deliveries.get(id))?.state));

export function escalationsAndMaintenance(open: Open): void {
  describe("escalations", () => {
    it("are kept with all they hold", async () => {
      const { store, reopen } = await open();
      await store.commit([
        put(escalation(1)),
        put(escalation(2, { state: "resolved", nextStepAt: null, told: [mail] })),
      ]);
      const again = await reopen();
      expect(await again.escalations.get(1)).toEqual(escalation(1));
      expect(ids(await again.escalations.open())).toEqual([1]);
      expect(await again.newId("escalation")).toBe(3);
    });

    it("that are open are told apart by their action", async () => {
      const { store } = await open();
      const rows = [escalation(1), escalation(2), escalation(3, { action: 2 }), escalation(4, { action: null })];
      await store.commit([...rows.map(put), put(escalation(5, { action: 2, state: "resolved", nextStepAt: null }))]);
      expect(ids(await store.escalations.openOf([2, 7]))).toEqual([2, 3]);
      expect(ids(await store.escalations.openOf([]))).toEqual([]);
    });

    it("have one open per cause, whoever is faster", async () => {
      const { store } = await open();
      await store.commit([put(escalation(1, { cause: "shop" }))]);
      await expect(store.commit([put(escalation(2, { cause: "shop" }))])).rejects.toThrow(Conflict);
      await store.commit([set(1, 1, { state: "resolved", nextStepAt: null }), put(escalation(3, { cause: "shop" }))]);
      expect(await store.escalations.last("shop")).toMatchObject({ id: 3 });
      expect(await store.escalations.last("ship")).toBeNull();
    });

    it("are changed by whoever saw them as they are; the second is told", async () => {
      const { store } = await open();
      await store.commit([put(escalation(1)), notice(1)]);
      await store.commit([set(1, 1, { state: "acked", ackedBy: 1001 }), { do: "dropNotices", escalation: 1 }]);
      await expect(store.commit([set(1, 1, { ackedBy: 1002 }), add.delivery(delivery(9))])).rejects.toThrow(Conflict);
      expect(await store.escalations.get(1)).toMatchObject({ state: "acked", ackedBy: 1001, revision: 2 });
      expect(await store.deliveries.get(9)).toBeNull();
    });

    it("are due by their next step, and at none when only an answer matters", async () => {
      const { store } = await open();
      const rest = { nextStepAt: null };
      await store.commit([put(escalation(1)), put(escalation(2, { nextStepAt: start + 3 })), put(escalation(3, rest))]);
      expect(await store.escalations.nextStepAt()).toBe(start + 3);
      expect(ids(await store.escalations.due(start + 2, 9))).toEqual([]);
      expect(ids(await store.escalations.due(start + 9, 9))).toEqual([2, 1]);
      expect(ids(await store.escalations.due(start + 9, 1))).toEqual([2]);
    });
  });

  describe("notices of an escalation", () => {
    it("that are not on their way are dropped, the others and other escalations' are not", async () => {
      const { store } = await open();
      await store.commit([notice(1), notice(2, { chat: group }), notice(3, { chat: 5 }), notice(4, { escalation: 2 })]);
      await store.commit([notice(5, { escalation: 0 }), notice(6, { escalation: null })]);
      await store.deliveries.claim([1]);
      await store.commit([{ do: "dropNotices", escalation: 1 }]);
      const after = ["sending", "dropped", "dropped", "queued", "queued", "queued"];
      expect(await states(store, 1, 2, 3, 4, 5, 6)).toEqual(after);
      expect(ids(await store.deliveries.ofEscalation(1))).toEqual([1, 2, 3]);
    });

    it("are counted per chat and time, edits and other messages left out", async () => {
      const { store } = await open();
      await store.commit([
        notice(1),
        notice(2, { createdAt: start + 5 }),
        notice(3, { escalation: 0, createdAt: start + 6 }),
      ]);
      await store.commit([
        notice(4, { chat: group, createdAt: start + 6 }),
        notice(5, { escalation: null, createdAt: start + 6 }),
      ]);
      await store.commit([notice(6, { operation: "edit", edits: 2, createdAt: start + 6 })]);
      expect(ids(await store.deliveries.alarms(chat, start))).toEqual([2, 3]);
    });

    it("can show something else, and it is known whether that is in time", async () => {
      const { store } = await open();
      await store.commit([notice(1)]);
      const more = { view: "help", role: "member" } as const;
      await store.commit([{ do: "setDelivery", id: 1, payload: more, untried: true }]);
      expect((await store.deliveries.get(1))?.payload).toEqual(more);
      await store.deliveries.claim([1]);
      await expect(store.commit([{ do: "setDelivery", id: 1, payload: help, untried: true }])).rejects.toThrow(
        Conflict,
      );
      await store.commit([{ do: "setDelivery", id: 1, payload: help, untried: false }]);
      expect((await store.deliveries.get(1))?.payload).toEqual(help);
      await store.deliveries.update(1, { state: "queued" });
      await expect(store.commit([{ do: "setDelivery", id: 1, payload: help, untried: true }])).rejects.toThrow(
        Conflict,
      );
    });

    it("by another channel have lanes of their own", async () => {
      const { store } = await open();
      const to = (address: string) => ({ channel: "email", address, chat: laneOf("email", address) });
      await store.commit([
        notice(1, to("a@example.com")),
        notice(2, to("b@example.com")),
        notice(3, to("a@example.com")),
      ]);
      await store.commit([notice(4)]);
      expect(ids(await store.deliveries.due("telegram", start, 9, []))).toEqual([4]);
      expect(ids(await store.deliveries.due("outside", start, 9, []))).toEqual([1, 2]);
      expect(ids(await store.deliveries.due("outside", start, 1, [laneOf("email", "a@example.com")]))).toEqual([2]);
      expect(await store.deliveries.get(1)).toMatchObject(to("a@example.com"));
      expect(await store.deliveries.get(4)).toMatchObject({ channel: "telegram", address: null });
      expect([isLane(laneOf("sms", "+491")), isLane(group), isLane(2 ** 52 - 1)]).toEqual([true, false, false]);
      expect(Number.isSafeInteger(laneOf("sms", "+491"))).toBe(true);
    });

    it("move with a group that gets another number", async () => {
      const { store } = await open();
      const told = [ops, mail];
      await store.commit([put(escalation(1, { told })), { do: "putMaintenance", row: window(1, { chat: group }) }]);
      await store.chats.migrate(group, -9);
      const moved = { ...ops, chat: -9 };
      expect((await store.escalations.get(1))?.told).toEqual([moved, mail]);
      expect((await store.escalations.get(1))?.policy.routes.high).toEqual([moved, mail]);
      expect(await store.maintenance.ahead(start)).toMatchObject([{ chat: -9 }]);
    });
  });

  describe("maintenance", () => {
    it("is ahead until it is over, and can be ended early", async () => {
      const { store } = await open();
      const rows = [window(1, { from: start + 5, until: start + 9 }), window(2), window(3, { until: start })];
      await store.commit(rows.map((row) => ({ do: "putMaintenance", row })));
      expect(await store.maintenance.ahead(start)).toEqual([rows[1], rows[0]]);
      await store.commit([{ do: "putMaintenance", row: { ...window(2), until: start } }]);
      expect(ids(await store.maintenance.ahead(start))).toEqual([1]);
      expect(await store.maintenance.get(2)).toMatchObject({ until: start });
    });

    it("is found by any part of it, and nowhere else", async () => {
      const { store } = await open();
      await store.commit([{ do: "putMaintenance", row: window(1, { from: start, until: start + 10 }) }]);
      const found = async (from: number, to: number) => ids(await store.maintenance.between(start + from, start + to));
      expect([await found(-5, 1), await found(9, 20), await found(2, 3)]).toEqual([[1], [1], [1]]);
      expect([await found(-5, 0), await found(10, 20)]).toEqual([[], []]);
    });
  });
}

function window(id: number, fields: Partial<Maintenance> = {}): Maintenance {
  return { id, action: null, chat, from: start, until: start + 3, by: chat, ...fields };
}
