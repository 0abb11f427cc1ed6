/** Telegram tells when a chat shuts Belfry out or lets it in again, and by the way what groups and topics are called. */
import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { Belfry } from "../core/belfry.ts";
import type { Change } from "../core/store.ts";
import { quoted } from "../texts/person.ts";

export async function noteMembership(belfry: Belfry, update: NonNullable<Context["myChatMember"]>): Promise<void> {
  const { chat, new_chat_member: me } = update;
  if (chat.type === "channel") return;
  const known = await belfry.store.chats.get(chat.id);
  const out = me.status === "kicked" || me.status === "left";
  // A stranger's chat is not worth a row; a group is, so that an owner can allow it.
  if (known === null && (chat.type === "private" || out)) return;
  const blockedAt = out ? belfry.clock.now() : null;
  const title = chat.title === undefined ? {} : { title: quoted(chat.title) };
  await belfry.store.commit([{ do: "putChat", id: chat.id, patch: { blockedAt, ...title } }]);
  belfry.wake();
}

/** Names come from Telegram itself, so it is all the same who wrote the message. */
export async function noteNames(belfry: Belfry, message: Message): Promise<void> {
  const { chat } = message;
  if (chat.type !== "group" && chat.type !== "supergroup") return;
  const known = await belfry.store.chats.get(chat.id);
  if (known === null) return;
  const title = quoted(chat.title);
  const changes: Change[] = known.title === title ? [] : [{ do: "putChat", id: chat.id, patch: { title } }];
  const topic = await topicIn(belfry, message);
  if (topic) changes.push({ do: "nameTopic", row: { ...topic, chat: chat.id } });
  if (changes.length > 0) await belfry.store.commit(changes);
}

/**
 * The name of the message's topic, where it tells something new: that it was made or renamed, or, in what its first
 * message said, which every message of the topic shows, how it was called when it was made.
 */
async function topicIn(belfry: Belfry, message: Message): Promise<{ thread: number; name: string } | null> {
  const { message_thread_id: thread, forum_topic_created: created, forum_topic_edited: edited } = message;
  if (thread === undefined) return null;
  const name = created?.name ?? edited?.name;
  if (name !== undefined) return { thread, name: quoted(name) };
  const first = message.reply_to_message?.forum_topic_created?.name;
  if (first === undefined || (await belfry.store.topics.get(message.chat.id, thread))) return null;
  return { thread, name: quoted(first) };
}
