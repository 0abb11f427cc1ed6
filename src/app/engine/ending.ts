/** What an outcome makes of its run's row. */
import type { RunData } from "../../core/reading.ts";
import type { Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import { backoff } from "./backoff.ts";
import type { Finish } from "./perform.ts";

const firstRetryMs = 1_000;
const longestRetryMs = 60 * 60_000;

/** `repeatable`: whether a try that was broken off may be done again. */
export function ending(finish: Finish, repeatable: boolean, now: Instant): Partial<Run> {
  const { run, outcome, stopped, takenUp } = finish;
  if (outcome.result === "failure" && stopped === "stopping") return brokenOff(run, repeatable, now);
  // One that an earlier process began has not come back to it.
  return { ...ended(finish, now), ...(takenUp || run.crashes === 0 ? {} : { crashes: 0 }) };
}

function ended(finish: Finish, now: Instant): Partial<Run> {
  const { run, outcome, stopped } = finish;
  switch (outcome.result) {
    case "success":
      return { ...settled(now), outcome: "succeeded", reason: null, ...measured(outcome) };
    case "skip":
      return { ...settled(now), outcome: "skipped", reason: outcome.reason };
    case "wait":
      // Tries are counted anew after each ring: asking six times is not failing six times.
      return {
        state: "waiting",
        wakeAt: outcome.until,
        note: outcome.note,
        reason: null,
        attempts: 0,
        rings: rings(finish),
      };
    case "failure": {
      if (stopped === "cancelled") return { ...settled(now), outcome: "skipped", reason: "cancelled" };
      if (isFinal(finish)) return { ...settled(now), outcome: "failed", reason: outcome.error, ...measured(outcome) };
      const wakeAt = now + backoff(run.attempts, firstRetryMs, longestRetryMs);
      return { state: "open", wakeAt, reason: outcome.error };
    }
  }
}

function measured({ output, data }: { output?: string; data?: RunData }): Partial<Run> {
  return { output: output ?? null, data: data ?? null };
}

/** A failure that is not tried again. */
export function isFinal({ run, action, outcome, stopped }: Finish): boolean {
  if (outcome.result !== "failure" || stopped !== null) return false;
  return outcome.retry === false || run.attempts >= action.policies.attempts;
}

function settled(now: Instant): Partial<Run> {
  return { state: "settled", endedAt: now, wakeAt: null, note: null };
}

/** Belfry ended in the middle: the try does not count, or it cannot be done again. */
function brokenOff(run: Run, repeatable: boolean, now: Instant): Partial<Run> {
  if (!repeatable) return { ...settled(now), outcome: "interrupted", reason: "interrupted" };
  return { state: "open", wakeAt: now, attempts: run.attempts - 1 };
}

function rings({ run, messages }: Finish): number {
  return run.rings + messages.filter(({ view }) => view.view === "ring").length;
}
