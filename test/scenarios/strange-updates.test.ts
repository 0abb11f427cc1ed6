import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld } from "../support/world.ts";

const ana = { id: 1001, is_bot: false, first_name: "Ana" };
const chat = { id: 1001, type: "private", first_name: "Ana" };
const message = {
  message_id: 70,
  date: 1_795_525_500,
  from: ana,
  chat,
  text: "/list",
  entities: [{ type: "bot_command", offset: 0, length: 5 }],
};
const whole = [
  { message },
  { edited_message: { ...message, edit_date: 1_795_525_501 } },
  { message: { ...message, text: undefined, caption: "x", photo: [{ file_id: "1" }] } },
  { message: { ...message, forward_origin: { type: "user" }, reply_to_message: message } },
  { callback_query: { id: "5", from: ana, chat_instance: "1", message, data: "list:1:open" } },
  {
    my_chat_member: { date: 1, from: ana, chat, old_chat_member: {}, new_chat_member: { status: "kicked", user: ana } },
  },
];

/** The update with one part of it replaced by anything. */
function broken(update: object, path: number, by: unknown): unknown {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown) => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  const copy = structuredClone(update);
  walk(copy);
  const [parent, key] = places[path % places.length] ?? [{}, ""];
  parent[key] = by;
  return copy;
}

it("ten thousand broken updates do not stop the one after them", async () => {
  const world = await createWorld();
  await world.says(world.ana, "/start", "I remind");
  const update = fc
    .tuple(fc.constantFrom(...whole), fc.nat(), fc.jsonValue())
    .map(([one, path, by]) => broken(one, path, by));
  const seed = 20_261_124;
  for (const [i, one] of fc.sample(update, { numRuns: 10_000, seed }).entries())
    world.telegram.pushUpdate(typeof one === "object" ? { update_id: 10_000 + i, ...one } : one);
  world.ana.say("tea in 4 hours");
  // Its card stands behind hundreds of answers that go out one by one; that it was understood is what counts.
  while ((await world.store.actions.count({})) === 0) await world.passes(1000);
  expect(await world.store.inbox.open(1000)).toEqual([]);
  expect(await world.store.actions.list({})).toMatchObject([{ title: "Tea" }]);
  await world.close();
}, 300_000);
