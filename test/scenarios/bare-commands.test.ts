import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("a command without its words", () => {
  it.each([
    ["/add", "Say what and when"],
    ['/add "Pay rent" --due', "Say what and when"],
    ["/done", "Nothing is ringing."],
    ["/snooze", "Nothing is ringing."],
    ["/snooze 10 min", "Nothing is ringing."],
    ["/skip", "Nothing is ringing."],
    ["/resume", "There is nothing here for that."],
    ["/escalate", "what is wrong"],
    ["/escalate high", "what is wrong"],
    ["/quiet", "From when to when?"],
    ["/quiet 22", "From when to when?"],
    ["/quiet 25 to 7", "From when to when?"],
  ])("%s says what it needs", async (said, answer) => {
    await world.says(world.ana, "tea tomorrow at 9", "Tea");
    await world.says(world.ana, said, answer);
    expect(await world.store.actions.count({})).toBe(1);
  });

  it("/resume names only what is paused", async () => {
    for (const name of ["ant", "bee", "cat"]) await world.says(world.ana, `feed ${name} every day at 9`, name);
    await world.says(world.ana, "pause ant", "paused");
    await world.says(world.ana, "pause bee", "paused");
    const which = await world.says(world.ana, "/resume", "Which one?");
    expect(which.buttons.flat()).toEqual(["Feed ant #1", "Feed bee #2"]);
    await world.says(world.ana, "bee", "On again");
    await world.says(world.ana, "/resume", "Feed ant");
  });

  it("/quiet and [Quiet hours] take the hours in the next words", async () => {
    await world.says(world.ana, "/quiet", "From when to when?");
    await world.says(world.ana, "23 to 6", "🌙 23:00–06:00");
    const settings = await world.says(world.ana, "/settings", "Quiet hours: 23:00–06:00");
    await world.presses(world.ana, settings, "Quiet hours", "From when to when?");
    const changed = await world.says(world.ana, "22 to 7", "🌙 22:00–07:00");
    expect(changed.id).toBe(settings.id);
    await world.says(world.ana, "/quiet off", "No quiet hours");
  });
});

describe("/add", () => {
  it("--recurring with one time asks how often", async () => {
    const question = await world.says(world.ana, '/add "Pay rent" --due "1w Sunday" --recurring', "how often?");
    expect(await world.store.actions.count({})).toBe(0);
    const card = await world.presses(world.ana, question, "Every month", "Pay rent");
    expect(card.text).toContain("🔁");
  });
});

describe("a message of several lines", () => {
  it("makes one of each line that has a time of its own", async () => {
    const said = world.ana.say("buy milk tomorrow at 9\nbuy bread tomorrow at 10");
    await world.sees(world.ana, "Buy milk · Wed 25 Nov 09:00");
    await world.sees(world.ana, "Buy bread · Wed 25 Nov 10:00");
    world.ana.edit(said.id, "buy milk tomorrow at 9\nbuy rolls tomorrow at 11");
    await world.sees(world.ana, "Buy rolls");
    expect((await world.store.actions.list({})).map(({ title }) => title)).toEqual(["Buy milk", "Buy rolls"]);
  });

  it("and one line that says two makes two", async () => {
    world.ana.say("call mom tomorrow at 9 and dad at 10");
    await world.sees(world.ana, "Call mom · Wed 25 Nov 09:00");
    await world.sees(world.ana, "Dad · Wed 25 Nov 10:00");
  });

  it("asks about the one that is unclear", async () => {
    world.ana.say("buy milk tomorrow at 9\nmeet Zed sunday at 8");
    await world.sees(world.ana, "Buy milk");
    await world.sees(world.ana, "Meet Zed, Sun 29 Nov: 08:00 or 20:00?");
    await world.says(world.ana, "meet Ana sunday at 8\nmeet Zed sunday at 8", "one by one");
  });

  it("is one text where only one line has a time", async () => {
    await world.says(world.ana, "buy milk tomorrow at 9\ntwo litres", "Buy milk");
    expect(await world.store.actions.count({})).toBe(1);
  });
});

describe("a picture", () => {
  it("with a clear caption needs no question, and the ring replies to it", async () => {
    const photo = world.ana.sendPhoto("water the plants in 5 min");
    await world.sees(world.ana, "⏰ Water the plants");
    await world.passes(5 * minute);
    const ring = await world.sees(world.ana, /^⏰ Water the plants$/);
    expect(ring.replyTo).toBe(photo.id);
  });

  it("without words is called by what it is", async () => {
    world.ana.sendPhoto();
    const question = await world.sees(world.ana, "Remind you of this");
    await world.presses(world.ana, question, "Tomorrow 09:00", "📷 Photo");
  });
});
