import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("a card that is looked at", () => {
  it("tells the next five times, what became of its runs, and who made it", async () => {
    const { ana, telegram } = world;
    const boris = telegram.person(1002);
    const there = { chat: telegram.group };
    await world.says(ana, "/allow", "This group may use me now", there);
    await world.says(boris, "/add stretch every day at 14:10", "Stretch", there);
    await world.passes(6 * minute);
    const rung = await world.sees(boris, (message) => message.buttons.flat().includes("✅ Done"), there);
    await world.presses(boris, rung, "✅ Done", "✅");
    const card = await world.says(ana, "/status stretch", "#1", there);
    expect(card.text).toContain("next Wed 25, Thu 26, Fri 27 Nov\n");
    expect(card.text).toContain("1 finished run · 0% failed\nmade by Boris");
    expect(card.text).toContain("Then Sat 28 Nov 14:10, Sun 29 Nov 14:10");
  });
});

it("a card that waits for words stays what it is when they make something else", async () => {
  const { ana } = world;
  await world.says(ana, "pills every day at 20:00", "Pills");
  const editing = await world.presses(ana, await world.says(ana, "/show pills", "#1"), "Edit", "Pills");
  const made = await world.says(ana, "when pills fails, remind me to call mum", "Call mum");
  expect(made).toMatchObject({ edited: false });
  expect(ana.current(editing)?.text).toContain("Pills");
});
