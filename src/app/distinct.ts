/** Names that tell checks apart. */
import type { Belfry } from "../core/belfry.ts";
import { type Place, scopeOf } from "./access.ts";
import { isLive } from "./find.ts";
import { isSameName } from "./match.ts";
import { titleOf } from "./title.ts";

/**
 * `title`, unless something here has that name: then what is looked at, where that only says more (`example.com/cart`),
 * at last a number behind. `target`: what is looked at, in technical words.
 */
export async function distinctTitle(belfry: Belfry, place: Place, title: string, target: string): Promise<string> {
  const others = (await belfry.store.actions.list(scopeOf(place))).filter(isLive);
  const isFree = (name: string) => !others.some((other) => isSameName(other.title, name));
  const exact = titleOf(target.replace(/https?:\/\/(?:www\.)?/iu, "").replace(/\/$/u, ""));
  const names = exact.includes(title) ? [title, exact] : [title];
  for (let i = 2; ; i++) {
    const free = names.find(isFree);
    if (free !== undefined) return free;
    names.push(`${title} ${i}`);
  }
}
