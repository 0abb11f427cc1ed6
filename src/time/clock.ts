/** The clock of the machine. Tests use a manual one instead. */
import { Cron } from "croner";
import type { Clock } from "../core/clock.ts";

/**
 * Wall time from `Date`, elapsed time from the performance timer, alarms by one-shot Croner jobs. Croner keeps the
 * milliseconds, never rings early, and never sleeps over 30 s, so it notices a changed wall clock and timers cannot
 * overflow. `onError` hears what an alarm's `ring` throws; the alarm is spent nevertheless.
 */
export function systemClock(onError: (error: unknown) => void): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    alarm(at, ring) {
      const job = new Cron(new Date(at), { allowPast: true, protect: true, catch: onError }, ring);
      return { cancel: () => job.stop() };
    },
  };
}
