import { cleanText } from "../text/clean.ts";
import { withFoundEntities } from "../text/detect.ts";
import { renderForPage, renderMessage } from "./render.ts";
import type { FormattedText, Message } from "./types.ts";
import { findMessage, privacyMode, putMessage, type World } from "./world.ts";

/** A message before it has a number and a date. */
export type Draft = Omit<Message, "id" | "date">;

/** Stores a new message, shows it on the page, and queues it for the bot when a person wrote it and the bot may see it. */
export function post(world: World, draft: Draft): Message {
  const supergroup = world.chats.get(String(draft.chat))?.type === "supergroup";
  const id = world.next(supergroup ? `message:${draft.chat}` : "message");
  const opensTopic = draft.service && "forum_topic_created" in draft.service;
  const message: Message = { ...draft, id, date: seconds(world), ...(opensTopic && { thread: id }) };
  putMessage(world, message);
  announce(world, "message", message);
  if (seenByBot(world, message)) world.inbound.add("message", renderMessage(world, message));
  return message;
}

/** Stores a changed message and shows it. A person's edit also reaches the bot. */
export function rewrite(world: World, message: Message, silent = false): Message {
  const changed = silent ? message : { ...message, editDate: seconds(world) };
  putMessage(world, changed);
  announce(world, "edited", changed);
  if (!silent && seenByBot(world, changed)) world.inbound.add("edited_message", renderMessage(world, changed));
  return changed;
}

/** Removes messages. The bot is never told, as in Telegram. */
export function remove(world: World, chat: number, ids: number[]): void {
  const found = ids.filter((id) => findMessage(world, chat, id));
  for (const id of found) world.messages.delete(`${chat}:${id}`);
  if (found.length > 0) world.events.emit({ type: "deleted", chat, ids: found });
}

/** Washes a text as Telegram does and finds its commands, links and mentions. */
export function readText(given: FormattedText): FormattedText {
  const { text, entities } = cleanText(given);
  return { text, entities: withFoundEntities(text, entities) };
}

/** Now, in the Bot API's seconds. */
export function seconds(world: World): number {
  return Math.floor(world.now() / 1000);
}

function announce(world: World, type: "message" | "edited", message: Message): void {
  world.events.emit({ type, message: renderForPage(world, message), chat: message.chat, id: message.id });
}

/** Privacy mode as the Bot API describes it: in groups only commands, mentions, replies to the bot, and service messages. */
function seenByBot(world: World, message: Message): boolean {
  const chat = world.chats.get(String(message.chat));
  if (!chat || message.from === world.bot.id) return false;
  if (chat.bot === "kicked" || chat.bot === "left") return false;
  if (chat.type === "private" || chat.bot === "administrator" || message.service) return true;
  if (!privacyMode(world)) return true;
  if (message.replyTo !== undefined && findMessage(world, message.chat, message.replyTo)?.from === world.bot.id)
    return true;
  const text = message.text ?? message.caption ?? "";
  const mine = `@${world.bot.username}`.toLowerCase();
  return (message.entities ?? []).some((entity) => {
    const word = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === "mention") return word === mine;
    if (entity.type === "text_mention") return entity.user?.id === world.bot.id;
    return entity.type === "bot_command" && (!word.includes("@") || word.endsWith(mine));
  });
}
