import { describe, expect, it, onTestFinished } from "vitest";
import { createWorld, hour, minute } from "../support/world.ts";

async function world() {
  const made = await createWorld();
  onTestFinished(() => made.close());
  return made;
}

describe("/why", () => {
  it("tells which gate kept the last ones from running, and until when", async () => {
    const { ana, says, sees, passes, presses } = await world();
    await says(ana, "stretch every 30 min, at most once every 2 hours", "🔁");
    await passes(30 * minute);
    await presses(ana, await sees(ana, "⏰ Stretch"), "✅ Done", "✅");
    await passes(30 * minute);
    const why = await says(ana, "why did stretch not run?", "every 30 min");
    expect(why.text.split("\n")).toEqual([
      "Stretch · every 30 min",
      "15:05 · ⏭ skipped: it ran not long ago",
      "14:35 · ✅ done 14:35",
      "Now:",
      "• it ran not long ago; free again 16:35",
      "Next: 15:35, 16:05",
    ]);
  });

  it("tells of a pause, of what is left out, of quiet hours and of what rings", async () => {
    const { ana, says, sees, passes } = await world();
    await says(ana, "stretch every 30 min", "🔁");
    expect((await says(ana, "/why stretch", "every 30 min")).text).toContain(
      "It has not run yet.\nNothing keeps it from running.\nNext: 14:35",
    );
    await says(ana, "skip next stretch", "⏭");
    expect((await says(ana, "/why stretch", "Now:")).text).toContain("• the one on 14:35 is left out, as you wished");
    await passes(hour);
    await sees(ana, "⏰ Stretch");
    expect((await says(ana, "why stretch", "Now:")).text).toContain("• it has rung and waits for an answer");
    await says(ana, "pause stretch", "⏸");
    await passes(hour);
    await says(ana, "resume stretch", "▶️");
    expect((await says(ana, "/why stretch", "skipped")).text).toContain("⏭ skipped: it was paused");
    await says(ana, "pause stretch", "⏸");
    expect((await says(ana, "/why stretch", "Now:")).text).toContain("• it is paused; /resume lets it run again");
    await says(ana, "pills every day at 23", "🔁");
    await says(ana, "quiet from 22 to 7", "🌙");
    expect((await says(ana, "/why pills", "Now:")).text).toContain(
      "waits for the end of the quiet hours, Wed 25 Nov 07:00",
    );
  });

  it("tells what it waits for, and that it waits in vain", async () => {
    const { ana, says } = await world();
    await says(ana, "tea in 4 min", "⏰ Tea");
    await says(ana, "when tea is done, remind me to wash the cup", "⚡");
    expect((await says(ana, "/why wash", "after Tea succeeds")).text).toContain("• it waits for that to happen");
    await says(ana, "delete tea", "🗑");
    expect((await says(ana, "/why wash", "Now:")).text).toContain("• Tea is deleted, so it waits in vain");
  });

  it("tells of time away", async () => {
    const { ana, says, clock, stops, restarts } = await world();
    await says(ana, "stretch every 30 min", "🔁");
    await stops();
    await clock.advance(2 * hour + minute);
    await restarts();
    const why = await says(ana, "/why stretch", /^Stretch · every/);
    expect(why.text).toContain("⌛ missed: I was away");
  });

  it("is asked in German too", async () => {
    const { ana, says } = await world();
    await says(ana, "/language de", "Deutsch");
    await says(ana, "Strecken alle 30 Minuten", "🔁");
    expect((await says(ana, "warum lief Strecken nicht?", "alle 30")).text).toContain("Nichts hält es auf.");
    await says(ana, "/runs Strecken", "noch nie gelaufen");
  });
});
