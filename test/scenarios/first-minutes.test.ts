import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("the first five minutes", () => {
  it("/start says hello and guesses the zone; [Yes] shows what one can say", async () => {
    const hello = await world.says(world.ana, "/start", "I remind");
    expect(hello.text).toBe("I remind, check, report and run things. For you it is 14:05, Europe/Berlin, right?");
    expect(hello.buttons).toEqual([["Yes", "Other city", "📍 Send location"]]);
    const ready = await world.presses(world.ana, hello, "Yes", "Try:");
    expect(ready).toMatchObject({
      id: hello.id,
      text: "Europe/Berlin. Try: tea in 4 min · standup weekdays 9:25 · check example.com every 5 min",
    });
  });

  it("remind me to call the dentist tomorrow at 9", async () => {
    const card = await world.says(world.ana, "remind me to call the dentist tomorrow at 9", "dentist");
    expect(card.text).toBe("⏰ Call the dentist · Wed 25 Nov 09:00 (in 18 h 55 min)");
    expect(card.buttons[0]).toEqual(["Edit", "Repeat", "Undo"]);
    expect(card.entities).toMatchObject([{ type: "bold", offset: 2, length: 16 }]);
  });

  it("tea in 4 min rings after four minutes, not before", async () => {
    const card = await world.says(world.ana, "tea in 4 min", "Tea");
    expect(card.text).toBe("⏰ Tea · 14:09 (in 4 min)");
    await world.passes(3 * 60_000 + 59_000);
    expect(world.ana.unseen()).toEqual([]);
    await world.passes(1000);
    const ring = await world.sees(world.ana, /^⏰ Tea$/);
    expect(ring.buttons).toEqual([
      ["✅ Done", "10 min", "1 h"],
      ["Tonight 18:00", "Tomorrow 09:00", "…"],
    ]);
  });
});
