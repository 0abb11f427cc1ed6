import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { remove, rewrite, seconds } from "../../world/messages.ts";
import { renderMessage } from "../../world/render.ts";
import type { Chat, Message } from "../../world/types.ts";
import { findMessage, type World } from "../../world/world.ts";
import { readMessage, readWritableChat } from "../chats.ts";
import { badRequest } from "../errors.ts";
import { formatted } from "../formatted.ts";
import { readInlineMarkup } from "../markup.ts";
import type { Method } from "../method.ts";
import { integer, type Parameters, structure } from "../parameters.ts";

const twoDays = 48 * 60 * 60;

/** Bot API editMessageText. Without `reply_markup` the keyboard goes. */
export const editMessageText: Method = (world, call) => {
  const message = ownMessage(world, call);
  const content = formatted(world, call, "text");
  if (!content?.text) throw badRequest("message text is empty");
  if (message.text === undefined) throw badRequest("there is no text in the message to edit");
  return change(world, call, message, { text: content.text, entities: content.entities });
};

/** Bot API editMessageCaption. */
export const editMessageCaption: Method = (world, call) => {
  const message = ownMessage(world, call);
  const content = formatted(world, call, "caption");
  if (!message.photo && !message.document) throw badRequest("there is no caption in the message to edit");
  return change(world, call, message, { caption: content?.text ?? "", entities: content?.entities ?? [] });
};

/** Bot API editMessageReplyMarkup. */
export const editMessageReplyMarkup: Method = (world, call) => change(world, call, ownMessage(world, call), {});

/** Bot API deleteMessage: the bot's own within 48 h, others' in private chats or as administrator. */
export const deleteMessage: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const message = readMessage(world, chat, call, "delete");
  if (!mayDelete(world, chat, message)) throw badRequest("message can't be deleted");
  remove(world, chat.id, [message.id]);
  return true;
};

/** Bot API deleteMessages; what is not there is skipped. */
export const deleteMessages: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const ids = structure(call, "message_ids", z.array(z.int()).max(100), "message identifiers are not specified");
  if (!ids?.length) throw badRequest("message identifiers are not specified");
  const found = ids.flatMap((id) => findMessage(world, chat.id, id) ?? []);
  if (found.some((message) => !mayDelete(world, chat, message))) throw badRequest("message can't be deleted");
  remove(world, chat.id, ids);
  return true;
};

function ownMessage(world: World, call: Parameters): Message {
  if (integer(call, "message_id") === undefined) throw badRequest("message identifier is not specified");
  const message = readMessage(world, readWritableChat(world, call), call, "edit");
  const replyKeyboard = message.markup && !("inline_keyboard" in message.markup);
  if (message.from !== world.bot.id || message.forward || message.service || replyKeyboard) {
    throw badRequest("message can't be edited");
  }
  return message;
}

function change(world: World, call: Parameters, message: Message, content: Partial<Message>): unknown {
  const markup = readInlineMarkup(call);
  const { markup: _, ...kept } = message;
  const changed: Message = { ...kept, ...content, ...(markup && { markup }) };
  if (isDeepStrictEqual(essence(changed), essence(message))) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  return renderMessage(world, rewrite(world, changed));
}

function essence({ text, caption, entities, markup }: Message): unknown {
  return { text, caption: caption || undefined, entities: entities ?? [], markup };
}

function mayDelete(world: World, chat: Chat, message: Message): boolean {
  if (seconds(world) - message.date > twoDays) return false;
  return message.from === world.bot.id || chat.type === "private" || chat.bot === "administrator";
}
