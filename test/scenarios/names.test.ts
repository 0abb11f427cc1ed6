import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { watchfulWorld } from "../support/web-shop.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let group: number;
beforeEach(async () => {
  world = await createWorld();
  group = world.telegram.group;
});
afterEach(async () => {
  expect(world.troubles).toEqual([]);
  await world.close();
});

const topics = async () => (await world.store.topics.of(group)).map(({ thread, name }) => [thread, name]);
const title = async () => (await world.store.chats.get(group))?.title;

describe("a group and its topics", () => {
  it("are known by the names they have now, whoever gave them", async () => {
    await world.says(world.ana, "/allow", "This group may use me now", { chat: group });
    const thread = world.telegram.topic("Reports");
    await world.settles();
    expect(await topics()).toEqual([[thread, "Reports"]]);
    world.telegram.renameTopic(thread, "Numbers");
    world.telegram.renameGroup(group, "House");
    // Its first message still says how it was called.
    await world.says(world.boris, "/list", "0 active", { chat: group, thread });
    expect(await topics()).toEqual([[thread, "Numbers"]]);
    expect(await title()).toBe("House");
    await world.restarts();
    expect(await topics()).toEqual([[thread, "Numbers"]]);
  });

  it("made before Belfry knew the group are known from what is said in them; /allow there is for the group", async () => {
    const thread = world.telegram.topic("Reports");
    await world.settles();
    expect(await topics()).toEqual([]);
    await world.says(world.ana, "/allow", "This group may use me now", { chat: group, thread });
    await world.says(world.ana, "/list", "0 active", { chat: group, thread });
    expect(await topics()).toEqual([[thread, "Reports"]]);
  });
});

describe("several checks of one host", () => {
  it("have names that tell them apart, and are found by them", async () => {
    const { ana, says } = await watchfulWorld();
    // Nobody listens there: what they see does not matter here.
    const sentences = [
      ["check http://127.0.0.1 every 5 min", "127.0.0.1"],
      ["check port 22 on 127.0.0.1 every 5 min", "127.0.0.1:22"],
      ["check http://127.0.0.1/cart every 5 min", "127.0.0.1/cart"],
      ["prüfe http://127.0.0.1/cart alle 5 min, erwarte 404", "127.0.0.1 2"],
      ["watch page http://127.0.0.1/cart for changes every hour", "page 127.0.0.1/cart"],
      ["prüfe http://127.0.0.1/basket jede Stunde, genannt shop", "shop"],
      ["check http://127.0.0.1/till every hour, called shop", "shop 2"],
      ["run `df /` every hour", "df"],
    ];
    for (const [sentence = "", name] of sentences) await says(ana, sentence, ` ${name} `);
    await says(ana, "pause 127.0.0.1", "⏸ 127.0.0.1 paused");
    await says(ana, "/language de", "Deutsch");
    await says(ana, "führe `df /tmp` jede Stunde aus", "⏸ df /tmp pausiert");
    await says(ana, "pausiere 127.0.0.1:22", "⏸ 127.0.0.1:22");
    await says(ana, "pausiere 127.0.0.1 2", "⏸ 127.0.0.1 2 pausiert");
    // What is gone has given its name back.
    await says(ana, "lösche 127.0.0.1/cart", "🗑");
    await says(ana, "prüfe http://127.0.0.1/cart alle 5 min", "🔁 127.0.0.1/cart");
  });
});
