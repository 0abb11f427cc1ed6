import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Seen } from "../support/actor.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const granting = (group: number) => world.says(world.ana, "/allow", "This group may use me now", { chat: group });

describe("a stranger", () => {
  it("is met with silence, whatever is said, and leaves nothing behind", async () => {
    for (const text of ["/start", "/help", "/list", "tea in 4 min", "/allow 1003", "/start 0123456789abcdef0123"])
      world.carla.say(text);
    world.carla.sendPhoto("look");
    await world.says(world.ana, "/list", "0 active");
    await world.settles();
    expect(world.carla.unseen()).toEqual([]);
    expect(await world.store.actions.count({})).toBe(0);
    expect(await world.store.chats.get(1003)).toBeNull();
  });

  it("who presses in a group gets a toast, and nothing happens", async () => {
    const { group } = world.telegram;
    await granting(group);
    await world.says(world.boris, "/add tea in 4 min", "⏰ Tea", { chat: group });
    await world.passes(4 * minute);
    const ring = await world.sees(world.boris, /^⏰ Tea$/, { chat: group });
    expect(await world.carla.press(ring, "✅ Done")).toMatchObject({ text: "You have no access to this bot." });
    await world.settles();
    expect(world.boris.current(ring)?.text).toBe("⏰ Tea");
  });

  it("is let in with /allow and shut out with /deny", async () => {
    world.carla.say("hello");
    await world.says(world.ana, "/allow 1003", "may use me now");
    await world.says(world.carla, "tea in 4 min", "⏰ Tea");
    await world.says(world.ana, "/members", "Carla");
    await world.says(world.ana, "/deny 1003", "may not use me any more");
    world.carla.say("/list");
    await world.says(world.ana, "/list", "0 active");
    expect(world.carla.unseen()).toEqual([]);
  });
});

it("a @name lets in whoever has it now, not who had it before", async () => {
  const { people } = world.telegram.world();
  const called = (id: number, username: string) => {
    const person = people.get(String(id));
    if (person) people.put(String(id), { ...person, username });
  };
  const [before, now] = [world.telegram.person(1005, "Mallory"), world.telegram.person(1009, "Clara")];
  called(1005, "clara");
  before.say("hello");
  await world.settles();
  called(1005, "mallory");
  called(1009, "clara");
  now.say("hello");
  await world.says(world.ana, "/allow @clara", "may use me now");
  expect((await world.store.people.get(1009))?.role).toBe("member");
  expect(await world.store.people.get(1005)).toMatchObject({ role: "stranger", username: null });
});

describe("a member", () => {
  it("may not let people in", async () => {
    await world.says(world.boris, "/allow 1003", "You may not do that here");
    await world.says(world.boris, "/members", "You may not do that here");
  });

  /** Every button of a card, pressed by somebody who may not. */
  async function refused(card: Seen, buttons: string[]): Promise<void> {
    for (const button of buttons) {
      const answer = await world.boris.press(card, button);
      expect(answer.text, button).toMatch(/may not do that|no such item|is no|nothing to take back/i);
    }
  }

  it("may not change what another member of the group made", async () => {
    const { group } = world.telegram;
    await granting(group);
    const card = await world.says(world.ana, "/add standup every weekday at 9:25", "Standup", { chat: group });
    await refused(card, ["Pause", "Undo"]);
    const shown = await world.says(world.ana, "/show standup", "#", { chat: group });
    await refused(shown, ["Pause", "Skip next", "Delete"]);
    await world.says(world.boris, "/delete standup", "You may not do that here", { chat: group });
    expect((await world.store.actions.list({ chat: group }))[0]).toMatchObject({ pause: null, deletedAt: null });
  });

  it("gets nowhere with forged data", async () => {
    await world.says(world.ana, "tea in 3 hours", "Tea");
    await world.says(world.ana, "meet Ana friday at 8", "?");
    const own = await world.says(world.boris, "coffee in 3 hours", "Coffee");
    const forged = [
      ...["delete:1:1", "pause:1:1", "card:1", "edit:1:1", "run:1:1", "skip:1:1", "lead:1:1:3600000", "ask:1:1:title"],
      ...["undo:1", "undo:999", "answer:1:1", "done:1", "snooze:1:in1h", "pass:1", "later:1", "forget:1"],
      ...["", ":", "delete", "delete:x:y", "delete:1e9:1", "snooze:1:__proto__", "constructor:1", "toggle:1:pause:1"],
      ...["zone:../../etc/passwd", "zone:", "list:-1:open", "list:999:open", "lead:2:1:-5", "answer:1:-1", "\u0000"],
    ];
    for (const data of forged) await world.boris.forge(own, data);
    await world.settles();
    const [tea] = (await world.store.actions.list({ owner: 1001 })).filter(({ title }) => title === "Tea");
    expect(tea).toMatchObject({ revision: 1, pause: null, deletedAt: null, leads: [] });
    expect(await world.store.questions.get(1)).toMatchObject({ state: "open" });
    expect(world.troubles).toEqual([]);
    await world.says(world.boris, "/list", "1 active");
  });
});

