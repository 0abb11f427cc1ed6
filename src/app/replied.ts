/** What is said about one action or ring without naming it: in reply to its message, or while its card waits for words. */
import type { Belfry } from "../core/belfry.ts";
import type { ManageRequest } from "../language/request.ts";
import type { Call, Done } from "./operation.ts";
import { askRun } from "./operations/ask-run.ts";
import { moveAction } from "./operations/move.ts";
import { snoozeRun } from "./operations/snooze.ts";
import { type About, doSentence } from "./say.ts";
import { readNewTime, readSentence, readTime } from "./words.ts";

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
  const time = readNewTime(belfry, call, text, current.schedule);
  return time.found || time.question ? moveAction.run(belfry, { action: current.id, to: text }, call) : null;
}

/** "rename to x" as "rename #17 to x", where that makes it a request about the action; "it" and "this" are its name. */
function withName(belfry: Belfry, call: Call, text: string, action: number): ManageRequest | null {
  const name = `#${action}`;
  const [, verb, rest] = /^(\S+)(?:\s+(?:it|this|that|das|es))?(?=\s|$)(.*)$/isu.exec(text.trim()) ?? [];
  if (verb === undefined) return null;
  const read = readSentence(belfry, call, `${verb} ${name}${rest ?? ""}`);
  return "target" in read && read.intent !== "report" && read.target === name ? read : null;
}
