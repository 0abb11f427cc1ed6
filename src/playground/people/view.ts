import { commandsFor } from "../world/menu.ts";
import { renderForPage } from "../world/render.ts";
import type { BotCommand, Chat, Person, Topic } from "../world/types.ts";
import { messagesOf, privacyMode, type World } from "../world/world.ts";

/** One row of the left column: a private chat, a group's general topic, or one topic. */
export interface ChatRow {
  chat: number;
  thread?: number;
  type: Chat["type"];
  title: string;
  /** The group a topic belongs to. */
  group?: string;
  color?: number;
  bot: Chat["bot"];
  forum: boolean;
  last?: Record<string, unknown>;
  unread: number;
  commands: BotCommand[];
}

/** What one person's screen shows besides the open chat. */
export interface Screen {
  people: Person[];
  bot: { id: number; first_name: string; username?: string };
  privacy: boolean;
  rows: ChatRow[];
  /** Unread messages of everybody, by person. */
  unread: Record<string, number>;
}

/** The screen of a person. */
export function screenOf(world: World, person: number): Screen {
  const people = world.people.values();
  return {
    people,
    bot: world.bot as Screen["bot"],
    privacy: privacyMode(world),
    rows: rowsOf(world, person),
    unread: Object.fromEntries(
      people.map(({ id }) => [id, rowsOf(world, id).reduce((sum, row) => sum + row.unread, 0)]),
    ),
  };
}

const pageLength = 80;

/** The last messages of a chat or topic before message `before`, oldest first. */
export function historyOf(world: World, chat: Chat, thread: number | undefined, before: number) {
  const filter = chat.is_forum ? (thread ?? null) : undefined;
  const messages = messagesOf(world, chat.id, filter).filter((message) => message.id < before);
  return messages.slice(-pageLength).map((message) => renderForPage(world, message));
}

function rowsOf(world: World, person: number): ChatRow[] {
  const chats = world.chats.values().filter((chat) => chat.members.includes(person) && chat.migratedTo === undefined);
  return chats.flatMap((chat) => [
    row(world, chat, person),
    ...chat.topics.map((topic) => row(world, chat, person, topic)),
  ]);
}

function row(world: World, chat: Chat, person: number, topic?: Topic): ChatRow {
  const messages = messagesOf(world, chat.id, chat.is_forum ? (topic?.thread ?? null) : undefined);
  const last = messages.at(-1);
  const read = world.read.get(`${person}:${chat.id}:${topic?.thread ?? 0}`) ?? 0;
  const title = chat.type === "private" ? world.bot.first_name : (chat.title ?? "Group");
  return {
    chat: chat.id,
    ...(topic && { thread: topic.thread, color: topic.icon_color }),
    type: chat.type,
    title: topic?.name ?? title,
    ...(topic && chat.title !== undefined && { group: chat.title }),
    bot: chat.bot,
    forum: chat.is_forum ?? false,
    ...(last && { last: renderForPage(world, last) }),
    unread: messages.filter((message) => message.id > read && message.from !== person && !message.service).length,
    commands: commandsFor(world, chat, person),
  };
}
