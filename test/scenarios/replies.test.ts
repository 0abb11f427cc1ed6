import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

async function rings(what: string) {
  await world.says(world.ana, `${what} in 4 min`, "(in 4 min)");
  await world.passes(4 * minute);
  return world.sees(world.ana, new RegExp(`^⏰ ${what}$`, "i"));
}

describe("a reply to a card", () => {
  it.each([
    ["delete", "🗑 Pills deleted"],
    ["/delete", "🗑 Pills deleted"],
    ["pause", "⏸ Pills paused"],
    ["pause until monday", "⏸ Pills until Mon 30 Nov"],
    ["/pause until monday", "⏸ Pills until Mon 30 Nov"],
    ["rename to vitamins", "itamins"],
    ["rename it to vitamins", "itamins"],
    ["/rename vitamins", "itamins"],
    ["move to 21:00", "21:00"],
    ["/edit to 21:00", "21:00"],
    ["/next", "Wed 25 Nov 20:00"],
  ])("%s is about that card", async (words, match) => {
    const card = await world.says(world.ana, "pills every day at 20:00", "Pills");
    await world.says(world.ana, "plants every day at 21:00", "Plants");
    await world.says(world.ana, words, match, { replyTo: card.id });
    expect(await world.store.questions.openFor(world.ana.id, world.ana.id)).toEqual([]);
  });
});

describe("a reply to a ring", () => {
  it("that is no time asks when, and makes nothing new", async () => {
    const ring = await rings("pong");
    await world.says(world.ana, "banana", "Pong, when?", { replyTo: ring.id });
    await world.says(world.ana, "in 10 min", "😴 Pong");
    expect(await world.store.actions.count({})).toBe(1);
  });

  it("names the day of each time where eight is today or tomorrow", async () => {
    await world.until("2026-11-24T19:30");
    const ring = await rings("pong");
    const question = await world.says(world.ana, "at 8", "Pong", { replyTo: ring.id });
    expect(question.buttons).toEqual([["20:00", "Tomorrow 08:00"]]);
  });

  it("is answered with one [Undo]", async () => {
    const ring = await rings("pong");
    const isNew = ({ id, text }: { id: number; text: string }) => id !== ring.id && text.includes("😴");
    const later = await world.says(world.ana, "in 2 hours", isNew, { replyTo: ring.id });
    await world.settles();
    expect([later.buttons, world.ana.current(ring)?.buttons]).toEqual([[["Undo"]], []]);
    await world.presses(world.ana, later, "Undo", "Pong");
    expect(world.ana.current(ring)?.buttons.flat()).toContain("✅ Done");
  });

  it("/done and /snooze 1 h mean that ring", async () => {
    const first = await rings("ping");
    const second = await rings("pong");
    await world.says(world.ana, "/snooze 1 h", "😴 Ping", { replyTo: first.id });
    await world.says(world.ana, "/done", "✅ Pong", { replyTo: second.id });
  });
});

describe("what rings, in words", () => {
  it("/snooze finds a name before the time", async () => {
    await rings("pong");
    await rings("tea");
    await world.says(world.ana, "/snooze pong 1 h", "😴 Pong");
  });

  it("nobody is told to have been slower than themselves", async () => {
    const ring = await rings("tea");
    await world.says(world.ana, "done tea", "✅ Tea");
    await world.settles();
    const answer = await world.ana.forge(ring, "done:1");
    expect(answer.text).toMatch(/^This is answered already/);
  });
});
