import type { Crowd, Place } from "../../src/playground/people/crowd.ts";
import { renderForPage } from "../../src/playground/world/render.ts";
import type { Entity, Message } from "../../src/playground/world/types.ts";
import { findMessage, type World } from "../../src/playground/world/world.ts";
import type { Chronicle } from "./chronicle.ts";

/** A message as a person sees it. `edited` tells which of the two made it visible. */
export interface Seen {
  chat: number;
  id: number;
  thread: number | undefined;
  replyTo: number | undefined;
  /** Text or caption. */
  text: string;
  entities: Entity[];
  /** Texts of the inline buttons, row by row. */
  buttons: string[][];
  edited: boolean;
  /** The message in the Bot API's shape. */
  raw: Record<string, unknown>;
}

/** A text contained, a pattern, or any test. */
export type Match = string | RegExp | ((message: Seen) => boolean);

/** Where to look: the private chat unless given; `timeoutMs` (a minute) only guards against waiting for ever. */
export interface Look {
  chat?: number;
  timeoutMs?: number;
}

/** What the bot answered to a press. */
export interface PressAnswer {
  text: string | undefined;
  alert: boolean;
}

/** A person at the other end. Everything is said in the private chat unless a place is given. */
export interface Actor {
  id: number;
  say(text: string, place?: Place & { entities?: Entity[] }): Message;
  edit(message: number, text: string, chat?: number): Message;
  forward(message: number, to?: Place, chat?: number): Message;
  sendPhoto(caption?: string, place?: Place): Message;
  sendDocument(name: string, bytes: Buffer, place?: Place & { caption?: string }): Message;
  sendLocation(latitude: number, longitude: number, place?: Place): Message;
  react(message: number, emoji: string | undefined, chat?: number): void;
  remove(message: number, chat?: number): void;
  block(): void;
  unblock(): void;
  /** Presses the button with this text as the message shows it now; resolves with the bot's answer. */
  press(message: { chat: number; id: number }, button: string): Promise<PressAnswer>;
  /** Sends any callback data, as a changed client could; resolves with the bot's answer. */
  forge(message: { chat: number; id: number }, data: string): Promise<PressAnswer>;
  /** The next message or edit of the bot that matches, among those not seen yet; what lies before it counts as seen. */
  sees(match: Match, look?: Look): Promise<Seen>;
  /** The bot's messages and edits not seen yet. */
  unseen(chat?: number): Seen[];
  /** A message as it stands now; undefined when deleted. */
  current(message: { chat: number; id: number }): Seen | undefined;
}

/** A one-pixel PNG. */
export const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The person `id` of a playground. */
export function createActor(id: number, world: () => World, crowd: () => Crowd, chronicle: Chronicle): Actor {
  const cursors = new Map<number, number>();
  const answerTo = async (query: string): Promise<PressAnswer> => {
    const answer = await chronicle.find(
      0,
      (event) => event.type === "answered" && event.query === query,
      "an answer to the press",
    );
    if (answer.event.type !== "answered") throw new Error("not an answer");
    return { text: answer.event.text, alert: answer.event.alert };
  };
  const shown = (chat: number, from: number) => {
    const messages = chronicle.events.slice(from).flatMap((event) => toSeen(world(), event) ?? []);
    return messages.filter((message) => message.chat === chat);
  };
  return {
    id,
    say: (text, place) => crowd().say(id, text, place),
    edit: (message, text, chat = id) => crowd().edit(id, chat, message, text),
    forward: (message, to, chat = id) => crowd().forward(id, chat, message, to),
    sendPhoto: (caption = "", place) =>
      crowd().sendFile(id, { name: "photo.png", type: "image/png", bytes: pixel }, { ...place, caption }),
    sendDocument: (name, bytes, place) =>
      crowd().sendFile(id, { name, type: "application/octet-stream", bytes }, { ...place, asDocument: true }),
    sendLocation: (latitude, longitude, place) => crowd().sendLocation(id, { latitude, longitude }, place),
    react: (message, emoji, chat = id) => crowd().react(id, chat, message, emoji),
    remove: (message, chat = id) => crowd().remove(id, chat, message),
    block: () => crowd().block(id),
    unblock: () => crowd().unblock(id),
    async press(message, button) {
      const stored = findMessage(world(), message.chat, message.id);
      const found = (stored ? buttonsOf(stored) : []).flat().find(({ text }) => text === button);
      if (found?.callback_data === undefined) throw new Error(`No button "${button}" on message ${message.id}`);
      return answerTo(crowd().press(id, message.chat, message.id, found.callback_data));
    },
    forge: async (message, data) => answerTo(crowd().press(id, message.chat, message.id, data)),
    async sees(match, { chat = id, timeoutMs } = {}) {
      const fits = (event: Chronicle["events"][number]) => {
        const message = toSeen(world(), event);
        return message !== undefined && message.chat === chat && matches(message, match);
      };
      const from = cursors.get(chat) ?? 0;
      const wanted = `${String(match)}\nunseen: ${JSON.stringify(shown(chat, from).map(({ text }) => text))}`;
      const { event, at } = await chronicle.find(from, fits, wanted, timeoutMs);
      cursors.set(chat, at + 1);
      const seen = toSeen(world(), event);
      if (!seen) throw new Error("not a message");
      return seen;
    },
    unseen: (chat = id) => shown(chat, cursors.get(chat) ?? 0),
    current(message) {
      const stored = findMessage(world(), message.chat, message.id);
      const raw = stored && renderForPage(world(), stored);
      return raw && read(raw, message.chat, stored.editDate !== undefined);
    },
  };
}

function toSeen(world: World, event: Chronicle["events"][number]): Seen | undefined {
  if (event.type !== "message" && event.type !== "edited") return undefined;
  const from = event.message.from as { id: number } | undefined;
  return from?.id === world.bot.id ? read(event.message, event.chat, event.type === "edited") : undefined;
}

function read(raw: Record<string, unknown>, chat: number, edited: boolean): Seen {
  const markup = raw.reply_markup as { inline_keyboard?: { text: string }[][] } | undefined;
  const replied = raw.reply_to_message as { message_id: number } | undefined;
  return {
    chat,
    id: Number(raw.message_id),
    thread: raw.message_thread_id as number | undefined,
    replyTo: replied?.message_id,
    text: String(raw.text ?? raw.caption ?? ""),
    entities: (raw.entities ?? raw.caption_entities ?? []) as Entity[],
    buttons: (markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text)),
    edited,
    raw,
  };
}

function matches(message: Seen, match: Match): boolean {
  if (typeof match === "string") return message.text.includes(match);
  return match instanceof RegExp ? match.test(message.text) : match(message);
}

function buttonsOf(message: Message) {
  return message.markup && "inline_keyboard" in message.markup ? message.markup.inline_keyboard : [];
}
