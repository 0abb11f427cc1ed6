/** The escalation somebody means, among those they can see. */
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Escalation } from "../core/escalation.ts";
import { isPrivate, maySee, type Place } from "./access.ts";
import { bestMatches } from "./match.ts";

/** As inputs name it; nothing means the newest open one. */
export interface EscalationMeant {
  escalation?: number | string | undefined;
  action?: number | undefined;
}

/**
 * @throws BelfryError `notFound` for a number that is none here, `noEscalation` where none is open here, or none of what
 * is named
 */
export async function findEscalation(belfry: Belfry, place: Place, meant: EscalationMeant): Promise<Escalation> {
  const words = String(meant.escalation ?? "").trim();
  const number = Number(/^#?e?(\d{1,9})$/i.exec(words)?.[1] ?? Number.NaN);
  if (!Number.isNaN(number)) {
    const found = await belfry.store.escalations.get(number);
    if (found && (await mayAnswer(belfry, place, found))) return found;
    throw new BelfryError("notFound", { target: `E${number}` });
  }
  const open = await openHere(belfry, place);
  const ofAction = meant.action === undefined ? open : open.filter(({ action }) => action === meant.action);
  const found = (words === "" ? ofAction : bestMatches(open, words)).at(-1);
  if (!found) throw new BelfryError("noEscalation", words === "" ? {} : { target: words });
  return found;
}

/** Oldest first. */
export async function openHere(belfry: Belfry, place: Place): Promise<Escalation[]> {
  const open = await belfry.store.escalations.open();
  const may = await Promise.all(open.map((one) => mayAnswer(belfry, place, one)));
  return open.filter((_, i) => may[i]);
}

/** Whoever sees the action, and whoever was told: being told is being asked. */
export async function mayAnswer(belfry: Belfry, place: Place, { action, told }: Escalation): Promise<boolean> {
  if (told.some(({ channel, chat }) => channel === "telegram" && chat === place.chat)) return true;
  if (action === null) return isPrivate(place) && place.actor.role === "owner";
  const row = await belfry.store.actions.get(action);
  return row !== null && maySee(place, row);
}
