/** Who speaks or presses, where, and whether they may at all. Deny by default, on numeric ids. */
import type { NextFunction } from "grammy";
import type { Chat as TelegramChat, User } from "grammy/types";
import { settingsFor } from "../app/settings.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Chat, Person } from "../core/chat.ts";
import { quoted } from "../texts/person.ts";
import { offerClaim } from "./claim.ts";
import { toast } from "./perform.ts";
import { inGroup, spoken, type Talk, textsOf } from "./talk.ts";

/** One id stands for many: anonymous administrators, channels, linked posts. None of them holds rights. */
const shared: ReadonlySet<number> = new Set([1087968824, 136817688, 777000]);

/** Nothing goes on for whoever is nobody in particular. */
export async function who(talk: Talk, next: NextFunction): Promise<void> {
  const { from, chat } = talk;
  const message = spoken(talk);
  if (from === undefined || chat === undefined || from.is_bot || shared.has(from.id)) return;
  if (message?.sender_chat !== undefined) return;
  if (chat.type === "channel") return;
  talk.place = { chat: chat.id, thread: threadOf(talk) };
  talk.actor = await personOf(talk.belfry, from);
  talk.settings = await settingsFor(talk.belfry, chat.id, from.id);
  if (talk.actor.role !== "stranger") await noteChat(talk.belfry, chat, talk.actor);
  await next();
}

function threadOf(talk: Talk): number | null {
  const message = spoken(talk) ?? talk.callbackQuery?.message;
  if (message === undefined || !("is_topic_message" in message)) return null;
  return message.is_topic_message === true ? (message.message_thread_id ?? null) : null;
}

/** The person's row, made or brought up to date. */
async function personOf(belfry: Belfry, from: User): Promise<Person> {
  const known = await belfry.store.people.get(from.id);
  const told = {
    name: quoted([from.first_name, from.last_name].filter(Boolean).join(" ")).trim(),
    username: from.username ?? null,
    language: from.language_code ?? null,
  };
  const same =
    known !== null && known.name === told.name && known.username === told.username && known.language === told.language;
  if (same) return known;
  // A name has one holder at a time: whoever had it before must not be let in by it.
  const before = told.username === null ? null : await belfry.store.people.byUsername(told.username);
  const taken =
    before && before.id !== from.id ? [{ do: "putPerson", id: before.id, patch: { username: null } } as const] : [];
  await belfry.store.commit([...taken, { do: "putPerson", id: from.id, patch: told }]);
  return { id: from.id, role: known?.role ?? "stranger", createdAt: known?.createdAt ?? belfry.clock.now(), ...told };
}

/** The chat's row, made or brought up to date. Whoever speaks there can be written to again. */
async function noteChat(belfry: Belfry, chat: TelegramChat, actor: Person): Promise<void> {
  const known = await belfry.store.chats.get(chat.id);
  const title = quoted(chat.title ?? actor.name);
  if (known !== null && known.title === title && known.blockedAt === null) return;
  const patch: Partial<Chat> = { type: chat.type === "private" ? "private" : "group", title, blockedAt: null };
  await belfry.store.commit([{ do: "putChat", id: chat.id, patch }]);
  if (known?.blockedAt) belfry.wake();
}

/** Strangers are met with silence, wherever they are; only the claim code is looked at. */
export async function access(talk: Talk, next: NextFunction): Promise<void> {
  if (talk.actor.role === "stranger") {
    toast(talk, textsOf(talk).toasts.stranger);
    return inGroup(talk) ? undefined : offerClaim(talk);
  }
  await next();
}
