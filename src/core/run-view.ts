/** What one run shows: its ring, what became of it, that it failed or was kept from running. */
import type { Instant } from "./schedule.ts";

/** What became of one action while somebody was not here. */
export interface MissedLine {
  action: number;
  title: string;
  /** `rings` waits for an answer still, `notDone` got none, `leftOut` never ran. */
  what: "rings" | "notDone" | "leftOut" | "failed";
  count: number;
  /** The newest of them was due then. */
  at: Instant;
  /** Of the newest, as the ledger has it. */
  reason: string | null;
  /** Its message did not arrive. */
  undelivered: boolean;
}

export type RunView =
  /** `more`: lines that had no room. */
  | { view: "missed"; since: Instant; lines: MissedLine[]; more: number }
  | {
      view: "ring";
      run: number;
      action: number;
      title: string;
      text: string | null;
      slot: Instant | null;
      lead: number;
      /** 1 for the first ring. */
      ring: number;
      /** How often it asks by itself; what was snoozed may ring more often. */
      rings: number;
      lateMs: number;
      missed: number;
      /** When it is recorded as not done unless answered. */
      expiresAt: Instant;
    }
  | {
      view: "rung";
      run: number;
      title: string;
      state: "done" | "snoozed" | "skipped" | "expired" | "replaced" | "askedAgain";
      at: Instant;
      until: Instant | null;
      /** When quiet hours let it through, where it was put off into them. */
      quietUntil?: Instant;
      by: string | null;
      undo: number | null;
    }
  /** Started by hand, and kept from running by a gate. */
  | { view: "refused"; action: number; title: string; code: "cooldown" | "condition"; until: Instant | null }
  | { view: "failed"; action: number; title: string; reason: string; attempts: number };
