import { describe, expect, it } from "vitest";
import { action, add, chat, delivery, group, type Open, question, revision, start } from "./store-rows.ts";

const ids = (rows: { id: number }[]) => rows.map((row) => row.id);
const update = (key: string) => ({ key, lane: chat, update: { text: key }, receivedAt: start });

export function talk(open: Open): void {
  describe("the inbox", () => {
    it("takes each update once and gives the new ones in order", async () => {
      const { store, reopen } = await open();
      expect((await store.inbox.add([update("a"), update("b"), update("a")])).map((row) => row.key)).toEqual([
        "a",
        "b",
      ]);
      expect((await store.inbox.add([update("b"), update("c")])).map((row) => row.key)).toEqual(["c"]);
      const again = await reopen();
      const [first, ...rest] = await again.inbox.open(9);
      expect(first).toMatchObject({ ...update("a"), state: "new", attempts: 0 });
      expect(rest.map((row) => row.key)).toEqual(["b", "c"]);
      expect(await again.inbox.open(1)).toHaveLength(1);
      expect(await again.inbox.open(9, [chat])).toEqual([]);
    });

    it("counts attempts and forgets what is finished", async () => {
      const { store } = await open();
      const [a, b] = await store.inbox.add([update("a"), update("b")]);
      expect(await store.inbox.attempt(a?.id ?? 0)).toBe(1);
      expect(await store.inbox.attempt(a?.id ?? 0)).toBe(2);
      await store.inbox.finish(a?.id ?? 0, "failed");
      await store.commit([{ do: "inboxDone", id: b?.id ?? 0 }]);
      expect(await store.inbox.open(9)).toEqual([]);
      expect(await store.inbox.add([update("a")])).toEqual([]);
    });
  });

  describe("questions", () => {
    it("are open for one person in one chat, newest first, until they are closed or expire", async () => {
      const { store } = await open();
      const rows = [question(1), question(2), question(3, { person: 5 }), question(4, { expiresAt: start + 1 })];
      await store.commit(rows.map((row) => ({ do: "addQuestion", row })));
      expect(ids(await store.questions.openFor(chat, chat))).toEqual([4, 2, 1]);
      expect(await store.questions.nextExpiry()).toBe(start + 1);
      expect(ids(await store.questions.expired(start + 1, 9))).toEqual([4]);
      await store.commit([{ do: "closeQuestion", id: 4, state: "expired" }]);
      expect(await store.questions.expired(start + 1, 9)).toEqual([]);
      expect((await store.questions.get(4))?.state).toBe("expired");
    });
  });

  describe("revisions", () => {
    it("are found by who made them, what they changed and what they belong to", async () => {
      const { store } = await open();
      const rows = [
        revision(1, { group: 1 }),
        revision(2, { group: 1, entity: "run", entityId: 4, at: start + 5 }),
        revision(3, { actor: 9, at: start + 6 }),
      ];
      await store.commit(rows.map((row) => ({ do: "addRevision", row })));
      expect((await store.revisions.newest(chat, start))?.id).toBe(2);
      expect(await store.revisions.newest(chat, start + 6)).toBeNull();
      await store.commit([{ do: "markUndone", id: 2 }]);
      expect((await store.revisions.newest(chat, start))?.id).toBe(1);
      expect((await store.revisions.latestOf("action", 1))?.id).toBe(3);
      expect(await store.revisions.latestOf("run", 4)).toBeNull();
      expect(ids(await store.revisions.group(1))).toEqual([1, 2]);
    });
  });

  describe("people and chats", () => {
    it("are made when they are new and changed when they are known", async () => {
      const { store } = await open();
      await store.commit([
        { do: "putChat", id: group, patch: { title: "Family" } },
        { do: "putPerson", id: 7, patch: { name: "Boris", username: "Boris_B" } },
      ]);
      expect(await store.chats.get(group)).toMatchObject({
        type: "group",
        title: "Family",
        granted: false,
        quiet: null,
      });
      const quiet = { start: "22:00", end: "07:00" };
      await store.commit([{ do: "putChat", id: group, patch: { quiet, granted: true } }]);
      expect(await store.chats.list()).toMatchObject([{ id: group, title: "Family", quiet, granted: true }]);
      expect((await store.people.byUsername("boris_b"))?.id).toBe(7);
      expect(await store.people.get(7)).toMatchObject({ name: "Boris", role: "stranger", language: null });
    });

    it("have topics by name, which a supergroup does not take over", async () => {
      const { store, reopen } = await open();
      const put = (thread: number, name: string) => ({ do: "nameTopic", row: { chat: group, thread, name } }) as const;
      await store.commit([put(4, "Reports"), put(9, "Backups"), put(4, "Numbers")]);
      await store.commit([{ do: "nameTopic", row: { chat: -5, thread: 4, name: "Elsewhere" } }]);
      const again = await reopen();
      expect((await again.topics.of(group)).map(({ name }) => name)).toEqual(["Backups", "Numbers"]);
      expect(await again.topics.get(group, 4)).toEqual({ chat: group, thread: 4, name: "Numbers" });
      await again.commit([{ do: "nameTopic", row: { chat: group, thread: 9, name: null } }]);
      expect(await again.topics.get(group, 9)).toBeNull();
      await again.chats.migrate(group, -100_777);
      expect([...(await again.topics.of(group)), ...(await again.topics.of(-100_777))]).toEqual([]);
      expect(await again.topics.of(-5)).toHaveLength(1);
    });

    it("have one owner at first, whoever is faster", async () => {
      const { store } = await open();
      const claim = (person: number) => store.commit([{ do: "claimOwner", person }]);
      const results = await Promise.allSettled([claim(1), claim(2), claim(3)]);
      expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "rejected"]);
      expect(ids(await store.people.withRole("owner"))).toEqual([1]);
    });

    it("follow a group that became a supergroup, without touching what was sent", async () => {
      const { store } = await open();
      const to = -100_777;
      const row = action(1, { chat: group, source: { chat: group, message: 4 } });
      await store.commit([
        { do: "putChat", id: group, patch: { title: "Family", granted: true, blockedAt: start } },
        { do: "putChat", id: to, patch: { title: "?" } },
        add.action(row),
        ...[1, 2, 3].map((id) => add.delivery(delivery(id, { chat: id === 3 ? chat : group }))),
        { do: "addQuestion", row: question(1, { chat: group }) },
        { do: "addRevision", row: revision(1, { after: row }) },
        { do: "addRevision", row: revision(2, { entity: "chat", entityId: group, before: {} }) },
      ]);
      await store.inbox.add([{ ...update("a"), lane: group }]);
      await store.deliveries.update(1, { state: "sent", messageId: 5 });
      await store.chats.migrate(group, to);
      expect(await store.chats.list()).toMatchObject([{ id: to, title: "Family", granted: true, blockedAt: null }]);
      expect(await store.actions.get(1)).toMatchObject({ chat: to, source: null });
      const chats = await Promise.all([1, 2, 3].map(async (id) => (await store.deliveries.get(id))?.chat));
      expect(chats).toEqual([group, to, chat]);
      expect((await store.questions.get(1))?.chat).toBe(to);
      expect((await store.revisions.get(1))?.after).toMatchObject({ chat: to, source: null });
      expect((await store.revisions.latestOf("chat", to))?.id).toBe(2);
      expect((await store.inbox.open(1))[0]?.lane).toBe(to);
    });
  });

  describe("what is told elsewhere", () => {
    it("follows a group that became a supergroup, there and back home, and is taken back there", async () => {
      const { store } = await open();
      const to = -100_777;
      const aimed = action(1, { destination: { chat: group, thread: 9 } });
      const other = action(2, { destination: { chat: -5, thread: 9 } });
      const home = { chat: group, thread: null, person: chat };
      await store.commit([
        { do: "putChat", id: group, patch: { title: "Family" } },
        add.action(aimed),
        add.action(other),
        add.delivery(delivery(1, { chat: group, instead: { ...home, chat } })),
        add.delivery(delivery(2, { chat: -5, instead: home })),
        { do: "addRevision", row: revision(1, { before: aimed, after: { ...aimed, destination: null } }) },
      ]);
      await store.chats.migrate(group, to);
      const aim = { chat: to, thread: null };
      expect((await store.actions.get(1))?.destination).toEqual(aim);
      expect((await store.actions.get(2))?.destination).toEqual(other.destination);
      expect(await store.deliveries.get(1)).toMatchObject({ chat: to, instead: { chat } });
      expect(await store.deliveries.get(2)).toMatchObject({ chat: -5, instead: { chat: to } });
      expect((await store.revisions.get(1))?.before).toMatchObject({ chat, destination: aim });
    });
  });

  describe("conversations", () => {
    it("keep a value per key until it is removed", async () => {
      const { store, reopen } = await open();
      await store.conversations.write("1/2", { step: 1 });
      await store.conversations.write("1/2", { step: 2, words: ["a"] });
      const again = await reopen();
      expect(await again.conversations.read("1/2")).toEqual({ step: 2, words: ["a"] });
      await again.conversations.remove("1/2");
      expect(await again.conversations.read("1/2")).toBeUndefined();
    });
  });
}
