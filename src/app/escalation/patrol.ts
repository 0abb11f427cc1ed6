/**
 * What has to happen because time has passed: remind, become worse, ask again, give up, say that flapping is over. One
 * step at a time: after a long absence nobody gets all that would have come meanwhile.
 */
import type { Escalation } from "../../core/escalation.ts";
import { type At, apartMs, askAt, cycled, quietly, ring, type Step, staleAt, steadyAt, tell, worse } from "./step.ts";

/** Null where nothing is due. */
export function patrol(escalation: Escalation, at: At): Step | null {
  const { nextStepAt, flapping, state } = escalation;
  if (nextStepAt === null || nextStepAt > at.now) return null;
  if (flapping && steadyAt(escalation) <= at.now) return steady({ ...escalation, flapping: false }, at);
  switch (state) {
    case "resolved":
      return summary(escalation, at);
    case "silenced":
      return again({ ...escalation, silencedBy: null, silencedUntil: null }, "silenceOver", at);
    case "acked":
      return askAgain(escalation, at);
    case "open":
      if (staleAt(escalation) <= at.now) return stale(escalation, at);
      return flapping ? summary(escalation, at) : ring(escalation, "reminder", at);
  }
}

/** Its state has held for ten minutes: that is the final one. */
function steady(escalation: Escalation, at: At): Step {
  if (escalation.state === "resolved") return tell(escalation, "recovered", escalation.told, at.now);
  return escalation.state === "open" ? ring(escalation, "steady", at) : quietly(escalation, at.now);
}

/** Where somebody takes care of it, no summary is needed. */
function summary(escalation: Escalation, at: At): Step {
  const { ackedAt, silencedBy } = escalation;
  if (ackedAt === null && silencedBy === null) return ring(escalation, "flapping", at);
  return quietly({ ...escalation, noticedAt: at.now }, at.now);
}

function again(escalation: Escalation, kind: "silenceOver" | "ackOver", at: At): Step {
  return ring(cycled({ ...escalation, state: "open" }, at.now, true), kind, at);
}

/** Nobody answered in time. */
function stale(escalation: Escalation, at: At): Step {
  const { cycle, round, policy, severity } = escalation;
  if (cycle - round + 1 >= policy.cycles) {
    const reachable = policy.owners.filter(at.reaches);
    const owners = reachable.length > 0 ? reachable : policy.owners;
    return tell({ ...escalation, gaveUpAt: at.now }, "gaveUp", owners, at.now);
  }
  // On time the cycles keep their rhythm; after an absence the next one begins now.
  const end = staleAt(escalation);
  const cycleAt = at.now - end < apartMs ? end : at.now;
  const next = worse(severity);
  // What is critical already stays so, and only reminds.
  return ring(cycled({ ...escalation, severity: next }, cycleAt, false), next === severity ? "reminder" : "stale", at);
}

function askAgain(escalation: Escalation, at: At): Step {
  const { ackedAt, policy, told } = escalation;
  if (askAt(escalation) > at.now) return quietly(escalation, at.now);
  const held = at.now - (ackedAt ?? 0);
  if (held >= policy.ackMs) return again({ ...escalation, ackedBy: null, ackedAt: null, asked: 0 }, "ackOver", at);
  const asked = Math.floor(held / policy.askAgainMs);
  const chats = told.filter(({ channel }) => channel === "telegram");
  return tell({ ...escalation, asked }, "askAgain", chats.length > 0 ? chats : told, at.now);
}
