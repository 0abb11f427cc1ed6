/**
 * What a person is to see, as data. Operations return one, deliveries carry one, doors choose the words:
 * the chat renders it as a message, HTTP as JSON. A view holds all that is needed, so that rendering is pure.
 */
import type { Action, Nag, Policies } from "./action.ts";
import type { AwayView } from "./away.ts";
import type { CardNote } from "./card-note.ts";
import type { Quiet, Role, Settings } from "./chat.ts";
import type { Ambiguity } from "./choice.ts";
import type { ErrorCode } from "./errors.ts";
import type { EscalationCard, EscalationView } from "./escalation-view.ts";
import type { NoticeCode } from "./notice.ts";
import type { QuestionView } from "./question-view.ts";
import type { CheckNewsView, CheckPart, ReadingData } from "./reading.ts";
import type { RunOutcome, Trigger } from "./run.ts";
import type { RunView } from "./run-view.ts";
import type { Instant, Schedule, Zone } from "./schedule.ts";
import type { Understood } from "./understood.ts";
import type { GateView, Hold } from "./why.ts";

export type ActionStatus = "active" | "paused" | "someday" | "finished" | "deleted";

/** An action as shown on a card or a row. */
export interface ActionCard {
  id: number;
  revision: number;
  title: string;
  kind: string;
  status: ActionStatus;
  schedule: Schedule;
  /** Title of the action whose runs the schedule waits for. */
  cause?: string;
  leads: number[];
  nag: Nag | null;
  critical: boolean;
  silent: boolean;
  policies: Policies;
  gates?: GateView[];
  labels?: string[];
  pause: Action["pause"];
  owner: number;
  chat: number;
  /** The address a call of which starts it. */
  calledAt?: string;
  /** Name of the chat and topic its results go to, where that is not the one it is at home in. */
  destination?: string;
  /** The next slots, at most five, skipped ones left out. */
  next: Instant[];
}

/** The part of an action that says when it rings. */
export type Timing = Pick<ActionCard, "schedule" | "cause" | "leads" | "nag" | "critical" | "silent" | "next">;

export interface RunLine {
  run: number;
  slot: Instant | null;
  trigger?: Trigger;
  lead: number;
  startedAt: Instant | null;
  endedAt: Instant | null;
  /** Milliseconds between when it should have started and when it did. */
  lateMs: number;
  outcome: RunOutcome | "waiting" | "running" | "open";
  reason: string | null;
  count: number;
  attempts: number;
  rings: number;
  /** What a check saw. */
  reading?: ReadingData;
}

export interface TitledLine {
  title: string;
  line: RunLine;
}

/** What has just happened to an action; the card words it. */
export type CardChange =
  | "created"
  | "shown"
  | "edited"
  | "moved"
  | "lead"
  | "paused"
  | "resumed"
  | "skipped"
  | "doneEarly"
  | "deleted"
  | "restored"
  | "started";

export interface ListRow {
  id: number;
  title: string;
  status: ActionStatus;
  group: "ringing" | "today" | "tomorrow" | "later" | "event" | "someday" | "paused";
  next: Instant | null;
  recurring: boolean;
  /** The chat it tells, where that is another chat than the one it is looked at in. */
  place?: string;
}

export interface RingItem {
  run: number;
  action: number;
  title: string;
  slot: Instant | null;
  /** What was answered, null while it still asks. */
  state: "done" | "snoozed" | "skipped" | null;
}

/** One of the next times: a slot, or a ring so many milliseconds before one. */
export interface NextTime {
  at: Instant;
  lead: number;
  note: "skippedHour" | "repeatedHour" | null;
}

