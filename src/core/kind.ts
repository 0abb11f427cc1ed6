/** What sort of thing an action is: how its spec looks, which rules it has by default, and what a run of it does. */
import type { ZodType } from "zod";
import type { Action, Policies } from "./action.ts";
import type { Approvable } from "./approval.ts";
import type { Back, Outage, Severity } from "./escalation.ts";
import type { News, Notify } from "./notify.ts";
import type { CheckAbout, Held, RunData } from "./reading.ts";
import type { Run } from "./run.ts";
import type { Instant, Schedule } from "./schedule.ts";
import type { View } from "./view.ts";

export type Outcome =
  | ({ result: "success"; output?: string } & Measured)
  /** `retry: false` fails at once whatever attempts are left. `told`: the kind itself says what there is to say. */
  | ({ result: "failure"; error: string; retry?: boolean; told?: true; output?: string } & Measured)
  | { result: "skip"; reason: string }
  /** Come back at `until` unless somebody answers before; `note` says to the kind itself what for. */
  | { result: "wait"; until: Instant; note: string };

export interface Measured {
  /** For the ledger. */
  data?: RunData;
  /** To be read by the next run as `kept`; replaces what was kept before. */
  keep?: string;
  /** Runs once more at this instant, apart from its schedule. */
  again?: Instant;
}

export interface MessageOptions {
  /** Message id in the action's chat to reply to. */
  replyTo?: number;
  /** Goes to the action's destination, where it has one. */
  outward?: true;
  /** May share one message with others of the same chat that come at the same time. */
  digest?: "quiet" | "late";
  /** What it tells of; it is sent only if the action tells of such. Left out, it is always sent. */
  news?: News;
}

/** How things stand, for the escalations of the action. Said by every run, not only when it changes. */
export type Alarm =
  /** Red. `cause` tells it from other failures of the action: each has an escalation of its own. */
  | { alarm: "failing"; cause: string; reason: string; severity: Severity; outage?: Outage }
  /** Now red, now green, at these instants. */
  | { alarm: "flapping"; turns: Instant[]; reason: string; severity: Severity }
  /** Green: all of them are over. */
  | { alarm: "fine"; back?: Back };

export interface RunContext<S> {
  action: Action;
  spec: S;
  run: Run;
  now: Instant;
  /** Aborted when the run is cancelled or Belfry stops. */
  signal: AbortSignal;
  /** End of the chat's quiet hours when they hold now and the action is not critical, else null. */
  quietUntil: Instant | null;
  /** Which of its runs the action tells of. */
  notify: Notify;
  /** Why nothing is to be told now, else null; an alarm raises nothing then. */
  held: Held | null;
  /** Whether what it starts outside may go on when Belfry is killed, to be taken up by this run in the next one. */
  survives: boolean;
  /** Settled runs of the action, newest first; this one is not among them. */
  history(limit: number): Promise<Run[]>;
  /** What the last run that kept something kept. */
  kept(): Promise<string | null>;
  /** Tells the action's chat; sent only if the run's outcome is stored, in the same write. */
  message(view: View, options?: MessageOptions): void;
  /** Replaces what this run's last message shows (its buttons leave it). */
  amend(view: View): void;
  /** Raises (unless the action never tells of anything) or resolves, in the same write as the run's outcome. Without it a failed run is told by one message. */
  alarm(news: Alarm): void;
}

export interface Kind<S = unknown> {
  name: string;
  summary: string;
  spec: ZodType<S>;
  policies(schedule: Schedule): Policies;
  /**
   * True when a run that may have begun before a crash may be done again (at least once); false makes it
   * `interrupted` instead (at most once).
   */
  repeatable: boolean;
  /**
   * Whether such a spec does nothing but look. A look that went with the process is made again, however few tries it
   * has; what does more than look is `interrupted`.
   */
  looks?(spec: unknown): boolean;
  /** For kinds whose runs have results: which of them are told where nobody says otherwise. */
  notify?: Notify;
  /** For kinds that look at something: what their cards say of the spec; null for one that does not fit any more. */
  about?(spec: unknown): CheckAbout | null;
  /** Whether such a spec waits for calls from outside, at an address of the action. */
  isCalled?(spec: unknown): boolean;
  /** What an owner has to approve before such a spec runs; null where nothing has to be. */
  approvable?(spec: unknown): Approvable | null;
  /** Names that sentences may use, for kinds that know any: the named commands. */
  names?(): string[];
  /** The form for a spec that somebody asks for, where it is stricter than what files may hold. */
  asked?: ZodType<S>;
  /** For kinds that tell of others: the share of what was seen of this time in which it was up; null where nothing was. */
  uptime?(action: Action, from: Instant, to: Instant): Promise<number | null>;
  /** One try. A throw is a failure. */
  run(context: RunContext<S>): Promise<Outcome>;
}
