import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("words that ask for nothing", () => {
  it.each([
    ["hi", "Hello!"],
    ["Good morning!", "Hello!"],
    ["thanks a lot", "You are welcome."],
    ["who are you?", "I am Belfry"],
    ["how do I use this?", "Say what and when"],
    ["what did I miss?", "You have missed nothing since Mon 23 Nov 14:05"],
  ])("%s has a friendly answer, and nothing is kept", async (words, match) => {
    await world.says(world.ana, words, match);
    expect(await world.store.actions.count({})).toBe(0);
    expect(await world.store.questions.openFor(world.ana.id, world.ana.id)).toEqual([]);
  });

  it.each([
    ["hallo", "Hallo!"],
    ["vielen Dank", "Gern geschehen."],
    ["wer bist du?", "Ich bin Belfry"],
    ["was habe ich verpasst?", "hast du nichts verpasst"],
  ])("%s as well", async (words, match) => {
    await world.says(world.ana, "/language de", "Deutsch");
    await world.says(world.ana, words, match);
    expect(await world.store.actions.count({})).toBe(0);
  });
});

describe("turning off and on", () => {
  it("pauses and resumes what is named", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, "turn off the standup", "⏸ Standup paused");
    await world.says(world.ana, "turn standup back on", "On again");
    await world.says(world.ana, "stop standup", "⏸ Standup paused");
  });

  it("of something unknown says so and keeps nothing; with a time it is a reminder", async () => {
    await world.says(world.ana, "turn off the oven", "Nothing here is called oven");
    expect(await world.store.actions.count({})).toBe(0);
    await world.says(world.ana, "turn off the oven at 8pm", "⏰ Turn off the oven · 20:00");
  });
});

describe("a shift", () => {
  it("moves one thing by days or hours", async () => {
    const card = await world.says(world.ana, "dentist tomorrow at 9", "Wed 25 Nov 09:00");
    await world.says(world.ana, "postpone dentist by a day", "Thu 26 Nov");
    await world.says(world.ana, "delay the dentist by 2 hours", "11:00");
    await world.says(world.ana, "make it 10 minutes earlier", "10:50", { replyTo: card.id });
    await world.says(world.ana, "no, at 9 please", "09:00", { replyTo: card.id });
    expect(await world.store.actions.count({})).toBe(1);
  });

  it("moves the clock times of a series and leaves its days", async () => {
    await world.says(world.ana, "pills every day at 8 and 20", "Pills");
    await world.says(world.ana, "delay pills by 30 min", "08:30 and 20:30");
  });

  it("says it in German, too", async () => {
    await world.says(world.ana, "/language de", "Deutsch");
    const card = await world.says(world.ana, "Zahnarzt morgen um 9", "09:00");
    await world.says(world.ana, "verschiebe Zahnarzt um 2 Stunden", "11:00");
    await world.says(world.ana, "eine Stunde früher bitte", "10:00", { replyTo: card.id });
  });
});

describe("an answer to a question about the clock", () => {
  it("that names a day asks again about the clock of that day", async () => {
    await world.says(world.ana, "walk friday at 7:45", "07:45 or 19:45?");
    const again = await world.says(world.ana, "tomorrow", "Wed 25 Nov");
    expect(again.buttons).toEqual([["07:45", "19:45"]]);
    expect(await world.store.actions.count({})).toBe(0);
    await world.presses(world.ana, again, "19:45", "⏰ Walk · Wed 25 Nov 19:45");
  });

  it("may be polite", async () => {
    await world.says(world.ana, "walk friday at 7:45", "07:45 or 19:45?");
    await world.says(world.ana, "at 10 please", "⏰ Walk · Fri 27 Nov 10:00");
  });
});

describe("what asks until done", () => {
  it("stands under its next time while snoozed, and under ringing when it asks again", async () => {
    await world.says(world.ana, "pills at 15:00, ask every 10 min until done", "Pills");
    await world.passes(hour);
    const ring = await world.sees(world.ana, /^⏰ Pills/);
    await world.says(world.ana, "in 2 hours", "😴", { replyTo: ring.id });
    const list = await world.says(world.ana, "/list", "1 active");
    expect(list.text).not.toContain("Ringing");
    await world.passes(2 * hour + minute);
    await world.says(world.ana, "/list", "Ringing");
  });
});

describe("/next", () => {
  it("asks only among those that have a next time", async () => {
    await world.says(world.ana, "plants every day at 9", "Plants");
    await world.says(world.ana, "bread every day at 10", "Bread");
    const question = await world.says(world.ana, "paint the fence", "could not find");
    await world.presses(world.ana, question, "Save without time", "Someday");
    const which = await world.says(world.ana, "/next", "Which one?");
    expect(which.buttons.flat().join()).not.toContain("fence");
  });
});
