/**
 * Which due runs may start while others of their action still work. Only a slot that came while the earlier run worked
 * overlaps with it; slots that are caught up on take their turn, in order.
 */
import type { Overlap } from "../../core/action.ts";
import type { Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";

export interface Gated {
  /** To be claimed. */
  start: Run[];
  /** To be looked at again when their action has finished its run. */
  hold: Run[];
  /** To be recorded as skipped. */
  skip: Run[];
  /** Actions whose working runs are to be stopped. */
  cancel: number[];
}

/** When each action's working runs began; `policies` need only hold those that have more than one run at once. */
export function gate(
  due: Run[],
  working: ReadonlyMap<number, Instant>,
  overlapOf: (action: number) => Overlap,
  held: ReadonlySet<number>,
  now: Instant,
): Gated {
  const gated: Gated = { start: [], hold: [], skip: [], cancel: [] };
  const busy = new Map(working);
  const queued = new Set(held);
  for (const run of due) {
    const since = busy.get(run.action);
    if (since === undefined || run.state === "waiting" || overlapOf(run.action) === "allow") {
      busy.set(run.action, since ?? now);
      gated.start.push(run);
    } else if (run.dueAt <= since) {
      gated.hold.push(run);
    } else {
      const overlap = overlapOf(run.action);
      if (overlap === "skip" || (overlap === "queue" && queued.has(run.action))) {
        gated.skip.push(run);
        continue;
      }
      if (overlap === "cancel") gated.cancel.push(run.action);
      queued.add(run.action);
      gated.hold.push(run);
    }
  }
  return gated;
}
