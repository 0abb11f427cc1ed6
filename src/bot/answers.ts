/** Words as the answer to what was asked. */
import { agrees } from "../app/choosing.ts";
import { type Call, callOperation } from "../app/operation.ts";
import { answerQuestion } from "../app/operations/answer.ts";
import { setZone } from "../app/operations/zone.ts";
import { contextOf, readSentence, readTime } from "../app/words.ts";
import { BelfryError } from "../core/errors.ts";
import type { View } from "../core/view.ts";
import { correctionOf } from "../language/correction.ts";
import { isCourtesy } from "../language/courtesy.ts";
import { callOf, type Pressed } from "./call.ts";
import { noticeOf, tell } from "./perform.ts";
import { renderQuestion } from "./render/question.ts";
import { sceneOf } from "./render/scene.ts";
import { type Talk, textsOf } from "./talk.ts";

/** What the next words are for: an open question, or the name of a city while somebody may still be thinking of one. */
export type Wanted = { question: number } | { cityUntil: number; menu?: number | null };

export interface Answered {
  /** False when they were for something else: then the words are a sentence like any other. */
  taken: boolean;
  /** What is wanted next. */
  next: Wanted | null;
}

const notTaken: Answered = { taken: false, next: null };

type WantedNow = (talk: Talk, views: View[]) => Promise<Wanted | null>;

/**
 * Takes the words as an answer, unless they are a sentence of their own: then they are left to be one. What is neither
 * is said to be no answer, and the next words are another try.
 */
export async function answerWith(talk: Talk, wanted: Wanted, words: string, wantedNow: WantedNow): Promise<Answered> {
  const call = callOf(talk, null);
  const kind = await kindOf(talk, wanted);
  // "Never mind" takes the question back, whatever was asked.
  if ("question" in wanted && correctionOf(words, contextOf(talk.belfry, call))?.means === "back") return notTaken;
  const choosy = kind === "choice" || kind === "task" || kind === "offer";
  if (kind === null || (choosy && isSentence(talk, call, words))) return notTaken;
  if (kind === "task" && isTime(talk, call, words)) return notTaken;
  try {
    const views =
      "question" in wanted
        ? await callOperation(talk.belfry, answerQuestion, await answerOf(talk, wanted.question, words), call)
        : await callOperation(talk.belfry, setZone, { zone: words }, callOf(talk, menuOf(wanted)));
    talk.turn.settled = true;
    return { taken: true, next: await wantedNow(talk, views) };
  } catch (error) {
    const isNone = error instanceof BelfryError && ["notAnAnswer", "unknownZone"].includes(error.code);
    // A card, an offer and a list of cities hold nobody up: what is not for them is a sentence.
    if (isNone && (kind === "card" || kind === "offer" || (kind === "city" && isSentence(talk, call, words))))
      return notTaken;
    await tell(talk, noticeOf(talk, error));
    return { taken: true, next: wanted };
  }
}

/** The list of cities a button led to: the answer takes its place. */
function menuOf({ menu }: { menu?: number | null }): Pressed | null {
  return menu ? { delivery: menu, message: 0 } : null;
}

/** Choices that do as was asked, as far as that can be. */
const offers: ReadonlySet<string | null> = new Set(["checkAnyway", "nearest"]);

/** Words that stand on a button are that button, and "yes" is the one with what Belfry offers. */
async function answerOf(talk: Talk, question: number, words: string) {
  const row = await talk.belfry.store.questions.get(question);
  const asked = row && (await talk.belfry.store.deliveries.get(row.delivery));
  if (asked?.payload.view !== "question") return { question, words };
  const scene = sceneOf(talk.settings, textsOf(talk), talk.place.chat, talk.belfry.clock.now());
  const buttons = renderQuestion(asked.payload, scene).buttons?.flat() ?? [];
  const said = words.trim().toLowerCase();
  const written = buttons.findIndex(({ text }) => text.toLowerCase() === said);
  const offered = asked.payload.choices.findIndex(({ name }) => offers.has(name));
  const choice = written === -1 && agrees(words) ? offered : written;
  return choice === -1 ? { question, words } : { question, choice };
}

/**
 * What sort of words are wanted: a title takes any, a task whatever is no time, the others only what fits. What does
 * not fit an offer or a card is another sentence; of a choice between two readings it is said that it is no answer.
 */
type Kind = "title" | "task" | "choice" | "offer" | "card" | "city";

/** Null when nothing is wanted any more. */
async function kindOf(talk: Talk, wanted: Wanted): Promise<Kind | null> {
  const now = talk.belfry.clock.now();
  if ("cityUntil" in wanted) return now < wanted.cityUntil ? "city" : null;
  const row = await talk.belfry.store.questions.get(wanted.question);
  if (row === null || row.state !== "open" || row.expiresAt <= now) return null;
  if (row.code === "card") return "card";
  if (row.code === "noTask") return "task";
  if (row.code === "noTime" || row.code === "forwarded" || row.code === "which") return "offer";
  return row.code === "title" || row.code === "edit" ? "title" : "choice";
}

function isTime(talk: Talk, call: Call, words: string): boolean {
  const time = readTime(talk.belfry, call, words);
  return time.found || time.question !== null;
}

/** More than a time, and clear by itself. */
function isSentence(talk: Talk, call: Call, words: string): boolean {
  if (isTime(talk, call, words)) return false;
  const read = readSentence(talk.belfry, call, words);
  return !isCourtesy(read) && !(read.intent === "question" && read.code === "noTime");
}
