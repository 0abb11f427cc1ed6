import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const dentist = () => world.says(world.ana, "dentist tomorrow at 10:30", "Dentist · Wed 25 Nov 10:30");

describe("right after a card was shown, without a reply", () => {
  it.each([
    ["make it 10 minutes earlier", "✏️ Dentist · 10:30 → 10:20"],
    ["10 minutes later", "✏️ Dentist · 10:30 → 10:40"],
    ["every day actually", "✏️ Dentist · Wed 25 Nov 10:30 → every day 10:30"],
    ["make it every day", "✏️ Dentist · Wed 25 Nov 10:30 → every day 10:30"],
    ["no, at 9", "✏️ Dentist · 10:30 → 09:00, Wed 25 Nov"],
    ["at 9 instead", "✏️ Dentist · 10:30 → 09:00, Wed 25 Nov"],
    ["I meant 11", "✏️ Dentist · 10:30 → 11:00, Wed 25 Nov"],
    ["change it to 11", "✏️ Dentist · 10:30 → 11:00, Wed 25 Nov"],
    ["no, friday at 10", "→ Fri 27 Nov 10:00"],
    ["cancel that", "🗑 Dentist deleted"],
    ["never mind", "🗑 Dentist deleted"],
    ["delete it", "🗑 Dentist deleted"],
    ["pause it", "⏸ Dentist paused"],
    ["rename it to doctor", "✏️ doctor"],
  ])("%s is about that card", async (words, match) => {
    await dentist();
    await world.says(world.ana, words, match);
    expect(await world.store.actions.count({})).toBe(match.startsWith("🗑") ? 0 : 1);
  });

  it.each([
    ["and 10 min before", "also 10 min before"],
    ["remind me 1 hour before please", "also 1 h before"],
    ["make it silent", "🔕 silent"],
    ["make it urgent", "❗ critical"],
    ["ask every 10 min until done", "asks every 10 min"],
    ["until christmas", "until Fri 25 Dec"],
    ["except mondays", "Tue–Fri 09:25"],
    ["for 3 weeks", "until"],
  ])("%s adds to it", async (words, match) => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, words, match);
    await world.says(world.ana, "/undo", (message) => message.text.startsWith("↩️") && !message.text.includes(match));
    expect(await world.store.actions.count({})).toBe(1);
  });

  it("one addition follows another, and what stands by itself is none", async () => {
    await dentist();
    await world.says(world.ana, "1 day before", "Dentist");
    await world.says(world.ana, "also 1 h before", /1 d.*1 h/s);
    await world.says(world.ana, "milk in 10 min", "Milk");
    await world.says(world.ana, "until friday", "?");
    expect(await world.store.actions.list({})).toMatchObject([
      { title: "Milk", leads: [] },
      { title: "Dentist", leads: [24 * hour, hour] },
    ]);
  });

  it.each([
    ["mach es 10 Minuten früher", "✏️ Zahnarzt · 10:30 → 10:20"],
    ["doch jeden Tag", "→ jeden Tag 10:30"],
    ["nein, um 9", "✏️ Zahnarzt · 10:30 → 09:00"],
    ["eigentlich um 11", "✏️ Zahnarzt · 10:30 → 11:00"],
    ["verschieb es auf Freitag", "→ Fr 27. Nov 10:30"],
    ["vergiss das wieder", "🗑 Zahnarzt gelöscht"],
    ["lösche es", "🗑 Zahnarzt gelöscht"],
  ])("in German, %s too", async (words, match) => {
    const greta = world.telegram.person(1004, "Greta", "de");
    await world.says(world.ana, "/allow 1004", "may use me now");
    await world.says(greta, "Zahnarzt morgen um 10:30", "Zahnarzt");
    await world.says(greta, words, match);
  });

  it("one correction follows the other, the newest card is meant, and each can be taken back", async () => {
    await dentist();
    await world.says(world.ana, "tea in 2 hours", "Tea");
    await world.says(world.ana, "/show dentist", "#1");
    await world.says(world.ana, "no, at 9", "10:30 → 09:00");
    const later = await world.says(world.ana, "make it 15 min later", "09:00 → 09:15");
    await world.presses(world.ana, later, "Undo", "Dentist · Wed 25 Nov 09:00");
    await world.says(world.ana, "/undo", "Dentist · Wed 25 Nov 10:30");
  });

  it("cancel that takes back what the card tells of, and deletes what it only shows", async () => {
    await dentist();
    await world.says(world.ana, "move dentist to 12:00", "10:30 → 12:00");
    await world.says(world.ana, "cancel that", "Dentist · Wed 25 Nov 10:30");
    await world.says(world.ana, "/show dentist", "#1");
    await world.says(world.ana, "cancel that", "🗑 Dentist deleted");
  });

  it("what stands by itself is something new", async () => {
    await dentist();
    await world.says(world.ana, "actually call mum tomorrow at 9", "call mum · Wed 25 Nov 09:00");
    await world.says(world.ana, "buy it tomorrow at 18:00", "Buy it · Wed 25 Nov 18:00");
    await world.says(world.ana, "tomorrow at 9", "Remind you of what");
    expect((await world.store.actions.get(1))?.revision).toBe(1);
  });
});

describe("ten minutes after the last card", () => {
  it.each([
    ["make it 10 minutes earlier", "Which one?"],
    ["delete it", "Which one?"],
    ["cancel that", "There is nothing to take back"],
    ["no, at 9", "Remind you of what, at 9?"],
  ])("%s is asked about", async (words, match) => {
    await dentist();
    await world.passes(11 * minute);
    await world.says(world.ana, words, match);
    expect(await world.store.actions.get(1)).toMatchObject({ revision: 1, deletedAt: null });
  });

  it("a card elsewhere is not meant", async () => {
    const { ana, telegram } = world;
    const name = `@${telegram.playground().world.bot.username}`;
    const group = { chat: telegram.group };
    await dentist();
    await world.says(ana, `${name} make it 10 minutes earlier`, "Which one?", group);
    await world.says(ana, `${name} standup every day at 9:25`, "Standup", group);
    await world.says(ana, "make it 10 minutes earlier", "Dentist · 10:30 → 10:20");
    await world.says(ana, `${name} no, at 9:40`, "every day 09:25 → every day 09:40", group);
  });
});
