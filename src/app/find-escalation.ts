/** The escalation somebody means, among those they can see. */
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Escalation } from "../core/escalation.ts";
import { isPrivate, maySee, type Place } from "./access.ts";

/**
 * By number, or the newest open one where none is named.
 * @throws BelfryError `notFound`, or `noEscalation` where none is open here
 */
export async function findEscalation(belfry: Belfry, place: Place, id: number | undefined): Promise<Escalation> {
  const found = id === undefined ? (await openHere(belfry, place)).at(-1) : await belfry.store.escalations.get(id);
  if (found && (await mayAnswer(belfry, place, found))) return found;
  if (id === undefined) throw new BelfryError("noEscalation");
  throw new BelfryError("notFound", { target: `E${id}` });
}

/** Oldest first. */
export async function openHere(belfry: Belfry, place: Place): Promise<Escalation[]> {
  const open = await belfry.store.escalations.open();
  const may = await Promise.all(open.map((one) => mayAnswer(belfry, place, one)));
  return open.filter((_, i) => may[i]);
}

/** Whoever sees the action, and whoever was told: being told is being asked. */
async function mayAnswer(belfry: Belfry, place: Place, { action, told }: Escalation): Promise<boolean> {
  if (told.some(({ channel, chat }) => channel === "telegram" && chat === place.chat)) return true;
  if (action === null) return isPrivate(place) && place.actor.role === "owner";
  const row = await belfry.store.actions.get(action);
  return row !== null && maySee(place, row);
}
