/**
 * The code that makes its first bearer the owner. It is shown where only whoever runs Belfry can read it, is good for
 * a quarter of an hour and five tries, and never comes back: a restart makes another.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { ClaimCode, ClaimTry } from "../core/claim.ts";
import type { Instant } from "../core/schedule.ts";
import { MINUTE } from "../time/wall.ts";

const lifetimeMs = 15 * MINUTE;
const mostWrong = 5;

/** A new code of 128 random bits, made at `now`. */
export function newClaimCode(now: Instant): ClaimCode {
  const code = randomBytes(16)
    .toString("hex")
    .replace(/(.{8})(?=.)/gu, "$1-");
  const expected = digest(code);
  const expiresAt = now + lifetimeMs;
  let wrong = 0;
  return {
    code,
    expiresAt,
    try(given, at): ClaimTry {
      if (at >= expiresAt) return "expired";
      if (wrong >= mostWrong) return "locked";
      if (timingSafeEqual(digest(given), expected)) return "right";
      wrong += 1;
      return "wrong";
    },
  };
}

/** Equal lengths, so that the comparison takes the same time whatever is given. */
function digest(code: string): Buffer {
  return createHash("sha256").update(code.toLowerCase().replace(/[\s-]/gu, "")).digest();
}
