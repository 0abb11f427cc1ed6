/** What a card points out besides. */
import type { Instant } from "./schedule.ts";

/** Worth a line on the card. */
export type CardNote =
  | { note: "clockChange"; at: Instant }
  /** Some months lack the date; the next three dates are shown. */
  | { note: "monthEnd" }
  | { note: "quiet"; until: Instant }
  /** It depends on this one, which may be down. */
  | { note: "parent"; title: string; down: boolean }
  /** These depended on what is deleted. */
  | { note: "freed"; titles: string[] }
  | { note: "cronDays" }
  /** What became of its runs so far. */
  | { note: "record"; runs: number; failureRate: number }
  /** Who made it, where that is somebody else. */
  | { note: "owner"; name: string }
  /** Somebody else has proposed its command: who decided about that, and when. */
  | { note: "approved" | "denied"; by: string; at: Instant }
  /** These are started by it; and were, where it is deleted. */
  | { note: "followed" | "forsaken"; titles: string[] }
  /** A run that came of what was taken back has begun, and stays. */
  | { note: "ran" }
  /** What it waits for is deleted. */
  | { note: "causeGone"; title: string };
