/** The kind of an action, and the specs it takes. */
import type { Action, Policies } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Kind } from "../core/kind.ts";
import type { Schedule } from "../core/schedule.ts";

/** @throws Error where the kind is no more: its plugin was unplugged. */
export function kindOf(belfry: Belfry, action: Pick<Action, "kind">): Kind {
  const kind = belfry.kinds.get(action.kind);
  if (!kind) throw new Error(`There is no kind "${action.kind}"`);
  return kind;
}

/** The rules of a new action; failed runs in a row pause it after so many, null for never. */
export function policiesOf(kind: Pick<Kind, "policies">, schedule: Schedule, pauseAfter: number | null): Policies {
  return withPauseAfter(kind.policies(schedule), pauseAfter);
}

export function withPauseAfter({ pauseAfter: _, ...rest }: Policies, pauseAfter: number | null): Policies {
  return pauseAfter === null ? rest : { ...rest, pauseAfter };
}

/** A spec as somebody asks for it, read by its kind. @throws BelfryError `invalidInput` with what is wrong with it */
export function askedSpec(kind: Kind, given: unknown): unknown {
  const read = (kind.asked ?? kind.spec).safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new BelfryError("invalidInput", { field: issue?.path.at(-1)?.toString() ?? "", problem: issue?.message ?? "" });
}
