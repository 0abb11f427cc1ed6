import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("the chat itself", () => {
  it("has a menu of commands in each language, told once", async () => {
    const told = () => world.telegram.faults.calls.filter(({ method }) => method === "setMyCommands");
    const scopes = [{ type: "default" }, { type: "all_group_chats" }, { type: "chat", chat_id: 1001 }];
    expect(told().map(({ values }) => values.scope)).toMatchObject([...scopes, ...scopes]);
    expect(told().map(({ values }) => values.language_code)).toEqual([...Array(3), ...Array(3).fill("de")]);
    const before = told().length;
    await world.restarts();
    expect(told()).toHaveLength(before);
  });

  it("rests while Belfry is blocked, and goes on when it is let in again", async () => {
    await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    const calls = () => world.telegram.faults.calls.filter(({ method }) => method === "sendMessage").length;
    const before = calls();
    world.ana.block();
    await world.passes(15 * minute);
    expect(calls()).toBeLessThanOrEqual(before + 1);
    world.ana.unblock();
    await world.sees(world.ana, "⏰ Tea");
  });

  it("shows one marked copy more when an answer was lost", async () => {
    await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    world.telegram.faults.script({ method: "sendMessage", reply: "drop-reply" });
    await world.passes(4 * minute);
    await world.sees(world.ana, /^⏰ Tea$/);
    await world.passes(2 * minute);
    const copy = await world.sees(world.ana, "↻ may be a repeat");
    expect(copy.text).toBe("↻ may be a repeat\n⏰ Tea");
    await world.passes(20 * minute);
    expect(world.ana.unseen()).toEqual([]);
  });

  it("says in plain text what it may not say with styles", async () => {
    world.telegram.faults.script({ method: "sendMessage", reply: "400" });
    const card = await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    expect(card.entities).toEqual([]);
  });

  it("obeys a command in a caption, but not in a forward", async () => {
    world.ana.sendPhoto("/add tea in 4 min");
    await world.sees(world.ana, "⏰ Tea · 14:09");
    const said = world.boris.say("/list", { chat: world.telegram.group });
    world.ana.forward(said.id, {}, world.telegram.group);
    await world.sees(world.ana, "Remind you of this, when?");
  });

  it("reads times after emoji", async () => {
    const card = await world.says(world.ana, "👨‍👩‍👧‍👦 dinner 🍝 tomorrow at 19", "⏰");
    expect(card.text).toMatch(/^⏰ .*inner.* · Wed 25 Nov 19:00/);
    const [span] = card.entities;
    expect(card.text.slice(span?.offset, (span?.offset ?? 0) + (span?.length ?? 0))).toContain("inner");
  });

  it("/add takes a title and --due, as on the command line", async () => {
    const card = await world.says(world.ana, '/add "Pay rent" --due "1w Sunday"', "Pay rent");
    expect(card.text).toMatch(/Pay rent/);
  });

  it("/preview shows what would be understood and keeps nothing", async () => {
    const preview = await world.says(world.ana, "/preview standup every weekday at 9:25", "Standup");
    expect(preview.text).toBe(
      "👁 Standup · Mon–Fri 09:25\nNext Wed 25 Nov 09:25, Thu 26 Nov 09:25, Fri 27 Nov 09:25, Mon 30 Nov 09:25, Tue 1 Dec 09:25\nNothing is saved.",
    );
    const managed = await world.says(world.ana, "/preview pause standup until friday", "Pause");
    expect(managed.text).toBe("👁 Pause “standup” until Fri 27 Nov 00:00.\nNothing is saved.");
    await world.says(world.ana, "/preview meet Ana friday at 8", "08:00 or 20:00?");
    expect(await world.store.actions.count({})).toBe(0);
  });
});
