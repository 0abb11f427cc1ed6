/** An open failure that somebody has to acknowledge. What becomes of one is worked out in `app/escalation`. */
import type { Instant } from "./schedule.ts";

/** Least first. */
export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** Where a notice goes. For Telegram `chat` and `thread` say it, for every other channel `address`. */
export interface Target {
  /** `telegram`, or a channel's name in belfry.toml. */
  channel: string;
  /** 0 where the channel is not Telegram. */
  chat: number;
  thread: number | null;
  /** In the channel's own form; empty for Telegram and where the channel has one address only. */
  address: string;
}

/** Who a route names, before it is known which action it is about. */
export type Recipient =
  /** The action's own chat and topic. */
  | { to: "home" }
  /** Every owner's private chat. */
  | { to: "owners" }
  | { to: "target"; target: Target };

/** How escalations go, as the configuration has it now. */
export interface EscalationRules extends Omit<EscalationPolicy, "routes" | "owners"> {
  routes: Record<Severity, Recipient[]>;
}

/** The rules of one escalation: a copy of the configuration as it was when it opened, so that a change never touches what is open. */
export interface EscalationPolicy {
  /** Who is told at which severity. */
  routes: Record<Severity, Target[]>;
  /** Who hears that Belfry gave up, and whatever reaches nobody else. */
  owners: Target[];
  /** Unacknowledged for so many milliseconds it becomes one severity worse. */
  staleMs: number;
  /** Worse so often, then it is given up. */
  cycles: number;
  /** Waits between one notice and the next while nobody answers; the last one repeats. */
  repeatMs: number[];
  /** Whoever acknowledged is asked again after so long … */
  askAgainMs: number;
  /** … and after so long it counts as not acknowledged. */
  ackMs: number;
}

/** How it went down, where somebody was looking: it failed so many times, and so many raise it. */
export interface Outage {
  /** The first failure. */
  since: Instant;
  lastGood: Instant | null;
  failed: number;
  of: number;
}

/** How it came back. */
export interface Back {
  /** The first success. */
  since: Instant;
  good: number;
  of: number;
}

export type EscalationState = "open" | "acked" | "silenced" | "resolved";

export interface Escalation {
  /** Shown as `E41`. */
  id: number;
  /** Raised by one with every change; who writes expects it, so of two who press at once the second learns of the first. */
  revision: number;
  /** What went wrong, to tell it from other failures: `17/http 5xx`. There is one open escalation per cause. */
  cause: string;
  /** Null when a person raised it. */
  action: number | null;
  /** The run whose failure opened it. */
  run: number | null;
  title: string;
  /** The newest failure's words; empty where a person had no more to say than the title. */
  reason: string;
  /** Who or what found it, where a person who raised it has said so. */
  source: string | null;
  severity: Severity;
  state: EscalationState;
  policy: EscalationPolicy;
  outage: Outage | null;
  /** The newest return, where a success resolved it. */
  back: Back | null;
  /** Failures so far. */
  count: number;
  /** Notices that went to its route, the first included. */
  notices: number;
  /** Numbers the stretches between two rises of severity, from 1, never reused. */
  cycle: number;
  /** Numbers the notices of a cycle, from 0. */
  step: number;
  /** The cycle with which the present five began: the first, and the one after each answer. */
  round: number;
  cycleAt: Instant;
  /** When the patrol has to look at it; null when only an answer or a success changes it. */
  nextStepAt: Instant | null;
  openedAt: Instant;
  /** The newest failure. */
  failedAt: Instant;
  /** The newest notice to its route. */
  noticedAt: Instant | null;
  /** When it turned red or green within the last ten minutes. */
  changes: Instant[];
  flapping: boolean;
  /** Person who took it. */
  ackedBy: number | null;
  ackedAt: Instant | null;
  /** How often that person was asked again since. */
  asked: number;
  silencedBy: number | null;
  /** Null while silenced: until it is fixed. */
  silencedUntil: Instant | null;
  resolvedAt: Instant | null;
  /** Null where a success did it. */
  resolvedBy: number | null;
  gaveUpAt: Instant | null;
  /** Everybody who was told, in order; they hear how it ends. */
  told: Target[];
}

/** Why somebody is told. */
export type NoticeKind =
  /** It turned red. */
  | "raised"
  /** It is red again within ten minutes. */
  | "again"
  /** Nobody has answered yet. */
  | "reminder"
  /** Nobody answered in time, so the severity rose. */
  | "stale"
  /** A failure of a higher severity. */
  | "worse"
  /** It changes to and fro. */
  | "flapping"
  /** It has stopped changing and is red. */
  | "steady"
  /** Whoever took it is asked whether they still have it. */
  | "askAgain"
  /** Whoever took it had it too long. */
  | "ackOver"
  | "silenceOver"
  | "recovered"
  /** The last one, to owners. */
  | "gaveUp";

/** One thing to tell, to several. */
export interface EscalationNotice {
  kind: NoticeKind;
  cycle: number;
  step: number;
  targets: Target[];
}

/** When checks run, but nothing is raised. */
export interface Maintenance {
  id: number;
  /** Null: everything in the chat. */
  action: number | null;
  chat: number;
  from: Instant;
  /** Ended early by moving it. */
  until: Instant;
  by: number;
}

/** Escalations as the store keeps them; see `Store`. */
export interface EscalationStore {
  get(id: number): Promise<Escalation | null>;
  /** The newest of a cause, open or not. */
  last(cause: string): Promise<Escalation | null>;
  /** Those that are not resolved, oldest first. */
  open(): Promise<Escalation[]>;
  /** Of them those of these actions. */
  openOf(actions: number[]): Promise<Escalation[]>;
  /** Those whose next step has come. */
  due(now: Instant, limit: number): Promise<Escalation[]>;
  nextStepAt(): Promise<Instant | null>;
}

export interface MaintenanceStore {
  get(id: number): Promise<Maintenance | null>;
  /** Those that lie in this stretch, at least in part. */
  between(from: Instant, to: Instant): Promise<Maintenance[]>;
  /** Those that are not over, the first to begin first. */
  ahead(now: Instant): Promise<Maintenance[]>;
}
