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
