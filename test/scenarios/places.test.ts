import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("where and when", () => {
  it("/tz Tokyo leaves what exists on Berlin time; [Move all] moves it", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const zone = await world.says(world.ana, "/tz Tokyo", "Asia/Tokyo");
    expect(zone.text).toBe("Asia/Tokyo. Existing items stay on Berlin time.");
    expect(zone.buttons.flat()).toEqual(expect.arrayContaining(["Move all", "Keep"]));
    const moved = await world.presses(world.ana, zone, "Move all", "1 item moved");
    expect(moved.id).toBe(zone.id);
    await world.says(world.ana, "plants every day at 8", "Plants");
    const back = await world.says(world.ana, "/tz Berlin", "Existing items stay on Tokyo time");
    const both = await world.presses(world.ana, back, "Move all", "2 items moved");
    await world.presses(world.ana, both, "Undo", "Taken back: the move to another time zone");
    const shown = await world.says(world.ana, "/show standup", "#");
    expect(shown.text).toContain("Mon–Fri 09:25");
  });

  it("[Keep] leaves it", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const zone = await world.says(world.ana, "/tz Tokyo", "Asia/Tokyo");
    const kept = await world.presses(world.ana, zone, "Keep", "Existing items stay as they are");
    expect(kept).toMatchObject({ text: "Asia/Tokyo. Existing items stay as they are.", buttons: [["Undo"]] });
    await world.until("2026-11-25T09:25");
    await world.sees(world.ana, /^⏰ Standup$/);
  });

  it("[Other city] takes a city in words, and a sentence as a sentence", async () => {
    const hello = await world.says(world.ana, "/start", "I remind");
    await world.presses(world.ana, hello, "Other city", "Where are you?");
    await world.says(world.ana, "Atlantis", "I do not know the time zone Atlantis");
    const chosen = await world.says(world.ana, "Lisbon", "Europe/Lisbon. Try: tea in 4 min");
    expect(chosen).toMatchObject({ id: hello.id, buttons: [["Undo"]] });
    await world.says(world.ana, "tea in 4 min", "⏰ Tea · 13:09");
  });

  it("[📍 Send location] asks for the place and offers what may be meant", async () => {
    const hello = await world.says(world.ana, "/start", "I remind");
    await world.ana.press(hello, "📍 Send location");
    const ask = await world.sees(world.ana, "Press the button");
    expect(ask.raw).toMatchObject({ message_id: ask.id });
    world.ana.sendLocation(38.72, -9.14);
    const menu = await world.sees(world.ana, "Where are you?");
    expect(menu.buttons[0]).toEqual(["Europe/Lisbon"]);
    await world.presses(world.ana, menu, "Europe/Lisbon", "Europe/Lisbon.");
  });

  it("what's tomorrow? is an agenda", async () => {
    await world.says(world.ana, "call the dentist tomorrow at 9", "dentist");
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const agenda = await world.says(world.ana, "what's tomorrow?", "📅");
    expect(agenda.text).toBe("📅 Tomorrow, Wed 25 Nov\n09:00 Call the dentist\n09:25 Standup");
    await world.says(world.ana, "/agenda", "Nothing is planned");
  });
});

describe("something that is not a sentence", () => {
  it("a forwarded message is asked about, never obeyed, and the reminder replies to it", async () => {
    await world.says(world.ana, "tea in 3 hours", "Tea");
    const said = world.boris.say("/delete tea", { chat: world.telegram.group });
    const forwarded = world.ana.forward(said.id, {}, world.telegram.group);
    const question = await world.sees(world.ana, "Remind you of this, when?");
    expect(question.replyTo).toBe(forwarded.id);
    expect(await world.store.actions.count({})).toBe(1);
    await world.presses(world.ana, question, "Tomorrow 09:00", "Wed 25 Nov 09:00");
    await world.until("2026-11-25T09:00");
    const ring = await world.sees(world.ana, "⏰ /delete tea");
    expect(ring.replyTo).toBe(forwarded.id);
  });

  it("a photo is asked about; [1 h] makes it a reminder that replies to it", async () => {
    const photo = world.ana.sendPhoto("the passport form");
    const question = await world.sees(world.ana, "Remind you of this, when?");
    expect(question.replyTo).toBe(photo.id);
    expect(question.buttons).toEqual([
      ["1 h", "Tonight 18:00"],
      ["Tomorrow 09:00", "Pick…"],
    ]);
    await world.presses(world.ana, question, "1 h", "15:05");
    await world.passes(60 * minute);
    const ring = await world.sees(world.ana, (message) => message.text.startsWith("⏰") && !message.edited);
    expect(ring.replyTo).toBe(photo.id);
  });

  it("[Pick…] takes the time in words", async () => {
    world.ana.sendPhoto("passport form");
    const question = await world.sees(world.ana, "Remind you of this, when?");
    await world.presses(world.ana, question, "Pick…", "when?");
    const card = await world.says(world.ana, "friday at 10", "⏰");
    expect(card.text).toMatch(/^⏰ Passport form · Fri 27 Nov 10:00/i);
  });
});
