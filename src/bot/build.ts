/** The bot: from a stored update to what is done about it, read from top to bottom. */
import { Bot, type BotConfig, BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Belfry } from "../core/belfry.ts";
import type { InboxRow } from "../core/inbox.ts";
import type { View } from "../core/view.ts";
import { isAddressed } from "./addressed.ts";
import { noteMembership, noteNames } from "./chats.ts";
import { command } from "./commands.ts";
import { conversationsOf } from "./conversation.ts";
import { hintToOwner } from "./first-use.ts";
import { noticeOf, tell, toast, wordsOf } from "./perform.ts";
import { pressed } from "./presses.ts";
import { edited, heard } from "./speech.ts";
import type { Talk, Turn } from "./talk.ts";
import { isReadable } from "./update-facts.ts";
import { access, who } from "./who.ts";

export interface Built {
  bot: Bot<Talk>;
  /** Handles one stored update; true when it was marked as done by the write of its answer. */
  handle(row: InboxRow): Promise<boolean>;
  /** Tells whoever wrote it that it came to nothing. */
  giveUp(row: InboxRow): Promise<void>;
}

/** Milliseconds after which a typing sign says that an answer is coming. */
const typingMs = 1000;

export function buildBot(belfry: Belfry, token: string, client: NonNullable<BotConfig<Talk>["client"]>): Built {
  const bot = new Bot<Talk>(token, { client });
  const turns = new WeakMap<object, Turn>();

  bot.use(async (talk, next) => {
    talk.belfry = belfry;
    const turn = turns.get(talk.update);
    if (turn === undefined) return;
    talk.turn = turn;
    if (talk.myChatMember !== undefined) return noteMembership(belfry, talk.myChatMember);
    const upgraded = talk.message?.migrate_to_chat_id;
    if (upgraded !== undefined && talk.chat) return belfry.store.chats.migrate(talk.chat.id, upgraded);
    if (talk.message !== undefined) await noteNames(belfry, talk.message);
    await next();
  });
  bot.use(who, access);
  bot.use(async (talk, next) => {
    if (!isAddressed(talk)) return;
    await guarded(talk, next);
    await hintToOwner(talk);
  });
  bot.use(...conversationsOf(belfry.store));
  bot.on("callback_query:data", pressed);
  bot.on("edited_message", edited);
  bot.on("message", command);
  bot.on("message", heard);

  const handle = async (row: InboxRow) => {
    if (!isReadable(row.update)) return false;
    const turn = { row, settled: false };
    const update = row.update as Update;
    turns.set(update, turn);
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      // grammY wraps it together with the whole context, which nobody wants to find in a log.
      throw error instanceof BotError ? error.error : error;
    }
    return turn.settled;
  };
  return { bot, handle, giveUp: (row) => tellGivenUp(belfry, row) };
}

/** Only chats Belfry knows are told: who it does not know hears nothing from it. */
async function tellGivenUp(belfry: Belfry, row: InboxRow): Promise<void> {
  if ((await belfry.store.chats.get(row.lane)) === null) return;
  const now = belfry.clock.now();
  const id = await belfry.store.newId("delivery");
  const payload: View = { view: "notice", code: "internal", args: { id: `#${row.id}` } };
  const delivery = { id, dedupeKey: `${row.key}#given-up`, chat: row.lane, payload, dueAt: now, createdAt: now };
  await belfry.store.commit([{ do: "addDelivery", row: delivery }]);
  belfry.wake();
}

/** What nobody expected is logged under a number, and the number is told. */
async function guarded(talk: Talk, next: () => Promise<void>): Promise<void> {
  const { clock } = talk.belfry;
  const typing = clock.alarm(clock.now() + typingMs, () => showTyping(talk));
  try {
    await next();
  } catch (error) {
    if (talk.turn.settled) throw error;
    const notice = noticeOf(talk, error);
    if (talk.callbackQuery === undefined) await tell(talk, notice);
    else toast(talk, wordsOf(talk, notice));
  } finally {
    typing.cancel();
  }
}

function showTyping(talk: Talk): void {
  if (talk.message === undefined) return;
  const thread = talk.place.thread;
  talk.api
    .sendChatAction(talk.place.chat, "typing", thread === null ? {} : { message_thread_id: thread })
    .catch((error: unknown) => talk.belfry.log.debug({ err: error }, "no typing sign"));
}
