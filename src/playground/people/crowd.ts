import { imageSize, storeFile, type Upload } from "../world/files.ts";
import { setBotStatus } from "../world/groups.ts";
import { post, readText, remove, rewrite } from "../world/messages.ts";
import { reactions } from "../world/reactions.ts";
import { renderChat, renderMessage } from "../world/render.ts";
import type { Chat, Entity, Location, Message } from "../world/types.ts";
import { findMessage, userOf, type World } from "../world/world.ts";

/** Where a person writes: the private chat with the bot unless said otherwise. */
export interface Place {
  chat?: number;
  thread?: number;
  replyTo?: number;
  quote?: string;
}

/** A person did what a Telegram client would not let them do. */
export class NotPossible extends Error {}

/** What people can do, exactly as far as a Telegram client lets them. Every call throws `NotPossible` when it does not. */
export interface Crowd {
  say(person: number, text: string, place?: Place & { entities?: Entity[] }): Message;
  sendFile(person: number, upload: Upload, place?: Place & { caption?: string; asDocument?: boolean }): Message;
  sendLocation(person: number, location: Location, place?: Place): Message;
  edit(person: number, chat: number, message: number, text: string): Message;
  remove(person: number, chat: number, message: number): void;
  forward(person: number, chat: number, message: number, to?: Place): Message;
  /** Presses an inline button and returns the query's id; the bot's answer is an `answered` event. */
  press(person: number, chat: number, message: number, data: string): string;
  react(person: number, chat: number, message: number, emoji: string | undefined): void;
  block(person: number): void;
  unblock(person: number): void;
  /** Marks everything up to a message as read. */
  readUpTo(person: number, chat: number, thread: number | undefined, message: number): void;
}

/** The people of a world. */
export function createCrowd(world: World): Crowd {
  return {
    say(person, text, place = {}) {
      const content = readText({ text, entities: place.entities ?? [] });
      if (content.text === "") throw new NotPossible("There is nothing to send.");
      if (content.text.length > 4096) throw new NotPossible("A message holds at most 4096 characters.");
      return write(world, person, place, filled(content.text, content.entities, "text"));
    },
    sendFile(person, upload, place = {}) {
      if (upload.bytes.length === 0) throw new NotPossible("The file is empty.");
      const { text, entities } = readText({ text: place.caption ?? "", entities: [] });
      const file = storeFile(world, upload);
      const picture = !place.asDocument && imageSize(upload.bytes) !== undefined;
      const caption = text === "" ? {} : filled(text.slice(0, 1024), entities, "caption");
      return write(world, person, place, { [picture ? "photo" : "document"]: file.file_id, ...caption });
    },
    sendLocation: (person, location, place = {}) => write(world, person, place, { location }),
    edit(person, chat, id, text) {
      const message = own(world, person, chat, id);
      const content = readText({ text, entities: [] });
      if (content.text === "" || message.forward) throw new NotPossible("This message cannot be edited.");
      const { entities: _, ...kept } = message;
      return rewrite(world, {
        ...kept,
        ...filled(content.text, content.entities, message.text === undefined ? "caption" : "text"),
      });
    },
    remove(person, chat, id) {
      const message = seen(world, person, chat, id);
      if (chat < 0 && message.from !== person) throw new NotPossible("Only one's own messages can be deleted here.");
      remove(world, chat, [id]);
    },
    forward: (person, chat, id, to = {}) => forward(world, person, seen(world, person, chat, id), to),
    press: (person, chat, id, data) => press(world, person, seen(world, person, chat, id), data),
    react: (person, chat, id, emoji) => react(world, person, seen(world, person, chat, id), emoji),
    block: (person) => setBotStatus(world, chatOf(world, person, person), person, "kicked"),
    unblock: (person) => setBotStatus(world, chatOf(world, person, person), person, "member"),
    readUpTo(person, chat, thread, message) {
      const key = `${person}:${chat}:${thread ?? 0}`;
      if ((world.read.get(key) ?? 0) < message) world.read.put(key, message);
    },
  };
}

