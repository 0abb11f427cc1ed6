/** The kind of an action, and the specs it takes. */
import type { Action, Policies } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import type { Kind } from "../core/kind.ts";
import type { Notify } from "../core/notify.ts";
import type { Schedule } from "../core/schedule.ts";

/** @throws Error where the kind is no more: its plugin was unplugged. */
export function kindOf(belfry: Belfry, action: Pick<Action, "kind">): Kind {
  const kind = belfry.kinds.get(action.kind);
  if (!kind) throw new Error(`There is no kind "${action.kind}"`);
  return kind;
}

/** Whether a try that was broken off may be done again: its kind allows it, and its spec does nothing but look. */
export function mayRepeat({ kinds }: Belfry, { kind: name, spec }: Pick<Action, "kind" | "spec">): boolean {
  const kind = kinds.get(name);
  return kind?.repeatable === true && kind.looks?.(spec) !== false;
}

/** Rules that no kind gives and that are always somebody's wish. Null is the usual, undefined what it is already. */
export interface Wishes {
  /** Failed runs in a row that pause it; usually none do. */
  pauseAfter?: number | null | undefined;
  notify?: Notify | null | undefined;
  digest?: boolean | undefined;
}

/** The rules of a new action. */
export function policiesOf(kind: Pick<Kind, "policies">, schedule: Schedule, wishes: Wishes): Policies {
  return withWishes(kind.policies(schedule), wishes);
}

export function withWishes({ pauseAfter, notify, digest, ...rest }: Policies, wishes: Wishes): Policies {
  const limit = wishes.pauseAfter === undefined ? pauseAfter : wishes.pauseAfter;
  const told = wishes.notify === undefined ? notify : wishes.notify;
  return {
    ...rest,
    ...(limit ? { pauseAfter: limit } : {}),
    ...(told ? { notify: told } : {}),
    ...((wishes.digest ?? digest !== false) ? {} : { digest: false }),
  };
}

/** Which of its runs an action tells of; what no kind knows any more tells that it fails. */
export function notifyOf(kind: Pick<Kind, "notify"> | undefined, { policies }: Pick<Action, "policies">): Notify {
  return policies.notify ?? kind?.notify ?? "failure";
}

/** A spec as somebody asks for it, read by its kind. @throws BelfryError `invalidInput` with what is wrong with it */
export function askedSpec(kind: Kind, given: unknown): unknown {
  const read = (kind.asked ?? kind.spec).safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new BelfryError("invalidInput", { field: issue?.path.at(-1)?.toString() ?? "", problem: issue?.message ?? "" });
}
