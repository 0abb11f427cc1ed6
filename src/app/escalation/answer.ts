/** What people do about an escalation: take it, silence it. The answer stops every notice that is not on its way. */
import type { Escalation } from "../../core/escalation.ts";
import type { Instant } from "../../core/schedule.ts";
import { quietly, type Step } from "./step.ts";

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

/** One that flaps is between two failures when it is green. */
function isOver({ state, flapping }: Escalation): boolean {
  return state === "resolved" && !flapping;
}
