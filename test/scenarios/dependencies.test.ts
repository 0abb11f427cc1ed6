import { describe, expect, it } from "vitest";
import { watched, watchfulWorld } from "../support/web-shop.ts";
import { minute, type World } from "../support/world.ts";

/** Router and shop, and that the shop depends on the router. */
async function home() {
  const world = await watchfulWorld();
  const router = await watched(world, "router");
  const shop = await watched(world, "shop");
  const card = await world.says(world.ana, "shop depends on router", "⛓");
  return { ...world, world, router, shop, card };
}

async function looks(world: World, times: number) {
  for (let i = 0; i < times; i++) await world.passes(2 * minute);
}

describe("a check that depends on another", () => {
  it("says so, and raises nothing while that one is red", async () => {
    const { world, ana, says, sees, router, shop, card } = await home();
    expect(card).toMatchObject({
      text: "⛓ When router is red, shop stays quiet and is marked unreachable.",
      buttons: [["Undo"]],
    });
    router.status = 503;
    shop.status = 502;
    await looks(world, 6);
    expect((await sees(ana, "🔴")).text).toContain("router");
    expect(ana.unseen()).toEqual([]);
    const shown = await says(ana, "/show shop", "🔁");
    expect(shown.text).toContain("⛓ Unreachable: router is down, so nothing is raised.");
    expect(shown.text).toContain("⚪ unreachable");
    const status = await says(ana, "/status", "🟢");
    expect(status.text.split("\n").slice(0, 3)).toEqual([
      expect.stringMatching(/^🟢 0 · 🔴 1 \(#E1\)/),
      expect.stringContaining("🔴 router"),
      "⛓ shop: unreachable, because router is down",
    ]);
  });

  it("is judged anew when that one is back: what is red still is raised after three failures", async () => {
    const { world, ana, sees, router, shop } = await home();
    router.status = 503;
    shop.status = 502;
    await looks(world, 5);
    await sees(ana, "🔴");
    await world.restarts();
    router.status = 200;
    await looks(world, 2);
    expect((await sees(ana, "🟢")).text).toContain("router back");
    expect(ana.unseen().filter(({ text }) => text.includes("shop"))).toEqual([]);
    await looks(world, 2);
    expect((await sees(ana, "🔴 shop")).text).toContain("HTTP 502");
  });

  it("is not told of twice: what was raised before rests meanwhile", async () => {
    const { world, ana, sees, router, shop } = await home();
    shop.status = 502;
    await looks(world, 3);
    expect((await sees(ana, "🔴")).text).toContain("shop");
    router.status = 503;
    await looks(world, 3);
    expect((await sees(ana, "🔴")).text).toContain("router");
    await world.passes(20 * minute);
    const told = ana.unseen().map(({ text }) => text);
    expect(told.filter((text) => text.includes("router still down"))).toHaveLength(1);
    expect(told.filter((text) => text.includes("shop"))).toEqual([]);
  });

  it("may depend on it no longer, and is raised then", async () => {
    const { world, ana, says, sees, presses, router, shop } = await home();
    const loose = await says(ana, "shop no longer depends on router", "⛓ shop depends on nothing");
    await presses(ana, loose, "Undo", "↩️");
    await says(ana, "shop hängt nicht mehr von router ab", "I could not find a time");
    await says(ana, "/cancel", "Cancelled");
    await says(ana, "/language de", "Sprache");
    await says(ana, "shop hängt nicht mehr von router ab", "⛓ shop hängt von nichts ab");
    router.status = 503;
    shop.status = 502;
    await looks(world, 3);
    const red = [await sees(ana, "🔴"), await sees(ana, "🔴")].map(({ text }) => text).join();
    expect(red).toContain("shop");
    expect(red).toContain("router");
  });

  it("does so no more when that one is deleted, and the card of it says so", async () => {
    const { world, ana, says, sees, router, shop } = await home();
    router.status = 503;
    await looks(world, 2);
    const gone = await says(ana, "delete router", "🗑");
    expect(gone.text).toContain("⛓ It no longer keeps quiet: shop.");
    shop.status = 502;
    await looks(world, 3);
    expect((await sees(ana, "🔴")).text).toContain("shop");
  });

  it("asks which one is meant where two checks have the name", async () => {
    const { world, ana, says, presses } = await home();
    await watched(world, "router");
    const asked = await says(ana, "shop depends on router", "router");
    expect(asked.buttons).toHaveLength(2);
    const [, [other = ""] = []] = asked.buttons;
    const chosen = await presses(ana, asked, other, "⛓ When router is red");
    expect(chosen.id).toBe(asked.id);
    const which = await says(ana, "maintenance for router now for 2 hours", "Which one");
    const [[first = ""] = []] = which.buttons;
    await presses(ana, which, first, "🛠 router");
  });

  it("cannot depend on itself, by no way round, and only on what is checked", async () => {
    const { ana, says } = await home();
    await says(ana, "router depends on shop", "shop depends on router itself");
    await says(ana, "shop depends on shop", "shop depends on shop itself");
    await says(ana, "tea in 2 hours", "⏰");
    await says(ana, "shop depends on tea", "Tea is no check");
    await says(ana, "shop depends on the moon", "Nothing here is called the moon");
  });
});
