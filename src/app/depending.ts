/** What depends on what. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { CardNote } from "../core/card-note.ts";
import { BelfryError } from "../core/errors.ts";
import type { Instant } from "../core/schedule.ts";
import { findActions } from "./find.ts";
import { holding } from "./held.ts";
import type { Call } from "./operation.ts";

/** What it may depend on by these words: the checks among what they fit. @throws BelfryError `nothingMatches`, `noCheck` */
export async function parentsMeant(belfry: Belfry, call: Call, words: number | string): Promise<Action[]> {
  const found = await findActions(belfry, call, words);
  const checks = found.filter(({ kind }) => belfry.kinds.get(kind)?.about);
  const [first] = found;
  if (!first) throw new BelfryError("nothingMatches", { target: String(words) });
  if (checks.length === 0) throw new BelfryError("noCheck", { title: first.title });
  return checks;
}

/** @throws BelfryError `dependsOnItself`, by whatever way round */
export async function refuseCircle(belfry: Belfry, child: Action, parent: Action): Promise<void> {
  const seen = new Set<number>();
  for (let above: Action | null = parent; above !== null && !seen.has(above.id); ) {
    if (above.id === child.id) throw new BelfryError("dependsOnItself", { title: child.title, parent: parent.title });
    seen.add(above.id);
    above = above.parent === null ? null : await belfry.store.actions.get(above.parent);
  }
}

/** For the card: what it depends on, unless that is deleted. */
export async function parentNote(belfry: Belfry, action: Action, now: Instant): Promise<CardNote[]> {
  const parent = action.parent === null ? null : await belfry.store.actions.get(action.parent);
  if (parent === null || parent.deletedAt !== null) return [];
  return [{ note: "parent", title: parent.title, down: (await holding(belfry, now)(action)) === "unreachable" }];
}

/** For the card of one that is deleted: what depended on it. */
export async function freedNote(belfry: Belfry, parent: Action): Promise<CardNote[]> {
  const titles = (await belfry.store.actions.children(parent.id)).map(({ title }) => title);
  return titles.length === 0 ? [] : [{ note: "freed", titles }];
}
