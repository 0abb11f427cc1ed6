import { z } from "zod";
import type { Chat, Message } from "../world/types.ts";
import { findMessage, type World } from "../world/world.ts";
import { BotApiError, badRequest, forbidden } from "./errors.ts";
import { flag, integer, type Parameters, structure, text } from "./parameters.ts";

/** The chat a call names, by number or `@username`. 400 when there is none, or when the group has moved. */
export function readChat(world: World, call: Parameters, name = "chat_id"): Chat {
  const given = text(call, name)?.trim() ?? "";
  if (given === "") throw badRequest(`${name} is empty`);
  const person = world.people.values().find(({ username }) => `@${username}` === given.toLowerCase());
  const chat = world.chats.get(person ? String(person.id) : given);
  if (!chat) throw badRequest("chat not found");
  if (chat.migratedTo !== undefined) {
    const parameters = { migrate_to_chat_id: chat.migratedTo };
    throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters);
  }
  return chat;
}

/** The chat, when the bot may look at it: of a group that nobody can find by name only its members may. 403 otherwise. */
export function readOpenChat(world: World, call: Parameters): Chat {
  const chat = readChat(world, call);
  if (chat.type === "private") return chat;
  if (chat.bot === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (chat.bot === "left") throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return chat;
}

/** The chat, when the bot may write there. 403 when it was blocked, kicked, or never started. */
export function readWritableChat(world: World, call: Parameters): Chat {
  const chat = readOpenChat(world, call);
  if (chat.type !== "private") return chat;
  if (chat.bot === "kicked") throw forbidden("bot was blocked by the user");
  if (chat.bot === "left") throw forbidden("bot can't initiate conversation with a user");
  return chat;
}

/** `message_thread_id` of a topic that exists; the general topic has no number. */
export function readThread(chat: Chat, call: Parameters): number | undefined {
  const thread = integer(call, "message_thread_id");
  if (thread === undefined || thread === 0) return undefined;
  if (!chat.topics.some((topic) => topic.thread === thread)) throw badRequest("message thread not found");
  return thread;
}

const replyParameters = z.looseObject({
  message_id: z.int(),
  allow_sending_without_reply: z.boolean().exactOptional(),
  quote: z.string().exactOptional(),
});

/** The replied-to message and quote, from `reply_parameters` or the older `reply_to_message_id`. */
export function readReply(world: World, chat: Chat, call: Parameters): { replyTo?: number; quote?: string } {
  const given = structure(call, "reply_parameters", replyParameters, "can't parse reply parameters JSON object");
  const id = given?.message_id ?? integer(call, "reply_to_message_id") ?? 0;
  if (id === 0) return {};
  const replied = findMessage(world, chat.id, id);
  if (!replied) {
    if (given?.allow_sending_without_reply || flag(call, "allow_sending_without_reply")) return {};
    throw badRequest("message to be replied not found");
  }
  if (given?.quote === undefined) return { replyTo: id };
  if (!(replied.text ?? replied.caption ?? "").includes(given.quote)) throw badRequest("QUOTE_TEXT_INVALID");
  return { replyTo: id, quote: given.quote };
}

/** The message a call names; `what` completes "message to … not found". */
export function readMessage(world: World, chat: Chat, call: Parameters, what: string, name = "message_id"): Message {
  const id = integer(call, name);
  if (id === undefined) throw badRequest("message identifier is not specified");
  const message = findMessage(world, chat.id, id);
  if (!message) throw badRequest(`message to ${what} not found`);
  return message;
}
