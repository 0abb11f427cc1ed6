import { describe, expect, it } from "vitest";
import { watchfulWorld } from "../support/web-shop.ts";
import { hour, minute, type World } from "../support/world.ts";

const boris = 1002;
const routes = `[escalation.routes]\nlow = ["telegram:${boris}"]\nhigh = ["telegram:owners"]\n`;

/** Calls that were to show something to Boris. */
const calls = ({ telegram }: World) =>
  telegram.faults.calls.filter(({ chat, method }) => chat === boris && /^(?:send|edit)/.test(method));
/** What has arrived at Boris since so many messages, first lines. */
const arrived = ({ telegram }: World, since = 0) =>
  telegram
    .sent()
    .filter((line) => line.chat === boris)
    .slice(since)
    .map(({ text = "" }) => text.split("\n")[0]);

/** He blocks Belfry; it finds out by a 403, before anybody tells it. */
function blocks({ telegram }: World) {
  const description = "Forbidden: bot was blocked by the user";
  const reply = { status: 403, body: { ok: false, error_code: 403, description } };
  telegram.faults.script({ chat: boris, reply, times: 1000 });
}

/** What Telegram tells of it comes in late, and then that he has let it in again. */
async function unblocks(world: World) {
  world.telegram.faults.clear();
  world.boris.block();
  await world.settles();
  world.boris.unblock();
  await world.settles();
}

describe("a person who has blocked Belfry", () => {
  it("is called once, and has all of it after unblocking, in order, also after a restart", async () => {
    const world = await watchfulWorld();
    for (const [title, minutes] of Object.entries({ Tea: 10, Bread: 20, Milk: 30 })) {
      await world.says(world.boris, `${title} in ${minutes} min`, title);
    }
    const before = { calls: calls(world).length, arrived: arrived(world).length };
    blocks(world);
    await world.passes(25 * minute);
    await world.restarts();
    await world.passes(2 * hour);
    expect(calls(world)).toHaveLength(before.calls + 1);
    await unblocks(world);
    await world.sees(world.boris, "⏰ Milk");
    await world.settles();
    expect(arrived(world, before.arrived)).toEqual(["⏰ Tea", "⏰ Bread", "⏰ Milk"]);
    expect(world.boris.unseen().filter(({ text }) => text.includes("↻"))).toEqual([]);
  });

  it("is not waited for by an escalation: the next ones are told within five seconds", async () => {
    const world = await watchfulWorld(routes);
    const { ana } = world;
    await world.says(world.boris, "tea in 3 days", "Tea");
    const before = { calls: calls(world).length, arrived: arrived(world).length };
    blocks(world);
    const answer = await world.says(ana, "/escalate low The tap drips", "🔴 The tap drips");
    await world.passes(5_000);
    const told = await world.sees(ana, "🔴 The tap drips");
    expect(told.id).not.toBe(answer.id);
    await world.passes(hour);
    expect(calls(world)).toHaveLength(before.calls + 1);
    await unblocks(world);
    await world.sees(world.boris, "🔴 The tap drips");
    await world.settles();
    expect(arrived(world, before.arrived)).toEqual([expect.stringMatching(/^🔴 The tap drips/)]);
  });

  it("is told only that it is over of what has been resolved meanwhile", async () => {
    const world = await watchfulWorld(routes);
    await world.says(world.boris, "tea in 3 days", "Tea");
    const before = arrived(world).length;
    blocks(world);
    await world.says(world.ana, "/escalate low The tap drips", "🔴 The tap drips");
    await world.passes(5_000);
    await world.says(world.ana, "/resolve E1", "🟢");
    await unblocks(world);
    await world.passes(minute);
    expect(arrived(world, before)).toEqual([expect.stringMatching(/^🟢 The tap drips · Ana resolved it/)]);
  });
});
