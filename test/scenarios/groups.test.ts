import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
let group: number;
beforeEach(async () => {
  world = await createWorld();
  group = world.telegram.group;
});
afterEach(() => world.close());

/** Lets the group in. */
async function granted(): Promise<void> {
  await world.says(world.ana, "/allow", "This group may use me now", { chat: group });
}

describe("a group", () => {
  it("is met with silence until an owner lets it in", async () => {
    world.boris.say("/list", { chat: group });
    await world.settles();
    await granted();
    await world.says(world.boris, "/list", "0 active", { chat: group });
    expect(world.boris.unseen(group)).toEqual([]);
  });

  it("is listened to only by command, name or reply, and answered by a reply", async () => {
    await granted();
    const name = world.telegram.playground().world.bot.username;
    world.boris.say("tea in 4 min", { chat: group });
    const said = world.boris.say(`@${name} tea in 4 min`, { chat: group });
    const card = await world.sees(world.boris, "⏰ Tea · 14:09", { chat: group });
    expect(card.replyTo).toBe(said.id);
    expect(await world.store.actions.count({ chat: group })).toBe(1);
    await world.says(world.boris, "in 2 hours", "16:05", { chat: group, replyTo: card.id });
  });

  it("without a zone and a language of its own is answered in those of whoever asks", async () => {
    await granted();
    await world.says(world.boris, "/tz Lisbon", "Europe/Lisbon");
    await world.says(world.boris, "/language de", "Deutsch");
    const where = { chat: group };
    await world.says(world.boris, "/add tea tomorrow at 9:30", "⏰ Tea · Mi 25. Nov 09:30", where);
    await world.says(world.boris, "/agenda tomorrow", "📅 Morgen, Mi 25. Nov\n09:30 Tea", where);
    await world.says(world.ana, "/agenda tomorrow", "📅 Tomorrow, Wed 25 Nov\n10:30 Tea", where);
  });

  it("gets its reminder there, and any member of it may answer", async () => {
    await granted();
    await world.says(world.boris, "/add tea in 4 min", "⏰ Tea", { chat: group });
    await world.passes(4 * minute);
    const ring = await world.sees(world.boris, /^⏰ Tea$/, { chat: group });
    const done = await world.presses(world.ana, ring, "✅ Done", "✅");
    expect(done.text).toMatch(/^✅ Tea · done 14:09 by Ana/);
    expect(world.boris.unseen()).toEqual([]);
  });

  it("keeps to its topic", async () => {
    await granted();
    const thread = world.telegram.topic("Kitchen");
    const card = await world.says(world.boris, "/add tea in 4 min", "⏰ Tea", { chat: group, thread });
    expect(card.thread).toBe(thread);
    await world.passes(4 * minute);
    expect(await world.sees(world.boris, /^⏰ Tea$/, { chat: group })).toMatchObject({ thread });
  });

  it("shows nothing that is private", async () => {
    await granted();
    await world.says(world.boris, "secret in 3 hours", "Secret");
    await world.says(world.boris, "/list", "0 active", { chat: group });
    await world.says(world.boris, "/show secret", "Nothing here is called", { chat: group });
  });

  it("knows other bots' commands from its own", async () => {
    await granted();
    world.boris.say("/list@another_bot", { chat: group });
    world.boris.say("/weather", { chat: group });
    const name = world.telegram.playground().world.bot.username;
    await world.says(world.boris, `/nonsense@${name}`, "I do not know /nonsense", { chat: group });
    expect(world.boris.unseen(group)).toEqual([]);
  });

  it("gives no rights to ids that many share, nor to what a channel says, whatever their rows say", async () => {
    await granted();
    const shared = [1087968824, 136817688, 777000];
    await world.store.commit(
      shared.map((id) => ({ do: "putPerson", id, patch: { role: "owner", name: "Many" } }) as const),
    );
    const said = { date: Math.floor(world.clock.now() / 1000), text: "/add tea in 4 min" };
    const entities = [{ type: "bot_command", offset: 0, length: 4 }];
    const chat = { id: group, type: "supergroup", title: "Home" };
    const sender_chat = { id: -1_001_000_000_009, type: "channel", title: "News" };
    const from = (id: number) => ({ id, is_bot: false, first_name: "Many" });
    const spoken = [...shared.map((id) => ({ from: from(id) })), { from: from(1002), sender_chat }];
    for (const [n, who] of spoken.entries())
      world.telegram.pushUpdate({
        update_id: 900_000 + n,
        message: { message_id: 9000 + n, chat, entities, ...said, ...who },
      });
    await world.says(world.boris, "/list", "0 active", { chat: group });
    expect(await world.store.actions.count({})).toBe(0);
  });

  it("that becomes a supergroup keeps its reminders", async () => {
    const plain = world.telegram.addGroup("Family", "group").id;
    await world.says(world.ana, "/allow", "This group may use me now", { chat: plain });
    await world.says(world.boris, "/add tea in 4 min", "⏰ Tea", { chat: plain });
    const upgraded = world.telegram.upgrade(plain);
    // At once, although nothing has been sent there yet.
    await world.says(world.boris, "/list", "1 active", { chat: upgraded });
    await world.passes(4 * minute);
    await world.sees(world.boris, /^⏰ Tea$/, { chat: upgraded });
  });

  it("that becomes a supergroup answers there what it was asked before", async () => {
    const plain = world.telegram.addGroup("Family", "group").id;
    await world.says(world.ana, "/allow", "may use me now", { chat: plain });
    await world.says(world.ana, "/add meet Ana friday at 8", "08:00 or 20:00?", { chat: plain });
    const upgraded = world.telegram.upgrade(plain);
    const { username } = world.telegram.playground().world.bot;
    await world.says(world.ana, `@${username} 20:00`, "Meet Ana · Fri 27 Nov 20:00", { chat: upgraded });
  });

  it("has settings of its own", async () => {
    await granted();
    await world.says(world.ana, "/tz Tokyo", "Asia/Tokyo", { chat: group });
    await world.says(world.ana, "/add tea in 4 min", "⏰ Tea · 22:09", { chat: group });
    await world.says(world.ana, "coffee in 5 min", "⏰ Coffee · 14:10");
  });
});
