/** Pausing and resuming, as the tick reads it. */
import type { Action } from "../core/action.ts";
import type { Instant } from "../core/schedule.ts";

type Pause = NonNullable<Action["pause"]>;

/** A pause from now on. What an earlier one has not yet recorded, and what is due at this moment, belongs to it. */
export function pauseFrom(action: Action, now: Instant, until: Instant | null): Pause {
  return { from: action.pause?.from ?? Math.min(now, action.nextAt ?? now), until };
}

/**
 * Ends a pause at `now`. The hand is set to now so that the tick looks at once: it records what the pause left out,
 * takes the pause away and moves the hand on.
 */
export function resumed(pause: Pause, now: Instant): Pick<Action, "pause" | "nextAt"> {
  return { pause: { from: pause.from, until: now }, nextAt: now };
}
