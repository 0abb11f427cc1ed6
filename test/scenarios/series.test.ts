import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorld, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe("what repeats", () => {
  it("standup every weekday at 9:25", async () => {
    const card = await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    expect(card.text).toBe("🔁 Standup · Mon–Fri 09:25 · next Wed 25, Thu 26, Fri 27 Nov");
    expect(card.buttons).toEqual([["Edit", "Pause", "Undo"]]);
    await world.until("2026-11-25T09:25");
    await world.sees(world.ana, /^⏰ Standup$/);
  });

  it("pay rent on the last working day of each month at 10", async () => {
    const card = await world.says(world.ana, "pay rent on the last working day of each month at 10", "Pay rent");
    expect(card.text).toBe("🔁 Pay rent · next Mon 30 Nov, Thu 31 Dec, Fri 29 Jan, 10:00");
  });

  it("pills every day at 8 and 20, ask every 10 min until done", async () => {
    const card = await world.says(world.ana, "pills every day at 8 and 20, ask every 10 min until done", "Pills");
    expect(card.text.split("\n")[0]).toBe("🔁 Pills · 08:00 and 20:00 · asks every 10 min, at most 6 times");
    await world.until("2026-11-24T20:00");
    await world.sees(world.ana, /^⏰ Pills/);
    await world.passes(10 * 60_000);
    const again = await world.sees(world.ana, (message) => !message.edited && message.text.startsWith("⏰ Pills"));
    await world.presses(world.ana, again, "✅ Done", /^✅ Pills · done 20:10/);
    await world.passes(60 * 60_000);
    expect(world.ana.unseen().filter(({ edited }) => !edited)).toEqual([]);
  });

  it("pause standup until monday, and [Resume now]", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const paused = await world.says(world.ana, "pause standup until monday", "⏸");
    expect(paused.text).toBe("⏸ Standup until Mon 30 Nov; next 09:25 that day");
    expect(paused.buttons).toEqual([["Resume now", "Undo"]]);
    await world.until("2026-11-25T10:00");
    expect(world.ana.unseen().map(({ text }) => text)).toEqual([]);
    const resumed = await world.presses(world.ana, paused, "Resume now", "▶️");
    expect(resumed.text).toContain("Standup · Mon–Fri 09:25 · next Thu 26");
  });

  it("the last Monday's ring comes by itself when the pause ends", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.says(world.ana, "pause standup until monday", "⏸");
    await world.until("2026-11-30T09:25");
    await world.sees(world.ana, /^⏰ Standup$/);
  });

  it("/list shows what there is, and said again updates the same message", async () => {
    await world.says(world.ana, "tea in 4 min", "Tea");
    await world.says(world.ana, "call the dentist tomorrow at 9", "dentist");
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const list = await world.says(world.ana, "/list", "active");
    expect(list.text).toBe(
      "3 active · 0 paused\n\nToday\n⏰ 14:09 Tea\n\nTomorrow\n⏰ 09:00 Call the dentist\n🔁 09:25 Standup",
    );
    expect(list.buttons).toEqual([["⏰ Tea"], ["⏰ Call the dentist"], ["🔁 Standup"], ["⏸ mode"]]);
    await world.says(world.ana, "bins on friday at 9", "Bins");
    const again = await world.says(world.ana, "/list", "4 active");
    expect(again).toMatchObject({ id: list.id, edited: true });
  });

  it("a row opens its card with its last outcomes, and [◀ List] leads back", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    await world.until("2026-11-25T09:25");
    const ring = await world.sees(world.ana, /^⏰ Standup$/);
    await world.presses(world.ana, ring, "✅ Done", "done 09:25");
    const list = await world.says(world.ana, "/list", "active");
    const card = await world.presses(world.ana, list, "🔁 Standup", "Last:");
    expect(card.id).toBe(list.id);
    expect(card.text).toContain("09:25 · ✅ done");
    expect(card.buttons).toEqual([["Pause", "Skip next"], ["Edit", "Delete"], ["◀ List"]]);
    await world.presses(world.ana, card, "◀ List", "1 active · 0 paused");
  });

  it("in ⏸ mode a row pauses and resumes, and the list stays a list", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const list = await world.says(world.ana, "/list", "active");
    const mode = await world.presses(world.ana, list, "⏸ mode", "Press one");
    const paused = await world.presses(world.ana, mode, "⏸ Standup", "0 active · 1 paused");
    expect(paused.id).toBe(list.id);
    await world.presses(world.ana, paused, "▶️ Standup", "1 active · 0 paused");
  });

  it("[Skip next] leaves out one time", async () => {
    await world.says(world.ana, "standup every weekday at 9:25", "Standup");
    const shown = await world.says(world.ana, "/show standup", "#");
    const skipped = await world.presses(world.ana, shown, "Skip next", "⏭");
    expect(skipped.text).toBe("⏭ Standup · next one skipped; then Thu 26 Nov 09:25");
    await world.until("2026-11-25T12:00");
    expect(world.ana.unseen()).toEqual([]);
  });
});

describe("days that are left out of a series", () => {
  beforeEach(() => world.says(world.ana, "yoga every mon, wed and fri at 18", "Yoga").then(() => {}));

  it("are skipped where they come first", async () => {
    await world.says(world.ana, "skip tomorrow's yoga", "⏭ Yoga · next one skipped; then Fri 27 Nov 18:00");
  });

  it("become exceptions where others come before, with Undo", async () => {
    const card = await world.says(world.ana, "skip yoga on friday", "except Fri 27 Nov, next Wed 25 Nov 18:00, Mon 30");
    await world.presses(world.ana, card, "Undo", "next Wed 25, Fri 27, Mon 30 Nov");
  });

  it("are refused where nothing is due", async () => {
    await world.says(world.ana, "skip yoga on thursday", "Yoga does not come then.");
  });

  it("of nothing that repeats are something to be reminded of", async () => {
    await world.says(world.ana, "skip lunch on friday", "⏰ Skip lunch · Fri 27 Nov");
  });
});

it.each([
  ["en", "remind me every 5 min until done to call mum", "Call mum", "✅ Done"],
  ["de", "erinnere mich alle 5 Minuten Mama anzurufen, bis erledigt", "Mama anzurufen", "✅ Erledigt"],
])(
  "what comes at a pace until done comes at that alone, and not after it (%s)",
  async (language, text, title, done) => {
    await world.says(world.ana, `/language ${language}`, /English|Deutsch/);
    await world.says(world.ana, text, `⏰ ${title}`);
    await world.passes(5 * minute);
    await world.sees(world.ana, `⏰ ${title}`);
    await world.passes(5 * minute);
    const again = await world.sees(world.ana, `⏰ ${title}`);
    await world.presses(world.ana, again, done, "✅");
    await world.passes(60 * minute);
    expect(world.ana.unseen().filter(({ edited }) => !edited)).toEqual([]);
  },
);
