import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
