import { imageSize, storeFile } from "../../world/files.ts";
import { type Draft, post } from "../../world/messages.ts";
import { renderMessage } from "../../world/render.ts";
import type { Chat, FormattedText, StoredFile } from "../../world/types.ts";
import type { World } from "../../world/world.ts";
import { readChat, readMessage, readReply, readThread, readWritableChat } from "../chats.ts";
import { badRequest } from "../errors.ts";
import { formatted } from "../formatted.ts";
import { readMarkup } from "../markup.ts";
import type { Method } from "../method.ts";
import { flag, type Parameters, text } from "../parameters.ts";

/** Bot API sendMessage. */
export const sendMessage: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const content = formatted(world, call, "text");
  if (!content?.text) throw badRequest("message text is empty");
  return sent(world, { ...frame(world, chat, call), ...textOf(content) });
};

/** Bot API sendPhoto, with an upload or the id of an earlier photo. */
export const sendPhoto: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const place = frame(world, chat, call);
  const content = formatted(world, call, "caption");
  const upload = uploadOf(call, "photo");
  if (upload && !imageSize(upload.bytes)) throw badRequest("IMAGE_PROCESS_FAILED");
  const file = upload ? storeFile(world, upload) : earlierFile(world, call, "photo");
  return sent(world, { ...place, photo: file.file_id, ...captionOf(content) });
};

/** Bot API sendDocument, with an upload or the id of an earlier document. */
export const sendDocument: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const place = frame(world, chat, call);
  const content = formatted(world, call, "caption");
  const upload = uploadOf(call, "document");
  if (upload?.bytes.length === 0) throw badRequest("file must be non-empty");
  const file = upload ? storeFile(world, upload) : earlierFile(world, call, "document");
  return sent(world, { ...place, document: file.file_id, ...captionOf(content) });
};

/** Bot API forwardMessage. */
export const forwardMessage: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const thread = readThread(chat, call);
  const source = readMessage(world, readChat(world, call, "from_chat_id"), call, "forward");
  if (source.service) throw badRequest("the message can't be forwarded");
  const { text, caption, entities, photo, document, location, forward, from, date } = source;
  const origin = forward ?? { type: "user" as const, date, sender_user: userIn(world, from) };
  return sent(world, {
    ...defined({ chat: chat.id, from: world.bot.id, thread, forward: origin }),
    ...defined({ text, caption, entities, photo, document, location }),
  });
};

/** Bot API copyMessage: the same content as a message of the bot's own. Returns a `MessageId`. */
export const copyMessage: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const place = frame(world, chat, call);
  const source = readMessage(world, readChat(world, call, "from_chat_id"), call, "copy");
  if (source.service) throw badRequest("the message can't be copied");
  const { text, caption, entities, photo, document, location } = source;
  const replaced = formatted(world, call, "caption");
  const copy = post(world, {
    ...place,
    ...defined({ text, caption, entities, photo, document, location }),
    ...(replaced && text === undefined && captionOf(replaced)),
  });
  return { message_id: copy.id };
};

/** What every message of the bot has: place, reply, keyboard, silence. */
function frame(world: World, chat: Chat, call: Parameters): Draft {
  const thread = readThread(chat, call);
  const reply = readReply(world, chat, call);
  const markup = readMarkup(call);
  const silent = flag(call, "disable_notification") || undefined;
  return defined({ chat: chat.id, from: world.bot.id, thread, markup, silent, ...reply });
}

function sent(world: World, draft: Draft): unknown {
  return renderMessage(world, post(world, draft));
}

function textOf({ text, entities }: FormattedText) {
  return { text, ...(entities.length > 0 && { entities }) };
}

function captionOf(content: FormattedText | undefined) {
  return content?.text
    ? { caption: content.text, ...(content.entities.length > 0 && { entities: content.entities }) }
    : {};
}

/** An upload named by the field itself or by `attach://name` (Bot API `InputFile`). */
function uploadOf(call: Parameters, field: string) {
  const reference = /^attach:\/\/(.+)$/u.exec(text(call, field) ?? "")?.[1];
  const upload = call.files[reference ?? field];
  if (upload && upload.bytes.length > 50 * 1024 * 1024) throw badRequest("file is too big");
  return upload;
}

function earlierFile(world: World, call: Parameters, kind: "photo" | "document"): StoredFile {
  const id = text(call, kind);
  if (!id) throw badRequest(`there is no ${kind} in the request`);
  if (/^https?:/u.test(id)) throw badRequest("failed to get HTTP URL content");
  const file = world.files.get(id);
  if (!file) throw badRequest("wrong remote file identifier specified: Wrong character in the string");
  return file;
}

function userIn(world: World, id: number) {
  const { standing: _, ...user } = world.people.get(String(id)) ?? { ...world.bot, standing: undefined };
  return user;
}

/** The object without its undefined fields. */
function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
