/**
 * When an action wants to run.
 *
 * A schedule stores what the person said: wall time and zone, never an offset. Instants are derived from it by
 * `time/next-slot.ts` and are derived again when the zone database changes.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** IANA zone name, for example `Europe/Berlin`. */
export type Zone = string;
/** `2026-11-25`, no zone. */
export type LocalDate = string;
/** `09:00` or `09:00:30`, no date, no zone. */
export type LocalTime = string;
/** `2026-11-25T09:00:00`, no zone. */
export type LocalDateTime = string;
/** Two letters as in RFC 5545 §3.3.10. */
export type Weekday = "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";

/** One wall time, once. `fold: 1` means the second copy of a repeated wall time ("in 20 min" said just before the hour repeats). */
export interface OnceSchedule {
  type: "once";
  at: LocalDateTime;
  tz: Zone;
  fold?: 1;
}

/** Five or six fields as cron(8) and Croner read them, with `L`, `#` and `W`. Keeps cron semantics: a missing date is skipped. */
export interface CronSchedule {
  type: "cron";
  cron: string;
  tz: Zone;
}

/** A stretch of each chosen day in which an elapsed schedule runs; re-anchored at `start`, `end` included. */
export interface DayWindow {
  tz: Zone;
  days: Weekday[];
  start: LocalTime;
  end: LocalTime;
}

/** Elapsed time: `from`, `from + ms`, `from + 2 ms`, … so it never drifts and runs through clock changes. */
export interface EverySchedule {
  type: "every";
  /** Period in milliseconds, at least 10,000. */
  ms: number;
  /** The anchor; itself a slot. */
  from: Instant;
  /** Last instant at which a slot may lie. */
  until?: Instant;
  /** Number of slots, counted from `from`. */
  count?: number;
  window?: DayWindow;
}

/** Calendar recurrence: RFC 5545 RRULEs over wall time, united and deduplicated. */
export interface RuleSchedule {
  type: "rule";
  /** RRULE values without the `RRULE:` prefix. UNTIL is wall time in `tz`. COUNT counts from `start`. */
  rules: string[];
  /** DTSTART: the phase of the recurrence and, where a rule has no BYHOUR/BYMINUTE, its time of day. */
  start: LocalDateTime;
  tz: Zone;
  /** EXDATE as whole days. */
  except?: LocalDate[];
  /** RDATE: further single wall times. */
  dates?: LocalDateTime[];
}

/** So many days after the last run was answered with Done. The next slot is written when that happens. */
export interface AfterSchedule {
  type: "after";
  days: number;
  time: LocalTime;
  tz: Zone;
}

/** When something happens; `on` as in event.ts. */
export interface EventSchedule {
  type: "event";
  on: string;
}

/** Only when somebody starts it; listed under Someday. */
export interface ManualSchedule {
  type: "manual";
}

export type Schedule =
  | OnceSchedule
  | CronSchedule
  | EverySchedule
  | RuleSchedule
  | AfterSchedule
  | EventSchedule
  | ManualSchedule;
