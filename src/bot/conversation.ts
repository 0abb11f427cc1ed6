/**
 * Waiting for words: a new name, another city, another time. The question's row is the truth and survives everything;
 * a conversation only remembers what the next words of this person in this chat are for. It makes no call of its own
 * and has one external effect, since everything else in a conversation is done again with each replay.
 */
import { type Conversation, conversations, createConversation, type VersionedState } from "@grammyjs/conversations";
import type { Context, Middleware } from "grammy";
import { draftOf } from "../app/draft.ts";
import type { Operation } from "../app/operation.ts";
import { keepsSentence } from "../app/waits.ts";
import type { Store } from "../core/store.ts";
import type { View } from "../core/view.ts";
import { wordsOf } from "./addressed.ts";
import { type Answered, answerWith, type Wanted } from "./answers.ts";
import { pressedOf } from "./call.ts";
import { perform } from "./perform.ts";
import type { Talk } from "./talk.ts";

const name = "words";

/** Raised when `forWords` changes in a way that old states do not fit: they are dropped then. */
const version = 1;

/** Milliseconds a city is waited for, as long as questions live. */
const patience = 15 * 60_000;

async function forWords(conversation: Conversation<Talk, Context>, _first: Context, first: Wanted): Promise<void> {
  let wanted: Wanted | null = first;
  while (wanted !== null) {
    const current: Wanted = wanted;
    const heard = await conversation.waitUntil((next) => areWords(next), { next: true });
    const given: Answered = await conversation.external((talk) =>
      answerWith(talk, current, heard.message === undefined ? "" : wordsOf(heard.message, talk), wantedNow),
    );
    if (!given.taken) await conversation.halt({ next: true });
    wanted = given.next;
  }
}

/** Commands, presses, replies to something and everything that is not plain text go their usual way. */
function areWords(next: Context): boolean {
  const message = next.message;
  if (message?.reply_to_message?.from?.id === next.me.id) return false;
  if (message?.text === undefined || message.forward_origin !== undefined || message.via_bot !== undefined)
    return false;
  return !message.entities?.some((entity) => entity.type === "bot_command" && entity.offset === 0);
}

/** To be used before whatever handles plain text. */
export function conversationsOf(store: Store): Middleware<Talk>[] {
  return [
    conversations<Talk, Context>({
      storage: {
        type: "key",
        version,
        getStorageKey: (talk) => `${talk.place.chat}:${talk.actor.id}`,
        adapter: {
          read: async (key) =>
            ((await store.conversations.read(key)) ?? undefined) as VersionedState<never> | undefined,
          write: (key, state) => store.conversations.write(key, state),
          delete: (key) => store.conversations.remove(key),
        },
      },
    }),
    createConversation<Talk, Context>(forWords, { id: name, parallel: true }),
  ];
}

/**
 * Does what was asked for; when words are wanted then, the next ones are for that and for nothing before it. What is
 * said anew ends an earlier wait; a press that wants no words leaves it.
 */
export async function act(talk: Talk, operation: Operation<unknown>, input: unknown): Promise<void> {
  const wanted = await wantedNow(talk, await perform(talk, operation, input));
  if (wanted !== null || talk.callbackQuery === undefined) await waitFor(talk, wanted);
}

/** Takes words as the answer to a question they reply to. False when they are something else. */
export async function answered(talk: Talk, question: number, words: string): Promise<boolean> {
  const given = await answerWith(talk, { question }, words, wantedNow);
  if (given.taken) await waitFor(talk, given.next);
  return given.taken;
}

async function waitFor(talk: Talk, wanted: Wanted | null): Promise<void> {
  await talk.conversation.exit(name);
  if (wanted !== null) await talk.conversation.enter(name, wanted);
}

/** What was asked just now, or a city. An older question whose buttons still stand takes no words any more. */
async function wantedNow(talk: Talk, views: View[]): Promise<Wanted | null> {
  if (views.some(({ view }) => view === "zoneMenu"))
    return { cityUntil: talk.belfry.clock.now() + patience, menu: (await pressedOf(talk))?.delivery ?? null };
  const asked = new Set(views.map((view) => ("question" in view ? view.question : null)));
  const all = await talk.belfry.store.questions.openFor(talk.place.chat, talk.actor.id);
  const open = all.find((question) => asked.has(question.id) || !keepsSentence(question));
  return open !== undefined && draftOf(open).words !== null ? { question: open.id } : null;
}
