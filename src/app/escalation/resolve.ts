/** It is over: by a success, or because a person says so. Everybody who was told hears it. */
import type { Back, Escalation } from "../../core/escalation.ts";
import { type At, flaps, quietly, recentChanges, ring, type Step, tell } from "./step.ts";

/** Null when it is over already. `by` is null for a success. What one person resolves does not count as flapping. */
export function resolve(escalation: Escalation, by: number | null, at: At, back: Back | null = null): Step | null {
  const { now } = at;
  const { state } = escalation;
  if (state === "resolved" && (by === null || !escalation.flapping)) return null;
  const changes = [...recentChanges(escalation.changes, now), now];
  const flapping = by === null && (escalation.flapping || changes.length >= flaps.changes);
  const over = { state: "resolved", changes, flapping, resolvedAt: now, resolvedBy: by, back } as const;
  return { ...ending(escalation, { ...escalation, ...over, ...answers(escalation, by) }, at), stop: true };
}

/** A silence until it is fixed has done its work; a person who resolves it starts with a clean slate. */
function answers({ silencedUntil }: Escalation, by: number | null): Partial<Escalation> {
  const unsilenced = { silencedBy: null, silencedUntil: null };
  if (by !== null) return { ...unsilenced, ackedBy: null, ackedAt: null, asked: 0 };
  return silencedUntil === null ? unsilenced : {};
}

function ending(before: Escalation, next: Escalation, at: At): Step {
  if (!next.flapping) return tell(next, "recovered", next.told, at.now);
  return before.flapping || before.state === "silenced" ? quietly(next, at.now) : ring(next, "flapping", at);
}

/** Whoever looked at it says that it goes to and fro no more. Where it is red now, that is told by itself. */
export function calm(escalation: Escalation, isGood: boolean, back: Back | null, at: At): Step | null {
  const steady = { ...escalation, flapping: false, changes: [] };
  if (isGood) return resolve(steady, null, at, back);
  return quietly({ ...steady, state: "resolved", resolvedAt: at.now, resolvedBy: null }, at.now, true);
}
