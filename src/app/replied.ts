/**
 * What is said about one action or ring without naming it: in reply to its message, while its card waits for words, or
 * right after its card was shown.
 */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Delivery } from "../core/delivery.ts";
import { BelfryError } from "../core/errors.ts";
import type { Instant } from "../core/schedule.ts";
import { additionOf } from "../language/addition.ts";
import { correctionOf } from "../language/correction.ts";
import type { ManageRequest } from "../language/request.ts";
import type { Call, Done } from "./operation.ts";
import { askRun } from "./operations/ask-run.ts";
import { cancelQuestion } from "./operations/cancel.ts";
import { editAction } from "./operations/edit.ts";
import { moveAction } from "./operations/move.ts";
import { snoozeRun } from "./operations/snooze.ts";
import { undo } from "./operations/undo.ts";
import { reminder } from "./reminder.ts";
import { type About, doSentence } from "./say.ts";
import { contextOf, readMove, readSentence, readTime } from "./words.ts";

/**
 * A time snoozes what rings and moves any other action; "done", "delete", "rename to x" need no name. Null for words
 * that are about something else.
 */
export async function amend(belfry: Belfry, call: Call, about: About, text: string): Promise<Done | null> {
  const { run, action } = about;
  const read = readSentence(belfry, call, text);
  const isRequest = read.intent !== "remind" && read.intent !== "question";
  const nameless = "target" in read && read.target === "";
  if (isRequest && nameless) return doSentence(belfry, call, read, about);
  const current = action ? await belfry.store.actions.get(action) : null;
  const request = current && withName(belfry, call, text, current.id);
  if (request) return doSentence(belfry, call, request);
  if (isRequest) return doSentence(belfry, call, read);
  if (run) {
    const time = readTime(belfry, call, text);
    if (time.found || time.question) return snoozeRun.run(belfry, { run, words: text }, call);
  }
  // A ring asks about itself alone; a word without any time is no new action there.
  if (run) return read.intent === "question" && read.code === "noTime" ? askRun.run(belfry, { run }, call) : null;
  if (!current) return null;
  const added = await add(belfry, call, current, text);
  if (added) return added;
  const time = readMove(belfry, call, text, current);
  return time.found || time.question ? moveAction.run(belfry, { action: current.id, to: text }, call) : null;
}

/** So long a card that was shown is what words without a name are about. */
const recentMs = 10 * 60_000;

/**
 * "no, at 9", "every day actually", "cancel that": the same, about the card that answered the same person last in this place. Null for
 * what stands by itself.
 * @throws BelfryError `whichOne`, `nothingToUndo` for what cannot but be about a card, where none was shown lately;
 * `onlyShown` for taking back what was looked at
 */
export async function correct(belfry: Belfry, call: Call, text: string): Promise<Done | null> {
  const correction = correctionOf(text, contextOf(belfry, call));
  const since = belfry.clock.now() - recentMs;
  const card = await belfry.store.deliveries.lastCard(call, call.actor.id, since);
  const [question] = await belfry.store.questions.openFor(call.chat, call.actor.id);
  // What was asked after it is what "never mind" is about.
  if (question && correction?.means === "back" && question.createdAt >= (card?.createdAt ?? 0))
    return cancelQuestion.run(belfry, { question: question.id }, call);
  if (correction?.means === "back") return takeBack(belfry, call, card, since);
  const view = card?.payload.view === "card" ? card.payload : null;
  const request = withIt(belfry, call, text, view?.card.id ?? 0) ?? notifyOf(belfry, call, text, view?.card.id ?? 0);
  if (correction === null && request === null) return view && addTo(belfry, call, view.card.id, text);
  if (view === null) {
    if (correction?.means === "time" && !correction.sure) return null;
    throw new BelfryError("whichOne");
  }
  const action = view.card.id;
  if (correction?.means === "time") return amend(belfry, call, { action }, correction.phrase);
  return request && doSentence(belfry, call, request);
}

/** What this person has changed last, unless they have looked at something since: that is nothing to take back. */
async function takeBack(belfry: Belfry, call: Call, card: Delivery | null, since: Instant): Promise<Done> {
  const newest = await belfry.store.revisions.newest(call.actor.id, since);
  if (newest && newest.at > (card?.createdAt ?? 0)) return undo.run(belfry, { revision: newest.id }, call);
  if (card?.payload.view !== "card") throw new BelfryError("nothingToUndo");
  if (card.payload.undo !== null) return undo.run(belfry, { revision: card.payload.undo }, call);
  throw new BelfryError("onlyShown", { title: card.payload.card.title });
}

async function addTo(belfry: Belfry, call: Call, id: number, text: string): Promise<Done | null> {
  // "quiet from 22 to 7" says something by itself.
  if (!["remind", "question"].includes(readSentence(belfry, call, text).intent)) return null;
  const action = await belfry.store.actions.get(id);
  return action && action.deletedAt === null ? add(belfry, call, action, text) : null;
}

/** "and 10 min before", "until friday", "make it silent". Null for words that add nothing. */
async function add(belfry: Belfry, call: Call, action: Action, text: string): Promise<Done | null> {
  const added = additionOf(text, action.schedule, contextOf(belfry, call));
  // Only a reminder asks, and comes before its time.
  if (added === null || (action.kind !== reminder && (added.leads || added.nag))) return null;
  const leads = added.leads && [...new Set([...action.leads, ...added.leads])].sort((a, b) => b - a);
  return editAction.run(belfry, { action: action.id, ...added, ...(leads ? { leads } : {}) }, call);
}

/** "pause it", where "it" is said. */
function withIt(belfry: Belfry, call: Call, text: string, action: number): ManageRequest | null {
  return /^\S+\s+(?:it|this|that|das|es)(?=\s|$)/iu.test(text.trim()) ? withName(belfry, call, text, action) : null;
}

/** "only tell me when it fails" */
function notifyOf(belfry: Belfry, call: Call, text: string, action: number): ManageRequest | null {
  const read = readSentence(belfry, call, text);
  return read.intent === "notify" && read.target === "" ? { ...read, target: `#${action}` } : null;
}

/** "rename to x" as "rename #17 to x", where that makes it a request about the action; "it" and "this" are its name. */
function withName(belfry: Belfry, call: Call, text: string, action: number): ManageRequest | null {
  const name = `#${action}`;
  const [, verb, rest] = /^(\S+)(?:\s+(?:it|this|that|das|es))?(?=\s|$)(.*)$/isu.exec(text.trim()) ?? [];
  if (verb === undefined) return null;
  const read = readSentence(belfry, call, `${verb} ${name}${rest ?? ""}`);
  if (!("target" in read) || read.intent === "report" || read.target !== name) return null;
  // An escalation has numbers of its own: without a name the newest that is open is meant.
  return ["ack", "resolve", "silence"].includes(read.intent) ? null : read;
}
