/** What a sentence about checks, and about what they raise, means. */
import type { Severity } from "../core/escalation.ts";
import type { Instant } from "../core/schedule.ts";

export type WatchRequest =
  /** `target` "" is everything here. */
  | { intent: "maintenance"; target: string; from: Instant; until: Instant }
  | { intent: "maintenanceEnd"; target: string }
  | { intent: "maintenances" }
  /** `on` is the words for what it depends on from now on, null for nothing. */
  | { intent: "depend"; target: string; on: string | null }
  | { intent: "ack"; target: string }
  | { intent: "resolve"; target: string }
  /** `until` null is until it is fixed. */
  | { intent: "silence"; target: string; until: Instant | null }
  /** Only those of a severity, or that nobody has answered for a while. */
  | { intent: "escalations"; severity?: Severity; stale?: true }
  /** Of one severity, or all. */
  | { intent: "testRoutes"; severity?: Severity }
  /** `target` is the subject of a new one. */
  | { intent: "raise"; target: string; severity?: Severity };
