import { describe, expect, it, onTestFinished } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { createWorld, hour, minute, tuesday, type World, type WorldOptions } from "../support/world.ts";

async function world(options: WorldOptions = {}) {
  const made = await createWorld(options);
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

  it("tells of a clock that nobody can believe, until it can be believed again", async () => {
    const server = { world: null as World | null, aheadMs: 0 };
    const made = await world({ telegram: { now: () => (server.world?.clock.now() ?? tuesday) + server.aheadMs } });
    server.world = made;
    const { ana, says } = made;
    await says(ana, "stretch every 30 min", "🔁");
    server.aheadMs = 20 * minute;
    await says(ana, "/list", "Stretch");
    expect((await says(ana, "/why stretch", "Now:")).text).toContain(
      "• ⚠️ Nothing fires now: my clock is not the one Telegram has.",
    );
    server.aheadMs = 0;
    await says(ana, "/list", "Stretch");
    expect((await says(ana, "/why stretch", "Stretch ·")).text).toContain("Nothing keeps it from running.");
  });

  it("tells an owner that somebody has shut me out", async () => {
    const { ana, boris, says, sees, passes } = await world();
    await says(boris, "stretch every 30 min", "🔁");
    boris.block();
    await passes(30 * minute);
    expect((await says(ana, "/why #1", "Now:")).text).toContain(
      "• Telegram takes nothing for its chat: somebody has shut me out there",
    );
    boris.unblock();
    await sees(boris, "⏰ Stretch");
    expect((await says(ana, "/why #1", "Stretch ·")).text).not.toContain("shut me out");
  });

  it("tells of maintenance as long as it holds, for one and for all of a chat", async () => {
    const made = await watchfulWorld();
    const { ana, says, passes } = made;
    await watched(made, "shop");
    const why = async () => (await says(ana, "/why shop", "shop ·")).text;
    await says(ana, "maintenance for shop tonight 23 to 1", "🛠");
    expect(await why()).toContain("Nothing keeps it from running.");
    await says(ana, "maintenance for shop now for 1 hour", "🛠");
    expect(await why()).toContain("• maintenance until 15:05: it runs, and nothing is raised");
    await says(ana, "maintenance now for 2 hours", "🛠");
    expect(await why()).toContain("• maintenance until 16:05: it runs, and nothing is raised");
    await passes(2 * hour);
    expect(await why()).toContain("Nothing keeps it from running.");
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
