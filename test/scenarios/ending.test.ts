import { afterEach, beforeEach, expect, it } from "vitest";
import { createWorld, type World } from "../support/world.ts";

let w: World;
beforeEach(async () => {
  w = await createWorld();
});
afterEach(() => w.close());

it("an orderly end waits for the answer to what is being sent, so that nothing is sent twice", async () => {
  const slow = w.telegram.faults.script({ method: "sendMessage", reply: "slow:300" });
  w.ana.say("tea in 4 min");
  await slow.hit;
  await w.restarts();
  await w.settles();
  await w.passes(60_000);
  expect(w.telegram.sent().filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  expect(await w.store.deliveries.orphans()).toEqual([]);
});
