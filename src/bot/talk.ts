/** What a handler knows of the update it handles, beside grammY's context. */
import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Context } from "grammy";
import type { Belfry } from "../core/belfry.ts";
import type { Person, Settings } from "../core/chat.ts";
import type { InboxRow } from "../core/inbox.ts";
import { textsFor } from "../texts/all.ts";
import type { Texts } from "../texts/en.ts";

/** A stored update on its way; `settled` once it was marked as done by the write of its own answer. */
export interface Turn {
  row: InboxRow;
  settled: boolean;
}

export interface Flavor {
  belfry: Belfry;
  turn: Turn;
  /** Set by `who`, before anything that acts. */
  actor: Person;
  settings: Settings;
  place: { chat: number; thread: number | null };
}

export type Talk = ConversationFlavor<Context & Flavor>;

/** The message that speaks, new or edited. */
export function spoken(talk: Talk) {
  return talk.message ?? talk.editedMessage;
}

/** When the words were said, by Telegram's clock, in milliseconds; a press is made now. */
export function saidAt(talk: Talk): number {
  const message = spoken(talk);
  return message === undefined ? talk.belfry.clock.now() : (message.edit_date ?? message.date) * 1000;
}

/** The words for whoever speaks. */
export function textsOf({ belfry, settings }: Talk): Texts {
  return textsFor(settings.language, belfry.defaults.language);
}

export function inGroup(talk: Talk): boolean {
  return talk.place.chat < 0;
}
