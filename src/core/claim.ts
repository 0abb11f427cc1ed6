/** How the first owner is found when the configuration names none. */
import type { Instant } from "./schedule.ts";

export type ClaimTry = "right" | "wrong" | "locked" | "expired";

/** A one-time code; see `newClaimCode`. */
export interface ClaimCode {
  /** To be shown on the console and nowhere else. */
  code: string;
  expiresAt: Instant;
  /** Counts wrong tries. */
  try(given: string, at: Instant): ClaimTry;
}
