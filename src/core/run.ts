/** One line of the ledger: one action, one slot (or one manual start), its attempts and its outcome. */
import type { RunData } from "./reading.ts";
import type { Instant } from "./schedule.ts";

/** `open` waits to be claimed, `running` is being done, `waiting` has rung and waits for an answer or its `wakeAt`. */
export type RunState = "open" | "running" | "waiting" | "settled";
export type RunOutcome = "succeeded" | "failed" | "skipped" | "missed" | "interrupted";
/**
 * `forced`: by hand, and its gates were not asked. `created`: the look of a check at its creation, or when it
 * is told to look at something else, past its gates too.
 * `event`: something happened that its schedule waits for.
 */
export type Trigger = "schedule" | "manual" | "forced" | "created" | "event";

/** Slots are counted one by one to here and no further, unless arithmetic can: from here on a number means "at least". */
export const COUNT_LIMIT = 2_000;

export interface Run {
  id: number;
  /** The run key: `17@<slot>`, `17@<slot>-<lead>`, `17!<idempotency key>` or `17~<cause>`. Unique, so a slot has one run whatever happens. */
  key: string;
  action: number;
  /** Null for a manual run and one of an event. For a lead it is the slot it leads to. */
  slot: Instant | null;
  /** Milliseconds before the slot; 0 for the slot itself. */
  lead: number;
  /** Last slot and number of slots (from `COUNT_LIMIT` on: at least so many) when one row stands for a range of missed or skipped ones; otherwise null and 1. */
  slotTo: Instant | null;
  count: number;
  trigger: Trigger;
  state: RunState;
  outcome: RunOutcome | null;
  /** Why it was skipped, missed, failed: a code (`paused`, `replaced`, `expired`, `crashed: 2`, …) or the error's first line. */
  reason: string | null;
  /** When it should have started: slot − lead, or the moment of the manual start. */
  dueAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
  /** Tries begun, counted durably before the effect. */
  attempts: number;
  /** Processes in a row that died while a run of its action was at work, when the last of them died at this one; 0 when none did. */
  crashes: number;
  /** Earlier slots of the series that were missed and are told with this run ("+3 missed"). */
  missed: number;
  /** When an open run may be claimed or a waiting one is to be looked at again. */
  wakeAt: Instant | null;
  /** What a waiting run waits for, in its kind's own word (`ring`, `expire`). */
  note: string | null;
  /** Rings so far. */
  rings: number;
  output: string | null;
  /** What it measured, for kinds that measure. */
  data: RunData | null;
  /** Person who answered (Done, Skip). */
  answeredBy: number | null;
  /** The action's labels when the run was written; null for none. */
  labels: string[] | null;
}

/** A run that did not do what it was for. */
export interface AmissRun extends Pick<Run, "id" | "action" | "outcome" | "reason" | "count" | "dueAt"> {
  title: string;
}

/** A run about to be written; the rest is filled with "nothing happened yet". */
export type NewRun = Pick<Run, "key" | "action" | "slot" | "lead" | "trigger" | "dueAt"> & Partial<Run>;

/** Why a run ended, or waits to be tried again, that went with the process: it was the `inARow`th of its action. */
export function crashReason(inARow: number): string {
  return `crashed: ${inARow}`;
}

/** Whether somebody waits to see what comes of it. */
export function isAwaited({ trigger }: Pick<Run, "trigger">): boolean {
  return trigger === "manual" || trigger === "forced" || trigger === "created";
}

/** Key of the run of a slot, or of a lead to it. The action's revision is not part of it: an edit at the firing second must not ring twice. */
export function runKey(action: number, slot: Instant, lead = 0): string {
  return lead === 0 ? `${action}@${slot}` : `${action}@${slot}-${lead}`;
}

/** Key of a run that an event opened; `cause` names the one occasion (`run/4711`), so that it opens one run. */
export function eventRunKey(action: number, cause: string): string {
  return `${action}~${cause}`;
}

/** Key of a run somebody started; `once` makes a repeated request the same run. */
export function manualRunKey(action: number, once: string): string {
  return `${action}!${once}`;
}
