import { z } from "zod";
import { openTopic, setBotStatus } from "../world/groups.ts";
import type { World } from "../world/world.ts";
import { type Crowd, chatOf, NotPossible } from "./crowd.ts";

/** Carries out one wish of the page; what it returns goes back as JSON. */
type Deed = (world: World, crowd: Crowd, wish: unknown) => unknown;

const id = z.int();
const spot = { person: id, chat: id, message: id };
/** Where a new message goes. */
export const place = {
  person: z.coerce.number().int(),
  chat: z.coerce.number().int(),
  thread: z.coerce.number().int().exactOptional(),
  replyTo: z.coerce.number().int().exactOptional(),
  quote: z.string().exactOptional(),
};

/** What a person can do on the page, by name. */
export const deeds: ReadonlyMap<string, Deed> = new Map([
  [
    "say",
    deed(z.object({ ...place, text: z.string() }), (_, crowd, { person, text, ...where }) => ({
      message: crowd.say(person, text, where).id,
    })),
  ],
  [
    "locate",
    deed(z.object({ ...place, latitude: z.number(), longitude: z.number() }), (_, crowd, wish) => {
      const { person, latitude, longitude, ...where } = wish;
      return { message: crowd.sendLocation(person, { latitude, longitude }, where).id };
    }),
  ],
  [
    "edit",
    deed(z.object({ ...spot, text: z.string() }), (_, crowd, { person, chat, message, text }) => ({
      message: crowd.edit(person, chat, message, text).id,
    })),
  ],
  ["remove", deed(z.object(spot), (_, crowd, wish) => crowd.remove(wish.person, wish.chat, wish.message))],
  [
    "forward",
    deed(z.object({ ...spot, to: z.object({ chat: id, thread: id.exactOptional() }) }), (_, crowd, wish) => ({
      message: crowd.forward(wish.person, wish.chat, wish.message, wish.to).id,
    })),
  ],
  [
    "press",
    deed(z.object({ ...spot, data: z.string() }), (_, crowd, { person, chat, message, data }) => ({
      query: crowd.press(person, chat, message, data),
    })),
  ],
  [
    "react",
    deed(z.object({ ...spot, emoji: z.string().exactOptional() }), (_, crowd, { person, chat, message, emoji }) =>
      crowd.react(person, chat, message, emoji),
    ),
  ],
  [
    "block",
    deed(z.object({ person: id, blocked: z.boolean() }), (_, crowd, { person, blocked }) =>
      blocked ? crowd.block(person) : crowd.unblock(person),
    ),
  ],
  [
    "read",
    deed(z.object({ ...spot, thread: id.exactOptional() }), (_, crowd, { person, chat, thread, message }) =>
      crowd.readUpTo(person, chat, thread, message),
    ),
  ],
  [
    "topic",
    deed(z.object({ person: id, chat: id, name: z.string().trim().min(1).max(128) }), (world, _, wish) =>
      openTopic(world, chatOf(world, wish.person, wish.chat), wish.person, wish.name),
    ),
  ],
  [
    "privacy",
    deed(z.object({ on: z.boolean() }), (world, _, { on }) => {
      world.settings.put("privacy", on);
      return world.events.emit({ type: "changed" });
    }),
  ],
  [
    "standing",
    deed(
      z.object({ person: id, chat: id, status: z.enum(["member", "administrator", "kicked"]) }),
      (world, _, { person, chat, status }) => setBotStatus(world, chatOf(world, person, chat), person, status),
    ),
  ],
]);

function deed<Wish>(schema: z.ZodType<Wish>, act: (world: World, crowd: Crowd, wish: Wish) => unknown): Deed {
  return (world, crowd, wish) => {
    const read = schema.safeParse(wish);
    if (!read.success) throw new NotPossible(z.prettifyError(read.error));
    return act(world, crowd, read.data);
  };
}
