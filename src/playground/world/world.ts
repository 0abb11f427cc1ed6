import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createEvents, type Events } from "./events.ts";
import { openJournal, type Table } from "./journal.ts";
import type { BotCommand, CallbackQuery, Chat, Message, Person, StoredFile, User } from "./types.ts";
import { createInbound, type Inbound, type QueuedUpdate } from "./updates.ts";

/** Everything the playground knows, kept in `<directory>/world.jsonl` and in `<directory>/files`. */
export interface World {
  readonly directory: string;
  readonly bot: User;
  readonly token: string;
  readonly people: Table<Person>;
  readonly chats: Table<Chat>;
  readonly messages: Table<Message>;
  readonly files: Table<StoredFile>;
  readonly updates: Table<QueuedUpdate>;
  readonly queries: Table<CallbackQuery>;
  readonly commands: Table<BotCommand[]>;
  readonly settings: Table<unknown>;
  /** Last message id a person has read, by `person:chat:thread`. */
  readonly read: Table<number>;
  readonly events: Events;
  readonly inbound: Inbound;
  /** Milliseconds since 1970. */
  now(): number;
  /** The next number of a persistent row: 1, 2, 3… A number is never given twice. */
  next(counter: string): number;
  close(): void;
}

/** The group every new world has. */
export const firstGroup = -1001000000001;

/** Opens the world below `directory`, and peoples it when it is new. `token` overrides the kept one. */
export function openWorld(directory: string, now: () => number, token?: string): World {
  const journal = openJournal(join(directory, "world.jsonl"));
  const settings = journal.table<unknown>("settings");
  const counters = journal.table<number>("counters");
  const kept = token ?? (settings.get("token") as string | undefined) ?? newToken();
  if (settings.get("token") !== kept) settings.put("token", kept);
  const next = (counter: string) => {
    const number = (counters.get(counter) ?? 0) + 1;
    counters.put(counter, number);
    return number;
  };
  const updates = journal.table<QueuedUpdate>("updates");
  const world: World = {
    directory,
    token: kept,
    bot: { id: Number(kept.split(":")[0]), is_bot: true, first_name: "Belfry", username: "belfry_bot" },
    people: journal.table("people"),
    chats: journal.table("chats"),
    messages: journal.table("messages"),
    files: journal.table("files"),
    queries: journal.table("queries"),
    commands: journal.table("commands"),
    read: journal.table("read"),
    updates,
    settings,
    events: createEvents(),
    inbound: createInbound({ updates, settings, now, next }),
    now,
    next,
    close: () => journal.close(),
  };
  if (world.people.values().length === 0) populate(world);
  return world;
}

/** `123456789:AA…` as BotFather writes it, 35 characters after the colon. */
function newToken(): string {
  return `123456789:AA${randomBytes(25).toString("base64url").slice(0, 33)}`;
}

function populate(world: World): void {
  const people: Person[] = [
    { id: 1001, is_bot: false, first_name: "Ana", username: "ana", language_code: "en", standing: "owner" },
    { id: 1002, is_bot: false, first_name: "Boris", username: "boris", language_code: "en", standing: "member" },
    { id: 1003, is_bot: false, first_name: "Carla", username: "carla", language_code: "en", standing: "stranger" },
  ];
  for (const person of people) addPerson(world, person);
  world.chats.put(String(firstGroup), {
    id: firstGroup,
    type: "supergroup",
    title: "Home",
    is_forum: true,
    members: people.map((person) => person.id),
    bot: "member",
    topics: [],
  });
}

/** Adds a person and the private chat with the bot, not started yet. */
export function addPerson(world: World, person: Person): void {
  world.people.put(String(person.id), person);
  world.chats.put(String(person.id), { id: person.id, type: "private", members: [person.id], bot: "left", topics: [] });
}

/** True while the bot sees only commands, mentions and replies in groups (BotFather's privacy mode, on at first). */
export function privacyMode(world: World): boolean {
  return world.settings.get("privacy") !== false;
}

/** A message by its place. */
export function findMessage(world: World, chat: number, id: number): Message | undefined {
  return world.messages.get(`${chat}:${id}`);
}

/** Writes a message in its place. */
export function putMessage(world: World, message: Message): void {
  world.messages.put(`${message.chat}:${message.id}`, message);
}

/** Messages of one chat, oldest first; with `thread`, of that topic only (`null`: outside all topics). */
export function messagesOf(world: World, chat: number, thread?: number | null): Message[] {
  return world.messages.values().filter((message) => {
    if (message.chat !== chat) return false;
    return thread === undefined || (message.thread ?? null) === thread;
  });
}

/** A person or the bot. */
export function userOf(world: World, id: number): User {
  const person = world.people.get(String(id));
  if (!person) return id === world.bot.id ? world.bot : { id, is_bot: false, first_name: "Somebody" };
  const { standing: _, ...user } = person;
  return user;
}
