/**
 * Who may do what with whose action, in one place. Deny by default, on numeric ids only. A press is judged exactly as
 * if the person had typed it in that chat; what the button's data says gives no right.
 *
 * In a private chat a person reaches their own actions wherever they fire, an owner reaches every action. In a group
 * everybody reaches the group's actions and no others, so that nothing private shows up there; creator and owners
 * change them, and whoever sees one may answer its rings. Strangers get no further than `callOperation`.
 */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Person } from "../core/chat.ts";
import { BelfryError } from "../core/errors.ts";
import type { Scope } from "../core/store.ts";

/** The part of a call that rights depend on. */
export interface Place {
  actor: Person;
  chat: number;
}

/** A private chat has the id of its person. */
export function isPrivate(place: Place): boolean {
  return place.chat === place.actor.id;
}

/** Which actions a list shows here, and among which a name is looked for. */
export function scopeOf(place: Place): Scope {
  return isPrivate(place) ? { owner: place.actor.id } : { chat: place.chat };
}

/** Is it one of those that are listed here? An owner in private may see more. */
export function isListed(place: Place, action: Action): boolean {
  return isPrivate(place) ? action.owner === place.actor.id : action.chat === place.chat;
}

export function maySee(place: Place, action: Action): boolean {
  if (!isPrivate(place)) return action.chat === place.chat;
  return action.owner === place.actor.id || place.actor.role === "owner";
}

export function mayEdit(place: Place, action: Action): boolean {
  return maySee(place, action) && (action.owner === place.actor.id || place.actor.role === "owner");
}

/** @throws BelfryError `notFound` for what the person cannot see, `notAllowed` for what is somebody else's. */
export function refuseUnlessEditor(place: Place, action: Action): void {
  if (!maySee(place, action)) throw new BelfryError("notFound", { target: `#${action.id}` });
  if (!mayEdit(place, action)) throw new BelfryError("notAllowed");
}

/** Answering what rings, by button: whoever of us hears it may. */
const answering: ReadonlySet<string> = new Set([
  "runs.done",
  "runs.snooze",
  "runs.skip",
  "runs.ask",
  "questions.answer",
]);

/**
 * A group must have been allowed by an owner before members use Belfry there; they may answer what an owner has made
 * ring there.
 * @throws BelfryError `notAllowed` with the reason `group`
 */
export async function refuseForeignPlace(belfry: Belfry, place: Place, operation: string): Promise<void> {
  if (isPrivate(place) || place.actor.role === "owner" || answering.has(operation)) return;
  if (!(await belfry.store.chats.get(place.chat))?.granted) throw new BelfryError("notAllowed", { reason: "group" });
}
