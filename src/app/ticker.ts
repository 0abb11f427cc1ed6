/**
 * The tick: due actions → open runs. The ledger itself is the queue, so nothing has to be told twice: a crash before
 * the write leaves the action due, a crash after it leaves the runs open, and the run key keeps a slot from having two.
 */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { runKey } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Fire } from "../core/store.ts";
import { planFire } from "./engine/plan-fire.ts";

/** Actions per write. */
const BATCH = 1_000;
/** Rows per write, so that long absences of many actions do not become one long transaction. */
const MOST_RUNS = 2_000;

/** Fires one batch. Returns whether there may be more. */
export async function tick(belfry: Belfry, now: Instant): Promise<boolean> {
  const due = await belfry.store.actions.due(now, BATCH);
  const fires: Fire[] = [];
  let runs = 0;
  for (const action of due) {
    const fire = planned(belfry, action, now);
    fires.push(fire);
    runs += fire.runs.length;
    if (runs >= MOST_RUNS) break;
  }
  if (fires.length > 0) await belfry.store.fire(fires);
  return fires.length < due.length || due.length === BATCH;
}

/** One action whose schedule cannot be read must not stop the others; it says so in the ledger and fires no more. */
function planned(belfry: Belfry, action: Action, now: Instant): Fire {
  try {
    return planFire(action, now);
  } catch (error) {
    belfry.log.error({ action: action.id, error: String(error) }, "a schedule cannot be read");
    const slot = action.nextAt ?? now;
    const key = runKey(action.id, slot);
    const ending = { state: "settled", outcome: "failed", reason: "badSchedule", endedAt: now } as const;
    const run = { key, action: action.id, slot, lead: 0, trigger: "schedule", dueAt: slot, ...ending } as const;
    const expected = { expectNextAt: slot, expectRevision: action.revision };
    return { action: action.id, ...expected, nextAt: null, runs: [run], unpause: false };
  }
}
