import { afterEach, beforeEach, expect, it } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

const failing = readBelfryToml('[commands.job]\nargv = ["/bin/false"]\n', { secret: () => null, private: true });

let world: World;
beforeEach(async () => {
  if ("problems" in failing) throw new Error(failing.problems.join());
  world = await createWorld({ file: failing.file });
});
afterEach(() => world.close());

const ask = (match: string | RegExp) => world.says(world.ana, "what did I miss?", match);

it("what did I miss? tells what failed, was left out, was not done and still waits, and of nobody else's", async () => {
  const { ana, boris } = world;
  await world.says(ana, "pills every day at 15:00", "Pills");
  await world.says(ana, "water plants every 20 min", "plants");
  await world.says(ana, "run job every hour", "job");
  await world.says(boris, "secret in 10 min", "Secret");
  await world.passes(30 * minute);
  await world.stops();
  world.clock.jump(2 * hour);
  await world.restarts();
  await world.passes(23 * hour);
  expect((await ask("Since")).text.split("\n")).toEqual([
    "Since Tue 24 Nov 14:05",
    "⏰ Water plants · 15:25 · waits for an answer",
    "⏰ Pills · 15:00 · waits for an answer",
    "🔴 job × 25 · last 15:05 · failed",
    "⌛ Water plants × 70 · last 15:05 · not done",
    "⏭ Water plants × 5 · last Tue 24 Nov 16:05 · left out: I was away",
    "⏭ job · Tue 24 Nov 15:05 · left out: I was away",
    "⌛ Pills · Tue 24 Nov 15:00 · not done",
  ]);
});

it("with what happened since the last deed where that is longer ago than a day, and deeds answer it", async () => {
  const { ana } = world;
  await world.says(ana, "tea in 10 min", "Tea");
  await world.passes(60 * hour);
  expect((await ask("Since")).text).toBe("Since Tue 24 Nov 14:05\n⌛ Tea · Tue 24 Nov 14:15 · not done");
});

it("says so where nothing was missed", async () => {
  const { ana } = world;
  await world.says(ana, "tea in 10 min", "Tea");
  await world.passes(10 * minute);
  expect((await ask("Since")).text).toContain("⏰ Tea · 14:15 · waits for an answer");
  await world.says(ana, "done tea", "✅ Tea");
  await ask("You have missed nothing since Mon 23 Nov 14:15");
});

it("a message that cannot be delivered is told as such", async () => {
  const { ana, telegram } = world;
  await world.says(ana, "tea in 10 min", "Tea");
  const refused = telegram.faults.script({
    method: "sendMessage",
    reply: { status: 400, body: { ok: false, error_code: 400, description: "Bad Request: no" } },
    times: 1,
  });
  await world.passes(10 * minute);
  await refused.hit;
  await world.settles();
  expect((await ask("Since")).text).toContain("waits for an answer · the message did not arrive");
});
