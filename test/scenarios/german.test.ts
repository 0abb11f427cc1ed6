import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandsFor } from "../../src/playground/world/menu.ts";
import type { Actor } from "../support/actor.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let greta: Actor;

async function member(id: number, language: string): Promise<Actor> {
  const person = world.telegram.person(id, "Greta", language);
  await world.says(world.ana, `/allow ${id}`, "may use me now");
  return person;
}

/** The description of a command in the menu a person sees in their private chat. */
function menu(person: number, command: string): string | undefined {
  const playground = world.telegram.world();
  const chat = playground.chats.get(String(person)) ?? playground.chats.get("1001");
  if (chat === undefined) throw new Error("no chat");
  return commandsFor(playground, { ...chat, id: person }, person).find((one) => one.command === command)?.description;
}

beforeEach(async () => {
  world = await createWorld();
  greta = await member(1004, "de");
});
afterEach(() => world.close());

describe("whoever's Telegram speaks German", () => {
  it("is greeted in German, and shown a German menu; others are not", async () => {
    const hello = await world.says(greta, "/start", "Ich erinnere");
    expect(hello.buttons).toEqual([["Ja", "Andere Stadt", "📍 Standort senden"]]);
    await world.presses(greta, hello, "Ja", "Probier: Tee in 4 Min");
    await world.says(world.ana, "/start", "I remind");
    expect(menu(1004, "list")).toBe("Alles, was geplant ist");
    expect(menu(1002, "list")).toBe("Everything that is planned");
  });

  it("is reminded: card, ring and Erledigt", async () => {
    const card = await world.says(greta, "erinnere mich morgen um 9 an den Zahnarzt", "Zahnarzt");
    expect(card.text).toMatch(/Zahnarzt · Mi 25\. Nov 09:00 \(in 18 Std 55 Min\)$/);
    expect(card.buttons).toEqual([["Ändern", "Wiederholen", "Rückgängig"], ["Auch 1 Std vorher"]]);
    const [action] = await world.store.actions.list({});
    expect(action?.nextAt).toBe(Date.parse("2026-11-25T09:00:00+01:00"));
    await world.until("2026-11-25T09:00");
    const ring = await world.sees(greta, /^⏰ .*Zahnarzt$/);
    expect(ring.buttons[0]).toEqual(["✅ Erledigt", "10 Min", "1 Std"]);
    const done = await world.presses(greta, ring, "✅ Erledigt", "erledigt um 09:00");
    expect(done.id).toBe(ring.id);
  });

  it("repeats, pauses and moves in German words", async () => {
    const card = await world.says(greta, "jeden Werktag um 9:25 Standup", "Standup");
    expect(card.text).toBe("🔁 Standup · Mo–Fr 09:25 · nächste Mi 25., Do 26., Fr 27. Nov");
    await world.says(greta, "pausiere Standup bis Montag", "⏸ Standup bis Mo 30. Nov");
    await world.says(greta, "/resume standup", "Läuft wieder");
    await world.says(greta, "/pause Standup bis Montag", "⏸ Standup bis Mo 30. Nov");
    await world.says(greta, "/resume standup", "Läuft wieder");
    await world.says(greta, "/edit Standup auf 9:40", "09:40");
    await world.says(greta, "lösche Standup", "🗑 Standup gelöscht");
    await world.says(greta, "rückgängig", "Standup");
  });

  it("asks and answers in German", async () => {
    await world.says(greta, "/show Unsinn", "Hier heißt nichts Unsinn.");
    await world.says(greta, "asdf", "In asdf finde ich keine Zeit.");
    const question = await world.says(greta, "Ana treffen Freitag um 8", "08:00 oder 20:00?");
    await world.presses(greta, question, "20:00", "⏰ Ana treffen · Fr 27. Nov 20:00");
    await world.says(greta, "heute um 9 Pflanzen gießen", "ist schon vorbei.");
  });

  it.each([
    ["/agenda", "📅 Heute, Di 24. Nov"],
    ["/agenda morgen", "📅 Morgen, Mi 25. Nov"],
    ["/agenda tomorrow", "📅 Morgen, Mi 25. Nov"],
    ["/quiet 22 bis 7", "🌙 22:00–07:00. Normales wartet"],
    ["/quiet from 22 to 7", "🌙 22:00–07:00. Normales wartet"],
    ["/quiet aus", "Keine Ruhezeit"],
    ["/list", "0 aktiv"],
    ["/help", "Sag was und wann"],
    ["/status", "🟢 0"],
  ])("%s: %s", async (command, answer) => {
    await world.says(greta, command, answer);
  });
});

describe("the language", () => {
  it("is chosen in the settings, and taken back with [Undo]", async () => {
    const settings = await world.says(greta, "/settings", "Sprache: Deutsch");
    expect(settings.text).toContain("Ohne Uhrzeit: früh 09:00, mittags 12:00");
    const choice = await world.presses(greta, settings, "Sprache", "Welche Sprache?");
    expect(choice.buttons).toEqual([["English", "Deutsch"]]);
    const changed = await world.presses(greta, choice, "English", "Language: English");
    expect(changed.id).toBe(settings.id);
    await world.says(greta, "tea in 4 min", "⏰ Tea · 14:09 (in 4 min)");
    await world.presses(greta, changed, "Undo", "Sprache");
    await world.says(greta, "/settings", "Sprache: Deutsch");
  });

  it("is chosen by a command, by its code or its name", async () => {
    await world.says(world.ana, "/language Deutsch", "Sprache: Deutsch");
    await world.says(world.ana, "Tee in 4 Min", "⏰ Tee · 14:09 (in 4 Min)");
    await world.says(world.ana, "/language en", "Language: English");
    await world.says(world.ana, "/language klingon", "Which language?");
  });

  it("of what rings in a chat is that of the chat", async () => {
    await world.says(world.ana, "/language de", "Sprache: Deutsch");
    await world.says(world.ana, "tea in 4 min", "⏰ Tea · 14:09 (in 4 Min)");
    await world.passes(4 * 60_000);
    expect((await world.sees(world.ana, /^⏰ Tea$/)).buttons[0]).toContain("✅ Erledigt");
  });
});

describe("a Belfry that is set to German", () => {
  beforeEach(async () => {
    await world.close();
    world = await createWorld({ language: "de" });
  });

  it("speaks German to whoever speaks nothing it knows, and has a menu for them", async () => {
    const nele = await member(1005, "nl");
    await world.says(nele, "übermorgen um 9 Uhr Zahnarzt", "⏰ Zahnarzt · Do 26. Nov 09:00 (in 1 Tag 19 Std)");
    const fleur = await member(1006, "fr");
    await world.says(fleur, "dentiste demain à 9h", "(in 18 Std 55 Min)");
    expect(menu(1005, "list")).toBe("Alles, was geplant ist");
  });

  it("speaks English to whoever's Telegram does", async () => {
    await world.says(world.ana, "tea in 4 min", "⏰ Tea · 14:09 (in 4 min)");
    expect(menu(1002, "list")).toBe("Everything that is planned");
  });
});
