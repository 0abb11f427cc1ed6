import { z } from "zod";
import { openTopic } from "../../world/groups.ts";
import { reactions } from "../../world/reactions.ts";
import { renderForPage } from "../../world/render.ts";
import { putMessage } from "../../world/world.ts";
import { readChat, readMessage, readThread, readWritableChat } from "../chats.ts";
import { badRequest } from "../errors.ts";
import type { Method } from "../method.ts";
import { flag, integer, structure, text } from "../parameters.ts";

/** How long a press can be answered, milliseconds. */
const answerableForMs = 60_000;
const actions = new Set([
  ...["typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"],
  ...["choose_sticker", "find_location", "record_video_note", "upload_video_note"],
]);

/** Bot API answerCallbackQuery: a toast of at most 200 characters, or an alert. */
export const answerCallbackQuery: Method = (world, call) => {
  const query = world.queries.get(text(call, "callback_query_id") ?? "");
  if (!query || query.answered || world.now() - query.at > answerableForMs) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  const toast = text(call, "text");
  if (toast !== undefined && toast.length > 200) throw badRequest("MESSAGE_TOO_LONG");
  world.queries.delete(query.id);
  const alert = flag(call, "show_alert");
  world.events.emit({ type: "answered", query: query.id, person: query.person, ...(toast && { text: toast }), alert });
  return true;
};

/** Bot API sendChatAction. */
export const sendChatAction: Method = (world, call) => {
  const chat = readWritableChat(world, call);
  const thread = readThread(chat, call);
  const action = text(call, "action") ?? "";
  if (!actions.has(action)) throw badRequest("wrong parameter action in request");
  world.events.emit({ type: "typing", chat: chat.id, ...(thread !== undefined && { thread }), action });
  return true;
};

const reactionList = z.array(z.looseObject({ type: z.string(), emoji: z.string().exactOptional() }));

/** Bot API setMessageReaction: at most one emoji for a bot; an empty list takes it back. */
export const setMessageReaction: Method = (world, call) => {
  const message = readMessage(world, readWritableChat(world, call), call, "react");
  const wanted = structure(call, "reaction", reactionList, "can't parse reaction types JSON object") ?? [];
  if (wanted.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  const emoji = wanted[0]?.emoji;
  if (wanted.length > 0 && (emoji === undefined || !reactions.has(emoji))) throw badRequest("REACTION_INVALID");
  const { [String(world.bot.id)]: _, ...others } = message.reactions ?? {};
  const changed = { ...message, reactions: { ...others, ...(emoji && { [world.bot.id]: emoji }) } };
  putMessage(world, changed);
  world.events.emit({ type: "edited", message: renderForPage(world, changed), chat: changed.chat, id: changed.id });
  return true;
};

/** Bot API createForumTopic. The bot must administer the forum. */
export const createForumTopic: Method = (world, call) => {
  const chat = readChat(world, call);
  const name = text(call, "name")?.trim() ?? "";
  if (!chat.is_forum) throw badRequest("the chat is not a forum");
  if (chat.bot !== "administrator") throw badRequest("not enough rights to create a topic");
  if (name === "" || name.length > 128) throw badRequest("TOPIC_TITLE_EMPTY");
  const topic = openTopic(world, chat, world.bot.id, name, integer(call, "icon_color"));
  return { message_thread_id: topic.thread, name: topic.name, icon_color: topic.icon_color };
};
