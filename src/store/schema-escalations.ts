/** The tables of escalations; see `schema.ts`. */
import { sql } from "drizzle-orm";
import type { Back, EscalationPolicy, Outage, Target } from "../core/escalation.ts";
import type { Kit } from "./columns.ts";

/** Conditions of partial indexes; see `schema.ts`. */
export const steppingEscalation = sql.raw("next_step_at is not null");
export const openEscalation = sql.raw("state <> 'resolved'");

export function escalationTable({ table, text, oneOf, int, bool, instant, json, index, uniqueIndex }: Kit) {
  return table(
    "escalations",
    {
      id: int("id").primaryKey(),
      revision: int("revision").notNull(),
      cause: text("cause").notNull(),
      action: int("action"),
      run: int("run"),
      title: text("title").notNull(),
      reason: text("reason").notNull(),
      source: text("source"),
      severity: oneOf("severity", ["low", "medium", "high", "critical"]).notNull(),
      state: oneOf("state", ["open", "acked", "silenced", "resolved"]).notNull(),
      policy: json<EscalationPolicy>("policy").notNull(),
      outage: json<Outage>("outage"),
      back: json<Back>("back"),
      count: int("count").notNull(),
      notices: int("notices").notNull(),
      cycle: int("cycle").notNull(),
      step: int("step").notNull(),
      round: int("round").notNull(),
      cycleAt: instant("cycle_at").notNull(),
      nextStepAt: instant("next_step_at"),
      openedAt: instant("opened_at").notNull(),
      failedAt: instant("failed_at").notNull(),
      noticedAt: instant("noticed_at"),
      changes: json<number[]>("changes").notNull(),
      flapping: bool("flapping").notNull(),
      ackedBy: int("acked_by"),
      ackedAt: instant("acked_at"),
      asked: int("asked").notNull(),
      silencedBy: int("silenced_by"),
      silencedUntil: instant("silenced_until"),
      resolvedAt: instant("resolved_at"),
      resolvedBy: int("resolved_by"),
      gaveUpAt: instant("gave_up_at"),
      told: json<Target[]>("told").notNull(),
    },
    (t) => [
      index("escalations_cause").on(t.cause, t.id),
      // One open escalation per cause, whoever raises it.
      uniqueIndex("escalations_open_cause").on(t.cause).where(openEscalation),
      index("escalations_open").on(t.id).where(openEscalation),
      index("escalations_step").on(t.nextStepAt, t.id).where(steppingEscalation),
    ],
  );
}

export function maintenanceTable({ table, int, instant, index }: Kit) {
  return table(
    "maintenance",
    {
      id: int("id").primaryKey(),
      action: int("action"),
      chat: int("chat").notNull(),
      from: instant("from_at").notNull(),
      until: instant("until_at").notNull(),
      by: int("by_person").notNull(),
    },
    (t) => [index("maintenance_until").on(t.until, t.id)],
  );
}
