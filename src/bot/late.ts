/**
 * Words that are read long after they were said, because Belfry was away. What makes something new or only looks is
 * done as if it had been in time: a relative time counts from when it was said. What changes something that exists is
 * not done blindly, the world has moved on: the person is told, and sends it again if they still want it.
 */
import { readSentence } from "../app/words.ts";
import type { View } from "../core/view.ts";
import { callOf } from "./call.ts";
import { saidAt, type Talk } from "./talk.ts";

const late = 60 * 60_000;

const harmless: ReadonlySet<string> = new Set([
  "remind",
  "question",
  "report",
  "list",
  "agenda",
  "next",
  "show",
  "history",
  "status",
  "missed",
  "help",
  "escalations",
  "maintenances",
]);

/** Commands that change nothing, or make something new: done however late they are read. */
export const looking: ReadonlySet<string> = new Set([
  "start",
  "add",
  "list",
  "show",
  "next",
  "history",
  "runs",
  "why",
  "status",
  "agenda",
  "digest",
  "feed",
  "preview",
  "settings",
  "help",
  "escalations",
  "escalate",
  "maintenance",
  "members",
]);

export function isLate(talk: Talk): boolean {
  return talk.belfry.clock.now() - saidAt(talk) > late;
}

/** True for a sentence that would change something that exists. */
export function changesSomething(talk: Talk, text: string): boolean {
  return !harmless.has(readSentence(talk.belfry, callOf(talk, null), text).intent);
}

export function lateNotice(text: string): View {
  return { view: "notice", code: "cameLate", args: { text: text.slice(0, 200) } };
}
