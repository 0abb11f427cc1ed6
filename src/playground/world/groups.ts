import { post } from "./messages.ts";
import { renderChat } from "./render.ts";
import type { BotStatus, Chat, Topic } from "./types.ts";
import { userOf, type World } from "./world.ts";

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
