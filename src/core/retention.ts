/** How long things are kept, in milliseconds. */
export interface Retention {
  /** Runs, before a day of them becomes one digest, */
  runs: number;
  /** but always so many of each action, the newest. */
  keep: number;
  /** What runs printed. */
  output: number;
  /** What people sent, and what was asked. */
  inbox: number;
  /** What was sent. */
  deliveries: number;
  /** Deleted actions, with all their past. */
  deleted: number;
  /** Who changed what, and escalations that are over. */
  audit: number;
}
