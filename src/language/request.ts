/** What a sentence means: one `Request`, or one `Question` with the readings to offer. The whole surface other floors see. */
import type { Happening } from "../core/event.ts";
import type { Notify } from "../core/notify.ts";
import type { Instant, LocalTime, Schedule, Zone } from "../core/schedule.ts";
import type { WatchRequest } from "./watch-request.ts";

/** Clock times that stand for words; each is a setting and shown on the card. */
export interface DayParts {
  morning: LocalTime;
  noon: LocalTime;
  afternoon: LocalTime;
  evening: LocalTime;
  night: LocalTime;
}

/** Everything `understand` may know. No clock, no store. */
export interface LanguageContext {
  now: Instant;
  zone: Zone;
  /** BCP 47; only the language part is used. */
  locale: string;
  dayParts: DayParts;
  /** Names of the commands that "run …" may mean. */
  commands?: readonly string[];
  /** What the time is for a machine does, at 3 perhaps in the night. */
  atNight?: boolean;
}

/** "ask every 10 min until done": how often and how many times at most. */
export interface NagWords {
  everyMs: number;
  max: number;
}

export type GateWords =
  | { type: "cooldown"; ms: number }
  /** `target`: words for an action, or the name of a command. */
  | { type: "condition"; target: string; is: "good" | "bad" };

/** What a sentence says besides of what it makes. `otherwise`: what it is where a target means nothing. */
export interface Besides {
  labels: string[];
  gates: GateWords[];
  /** Failed runs in a row after which it pauses itself. */
  pauseAfter: number | null;
  /** Which of its runs it tells of; null for what is usual. */
  notify: Notify | null;
  /** Whether its runs are told in digests. */
  digest: boolean;
  otherwise: Request | Question | null;
}

/** What the words say of an action that is to be made. `schedule` is null when no time was said. */
export interface RemindRequest {
  intent: "remind";
  /** Capitalised as a title, times removed, the person's own words otherwise. */
  title: string;
  schedule: Schedule | null;
  /** Milliseconds before each slot at which to ring as well. */
  leads: number[];
  nag: NagWords | null;
  /** "urgent", "critical": comes through quiet hours. */
  critical: boolean;
  /** "silently", "without a sound": its messages make none. */
  silent: boolean;
  besides?: Besides;
}

/** A change to, or question about, existing actions. `target` is the person's words or number for the action, "" when none was said. */
export type ManageRequest =
  | WatchRequest
  | { intent: "list"; label?: string }
  | { intent: "agenda"; from: Instant; to: Instant }
  | { intent: "next"; target: string }
  | { intent: "show"; target: string }
  | { intent: "history"; target: string }
  | { intent: "why"; target: string }
  | { intent: "pause"; target: string; until: Instant | null }
  /** Failed runs in a row after which it pauses itself; null for never. */
  | { intent: "pauseAfter"; target: string; failures: number | null }
  /** Which of its runs it tells of from now on; null for what is usual. */
  | { intent: "notify"; target: string; notify: Notify | null }
  /** Whether its runs are told in digests. */
  | { intent: "digest"; target: string; on: boolean }
  | { intent: "resume"; target: string }
  /** The next one, or those of some days; `otherwise` where nothing that repeats is called so. */
  | { intent: "skip"; target: string; on?: { from: Instant; to: Instant }; otherwise?: Request | Question }
  | { intent: "run"; target: string }
  | { intent: "delete"; target: string }
  | { intent: "done"; target: string }
  /** `to` is the time phrase as said, "" when none was; resolve it against the action's schedule with `reschedule`. */
  | { intent: "move"; target: string; to: string }
  /** What rings is to ring again; `to` is the time phrase as said, "" when none was. */
  | { intent: "snooze"; target: string; to: string }
  | { intent: "rename"; target: string; title: string }
  /** Where what it tells is to go from now on, as said; "" is here. */
  | { intent: "redirect"; target: string; to: string }
  /** `labels` as said. */
  | { intent: "label"; target: string; labels: string; on: boolean }
  | { intent: "quiet"; start: LocalTime; end: LocalTime }
  | { intent: "quietOff" }
  /** Quiet hours without hours that could be read, or "/quiet" alone: say how it is said. */
  | { intent: "quietHow" }
  | { intent: "settings" }
  /** `place` is a zone or a city as said. */
  | { intent: "zone"; place: string }
  | { intent: "undo" }
  | { intent: "status" }
  | { intent: "missed" }
  /** `about`: a greeting, thanks, or a question about Belfry itself; all of the help without. */
  | { intent: "help"; about?: "hello" | "thanks" | "self" };

/** Something that is to be looked at again and again. */
export interface CheckRequest {
  intent: "check";
  title: string;
  /** One that repeats, or a single time. */
  schedule: Schedule;
  /** As said; the kind `check` has its form. */
  spec: object;
  /** Which of its runs such a check tells of, unless the sentence says otherwise. */
  notify?: Notify;
  besides?: Besides;
}

