import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Says "tea in 4 min" and lets it ring. */
async function teaRings() {
  await world.says(world.ana, "tea in 4 min", "Tea");
  await world.passes(4 * minute);
  return world.sees(world.ana, /^⏰ Tea$/);
}

describe("what rings", () => {
  it("[10 min] snoozes; a reply with any time snoozes as well; [✅ Done] ends it", async () => {
    const ring = await teaRings();
    const snoozed = await world.presses(world.ana, ring, "10 min", "😴");
    expect(snoozed).toMatchObject({ id: ring.id, text: "😴 Tea · again at 14:19", buttons: [["Undo"]] });
    await world.passes(10 * minute);
    const again = await world.sees(world.ana, /^⏰ Tea$/);
    expect(again.id).not.toBe(ring.id);
    const later = await world.says(world.ana, "in 2 hours", "😴", { replyTo: again.id });
    expect(later.text).toBe("😴 Tea · again at 16:19");
    await world.passes(2 * hour);
    const third = await world.sees(world.ana, /^⏰ Tea$/);
    await world.passes(2 * minute);
    const done = await world.presses(world.ana, third, "✅ Done", "✅");
    expect(done).toMatchObject({ id: third.id, text: "✅ Tea · done 16:21" });
  });

  it("[Undo] after [10 min] makes it ring again in place", async () => {
    const ring = await teaRings();
    const snoozed = await world.presses(world.ana, ring, "10 min", "😴");
    await world.presses(world.ana, snoozed, "Undo", "Tea");
    await world.passes(30 * minute);
    expect((await world.store.runs.history(1, 5)).map(({ state }) => state)).toEqual(["waiting"]);
  });

  it("[…] offers more times, and takes one in words", async () => {
    const ring = await teaRings();
    const more = await world.presses(world.ana, ring, "…", "when?");
    expect(more.buttons.flat()).toEqual([
      "10 min",
      "In 1 h",
      "In 3 h",
      "Tonight 18:00",
      "Tomorrow 09:00",
      "Monday 09:00",
      "Skip",
    ]);
    const snoozed = await world.says(world.ana, "friday at 10", "😴");
    expect(snoozed.text).toBe("😴 Tea · again at Fri 27 Nov 10:00");
  });

  it("a snooze never moves the series", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.until("2026-11-25T09:25");
    const ring = await world.sees(world.ana, /^⏰ Standup$/);
    await world.presses(world.ana, ring, "1 h", "again at 10:25");
    await world.until("2026-11-25T10:25");
    await world.sees(world.ana, /^⏰ Standup$/);
    await world.until("2026-11-26T09:25");
    await world.sees(world.ana, /^⏰ Standup$/);
  });

  it("a time that nobody answered is not done, and says so", async () => {
    const ring = await teaRings();
    await world.passes(25 * hour);
    expect(world.ana.current(ring)).toMatchObject({ text: "⌛ Tea · not done", buttons: [] });
  });

  it("rings late after Belfry was away, and says how late", async () => {
    await world.says(world.ana, "tea in 4 min", "Tea");
    await world.stops();
    await world.clock.advance(34 * minute);
    await world.restarts();
    await world.sees(world.ana, "⏰ Tea · late by 30 min");
  });

  it("a ring that was pressed after a restart is answered all the same", async () => {
    const ring = await teaRings();
    await world.restarts();
    await world.presses(world.ana, ring, "✅ Done", "✅ Tea · done 14:09");
  });

  it("/done and /snooze answer what rang last", async () => {
    await teaRings();
    await world.says(world.ana, "/snooze 20 min", "again at 14:29");
    await world.passes(20 * minute);
    await world.sees(world.ana, /^⏰ Tea$/);
    await world.says(world.ana, "/done", "✅ Tea · done 14:29");
  });
});

describe("quiet hours", () => {
  it("quiet from 22 to 7 holds what is not critical until 7, in one digest", async () => {
    const quiet = await world.says(world.ana, "quiet from 22 to 7", "🌙");
    expect(quiet.text.split("\n")[0]).toBe(
      "🌙 22:00–07:00. Normal items wait until 07:00 in one digest; critical ones still come.",
    );
    expect(quiet.buttons).toEqual([["Change", "Undo"]]);
    await world.says(world.ana, "water at 23:00", "Water");
    await world.says(world.ana, "bins at 23:30", "Bins");
    await world.says(world.ana, "critical: boiler at 23:15", "oiler");
    await world.until("2026-11-24T23:45");
    expect(world.ana.unseen().map(({ text }) => text)).toEqual([expect.stringMatching(/^⏰ .*oiler/i)]);
    await world.until("2026-11-25T07:00");
    const digest = await world.sees(world.ana, "quiet hours:");
    expect(digest.text).toContain("Water");
    expect(digest.text).toContain("Bins");
    const done = await world.presses(world.ana, digest, "✅ Water", "✅");
    expect(done.id).toBe(digest.id);
    expect(done.buttons.flat()).toContain("✅ Bins");
  });

  it("do not hold what is started by hand, and hold what is put off into them", async () => {
    await world.says(world.ana, "quiet from 13 to 18", "🌙");
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const started = await world.says(world.ana, "/run standup", "started now");
    expect(started.text).toBe("▶️ Standup started now");
    const ring = await world.sees(world.ana, /^⏰ Standup$/);
    const snoozed = await world.presses(world.ana, ring, "10 min", "again at 14:15");
    expect(snoozed.text).toContain("\n🌙 That is in your quiet hours: it will come at 18:00.");
    await world.passes(10 * minute);
    expect(world.ana.unseen()).toEqual([]);
    await world.until("2026-11-24T18:00");
    await world.sees(world.ana, /^⏰ Standup$/);
  });

  it("/quiet off ends them, [Change] waits for the new hours", async () => {
    const quiet = await world.says(world.ana, "/quiet 22 to 7", "🌙 22:00–07:00");
    const asked = await world.presses(world.ana, quiet, "Change", "From when to when?");
    const changed = await world.says(world.ana, "23 to 6", "🌙 23:00–06:00");
    expect(changed.id).toBe(quiet.id);
    await world.settles();
    expect(world.ana.current(asked)).toBeUndefined();
    await world.says(world.ana, "/quiet off", "No quiet hours");
  });
});
