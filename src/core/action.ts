/** What a person asked for: title, kind, spec, schedule and rules. The user-facing unit. */
import type { Destination } from "./chat.ts";
import type { Notify } from "./notify.ts";
import type { Instant, Schedule } from "./schedule.ts";

/** What becomes of slots that were missed while Belfry was away. `once`: the newest runs, the rest are recorded as missed. */
export type Misfire = "once" | "skip" | "all";
/** What becomes of a slot that is due while an earlier run of the action still works. */
export type Overlap = "skip" | "queue" | "allow" | "cancel";

/** Ask again every so many milliseconds until somebody answers, `max` times in all. */
export interface Nag {
  everyMs: number;
  max: number;
}

/** Rules of one action; a kind gives the defaults, the card shows them, the person may change them. */
export interface Policies {
  misfire: Misfire;
  /** A missed slot older than this many milliseconds is not run any more; null means it always is. */
  misfireWindowMs: number | null;
  overlap: Overlap;
  /** Tries per run before it has failed. */
  attempts: number;
  /** So many failed runs in a row pause it; where it is left out, none do. */
  pauseAfter?: number;
  /** Which of its runs it tells of; where it is left out, those its kind usually does. */
  notify?: Notify;
  /** Its runs are left out of digests. */
  digest?: false;
}

/** A message in a chat, as Telegram numbers it. */
export interface MessageRef {
  chat: number;
  message: number;
}

/** May refuse a slot when its time has come; the ledger says which one did. */
export type Gate =
  /** Not before so many milliseconds after the last run that did something ended. */
  | { type: "cooldown"; ms: number }
  /** Only while another action's newest run succeeded (`is: "good"`) or failed (`is: "bad"`). */
  | { type: "condition"; action: number; is: "good" | "bad" }
  /** Only when a named command, run then, is good or bad. */
  | { type: "command"; named: string; is: "good" | "bad" };

export interface Action {
  /** Shown as `#17`. */
  id: number;
  title: string;
  kind: string;
  /** The kind's own settings, validated by the kind's schema when stored and again when run. */
  spec: unknown;
  schedule: Schedule;
  /** Milliseconds before each slot at which to run as well ("and 1 h before"). */
  leads: number[];
  nag: Nag | null;
  /** Comes through quiet hours. */
  critical: boolean;
  /** Its messages come without a sound. */
  silent: boolean;
  policies: Policies;
  /** All of them have to let a slot pass. */
  gates: Gate[];
  /** Words to find it and its runs by, without `#`, in lower case. */
  labels: string[];
  /** The action it depends on: while that one is red, this one is unreachable and raises nothing. */
  parent: number | null;
  /** Person who made it. */
  owner: number;
  /** Chat and topic where it was made and is at home: what it tells goes there. */
  chat: number;
  thread: number | null;
  /** Where its results go instead, of those kinds that have results for others. Questions and failures stay at home. */
  destination: Destination | null;
  /** The message whose sentence made it; editing that message edits the action. */
  source: MessageRef | null;
  /**
   * The clock hand: the instant of the next fire (slot or lead), null when there is none. An index that can be
   * rebuilt from the schedule, never the truth about what ran.
   */
  nextAt: Instant | null;
  /** Set while paused; `until: null` means until somebody resumes it. `failures`: so many runs in a row that failed paused it; `crashes`: with which the process died. */
  pause: { from: Instant; until: Instant | null; failures?: number; crashes?: number } | null;
  /** Slots up to and including this one are skipped ("skip next", done early). */
  skipUntil: Instant | null;
  /** Raised by one with every change a person makes; never by the tick. */
  revision: number;
  createdAt: Instant;
  updatedAt: Instant;
  deletedAt: Instant | null;
}
