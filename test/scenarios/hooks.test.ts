import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listen } from "../support/listener.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let calls: Awaited<ReturnType<typeof listen>>;
beforeEach(async () => {
  world = await createWorld();
  calls = await listen(world);
});
afterEach(async () => {
  expect(world.troubles).toEqual([]);
  await world.close();
});

const post = { method: "POST" };
const address = (text: string) => /http\S+\/hooks\/[\w-]{32}/.exec(text)?.[0];
const look = "when the deploy webhook is called remind me to look at the site";

describe("what waits for a call", () => {
  it("is answered with the address, and comes with each call, also after a restart", async () => {
    const card = await world.says(world.ana, look, "⚡");
    expect(card.text.split("\n")).toEqual([
      "⚡ Look at the site · when its address is called",
      "#deploy",
      expect.stringMatching(/^📮 Call it: curl -fsS -X POST http:\/\/127\.0\.0\.1:8788\/hooks\/[\w-]{32}$/),
    ]);
    await world.restarts();
    expect(await calls(card, post)).toBe(200);
    const ring = await world.sees(world.ana, "⏰ Look at the site");
    await world.presses(world.ana, ring, "✅ Done", "✅");
    expect(await calls(card, post)).toBe(200);
    await world.sees(world.ana, "⏰ Look at the site");
    expect(address((await world.says(world.ana, "/show look", "#1")).text)).toBe(address(card.text));
  });

  it("shares the address with all of that name, and goes on when the first is gone", async () => {
    const first = await world.says(world.ana, look, "⚡");
    const second = await world.says(world.ana, "when hook deploy is called, remind me to tell the others", "⚡");
    expect(address(second.text)).toBe(address(first.text));
    const other = await world.says(world.ana, "when hook build is called, remind me to clean up", "⚡");
    expect(address(other.text)).not.toBe(address(first.text));
    await world.says(world.ana, "delete look", "🗑");
    expect(await calls(first, post)).toBe(200);
    await world.sees(world.ana, "⏰ Tell the others");
    await world.says(world.ana, "delete tell", "🗑");
    expect(await calls(first, post)).toBe(404);
    await world.says(world.boris, look, (card) => address(card.text) !== address(first.text));
  });

  it("can be a report, and what was there without a time", async () => {
    await world.says(
      world.ana,
      "when hook deploy is called, send a report of failed runs",
      "Nothing ran in this time.",
    );
    const question = await world.sees(world.ana, "Shall I send it like that?");
    const card = await world.presses(world.ana, question, "Looks right", "⚡ Failed runs");
    const idea = await world.says(world.ana, "stretch", "I could not find a time");
    await world.presses(world.ana, idea, "Save without time", "📌 Stretch");
    const late = await world.says(world.ana, "when hook deploy is called, run stretch", "📮");
    expect(address(late.text)).toBe(address(card.text));
    expect(late.text).toContain("#deploy");
    expect(await calls(card, post)).toBe(200);
    await world.sees(world.ana, "⏰ Stretch");
    await world.settles();
    expect(await world.store.runs.finished(1, 9)).toMatchObject([{ trigger: "event", outcome: "succeeded" }]);
  });

  it("is not started by a ping, nor by reading the address", async () => {
    const card = await world.says(world.ana, look, "⚡");
    expect(await calls(card)).toBe(404);
    const token = address(card.text)?.split("/").at(-1);
    expect(await calls({ text: `http://x/ping/${token}` })).toBe(404);
    expect(await calls(card, { ...post, headers: { "idempotency-key": "7" } })).toBe(200);
    expect(await calls(card, { ...post, headers: { "idempotency-key": "7" } })).toBe(200);
    await world.sees(world.ana, "⏰ Look at the site");
    await world.settles();
    expect(world.ana.unseen()).toEqual([]);
  });
});
