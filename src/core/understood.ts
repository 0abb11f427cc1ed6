/** What a sentence would do that makes no reminder: shown by a preview, without being done. */
import type { Schedule } from "./schedule.ts";

/** Those that have a sentence of their own; `other` stands for the rest. */
export const understoodIntents = [
  "list",
  "agenda",
  "next",
  "show",
  "history",
  "pause",
  "pauseAfter",
  "notify",
  "digestOn",
  "digestOff",
  "resume",
  "skip",
  "skipOn",
  "run",
  "delete",
  "done",
  "move",
  "snooze",
  "rename",
  "quiet",
  "quietOff",
  "quietHow",
  "settings",
  "zone",
  "undo",
  "status",
  "missed",
  "help",
  "check",
  "report",
  "followStartup",
  "followHook",
  "followSucceeded",
  "followFailed",
  "followRecovered",
  "maintenance",
  "maintenanceEnd",
  "maintenances",
  "depend",
  "why",
  "labelOn",
  "labelOff",
  "ack",
  "resolve",
  "silence",
  "escalations",
  "raise",
  "testRoutes",
] as const;

export type UnderstoodIntent = (typeof understoodIntents)[number] | "other";

export interface Understood {
  intent: UnderstoodIntent;
  /** The action, the thing or the event it is about, as said; "" where none was. */
  target: string;
  /** A time, a new name, hours or a place in the person's language; "" where there is none. */
  detail: string;
  /** Of what would be made. */
  schedule: Schedule | null;
}
