/** A failure: it opens an escalation, is counted with the open one of its cause, or finds one that was just over. */
import type { Escalation, EscalationPolicy, Outage, Severity } from "../../core/escalation.ts";
import type { Instant } from "../../core/schedule.ts";
import { type At, cycled, flaps, isWorse, quietly, recentChanges, ring, type Step } from "./step.ts";

/** What failed. */
export interface Failure {
  cause: string;
  action: number | null;
  run: number | null;
  title: string;
  reason: string;
  severity: Severity;
  source?: string;
  outage?: Outage;
}

/** `cause` of what goes to and fro. */
export const flappingCause = "flapping";

/** What a new escalation needs besides. `id` is drawn already. */
export interface Opening extends Failure {
  id: number;
  policy: EscalationPolicy;
}

/**
 * `last` is the newest escalation of this cause, if there is one. Where it is open, or was over less than ten minutes
 * ago, the failure belongs to it and `opening.id` is not used.
 */
export function raise(opening: Opening, last: Escalation | null, at: At): Step {
  if (last === null) return open(opening, at);
  if (last.state !== "resolved") return count(last, opening, at);
  const over = recentChanges([last.resolvedAt ?? 0], at.now).length === 0;
  return over && !last.flapping ? open(opening, at) : reopen(last, opening, at);
}

/** What goes to and fro. */
export interface Flapping {
  /** When it changed. */
  turns: Instant[];
  /** What was open of it before: whoever took that, or silenced it, has done so with this. */
  down: Escalation | null;
}

/**
 * Goes to and fro, as whoever looks at it says, each time anew: told once, and in summaries. Each time puts off that
 * it counts as steady.
 */
export function flap(opening: Opening, { turns, down }: Flapping, last: Escalation | null, at: At): Step {
  const changes = [...turns.slice(1), at.now];
  if (last === null || last.state === "resolved") {
    const fresh = opened(opening, at.now);
    const heir = down && { ...answerOf(down), severity: max(down.severity, fresh.severity) };
    const next = { ...fresh, ...heir, flapping: true, changes };
    return next.state === "silenced" ? quietly(next, at.now) : ring(next, "flapping", at);
  }
  return quietly({ ...last, flapping: true, changes, failedAt: at.now, count: last.count + 1 }, at.now);
}

function answerOf({ state, ackedBy, ackedAt, asked, silencedBy, silencedUntil }: Escalation): Partial<Escalation> {
  return { state, ackedBy, ackedAt, asked, silencedBy, silencedUntil };
}

function open(opening: Opening, at: At): Step {
  return ring(opened(opening, at.now), "raised", at);
}

function opened({ id, policy, outage = undefined, source, ...failure }: Opening, now: Instant): Escalation {
  return {
    ...failure,
    ...{ outage: outage ?? null, back: null, source: source ?? null },
    ...{ id, policy, revision: 1, state: "open" },
    ...{ count: 1, notices: 0, cycle: 1, step: 0, round: 1, cycleAt: now, nextStepAt: null },
    ...{ openedAt: now, failedAt: now, noticedAt: null, changes: [now], flapping: false },
    ...{ ackedBy: null, ackedAt: null, asked: 0, silencedBy: null, silencedUntil: null },
    ...{ resolvedAt: null, resolvedBy: null, gaveUpAt: null, told: [] },
  };
}

/** One more failure is a count, not a message, unless it is worse than all before. */
function count(escalation: Escalation, { reason, severity }: Failure, at: At): Step {
  const next = { ...escalation, reason, failedAt: at.now, count: escalation.count + 1 };
  if (!isWorse(severity, escalation.severity)) return quietly(next, at.now);
  const risen = { ...next, severity };
  if (escalation.state !== "open" || escalation.flapping) return quietly(risen, at.now);
  return ring(cycled(risen, at.now, escalation.gaveUpAt !== null), "worse", at);
}

/** Red again. Whoever took it has it still and is told; whoever silenced it is not. */
function reopen(last: Escalation, { reason, severity, outage }: Failure, at: At): Step {
  const { now } = at;
  const changes = [...recentChanges(last.changes, now), now];
  const flapping = last.flapping || changes.length >= flaps.changes;
  // An outage brings its own number of failures.
  const anew = { outage: outage ?? null, back: null, count: outage ? 1 : last.count + 1, failedAt: now };
  const counted = { ...last, ...anew, changes, flapping, reason };
  const red = { ...counted, resolvedAt: null, resolvedBy: null, severity: max(severity, last.severity) };
  const next = standing(red, now);
  if (last.flapping || next.state === "silenced") return quietly(next, now);
  return ring(next, flapping ? "flapping" : "again", at);
}

function standing(red: Escalation, now: Instant): Escalation {
  if (red.silencedUntil !== null && red.silencedUntil > now) return { ...red, state: "silenced" };
  if (red.ackedAt !== null && red.ackedAt + red.policy.ackMs > now) return { ...red, state: "acked" };
  const nobody = { ackedBy: null, ackedAt: null, asked: 0, silencedBy: null, silencedUntil: null };
  const open: Escalation = { ...red, ...nobody, state: "open" };
  return red.gaveUpAt !== null ? cycled(open, now, true) : open;
}

function max(a: Severity, b: Severity): Severity {
  return isWorse(a, b) ? a : b;
}
