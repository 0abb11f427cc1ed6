/** Who is meant by an id or a name. */
import type { Belfry } from "../core/belfry.ts";
import type { Person } from "../core/chat.ts";
import { BelfryError } from "../core/errors.ts";

/** A numeric id needs no acquaintance; `@name` must belong to somebody Belfry has met. @throws BelfryError `notFound` */
export async function personMeant(
  belfry: Belfry,
  meant: number | string,
): Promise<{ id: number; known: Person | null }> {
  const { people } = belfry.store;
  if (typeof meant === "number" || /^\d+$/u.test(meant)) {
    const id = Number(meant);
    return { id, known: await people.get(id) };
  }
  const known = await people.byUsername(meant.replace(/^@/u, ""));
  if (!known) throw new BelfryError("notFound", { target: meant });
  return { id: known.id, known };
}
