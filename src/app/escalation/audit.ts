/** The auditor: whether everything that waits for an answer will be looked at again. */
import type { Escalation } from "../../core/escalation.ts";
import type { Instant } from "../../core/schedule.ts";

/** So late may a step be before somebody has to know. */
const lateMs = 60_000;

export interface Complaint {
  escalation: number;
  /** `twoOpen`: another one is open for the same cause. */
  problem: "noNextStep" | "lateStep" | "twoOpen";
}

/** Nothing to complain about means that a dead-man's address may be told so. */
export function audit(escalations: readonly Escalation[], now: Instant): Complaint[] {
  const open = new Map<string, number>();
  return escalations
    .filter(({ state }) => state !== "resolved")
    .flatMap((escalation): Complaint[] => {
      const { id, cause } = escalation;
      const twice = open.has(cause);
      open.set(cause, id);
      const problem = twice ? "twoOpen" : overdue(escalation, now);
      return problem ? [{ escalation: id, problem }] : [];
    });
}

function overdue(
  { state, nextStepAt, gaveUpAt, silencedUntil }: Escalation,
  now: Instant,
): Complaint["problem"] | null {
  const rests = gaveUpAt !== null || (state === "silenced" && silencedUntil === null);
  if (nextStepAt === null) return rests ? null : "noNextStep";
  return nextStepAt < now - lateMs ? "lateStep" : null;
}
