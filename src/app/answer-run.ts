/** Answering what rang: which run is meant, who may answer it, and what is written. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Run } from "../core/run.ts";
import type { RingItem } from "../core/view.ts";
import { maySee, type Place, scopeOf } from "./access.ts";
import { quietEnd } from "./cards.ts";
import { waitingRuns } from "./listing.ts";
import { bestMatches } from "./match.ts";
import type { Call, Done } from "./operation.ts";
import { type Revised, reviseRun } from "./revise.ts";
import { rungView, showAnswered } from "./rings.ts";
import { askWhich } from "./which.ts";

/** A run by number, or words (a name, `#17`) for an action that rings; no words: what rang last. */
export interface RunTarget {
  run?: number | undefined;
  action?: number | string | undefined;
}

export interface Ringing {
  action: Action;
  run: Run;
}

/**
 * Does `answer` with the run that is meant; asks when several ring that fit the words. Null when nothing rings that
 * fits.
 * @throws BelfryError `notFound`, `alreadyAnswered` with the name of who was first
 */
export async function withRun(
  belfry: Belfry,
  call: Call,
  operation: { name: string },
  input: RunTarget,
  answer: (ringing: Ringing) => Promise<Done>,
): Promise<Done | null> {
  if (input.run !== undefined) return answer(await runByNumber(belfry, call, input.run));
  const words = String(input.action ?? "");
  const found = await ringingFor(belfry, call, words);
  const [first] = found;
  if (!first) return null;
  if (found.length === 1) return answer(first);
  const actions = found.map(({ action }) => action);
  return askWhich(belfry, call, { operation: operation.name, input: { ...input } }, actions, words);
}

/** What to say when `withRun` finds nothing. */
export function nothingRings({ action }: RunTarget): BelfryError {
  if (action === undefined || action === "") return new BelfryError("nothingRings");
  return new BelfryError("nothingMatches", { target: action });
}

async function runByNumber(belfry: Belfry, place: Place, number: number): Promise<Ringing> {
  const run = await belfry.store.runs.get(number);
  const action = run && (await belfry.store.actions.get(run.action));
  if (!run || !action || !maySee(place, action)) throw new BelfryError("notFound");
  if (run.state !== "settled") return { action, run };
  const { answeredBy } = run;
  const by = answeredBy === null || answeredBy === place.actor.id ? null : await belfry.store.people.get(answeredBy);
  throw new BelfryError("alreadyAnswered", { ...(by ? { by: by.name } : {}), outcome: run.outcome ?? "" });
}

async function ringingFor(belfry: Belfry, place: Place, words: string): Promise<Ringing[]> {
  const actions = await belfry.store.actions.list(scopeOf(place));
  const runs = await waitingRuns(belfry, actions);
  const ringing = actions.flatMap((action) => {
    const run = runs.get(action.id);
    return run ? [{ action, run, title: action.title }] : [];
  });
  const number = /^#?(\d{1,9})$/.exec(words.trim())?.[1];
  if (number) return ringing.filter(({ action }) => action.id === Number(number));
  if (words.trim() !== "") return bestMatches(ringing, words);
  // What waits for the end of quiet hours was never heard, so nobody means it.
  const heard = ringing.filter(({ run }) => run.rings > 0);
  return heard.sort((a, b) => startOf(b.run) - startOf(a.run)).slice(0, 1);
}

function startOf(run: Run): number {
  return run.startedAt ?? run.dueAt;
}

/** What an answer makes of the run. */
export interface Answer {
  patch: Partial<Run>;
  what: "done" | "snoozed" | "skipped";
  until: number | null;
}

/** Writes the answer, drops rings that have not left, and shows it in the message that rang. */
export async function answerRun(
  belfry: Belfry,
  call: Call,
  { action, run }: Ringing,
  { patch, what, until }: Answer,
): Promise<Revised<Run> & { shown: Done }> {
  const revised = await reviseRun(belfry, call, run, patch, what);
  const quiet = until === null ? null : await quietEnd(belfry, action, until);
  const held = quiet === null ? {} : { quietUntil: quiet };
  const view = rungView(belfry, call, run.id, action.title, { state: what, until, ...held, undo: revised.revision });
  const item: RingItem["state"] = what;
  const shown = await showAnswered(belfry, call, run.id, view, item);
  return { ...revised, shown };
}