describe("a button", () => {
  it("of an old card gets a toast, and the card is drawn anew", async () => {
    const card = await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, "move standup to 9:40", "09:40");
    const answer = await world.ana.press(card, "Pause");
    expect(answer.text).toBe("That card was out of date. This is how it stands now.");
    const redrawn = await world.sees(world.ana, "Mon–Fri 09:40");
    expect(redrawn.id).toBe(card.id);
    expect((await world.store.actions.list({}))[0]).toMatchObject({ pause: null });
  });

  it("pressed twice does its work once", async () => {
    await world.says(world.ana, "tea in 4 min", "Tea");
    await world.passes(4 * minute);
    const ring = await world.sees(world.ana, /^⏰ Tea$/);
    const [first, second] = await Promise.all([world.ana.press(ring, "✅ Done"), world.ana.press(ring, "✅ Done")]);
    expect([first.text, second.text].map((text) => text ?? "").sort()).toEqual([
      "",
      expect.stringContaining("answered already"),
    ]);
  });

  it("[Undo] works for ten minutes; /undo afterwards too", async () => {
    const card = await world.says(world.ana, "call the dentist tomorrow at 9", "dentist");
    await world.passes(11 * minute);
    expect((await world.ana.press(card, "Undo")).text).toContain("too old");
    await world.says(world.ana, "/undo", "dentist");
    await world.says(world.ana, "/list", "0 active");
  });

  it("is answered though Telegram says it is too old", async () => {
    await world.says(world.ana, "tea in 4 min", "Tea");
    await world.passes(4 * minute);
    const ring = await world.sees(world.ana, /^⏰ Tea$/);
    const body = {
      ok: false,
      error_code: 400,
      description: "Bad Request: query is too old and response timeout expired",
    };
    world.telegram.faults.script({ method: "answerCallbackQuery", reply: { status: 400, body } });
    void world.ana.press(ring, "✅ Done").catch(() => {});
    await world.sees(world.ana, "✅ Tea · done");
    expect(world.troubles).toEqual([]);
  });
});

describe("the first owner", () => {
  it("is whoever sends the code from the console, once", async () => {
    await world.close();
    const lines: string[] = [];
    world = await createWorld({ unowned: true, console: lines });
    const code = /[0-9a-f]{8}(-[0-9a-f]{8}){3}/.exec(lines.join("\n"))?.[0] ?? "";
    expect(code).not.toBe("");
    world.carla.say("0123456789abcdef-wrong");
    await world.says(world.boris, `/start ${code}`, "You own this bot now");
    world.carla.say(code);
    await world.settles();
    expect((await world.store.people.withRole("owner")).map(({ id }) => id)).toEqual([1002]);
    expect(world.carla.unseen()).toEqual([]);
  });

  it("cannot be found by trying, nor after a quarter of an hour", async () => {
    await world.close();
    const lines: string[] = [];
    world = await createWorld({ unowned: true, console: lines });
    const code = /[0-9a-f]{8}(-[0-9a-f]{8}){3}/.exec(lines.join("\n"))?.[0] ?? "";
    for (let i = 0; i < 5; i++) world.carla.say(`${"0".repeat(31)}${i}`);
    await world.telegram.carla.say(code);
    await world.passes(1000);
    expect(await world.store.people.withRole("owner")).toEqual([]);
    await world.restarts();
    await world.passes(hour);
  });
});
