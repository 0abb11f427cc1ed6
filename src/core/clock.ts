/** The one source of time. Tests bring a clock they move by hand. */
import type { Instant } from "./schedule.ts";

export interface Clock {
  /** Wall clock. */
  now(): Instant;
  /** Milliseconds that never go back and do not follow changes of the wall clock. */
  monotonic(): number;
  /** Calls `ring` once, at or after `at`, never before. */
  alarm(at: Instant, ring: () => void): { cancel(): void };
}
