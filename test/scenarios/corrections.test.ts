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
    ["make it quiet", "🔕 silent"],
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

  it("what is deleted is said to be", async () => {
    await dentist();
    await world.says(world.ana, "delete dentist", "🗑 Dentist deleted");
    await world.says(world.ana, "no, at 9", "Dentist is deleted.");
  });

  it.each(["never mind", "forget it"])(
    "%s is about what was asked since, not about the card before it",
    async (words) => {
      await dentist();
      await world.says(world.ana, "buy milk", "I could not find a time");
      await world.says(world.ana, words, (message) => !message.text.includes("deleted"));
      expect(await world.store.actions.count({})).toBe(1);
    },
  );

  it("a card that answered somebody else is not meant", async () => {
    const { ana, telegram } = world;
    const boris = telegram.person(1002);
    const there = { chat: telegram.group };
    await world.says(ana, "/allow", "This group may use me now", there);
    await world.says(ana, "/add tea at 15:00", "Tea", there);
    await world.says(boris, "/add coffee at 16:00", "Coffee", there);
    await world.says(ana, "@belfry_bot no, at 17:00", "Tea · 15:00 → 17:00", there);
  });

  it("a series that is bounded goes on, and counts, from where it began", async () => {
    await world.says(world.ana, "stretch every 30 minutes", "Stretch");
    const [before] = await world.store.actions.list({});
    await world.passes(7 * minute);
    await world.says(world.ana, "until friday", "until");
    const [after] = await world.store.actions.list({});
    expect(after?.schedule).toMatchObject({ ...before?.schedule, until: expect.any(Number) });
    await world.says(world.ana, "walk every day at 8pm for 20 times", "Walk");
    await world.passes(7 * minute);
    await world.says(world.ana, "except mondays", "Walk");
    const walk = (await world.store.actions.list({})).find(({ title }) => title === "Walk");
    expect(walk?.schedule).toMatchObject({
      start: "2026-11-24T20:00:00",
      rules: [expect.stringContaining("COUNT=20")],
    });
  });

  it.each(["do this in 10 minutes", "change it tomorrow at 5pm"])(
    "%s begins something new where no card was shown",
    async (words) => {
      await world.says(world.ana, words, "⏰");
      expect(await world.store.actions.count({})).toBe(1);
    },
  );

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

  it("cancel that takes back what the card tells of, and not what it only shows", async () => {
    await dentist();
    await world.says(world.ana, "move dentist to 12:00", "10:30 → 12:00");
    await world.says(world.ana, "cancel that", "Dentist · Wed 25 Nov 10:30");
    await world.says(world.ana, "/show dentist", "#1");
    const told = "I have only shown you Dentist; nothing was changed. To delete it, say: delete it";
    await world.says(world.ana, "cancel that", told);
    const list = await world.says(world.ana, "/list", "1 active");
    await world.presses(world.ana, list, list.buttons[0]?.[0] ?? "", "#1");
    await world.says(world.ana, "never mind", told);
    expect(await world.store.actions.get(1)).toMatchObject({ deletedAt: null });
    await world.says(world.ana, "delete it", "🗑 Dentist deleted");
  });

  it.each([
    ["meet Ana friday at 8", "08:00 or 20:00?"],
    ["check https://shop.example.com", "how often?"],
  ])("never mind takes back the question after %s", async (sentence, question) => {
    await dentist();
    await world.says(world.ana, sentence, question);
    await world.says(world.ana, "never mind", "Cancelled");
    expect(await world.store.questions.openFor(1001, 1001)).toEqual([]);
    expect(await world.store.actions.count({})).toBe(1);
  });

  it("never mind is about what was done last, whatever shows it", async () => {
    await dentist();
    await world.passes(minute);
    const red = await world.says(world.ana, "/escalate high The cellar is wet", "🔴 The cellar is wet");
    await world.presses(world.ana, red, "✋ Ack", "took it");
    await world.says(world.ana, "never mind", "🔴 The cellar is wet · open since");
    await world.says(world.ana, "/quiet 22 to 7", "22:00–07:00");
    await world.says(world.ana, "cancel that", "Taken back");
    expect(await world.store.actions.get(1)).toMatchObject({ deletedAt: null, revision: 1 });
  });

  it("what stands by itself is something new", async () => {
    await dentist();
    await world.says(world.ana, "actually call mum tomorrow at 9", "Call mum · Wed 25 Nov 09:00");
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
