import type { Method } from "./method.ts";
import { getChat, getChatMember, getFile, getMe } from "./methods/about.ts";
import { answerCallbackQuery, createForumTopic, sendChatAction, setMessageReaction } from "./methods/answer.ts";
import { deleteMyCommands, getMyCommands, setMyCommands } from "./methods/commands.ts";
import {
  deleteMessage,
  deleteMessages,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
} from "./methods/edit.ts";
import { copyMessage, forwardMessage, sendDocument, sendMessage, sendPhoto } from "./methods/send.ts";
import { deleteWebhook, getUpdates, getWebhookInfo } from "./methods/updates.ts";

const known: Record<string, Method> = {
  ...{ getMe, getChat, getChatMember, getFile },
  ...{ getUpdates, deleteWebhook, getWebhookInfo },
  ...{ setMyCommands, getMyCommands, deleteMyCommands },
  ...{ sendMessage, sendPhoto, sendDocument, forwardMessage, copyMessage },
  ...{ editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages },
  ...{ answerCallbackQuery, sendChatAction, setMessageReaction, createForumTopic },
};

/** Every method the playground knows, by its lower-case name (Bot API names ignore case). */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries(known).map(([name, method]) => [name.toLowerCase(), method]),
);
