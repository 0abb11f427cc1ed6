import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("a question", () => {
  it("meet Ana friday at 8 asks which; [20:00] becomes the card, [Also 1 h before] rings twice", async () => {
    const question = await world.says(world.ana, "meet Ana friday at 8", "?");
    expect(question.text).toBe("Meet Ana, Fri 27 Nov: 08:00 or 20:00?");
    expect(question.buttons).toEqual([["08:00", "20:00"]]);
    const card = await world.presses(world.ana, question, "20:00", "⏰");
    expect(card.id).toBe(question.id);
    expect(card.text).toMatch(/^⏰ Meet Ana · Fri 27 Nov 20:00/);
    const both = await world.presses(world.ana, card, "Also 1 h before", "19:00");
    expect(both).toMatchObject({ id: card.id, text: "⏰ Meet Ana · Fri 27 Nov 20:00, and 19:00 (1 h before)" });
    expect(both.buttons).toEqual([["Undo"]]);
    await world.until("2026-11-27T19:00");
    await world.sees(world.ana, "⏰ Meet Ana · at 20:00 (in 1 h)");
    await world.until("2026-11-27T20:00");
    await world.sees(world.ana, /^⏰ Meet Ana$/);
  });

  it("stores nothing, survives a restart, and is over after fifteen minutes", async () => {
    const question = await world.says(world.ana, "meet Ana friday at 8", "?");
    expect(await world.store.actions.count({})).toBe(0);
    await world.restarts();
    await world.passes(14 * minute);
    expect(world.ana.current(question)?.buttons).toEqual([["08:00", "20:00"]]);
    await world.passes(1 * minute);
    const over = await world.sees(world.ana, "over");
    expect(over).toMatchObject({ id: question.id, buttons: [] });
    expect(await world.store.actions.count({})).toBe(0);
  });

  it("about a time that has passed offers others", async () => {
    const question = await world.says(world.ana, "remind me today at 9 to water plants", "passed");
    expect(question.text).toBe("09:00 today has passed.");
    expect(question.buttons.flat()).toEqual(["Tomorrow 09:00", "In 1 h", "Other"]);
    const card = await world.presses(world.ana, question, "Tomorrow 09:00", "⏰");
    expect(card.text).toMatch(/^⏰ Water plants · Wed 25 Nov 09:00/);
  });

  it("[Other] waits for the words", async () => {
    const question = await world.says(world.ana, "remind me today at 9 to water plants", "passed");
    await world.presses(world.ana, question, "Other", "when?");
    const card = await world.says(world.ana, "friday at 10", "⏰");
    expect(card.text).toMatch(/^⏰ Water plants · Fri 27 Nov 10:00/);
  });

  it("asdf offers times, or to keep it without one", async () => {
    const question = await world.says(world.ana, "asdf", "could not find");
    expect(question.text).toBe("I could not find a time in asdf. Say when, or:");
    expect(question.buttons.flat()).toEqual(["In 1 h", "Tomorrow 09:00", "Save without time"]);
    const kept = await world.presses(world.ana, question, "Save without time", "Someday");
    expect(kept.text).toContain("Asdf");
    await world.says(world.ana, "/list", "Someday");
  });

  it("is answered by a bare time said next", async () => {
    await world.says(world.ana, "asdf", "could not find");
    const card = await world.says(world.ana, "in 2 hours", "⏰");
    expect(card.text).toBe("⏰ Asdf · 16:05 (in 2 h)");
  });

  it("is forgotten with /cancel", async () => {
    const question = await world.says(world.ana, "asdf", "could not find");
    await world.says(world.ana, "/cancel", "Cancelled");
    await world.settles();
    expect(world.ana.current(question)?.buttons).toEqual([]);
    await world.says(world.ana, "/cancel", "nothing to cancel");
  });
});

describe("a change", () => {
  it("move dentist to 10:30", async () => {
    await world.says(world.ana, "remind me to call the dentist tomorrow at 9", "dentist");
    const moved = await world.says(world.ana, "move dentist to 10:30", "✏️");
    expect(moved.text).toBe("✏️ Call the dentist · 09:00 → 10:30, Wed 25 Nov");
    expect(moved.buttons).toEqual([["Undo"]]);
    const back = await world.presses(world.ana, moved, "Undo", "09:00");
    expect(back.text).toContain("Call the dentist · Wed 25 Nov 09:00");
    await world.until("2026-11-25T09:00");
    await world.sees(world.ana, /^⏰ Call the dentist$/);
  });

  it("editing one's own sentence changes that card in place", async () => {
    const said = world.ana.say("meet Ana friday at 8");
    const question = await world.sees(world.ana, "08:00 or 20:00?");
    const card = await world.presses(world.ana, question, "20:00", "⏰ Meet Ana");
    world.ana.edit(said.id, "meet Ana and Ben friday at 8 pm");
    const changed = await world.sees(world.ana, "Ben");
    expect(changed).toMatchObject({ id: card.id, edited: true });
    expect(changed.text).toMatch(/Meet Ana and Ben.* Fri 27 Nov 20:00/);
    expect(changed.buttons.flat()).toContain("Undo");
    const back = await world.presses(world.ana, changed, "Undo", "Meet Ana");
    expect(back.text).not.toContain("Ben");
  });

  it("delete rent, and [Undo] brings it back with its history", async () => {
    await world.says(world.ana, "pay rent on the last working day of each month at 10", "Pay rent");
    await world.until("2026-11-30T10:00");
    const ring = await world.sees(world.ana, /^⏰ Pay rent$/);
    await world.presses(world.ana, ring, "✅ Done", "done 10:00");
    const deleted = await world.says(world.ana, "delete rent", "🗑");
    expect(deleted.text).toBe("🗑 Pay rent deleted");
    const back = await world.presses(world.ana, deleted, "Undo", "Pay rent · next");
    expect(back.id).toBe(deleted.id);
    const history = await world.says(world.ana, "/history rent", "1 finished run");
    expect(history.text).toContain("Mon 30 Nov 10:00 · ✅ done".replace("Mon 30 Nov ", ""));
  });

  it("[Rename] and [New time] wait for words", async () => {
    const card = await world.says(world.ana, "remind me to call the dentist tomorrow at 9", "dentist");
    const editing = await world.presses(world.ana, card, "Edit", "dentist");
    expect(editing.buttons.flat()).toEqual(expect.arrayContaining(["New time", "Rename", "Delete"]));
    await world.presses(world.ana, editing, "Rename", "be called?");
    await world.says(world.ana, "Dr. Who at 5", "Dr. Who at 5");
    expect((await world.store.actions.list({}))[0]).toMatchObject({ title: "Dr. Who at 5" });
  });

  it("a new sentence while a time is awaited is a sentence, not an answer", async () => {
    const card = await world.says(world.ana, "remind me to call the dentist tomorrow at 9", "dentist");
    const editing = await world.presses(world.ana, card, "Edit", "dentist");
    await world.presses(world.ana, editing, "New time", "when?");
    const milk = await world.says(world.ana, "buy milk tomorrow at 11", "Buy milk");
    expect(milk.text).toMatch(/^⏰ Buy milk · Wed 25 Nov 11:00/);
    expect(await world.store.actions.count({})).toBe(2);
  });

  it("what words are awaited for survives a restart", async () => {
    const card = await world.says(world.ana, "remind me to call the dentist tomorrow at 9", "dentist");
    const editing = await world.presses(world.ana, card, "Edit", "dentist");
    await world.presses(world.ana, editing, "Rename", "be called?");
    await world.restarts();
    await world.says(world.ana, "Dr. Who", "Dr. Who");
  });
});
