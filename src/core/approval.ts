/** An owner's word that a command which has no name may be run, by one action. Another command needs another one. */
import type { Instant } from "./schedule.ts";

export interface Approval {
  action: number;
  /** Made of all that is run. */
  key: string;
  /** The owner. */
  by: number;
  at: Instant;
}

export type ApprovalChange =
  /** The newest approval of an action is the one that holds. */
  | { do: "approve"; row: Approval }
  /** None holds any more. */
  | { do: "withdraw"; action: number };

/** A command as an owner is asked about it. */
export interface Approvable {
  key: string;
  /** Its items, those with blanks in quotes. */
  command: string;
  /** The account of this machine that it runs as. */
  user: string;
  timeoutMs: number;
}
