/** Whether a message is for Belfry, what it says, and which message of ours it replies to. */
import type { Message } from "grammy/types";
import { commandOf } from "./command-words.ts";
import { inGroup, type Talk } from "./talk.ts";

/** Telegram takes the marks away and says beside the text what was in them. */
const runs =
  /\b(?:run|check|execute|command|führe|starte|prüfe|befehl)\b(?:\s+(?:the|den)?\s*(?:command|befehl))?\s*:?\s*$/iu;

/** In a group Belfry is spoken to by a command, by its name or by a reply; all else is talk among people. */
export function isAddressed(talk: Talk): boolean {
  if (!inGroup(talk)) return true;
  const message = talk.message ?? talk.editedMessage;
  if (message === undefined) return talk.callbackQuery !== undefined;
  if (answered(message)?.from?.id === talk.me.id) return true;
  return commandOf(message, talk.me.username) !== null || mentions(message, talk).length > 0;
}

/** The message that is replied to. In a topic every message counts as a reply to the one that opened it, which is none. */
export function answered(message: Message | undefined): Message | undefined {
  const replied = message?.reply_to_message;
  return replied?.forum_topic_created ? undefined : replied;
}

function mentions(message: Message, talk: Talk): { offset: number; length: number }[] {
  const text = message.text ?? message.caption ?? "";
  const ours = `@${talk.me.username}`.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).filter((entity) => {
    if (entity.type === "text_mention") return entity.user.id === talk.me.id;
    return entity.type === "mention" && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === ours;
  });
}

/** The words without our name, which only says whom they are for; a command that is to be run in the marks it was typed in. */
export function wordsOf(message: Message, talk: Talk): string {
  let text = message.text ?? message.caption ?? "";
  const names = inGroup(talk) ? mentions(message, talk).map((one) => ({ ...one, isName: true })) : [];
  const codes = (message.entities ?? []).filter(({ type }) => type === "code" || type === "pre");
  const places = [...names, ...codes.map(({ offset, length }) => ({ offset, length, isName: false }))];
  for (const { offset, length, isName } of places.sort((one, other) => other.offset - one.offset)) {
    const [before, inside] = [text.slice(0, offset), text.slice(offset, offset + length)];
    if (!isName && !runs.test(before)) continue;
    text = `${before}${isName ? "" : `\`${inside}\``}${text.slice(offset + length)}`;
  }
  return inGroup(talk) ? text.trim().replace(/^[,:;]\s*/, "") : text;
}

/** What a replied-to message of ours shows. */
export interface Replied {
  run?: number;
  action?: number;
  question?: number;
}

/** Null for a reply to nobody, to somebody else, or to a message that is not known. */
export async function repliedTo(talk: Talk): Promise<Replied | null> {
  const replied = answered(talk.message);
  if (replied?.from?.id !== talk.me.id) return null;
  const shown = await talk.belfry.store.deliveries.byMessage({ chat: talk.place.chat, message: replied.message_id });
  if (shown === null) return null;
  const { payload } = shown;
  const question = payload.view === "question" || payload.view === "forwarded" ? payload.question : null;
  return {
    ...(shown.run === null ? {} : { run: shown.run }),
    ...(shown.action === null ? {} : { action: shown.action }),
    ...(question === null ? {} : { question }),
  };
}
