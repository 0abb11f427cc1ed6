import { describe, expect, it } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { minute, type World } from "../support/world.ts";

/** Red and green by turns, a minute each. */
async function flaps(world: World, shop: { status: number }, times: number) {
  for (let i = 0; i < times; i++) {
    shop.status = shop.status === 200 ? 502 : 200;
    await world.passes(minute);
  }
}

describe("a check that goes to and fro", () => {
  it("is told once and in one summary each 30 minutes, can be taken, and says when it is steady", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, presses } = world;
    const shop = await watched(world, "shop", "every minute");
    await flaps(world, shop, 6);
    const note = await sees(ana, "🟠");
    expect(note.text).toContain("🟠 shop is flapping (4 changes). One summary each 30 min until it is steady.");
    await flaps(world, shop, 24);
    expect(ana.unseen()).toEqual([]);
    await flaps(world, shop, 10);
    const summary = await sees(ana, "🟠 shop is flapping (10 changes)");
    expect(summary.replyTo).toBe(note.id);
    expect(ana.unseen()).toEqual([]);
    await presses(ana, summary, "✋ Ack", "✋ Ana took it");
    shop.status = 200;
    for (let i = 0; i < 12; i++) await passes(minute);
    const steady = await sees(ana, "🟢 shop is steady again");
    expect(steady).toMatchObject({ replyTo: note.id, buttons: [] });
  });

  it("and stays red is down, in a card of its own", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees } = world;
    const shop = await watched(world, "shop", "every minute");
    await flaps(world, shop, 6);
    await sees(ana, "🟠");
    shop.status = 502;
    for (let i = 0; i < 12; i++) await passes(minute);
    expect((await sees(ana, "🔴 shop down")).text).toContain("HTTP 502");
    expect(ana.unseen().filter(({ text }) => text.includes("🟢 shop"))).toEqual([]);
  });
});

describe("a check that was down before it went to and fro", () => {
  it("is told as one thing: what was taken stays taken, and it ends once", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, presses, store } = world;
    const shop = await watched(world, "shop", "every minute");
    shop.status = 502;
    for (let i = 0; i < 3; i++) await passes(minute);
    const down = await sees(ana, "🔴 shop down");
    await presses(ana, down, "✋ Ack", "✋ Ana took it");
    await flaps(world, shop, 6);
    const note = await sees(ana, "🟠 shop is flapping");
    expect(note.text).toContain("✋ Ana took it");
    const open = await store.escalations.open();
    expect(open).toMatchObject([{ cause: "1/flapping", state: "acked", ackedBy: ana.id }]);
    expect(ana.current(down)?.buttons).toEqual([]);
    await flaps(world, shop, 30);
    expect(ana.unseen().filter(({ edited }) => !edited)).toEqual([]);
    shop.status = 200;
    for (let i = 0; i < 12; i++) await passes(minute);
    await sees(ana, "🟢 shop is steady again");
    expect(ana.unseen().filter(({ edited }) => !edited)).toEqual([]);
    expect(await store.escalations.open()).toEqual([]);
  });
});

describe("a check that is down when it begins to go to and fro", () => {
  it("is told of by one card from then on, which says so wherever it is shown", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, presses, says } = world;
    const shop = await watched(world, "shop", "every 10 s");
    const turns = async (status: number, looks: number) => {
      shop.status = status;
      for (let i = 0; i < looks; i++) await passes(10_000);
    };
    await turns(502, 4);
    const down = await sees(ana, "🔴 shop down since");
    await turns(200, 3);
    await sees(ana, "🟢 shop back");
    await turns(502, 4);
    // The new outage counts its own failures.
    expect((await sees(ana, "🔴 shop down again")).text).toContain("3/3 failed");
    await turns(200, 3);
    const note = await sees(ana, "🟠 shop is flapping (4 changes)");
    expect(await world.store.escalations.open()).toHaveLength(1);
    expect((await says(ana, "/escalations", "1 open")).text).toContain("🟠 shop is flapping (4 changes)");
    expect((await says(ana, "/status", "🟠 1 flapping")).text).toContain("🟠 shop: flapping (4 changes) · #E2 high");
    await presses(ana, note, "✋ Ack", /^🟠 shop is flapping.*✋ Ana took it/su);
    await world.settles();
    expect(ana.current(down)?.buttons).toEqual([]);
  });
});

describe("↻ Now on a red card", () => {
  it("shows there what came of it, although it is red as before", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, presses } = world;
    const shop = await watched(world, "shop", "every minute");
    shop.status = 502;
    for (let i = 0; i < 3; i++) await passes(minute);
    const red = await sees(ana, "🔴 shop down since");
    expect(red.text).toContain("3/3 failed");
    shop.status = 503;
    const again = await presses(ana, red, "↻ Now", "4 failed");
    expect(again).toMatchObject({ id: red.id, buttons: red.buttons });
    expect(again.text).toContain("HTTP 503");
  });
});

describe("a check whose changes reach far back", () => {
  it("is not back while it is good every other time only, however long", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees } = world;
    const shop = await watched(world, "shop", "every 5 min");
    shop.status = 502;
    for (let i = 0; i < 4; i++) await passes(5 * minute);
    await sees(ana, "🔴 shop down");
    for (let i = 0; i < 45; i++) {
      shop.status = shop.status === 200 ? 502 : 200;
      await passes(5 * minute);
    }
    const told = ana.unseen().map(({ text }) => text.slice(0, "🔴 shop still down".length));
    expect(new Set(told)).toEqual(new Set(["🔴 shop still down"]));
  });

  it("is steady after ten minutes, however often it is looked at", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees } = world;
    const shop = await watched(world, "shop", "every 10 s");
    for (let i = 0; i < 10; i++) {
      shop.status = shop.status === 200 ? 502 : 200;
      await passes(10_000);
    }
    await sees(ana, "🟠 shop is flapping");
    for (let i = 0; i < 59; i++) await passes(10_000);
    expect(ana.unseen()).toEqual([]);
    await passes(10_000);
    await sees(ana, "🟢 shop is steady again");
  });
});

describe("many that fail within a minute", () => {
  it("share a message from the fifth on, and each is taken there by itself", async () => {
    const world = await watchfulWorld();
    const { ana, passes, sees, presses, says } = world;
    const names = ["one", "two", "three", "four", "five", "six"];
    const all = [];
    for (const name of names) {
      all.push(await watched(world, name, "every minute", ", alert at once"));
      await passes(5_000);
    }
    for (const shop of all) shop.status = 502;
    for (let i = 0; i < 13; i++) await passes(5_000);
    const digest = await sees(ana, /Several at once:.*five.*six/s);
    expect(digest.text.split("\n")).toHaveLength(3);
    expect(digest.buttons).toEqual([["✋ five"], ["✋ six"]]);
    const taken = await presses(ana, digest, "✋ six", "Ana");
    expect(taken).toMatchObject({ id: digest.id, buttons: [["✋ five"]] });
    expect(taken.text).toMatch(/🔴 five.*\n✋ six: HTTP 502 · #E6 high · Ana$/);
    expect((await says(ana, "/escalations", "6 open")).text).toMatch(/six.*✋ Ana took it/);
  });
});
