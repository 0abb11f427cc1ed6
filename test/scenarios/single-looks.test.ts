import { expect, it } from "vitest";
import { watchfulWorld } from "../support/web-shop.ts";
import { hour, minute } from "../support/world.ts";

const toml = '[commands.df-root]\nargv = ["echo", "91"]\n[commands.free]\nargv = ["echo", "12"]';

it("a check at a single time looks then and not before, tells what it saw, and is over", async () => {
  const { ana, says, sees, until, passes, store, settles } = await watchfulWorld(toml);
  const card = await says(ana, "run df-root tomorrow at 9, warn if over 85, alert at once", "⏰ df-root");
  expect(card.text).toContain("df-root · bad when value > 85 · tells what it saw");
  await says(ana, "run free tomorrow at 9:01, warn if over 85", "⏰ free");
  await until("2026-11-25T08:59");
  expect(ana.unseen()).toEqual([]);
  await passes(minute);
  expect((await sees(ana, "df-root: 🔴")).text).toContain("value 91");
  await passes(minute);
  expect((await sees(ana, "free: 🟢")).text).toContain("value 12");
  // Nothing is raised of what no later look would end, and it is over.
  expect(await store.escalations.open()).toEqual([]);
  expect((await says(ana, "/show df-root", "df-root")).text).toContain("🔴");
  expect((await says(ana, "/status", "🟢")).text).not.toContain("df-root");
  await passes(24 * hour);
  await settles();
  expect(ana.unseen()).toEqual([]);
});

it("a single look that is due while Belfry is away is made late", async () => {
  const world = await watchfulWorld(toml);
  await world.says(world.ana, "/language de", "Deutsch");
  await world.says(world.ana, "führe df-root um 16:00 aus, warne wenn über 85", "meldet, was es sah");
  await world.stops();
  await world.clock.advance(6 * hour);
  await world.restarts();
  await world.sees(world.ana, "df-root: 🔴");
});

it("a command that waits for an owner beyond its time runs once it is approved, else at its time", async () => {
  const { ana, says, sees, presses, passes } = await watchfulWorld();
  const soon = await says(ana, "run `echo 3` in 10 min", "This runs");
  const later = await says(ana, "run `echo 4` in 2 hours", "This runs");
  await passes(20 * minute);
  await presses(ana, soon, "Approve always", "echo");
  await sees(ana, "echo: 🟢");
  await presses(ana, later, "Approve always", "⏰ echo 4");
  expect(ana.unseen().filter(({ edited }) => !edited)).toEqual([]);
  await passes(100 * minute);
  await sees(ana, "echo 4: 🟢");
});
