import { post, remove } from "./messages.ts";
import { renderChat } from "./render.ts";
import type { BotStatus, Chat, Topic } from "./types.ts";
import { messagesOf, userOf, type World } from "./world.ts";

/** Telegram's default colour of a topic's icon (Bot API createForumTopic, `icon_color`). */
const blue = 7322096;

/** Opens a topic: its creating message gives it its number. */
export function openTopic(world: World, chat: Chat, by: number, name: string, color = blue): Topic {
  const created = post(world, {
    chat: chat.id,
    from: by,
    service: { forum_topic_created: { name, icon_color: color } },
  });
  const topic: Topic = { thread: created.id, name, icon_color: color };
  world.chats.put(String(chat.id), { ...chat, topics: [...chat.topics, topic] });
  world.events.emit({ type: "changed" });
  return topic;
}

/** Gives a topic another name, and tells it as Telegram does. */
export function renameTopic(world: World, chat: Chat, by: number, thread: number, name: string): void {
  const topics = chat.topics.map((topic) => (topic.thread === thread ? { ...topic, name } : topic));
  world.chats.put(String(chat.id), { ...chat, topics });
  post(world, { chat: chat.id, from: by, thread, service: { forum_topic_edited: { name } } });
  world.events.emit({ type: "changed" });
}

/** Takes a topic away with all that is in it. Bots are not told (Bot API deleteForumTopic). */
export function deleteTopic(world: World, chat: Chat, thread: number): void {
  world.chats.put(String(chat.id), { ...chat, topics: chat.topics.filter((topic) => topic.thread !== thread) });
  const ids = messagesOf(world, chat.id, thread).map(({ id }) => id);
  remove(world, chat.id, ids);
  world.events.emit({ type: "changed" });
}

/** Gives a group another title. */
export function renameGroup(world: World, chat: Chat, by: number, title: string): void {
  world.chats.put(String(chat.id), { ...chat, title });
  post(world, { chat: chat.id, from: by, service: { new_chat_title: title } });
  world.events.emit({ type: "changed" });
}

/** A person goes; a bot that is no administrator learns of it by the service message alone. */
export function leaveGroup(world: World, chat: Chat, person: number): void {
  world.chats.put(String(chat.id), { ...chat, members: chat.members.filter((id) => id !== person) });
  post(world, { chat: chat.id, from: person, service: { left_chat_member: userOf(world, person) } });
  world.events.emit({ type: "changed" });
}

/** Changes how the bot stands in a chat, and tells it by `my_chat_member`. `by` is who did it. */
export function setBotStatus(world: World, chat: Chat, by: number, status: BotStatus): void {
  if (chat.bot === status) return;
  world.chats.put(String(chat.id), { ...chat, bot: status });
  world.inbound.add("my_chat_member", {
    chat: renderChat(world, chat),
    from: userOf(world, by),
    date: Math.floor(world.now() / 1000),
    old_chat_member: botMember(world, chat.bot),
    new_chat_member: botMember(world, status),
  });
  world.events.emit({ type: "changed" });
}

/** Bot API `ChatMember` of the bot itself. */
export function botMember(world: World, status: BotStatus) {
  const user = world.bot;
  if (status === "kicked") return { user, status, until_date: 0 };
  if (status !== "administrator") return { user, status };
  return {
    user,
    status,
    can_be_edited: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_topics: true,
  };
}

/**
 * Turns a group into a supergroup with a new number, as Telegram does: the old one answers with
 * `migrate_to_chat_id` from then on. Returns the new chat.
 */
export function upgradeGroup(world: World, chat: Chat, by: number): Chat {
  const id = -1_002_000_000_000 - world.next("upgrade");
  const upgraded: Chat = { ...chat, id, type: "supergroup" };
  world.chats.put(String(id), upgraded);
  post(world, { chat: chat.id, from: by, service: { migrate_to_chat_id: id } });
  world.chats.put(String(chat.id), { ...chat, migratedTo: id });
  post(world, { chat: id, from: by, service: { migrate_from_chat_id: chat.id } });
  world.events.emit({ type: "changed" });
  return upgraded;
}