/** A check of which something is not clear: how often, at which half of the day, what some words say to it, what is run. */
export interface UnclearCheck extends Omit<CheckRequest, "intent" | "schedule"> {
  intent: "unclearCheck";
  /** Why it is asked about. */
  code: "repeat" | "clock" | "checkLeft" | "unknownCommand";
  /** How often, in each way in which it may be meant; none where it is not said. */
  readings: Schedule[];
  /** The words that mean nothing, "" where there are none. */
  left: string;
  /** Names of the commands there are in place of one that is not, the likeliest first. */
  known?: string[];
  /** Whether the first of them is likely meant; the check is of that one then. */
  isNear?: boolean;
  /** What the sentence is if it is no check. */
  otherwise: Request | Question;
}

/** What a report tells of the ledger; `digest` is all of it, without pictures. */
export type ReportTopic = "runs" | "uptime" | "latency" | "digest";

/** What else a report reads. Commands are named ones. */
export type ReportSource =
  | { type: "http"; url: string }
  | { type: "command"; command: string }
  | { type: "file"; file: string }
  /** A command that runs tests. */
  | { type: "tests"; command: string };

/** A day of the calendar that a report is about. */
export type ReportDay = "today" | "yesterday";

/** "every monday at 8 send a report of failed runs": one to be made at its times, or now. */
export interface ReportRequest {
  intent: "report";
  title: string;
  /** Null for one that is wanted now. */
  schedule: Schedule | null;
  /** The words of a time that cannot be kept, null where there are none. */
  unclear: string | null;
  /** Words for the action it is about, null for all of them. */
  target: string | null;
  /** Only actions that have one of these labels. */
  labels?: string[];
  topics: ReportTopic[];
  sources: ReportSource[];
  /** What was asked for beside them and is not known. */
  unknown: string[];
  /** The chat and topic it is to go to, as said; null for here. */
  to: string | null;
  /** The name of a template, null for the built-in one. */
  template: string | null;
  /** Sent as such a file, null for a message. */
  file: "md" | "csv" | "html" | null;
  /** Days it looks back, null where it begins with the last report, or when it was asked for. */
  lastDays: number | null;
  /** The day it is about, where one was named. */
  day?: ReportDay;
  /** What the sentence is where nothing is called `target`. */
  otherwise?: Request | Question;
  besides?: Besides;
}

/** What is to come of something that happens. */
export type Followed =
  | Pick<RemindRequest, "intent" | "title" | "leads" | "nag" | "critical" | "silent">
  | Pick<CheckRequest, "intent" | "title" | "spec" | "notify">
  | Omit<ReportRequest, "schedule" | "unclear">
  /** Something there is already. */
  | { intent: "run"; target: string };

/** "when backup-db fails, run verify" */
export interface FollowRequest {
  intent: "follow";
  event: "startup" | "hook" | Happening;
  /** Words for the action that it waits for; of a hook its name, "" where it has none; "" for a start of Belfry. */
  cause: string;
  does: Followed;
  /** What the sentence is where there is no such action. */
  otherwise: Request | Question;
  besides?: Besides;
}

export type Request = RemindRequest | CheckRequest | UnclearCheck | ManageRequest | ReportRequest | FollowRequest;

export type QuestionCode =
  /** 8 or 20 o'clock? */
  | "clock"
  /** Two dates are equally good (03/04, "1w Sunday" said to repeat). */
  | "date"
  /** How often is not said. */
  | "repeat"
  /** No time in the sentence. `readings` are suggestions; "save without time" is offered as well. */
  | "noTime"
  /** A time and no task. `readings` has the time as understood. */
  | "noTask"
  /** More often than Belfry runs anything; `phrase` is how often ("2 s"), `readings` the shortest that are run. */
  | "tooOften"
  /** The time has passed. `phrase` is the time as understood, for example "09:00 today". */
  | "past"
  /** 30 February. `readings` are the nearest dates. */
  | "impossibleDate"
  /** "9am Atlantis time". */
  | "unknownZone"
  /** Cron's day-of-month OR day-of-week. */
  | "cronDays";

/** One way to read the sentence; a button. */
export interface Reading {
  schedule: Schedule;
  /** Named suggestions (`in1h`, `tomorrow9`, …) are worded by the texts; without a name the schedule is described. */
  name?: string;
}

export interface Question {
  intent: "question";
  code: QuestionCode;
  /** All that was understood; its `schedule` is null or the first reading. */
  draft: RemindRequest;
  readings: Reading[];
  /** The words in question, as said. */
  phrase: string;
}

/** Answer to a bare time phrase ("in 2 hours", "tomorrow at 9"), as used for snoozing, pausing until and asking when. */
export type WhenAnswer = { found: true; schedule: Schedule } | { found: false; question: Question | null };