export type View =
  | AwayView
  | EscalationView
  | QuestionView
  | RunView
  | { view: "welcome"; zone: Zone; name: string }
  | { view: "ready"; zone: Zone }
  | {
      view: "card";
      card: ActionCard;
      change: CardChange;
      /** Revision that [Undo] takes back, null when there is nothing to take back. */
      undo: number | null;
      /** What it was before, for "09:00 → 10:30". */
      before: { title: string; schedule: Schedule } | null;
      notes: CardNote[];
      /** Last outcomes, on a card opened from the list. */
      outcomes: RunLine[];
      /** The whole text where it is longer than the title. */
      text: string | null;
      /** Show the editing buttons instead of the usual ones. */
      editing: boolean;
      /** Opened from this page of the list, for [◀ List]. */
      page: number | null;
      /** On the card of a check. */
      check?: CheckPart;
    }
  /** `on` is the title of what it depends on; null for nothing any more. */
  | { view: "depends"; title: string; on: string | null; undo: number | null }
  | CheckNewsView
  | { view: "ringDigest"; why: "quiet" | "late" | "busy"; items: RingItem[] }
  /**
   * `document` and `format` are plain data of the report's kind, which also knows how to write them down.
   * `parts`: how many messages it is, a text and its pictures.
   */
  | { view: "report"; title: string; document: object; format: object; parts: number }
  | {
      view: "list";
      rows: ListRow[];
      active: number;
      paused: number;
      page: number;
      pages: number;
      /** Only those with this label. */
      label?: string;
      /** Pressing a row pauses or resumes it instead of opening its card. */
      mode: "open" | "pause";
    }
  | {
      view: "agenda";
      from: Instant;
      to: Instant;
      /** What comes next was asked for, and not a stretch of time. */
      next?: true;
      /** `often`: it comes again and again from `at` on, and stands here once. */
      rows: { action: number; title: string; at: Instant; lead: number; often?: Schedule }[];
    }
  | { view: "why"; card: ActionCard; lines: RunLine[]; holds: Hold[] }
  | { view: "next"; card: ActionCard; slots: NextTime[] }
  | {
      view: "history";
      card: ActionCard;
      lines: RunLine[];
      runs: number;
      failureRate: number | null;
      /** Of a check, over the last 30 days. */
      uptime?: number;
    }
  /** The newest runs of all that have a label. */
  | { view: "labelled"; label: string; lines: TitledLine[] }
  /** The newest runs of all, of the day before `at`. */
  | { view: "feed"; at: Instant; lines: TitledLine[] }
  | { view: "quiet"; quiet: Quiet | null; undo: number | null }
  | {
      view: "zone";
      zone: Zone;
      others: { count: number; zone: Zone } | null;
      moved: number;
      /** The first one somebody chooses; or others were there and shall stay. */
      note?: "first" | "kept";
      undo: number | null;
    }
  | { view: "zoneMenu"; zone: Zone; likely: Zone[] }
  /** A chat asks the person to share where they are. */
  | { view: "askLocation" }
  | {
      view: "settings";
      zone: Zone;
      language: string;
      quiet: Quiet | null;
      group: boolean;
      dayParts: Record<string, string>;
      /** Revision that [Undo] takes back, where a setting has just been changed. */
      undo: number | null;
    }
  /** Which language Belfry is to speak. */
  | { view: "languageMenu"; language: string }
  | {
      view: "status";
      /** Active ones of which nothing is wrong. */
      green: number;
      paused: number;
      ringing: RingItem[];
      open: EscalationCard[];
      /** Whose newest run failed, without those that are open. */
      failing: { action: number; title: string; reason: string | null }[];
      unreachable?: { title: string; parent: string }[];
      /** Calls that should have come, and are not down before the end of their grace. */
      late?: { title: string; expectedAt: Instant; redAt: Instant }[];
      next: { action: number; title: string; at: Instant } | null;
      held: string | null;
      waitingDeliveries: number;
      runs24h: number;
      failed24h: number;
    }
  /** What a sentence would make, unsaved; `question` is what would be asked. */
  | ({ view: "preview"; title: string; question: Ambiguity | null } & Timing)
  /** A sentence that makes no reminder, as it would be understood. */
  | { view: "understood"; said: Understood; next: Instant[] }
  | { view: "help"; role: Role }
  | { view: "people"; people: { id: number; name: string; role: Role }[] }
  /** Of anything but an action, which is shown by its card. `settings` is what holds again, where a setting was taken back. */
  | { view: "undone"; what: string; title: string | null; settings?: Settings }
  | { view: "notice"; code: ErrorCode | NoticeCode; args: Record<string, string | number> };