type Content = Pick<Message, "text" | "caption" | "entities" | "photo" | "document" | "location" | "forward">;

function write(world: World, person: number, place: Place, content: Content): Message {
  const chat = chatOf(world, person, place.chat ?? person);
  if (place.thread !== undefined && !chat.topics.some(({ thread }) => thread === place.thread)) {
    throw new NotPossible("There is no such topic.");
  }
  if (place.replyTo !== undefined) seen(world, person, chat.id, place.replyTo);
  if (chat.type === "private" && chat.bot === "left") world.chats.put(String(chat.id), { ...chat, bot: "member" });
  if (chat.type === "private" && chat.bot === "kicked") throw new NotPossible("You blocked the bot.");
  return post(world, {
    chat: chat.id,
    from: person,
    ...(place.thread !== undefined && { thread: place.thread }),
    ...(place.replyTo !== undefined && { replyTo: place.replyTo }),
    ...(place.quote !== undefined && { quote: place.quote }),
    ...content,
  });
}

function filled(text: string, entities: Entity[], as: "text" | "caption"): Content {
  return { [as]: text, ...(entities.length > 0 && { entities }) };
}

function forward(world: World, person: number, source: Message, to: Place): Message {
  if (source.service) throw new NotPossible("This cannot be forwarded.");
  const { text, caption, entities, photo, document, location, date, from } = source;
  const origin = source.forward ?? { type: "user" as const, date, sender_user: userOf(world, from) };
  return write(world, person, to, {
    forward: origin,
    ...(text !== undefined && { text }),
    ...(caption !== undefined && { caption }),
    ...(entities && { entities }),
    ...(photo !== undefined && { photo }),
    ...(document !== undefined && { document }),
    ...(location && { location }),
  });
}

/** Any data may be pressed: a changed client can send what it likes, and the bot must stand that. */
function press(world: World, person: number, message: Message, data: string): string {
  const id = String(3_000_000_000_000 + world.next("query"));
  world.queries.put(id, { id, person, chat: message.chat, message: message.id, data, at: world.now() });
  world.inbound.add("callback_query", {
    id,
    from: userOf(world, person),
    message: renderMessage(world, message),
    chat_instance: String(4_000_000_000_000 + Math.abs(message.chat)),
    data,
  });
  return id;
}

function react(world: World, person: number, message: Message, emoji: string | undefined): void {
  if (emoji !== undefined && !reactions.has(emoji)) throw new NotPossible("This is not a reaction.");
  const { [String(person)]: before, ...others } = message.reactions ?? {};
  if (before === emoji) return;
  const changed = { ...message, reactions: { ...others, ...(emoji && { [person]: emoji }) } };
  rewrite(world, changed, true);
  const chat = world.chats.get(String(message.chat));
  if (chat?.type !== "private" && chat?.bot !== "administrator") return;
  world.inbound.add("message_reaction", {
    chat: renderChat(world, chat),
    message_id: message.id,
    user: userOf(world, person),
    date: Math.floor(world.now() / 1000),
    old_reaction: before ? [{ type: "emoji", emoji: before }] : [],
    new_reaction: emoji ? [{ type: "emoji", emoji }] : [],
  });
}

/** The chat, when the person is in it. */
export function chatOf(world: World, person: number, id: number): Chat {
  const chat = world.chats.get(String(id));
  if (!chat?.members.includes(person)) throw new NotPossible("There is no such chat.");
  return chat;
}

function seen(world: World, person: number, chat: number, id: number): Message {
  chatOf(world, person, chat);
  const message = findMessage(world, chat, id);
  if (!message) throw new NotPossible("There is no such message.");
  return message;
}

function own(world: World, person: number, chat: number, id: number): Message {
  const message = seen(world, person, chat, id);
  if (message.from !== person) throw new NotPossible("Only one's own messages can be edited.");
  return message;
}
