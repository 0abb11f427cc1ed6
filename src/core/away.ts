/** What an absence of Belfry did to the actions of one chat. */
import type { Misfire } from "./action.ts";
import type { Instant } from "./schedule.ts";

/** One action and what became of its slots; `missed` is the number of those that are not made up for. */
export interface Delayed {
  action: number;
  title: string;
  missed: number;
}

export type AwayView =
  | {
      view: "away";
      from: Instant;
      to: Instant;
      /** They ran when Belfry was back. */
      late: Delayed[];
      /** Nothing ran for them any more. */
      skipped: Delayed[];
      /** They rang when Belfry was back. */
      rung: Delayed[];
      /** How many of the skipped ones somebody has started since; null while nobody has. */
      started: number | null;
    }
  /** What becomes of missed slots from now on. */
  | { view: "misfire"; titles: string[]; misfire: Misfire; undo: number | null }
  /** After how many failed runs in a row they pause themselves from now on; null for never. */
  | { view: "rest"; titles: string[]; pauseAfter: number | null; undo: number | null };
