import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { routes } from "../../src/http/server.ts";
import { createWorld, hour, minute, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

async function health(): Promise<{ status: number; problems: string[] }> {
  const answer = await routes(world.running.health, new Hono()).request("/healthz");
  const { problems } = (await answer.json()) as { problems: string[] };
  return { status: answer.status, problems };
}

describe("/healthz", () => {
  it("is red while Telegram refuses the token; what rang meanwhile comes afterwards", async () => {
    await world.says(world.ana, "tea in 4 min", "⏰ Tea");
    expect(await health()).toEqual({ status: 200, problems: [] });
    world.telegram.faults.script({ method: "sendMessage", reply: "401", times: 1000 });
    await world.passes(4 * minute);
    expect(await health()).toEqual({ status: 503, problems: ["Telegram refuses the token"] });
    world.telegram.faults.clear();
    await world.passes(6 * minute);
    await world.sees(world.ana, /^⏰ Tea/);
    expect(await health()).toEqual({ status: 200, problems: [] });
  });

  it("is red while the clock is in doubt", async () => {
    world.clock.jump(100 * 24 * hour);
    await world.settles();
    expect(await health()).toMatchObject({ status: 503, problems: [expect.stringContaining("the clock is in doubt")] });
  });
});
