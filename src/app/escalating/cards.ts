/** Escalations as they are shown. */
import type { Belfry } from "../../core/belfry.ts";
import type { Escalation } from "../../core/escalation.ts";
import type { EscalationCard } from "../../core/escalation-view.ts";
import { causeOf, crashCause } from "../escalation/cause.ts";
import { flappingCause } from "../escalation/raise.ts";
import { askAt } from "../escalation/step.ts";

export async function escalationCard(belfry: Belfry, escalation: Escalation): Promise<EscalationCard> {
  const { id, action, title, reason, source, severity, state, flapping, count, notices } = escalation;
  const { openedAt, resolvedAt } = escalation;
  const by = state === "resolved" ? escalation.resolvedBy : (escalation.silencedBy ?? escalation.ackedBy);
  return {
    ...{ id, action, title, reason, source, severity, state, flapping, count, notices, openedAt, resolvedAt },
    outage: escalation.outage,
    back: escalation.back,
    toAndFro: action !== null && escalation.cause === causeOf(action, flappingCause),
    stopped: action !== null && escalation.cause === crashCause(action),
    changes: escalation.changes.length,
    by: by === null ? null : ((await belfry.store.people.get(by))?.name ?? null),
    takenAt: escalation.ackedAt,
    until: state === "acked" ? askAt(escalation) : state === "silenced" ? escalation.silencedUntil : null,
  };
}
