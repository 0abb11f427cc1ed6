import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("the buttons of a card", () => {
  it("[Repeat] asks how often, and the card becomes a series", async () => {
    const card = await world.says(world.ana, "call mum tomorrow at 9", "Call mum");
    const question = await world.presses(world.ana, card, "Repeat", "how often?");
    expect(question.buttons.flat()).toEqual(
      expect.arrayContaining(["Every day", "Mon–Fri", "Every week", "Every month"]),
    );
    const series = await world.presses(world.ana, question, "Every week", "Call mum");
    expect(series.id).toBe(card.id);
    expect(series.text).toMatch(/Call mum.*Wed.*09:00/);
    await world.settles();
    expect(world.ana.current(question)).toBeUndefined();
    await world.until("2026-12-02T09:00");
    await world.sees(world.ana, /^⏰ Call mum/);
  });

  it("[Rewrite] takes the whole sentence anew", async () => {
    const card = await world.says(world.ana, "call mum tomorrow at 9", "Call mum");
    const editing = await world.presses(world.ana, card, "Edit", "Call mum");
    await world.presses(world.ana, editing, "Rewrite", "write it anew");
    const changed = await world.says(world.ana, "call dad on friday at 10", "dad");
    expect(changed.text).toMatch(/Call dad.*Fri 27 Nov 10:00/);
    expect(await world.store.actions.count({})).toBe(1);
  });

  it("[◀ Back] leaves the editing buttons", async () => {
    const card = await world.says(world.ana, "call mum tomorrow at 9", "Call mum");
    const editing = await world.presses(world.ana, card, "Edit", "Call mum");
    const back = await world.presses(world.ana, editing, "◀ Back", "Call mum");
    expect(back.buttons.flat()).toContain("Delete");
    expect(back.buttons.flat()).not.toContain("Rename");
  });

  it("lead back to the list they were opened from", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const list = await world.says(world.ana, "/list", "1 active");
    await world.presses(world.ana, list, "🔁 Standup", "#1");
    const steps = [
      ["Skip next", "next one skipped"],
      ["◀ List", "1 active"],
      ["🔁 Standup", "#1"],
      ["Pause", "paused"],
      ["Resume now", "On again"],
      ["◀ List", "1 active"],
      ["🔁 Standup", "#1"],
      ["Delete", "deleted"],
    ] as const;
    for (const [button, then] of steps) await world.presses(world.ana, list, button, then);
    await world.presses(world.ana, list, "◀ List", "0 active");
  });

  it("[Run now] rings at once and leaves the series alone", async () => {
    const card = await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const editing = await world.presses(world.ana, card, "Edit", "Standup");
    await world.presses(world.ana, editing, "Run now", "started now");
    await world.sees(world.ana, /^⏰ Standup$/);
    await world.until("2026-11-25T09:25");
    await world.sees(world.ana, /^⏰ Standup$/);
  });

  it("[Undo] of a creation takes it away", async () => {
    const card = await world.says(world.ana, "tea in 4 min", "Tea");
    await world.presses(world.ana, card, "Undo", "🗑 Tea deleted");
    await world.passes(10 * minute);
    expect(world.ana.unseen()).toEqual([]);
  });

  it("a press never adds a card", async () => {
    const card = await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const sent = () => world.telegram.faults.calls.filter(({ method }) => method === "sendMessage").length;
    const before = sent();
    const paused = await world.presses(world.ana, card, "Pause", "paused");
    const resumed = await world.presses(world.ana, paused, "Resume now", "On again");
    await world.presses(world.ana, resumed, "Undo", "paused");
    expect(sent()).toBe(before);
  });
});

describe("commands", () => {
  it.each([
    ["/status", "🟢 1 · ⏰ next"],
    ["/help", "Say what and when"],
    ["/settings", "Time zone: Europe/Berlin"],
    ["/next standup", "Wed 25 Nov 09:25"],
    ["/history standup", "It has not run yet"],
    ["/status standup", "Standup"],
    ["/disable standup", "⏸ Standup paused"],
    ["/pause standup until monday", "⏸ Standup until Mon 30 Nov"],
    ["/edit standup to 9:40", "09:40"],
    ["/delete standup", "🗑 Standup deleted"],
    ["/run standup", "started now"],
    ["/skip standup", "next one skipped"],
    ["/agenda tomorrow", "09:25 Standup"],
    ["/list", "1 active"],
    ["/members", "Ana"],
  ])("%s", async (said, answer) => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, said, answer);
    expect(world.troubles).toEqual([]);
  });

  it("/pause and /resume, by number too", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, "/pause #1", "⏸ Standup paused");
    await world.says(world.ana, "/enable 1", "On again");
  });

  it("said without a name name the next time, after a pause too", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, "plants every day at 8", "Plants");
    await world.says(world.ana, "pause standup until monday", "until Mon 30 Nov");
    const which = await world.says(world.ana, "/next", "Which one");
    expect(which.buttons.flat()).toEqual(["Plants · Wed 25 Nov 08:00 #2", "Standup · Mon 30 Nov 09:25 #1"]);
  });

  it("done before its time says so", async () => {
    await world.says(world.ana, "call mum today at 18:00", "Call mum");
    expect((await world.says(world.ana, "done call mum", "✅")).text).toBe("✅ Call mum · done early");
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    expect((await world.says(world.ana, "/done standup", "✅ Standup")).text).toBe(
      "✅ Standup · done early; next Thu 26 Nov 09:25",
    );
  });

  it("that fit two ask which", async () => {
    await world.says(world.ana, "call mum tomorrow at 9", "Call mum");
    await world.says(world.ana, "call dad tomorrow at 10", "Call dad");
    const which = await world.says(world.ana, "/delete call", "Which one");
    expect(which.buttons).toHaveLength(2);
    const deleted = await world.presses(world.ana, which, which.buttons[1]?.[0] ?? "", "🗑");
    expect(deleted.text).toBe("🗑 Call dad deleted");
  });
});
