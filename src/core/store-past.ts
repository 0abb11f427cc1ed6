/** What the store does with what is old. */
import type { Digest } from "./digest.ts";
import type { Run } from "./run.ts";
import type { Instant } from "./schedule.ts";

/** What is forgotten when it is old enough. */
export type Forgettable = "outputs" | "inbox" | "questions" | "deliveries" | "revisions" | "escalations" | "actions";

/** Slots of one action that were due before an instant and dealt with only after it. */
export interface LateSlots {
  action: number;
  /** Because Belfry was away. */
  missed: number;
  /** One of them ran, or will. */
  runs: boolean;
}

export interface PastStore {
  /** What was due by `at` and dealt with only from then on; without what is less than a minute late. */
  late(at: Instant): Promise<LateSlots[]>;
  /** When the newest run that is over ended. */
  lastEnd(): Promise<Instant | null>;
  /** Of days that began at or after `from` and before `to`, action by action, oldest first. */
  digests(actions: number[], from: Instant, to: Instant): Promise<Digest[]>;
  /**
   * Runs of one action after `after`, oldest first, that are over, were due before `before`, and are neither among its
   * newest `keep` nor the last that succeeded or failed. `after` goes on from there; null when that was the last action.
   */
  runs(
    after: number,
    which: { keep: number; before: Instant; limit: number },
  ): Promise<{ after: number | null; runs: Run[] }>;
  /** The runs go, and these digests take their place, in one transaction. Throws `Conflict` when one is not there. */
  squash(digests: Digest[], runs: number[]): Promise<void>;
  /**
   * Looks at a few rows after `after` and removes those that are older than `before` and that nothing needs any more.
   * Gives where to go on, null at the end. Never the newest row of a table, since numbers are counted on from it.
   */
  forget(what: Forgettable, after: number, before: Instant): Promise<{ after: number | null; removed: number }>;
  /** A copy of everything, looked through as if it had to be used. Path of the copy. @throws when it is not good */
  backUp(now: Instant): Promise<string>;
}
