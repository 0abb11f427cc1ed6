/** Finding the action somebody means, by number or by words of its title, among those they can see. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import { maySee, type Place, refuseUnlessEditor, scopeOf } from "./access.ts";
import { bestMatches } from "./match.ts";
import type { Call, Done, Operation } from "./operation.ts";
import { askWhich } from "./which.ts";

/** Number or words, and the revision a button was made for. */
export interface Target {
  action: number | string;
  revision?: number | undefined;
}

/**
 * Does `then` with the action that is meant; asks when several are, naming only those `among` which it makes sense.
 * @throws BelfryError `notFound`, `nothingMatches`, `notAllowed`, `stale`
 */
export async function withAction<I extends Target>(
  belfry: Belfry,
  call: Call,
  operation: Pick<Operation<I>, "name">,
  input: I,
  need: "see" | "edit",
  then: (action: Action) => Promise<Done>,
  among: (action: Action) => boolean = () => true,
): Promise<Done> {
  const all = await findActions(belfry, call, input.action);
  const fitting = all.filter(among);
  // Somebody who named something is told about that.
  const found = fitting.length > 0 || String(input.action).trim() === "" ? fitting : all;
  const [action] = found;
  if (!action) throw new BelfryError("nothingMatches", { target: String(input.action) });
  if (found.length > 1) {
    return askWhich(belfry, call, { operation: operation.name, input: { ...input } }, found, String(input.action));
  }
  if (need === "edit") refuseUnlessEditor(call, action);
  if (input.revision !== undefined && input.revision !== action.revision) {
    throw new BelfryError("stale", { action: action.id });
  }
  return then(action);
}

/**
 * Those that fit: one for a number, several where words fit several, all unfinished ones for no words. Of finished ones the newest.
 * @throws BelfryError `notFound` for a number that is nobody's here, `isDeleted`.
 */
export async function findActions(belfry: Belfry, place: Place, meant: number | string): Promise<Action[]> {
  const number = typeof meant === "number" ? meant : Number(/^#?(\d{1,9})$/.exec(meant.trim())?.[1] ?? Number.NaN);
  if (!Number.isNaN(number)) return [await actionByNumber(belfry, place, number)];
  const all = await belfry.store.actions.list(scopeOf(place));
  const waiting = new Set((await belfry.store.runs.waiting(all.map(({ id }) => id))).map(({ action }) => action));
  const live = all.filter((action) => isLive(action) || waiting.has(action.id));
  if (String(meant).trim() === "") return live;
  const found = bestMatches(live, String(meant));
  return found.length > 0 ? found : newest(bestMatches(all, String(meant)));
}

/** @throws BelfryError `notFound` for what does not exist or cannot be seen here, `isDeleted`. */
async function actionByNumber(belfry: Belfry, place: Place, number: number): Promise<Action> {
  const action = await belfry.store.actions.get(number);
  if (!action || !maySee(place, action)) throw new BelfryError("notFound", { target: `#${number}` });
  if (action.deletedAt !== null) throw new BelfryError("isDeleted", { title: action.title });
  return action;
}

function newest(actions: Action[]): Action[] {
  return actions.sort((a, b) => b.id - a.id).slice(0, 1);
}

/** Something is still to come of it: by the clock, by hand, or after a pause. */
export function isLive(action: Action): boolean {
  return action.nextAt !== null || action.pause !== null || ["manual", "event"].includes(action.schedule.type);
}
