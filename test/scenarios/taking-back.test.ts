import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Seen } from "../support/actor.ts";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
let red: Seen;
beforeEach(async () => {
  world = await createWorld();
  await world.says(world.ana, "tea tomorrow at 9", "⏰ Tea");
  red = await world.says(world.ana, "/escalate high The cellar is wet", "🔴 The cellar is wet");
});
afterEach(() => world.close());

const open = () => world.store.escalations.open();

describe("an answer to an escalation, taken back", () => {
  it.each([
    ["✋ Ack", "took it"],
    ["🔇 1 h", "silent until"],
    ["🔇 until fixed", "silent until it is fixed"],
  ])("%s: it is open as before, and reminds as before", async (button, shown) => {
    const before = await open();
    const answered = await world.presses(world.ana, red, button, shown);
    expect(answered.buttons.at(-1)).toEqual(["Undo"]);
    const back = await world.presses(world.ana, answered, "Undo", (one) => one.buttons[0]?.[0] === "✋ Ack");
    expect(back).toMatchObject({ id: red.id, text: red.text, buttons: red.buttons });
    const [{ nextStepAt, ...row } = { nextStepAt: null }] = await open();
    expect(row).toMatchObject({ state: "open", ackedBy: null, silencedBy: null, silencedUntil: null });
    expect(nextStepAt).toBe(before[0]?.nextStepAt);
    await world.passes(15 * minute);
    await world.sees(world.ana, "🔴 The cellar is wet · still open");
  });

  it("that it is over: everybody who heard so hears that it is not", async () => {
    await world.ana.press(red, "Resolve");
    const over = await world.sees(world.ana, "🟢 The cellar is wet · Ana resolved it");
    await world.sees(world.ana, "🟢 Ana resolved it");
    await world.ana.press(red, "Undo");
    await world.sees(world.ana, "🔴 The cellar is wet · still open");
    await world.settles();
    expect(world.ana.current(over)).toMatchObject({ text: over.text, buttons: [] });
    expect(await open()).toMatchObject([{ state: "open", resolvedAt: null, resolvedBy: null }]);
  });

  it("is what /undo means, before whatever was done earlier", async () => {
    await world.presses(world.ana, red, "✋ Ack", "took it");
    await world.says(world.ana, "/undo", "🔴 The cellar is wet · open since");
    expect(await open()).toMatchObject([{ state: "open", ackedBy: null }]);
    // Then what was done before: raising it.
    await world.says(world.ana, "/undo", "🟢 The cellar is wet · Ana resolved it");
    expect(await open()).toEqual([]);
    expect(await world.store.actions.count({ chat: 1001 })).toBe(1);
  });

  it.each([
    ["en", "/resolve cellar", "never mind", "🟢 The cellar is wet · Ana resolved it", "still open"],
    ["de", "cellar ist behoben", "vergiss es", "🟢 The cellar is wet · Ana hat es", "immer noch offen"],
  ])(
    "in words is answered once: by the reply in its thread (%s)",
    async (language, resolve, neverMind, over, still) => {
      const { ana, says, settles, passes } = world;
      await passes(minute);
      const others = async () => {
        await settles();
        return ana.unseen().filter(({ edited }) => !edited);
      };
      await says(ana, `/language ${language}`, /Language|Sprache|English|Deutsch/);
      expect(await says(ana, resolve, over)).toMatchObject({ replyTo: red.id, buttons: [[expect.anything()]] });
      expect(await others()).toEqual([]);
      await says(ana, neverMind, still);
      expect(await others()).toEqual([]);
      expect(await open()).toHaveLength(1);
    },
  );

  it("is not taken back over the head of whoever has answered since", async () => {
    const taken = await world.presses(world.ana, red, "✋ Ack", "took it");
    await world.presses(world.ana, taken, "🔇 1 h", "silent until");
    expect(await world.ana.forge(taken, "undo:3")).toMatchObject({
      text: expect.stringContaining("has changed since"),
    });
    expect(await open()).toMatchObject([{ state: "silenced" }]);
  });

  it("cannot be done by a stranger, nor twice", async () => {
    const taken = await world.presses(world.ana, red, "✋ Ack", "took it");
    await world.presses(world.ana, taken, "Undo", (one) => one.text === red.text);
    expect(await world.ana.forge(taken, "undo:3")).toMatchObject({ text: "There is nothing to take back." });
  });
});

describe("a check that comes back", () => {
  it("is the card it was before: what it looks at, what it tells, what it saw last", async () => {
    const watch = await watchfulWorld();
    const { ana, says, presses } = watch;
    await watched(watch, "shop", "every 2 min", ", alert after 5 fails, tell me every time");
    await says(ana, "rename shop to store", "store");
    const before = await says(ana, "/undo", "↩️ Back: 🔁 shop · every 2 min");
    expect(before.text).toMatch(/http:.* · alert after 5 fails\n🟢 200 · \d+ ms\n/);
    const deleted = await says(ana, "delete shop", "🗑 shop deleted");
    const back = await presses(ana, deleted, "Undo", "↩️ Back");
    expect(back).toMatchObject({ text: before.text, buttons: before.buttons });
    await says(ana, "/language de", "Deutsch");
    await says(ana, "lösche shop", "🗑");
    const german = await says(ana, "/undo", "↩️ Wieder da: 🔁 shop");
    expect(german.text).toMatch(/http:.* · Alarm nach 5 Fehlschlägen\n🟢 200 · \d+ ms\n/);
  });
});
