/** What people do about an escalation: take it, silence it. The answer stops every notice that is not on its way. */
import type { Escalation } from "../../core/escalation.ts";
import type { Instant } from "../../core/schedule.ts";
import { type At, quietly, type Step, tell } from "./step.ts";

/** Why an answer changes nothing. */
export type TooLate =
  /** Somebody was faster. */
  { late: "taken"; by: number; at: Instant } | { late: "over" };

/**
 * `by` has it now, and is asked again later. The second who presses learns of the first; who was asked again and has
 * not answered may be relieved by anybody.
 */
export function acknowledge(escalation: Escalation, by: number, now: Instant): Step | TooLate {
  const { state, ackedBy, ackedAt, asked } = escalation;
  if (isOver(escalation)) return { late: "over" };
  if (state === "acked" && asked === 0 && ackedBy !== null && ackedBy !== by)
    return { late: "taken", by: ackedBy, at: ackedAt ?? now };
  const taken = { ackedBy: by, ackedAt: now, asked: 0, silencedBy: null, silencedUntil: null, gaveUpAt: null };
  return quietly({ ...escalation, ...taken, state: state === "resolved" ? "resolved" : "acked" }, now, true);
}

/** Nothing is told before `until`; null means until it is fixed. */
export function silence(escalation: Escalation, by: number, until: Instant | null, now: Instant): Step | TooLate {
  if (isOver(escalation)) return { late: "over" };
  const silenced = { silencedBy: by, silencedUntil: until, ackedBy: null, ackedAt: null, asked: 0, gaveUpAt: null };
  const state = escalation.state === "resolved" ? "resolved" : "silenced";
  return quietly({ ...escalation, ...silenced, state }, now, true);
}

const answer = [
  "state",
  "ackedBy",
  "ackedAt",
  "asked",
  "silencedBy",
  "silencedUntil",
  "gaveUpAt",
  "resolvedAt",
  "resolvedBy",
  "flapping",
] as const satisfies (keyof Escalation)[];

/**
 * Takes an answer back: it stands as it did `before` that, with whatever has failed since. Whoever was told that it is
 * over is told that it is not. Null where it does not stand any more as the answer has left it (`given`).
 */
export function takeBack(current: Escalation, before: Escalation, given: Escalation, at: At): Step | null {
  if (answer.some((field) => current[field] !== given[field])) return null;
  const earlier = Object.fromEntries(answer.map((field) => [field, before[field]])) as Pick<
    Escalation,
    (typeof answer)[number]
  >;
  const next = { ...current, ...earlier };
  if (given.state !== "resolved" || before.state === "resolved") return quietly(next, at.now, true);
  const red = { ...next, changes: before.changes, back: before.back };
  return { ...tell(red, "reminder", current.told, at.now), stop: true };
}

/** One that flaps is between two failures when it is green. */
function isOver({ state, flapping }: Escalation): boolean {
  return state === "resolved" && !flapping;
}
