import type { Chat, Message, StoredFile } from "./types.ts";
import { findMessage, userOf, type World } from "./world.ts";

type Shape = Record<string, unknown>;

/**
 * Bot API `Message`. The replied-to message is rendered one level deep. In a topic, Telegram gives every message that
 * is no reply the topic's creation as `reply_to_message`; so does this.
 */
export function renderMessage(world: World, message: Message, withReply = true): Shape {
  const replied = withReply ? repliedTo(world, message) : undefined;
  return {
    message_id: message.id,
    ...(message.thread !== undefined && { message_thread_id: message.thread, is_topic_message: true }),
    from: userOf(world, message.from),
    chat: renderChat(world, world.chats.get(String(message.chat))),
    date: message.date,
    ...(message.editDate !== undefined && { edit_date: message.editDate }),
    ...(message.forward && { forward_origin: message.forward }),
    ...(replied && { reply_to_message: renderMessage(world, replied, false) }),
    ...(message.quote !== undefined && { quote: { text: message.quote, position: 0, is_manual: true } }),
    ...renderContent(world, message),
    ...(message.markup && "inline_keyboard" in message.markup && { reply_markup: message.markup }),
  };
}

function repliedTo(world: World, message: Message): Message | undefined {
  const id = message.replyTo ?? message.thread;
  return id === undefined || id === message.id ? undefined : findMessage(world, message.chat, id);
}

function renderContent(world: World, message: Message): Shape {
  const entities = message.entities?.length ? message.entities : undefined;
  const photo = message.photo === undefined ? undefined : world.files.get(message.photo);
  const document = message.document === undefined ? undefined : world.files.get(message.document);
  return {
    ...(message.text !== undefined && { text: message.text, ...(entities && { entities }) }),
    ...(photo && { photo: [renderPhoto(photo)] }),
    ...(document && { document: renderDocument(document) }),
    ...(message.caption !== undefined && { caption: message.caption, ...(entities && { caption_entities: entities }) }),
    ...(message.location && { location: message.location }),
    ...message.service,
  };
}

function renderPhoto({ file_id, file_unique_id, file_size, width, height }: StoredFile): Shape {
  return { file_id, file_unique_id, file_size, width, height };
}

function renderDocument({ file_id, file_unique_id, file_size, file_name, mime_type }: StoredFile): Shape {
  return { file_name, mime_type, file_id, file_unique_id, file_size };
}

/** Bot API `Chat` as it stands in messages. */
export function renderChat(world: World, chat: Chat | undefined): Shape {
  if (!chat) return {};
  if (chat.type === "private") {
    const { first_name, last_name, username } = userOf(world, chat.id);
    return { id: chat.id, first_name, ...(last_name && { last_name }), ...(username && { username }), type: "private" };
  }
  return { id: chat.id, title: chat.title, ...(chat.is_forum && { is_forum: true }), type: chat.type };
}

/** What the page draws: the Bot API's message, and what only a client sees (keyboards, reactions, silence). */
export function renderForPage(world: World, message: Message): Shape {
  return {
    ...renderMessage(world, message, message.replyTo !== undefined),
    ...(message.markup && { markup: message.markup }),
    ...(message.reactions && { reactions: message.reactions }),
    ...(message.silent && { silent: true }),
  };
}
