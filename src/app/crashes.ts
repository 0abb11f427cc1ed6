/**
 * An action that brings the process down is stopped before it does so for ever. What counts are its runs in a row that
 * were at work when a process died, as their own rows in the ledger say; tries are counted apart. One that came back to
 * the process that began it, well or badly, begins the count anew.
 */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Run } from "../core/run.ts";

/** What was at work when the process died. */
interface Orphan {
  run: Run;
  action: Action;
}

/** So many in a row stop an action. */
export const mostCrashes = 3;

/** With the runs that were at work now, by action. Several of one action died of one death. */
export async function crashesInARow({ store }: Belfry, orphans: Orphan[]): Promise<Map<number, number>> {
  const crashes = new Map<number, number>();
  for (const orphan of orphans) {
    const { run } = orphan;
    const inARow = 1 + (await crashesBefore(store, orphan));
    crashes.set(run.action, Math.max(inARow, crashes.get(run.action) ?? 0));
  }
  return crashes;
}

/** A run that has said or rung anything since came back then. Whoever changes or resumes an action gives it all anew. */
async function crashesBefore(store: Belfry["store"], { run, action }: Orphan): Promise<number> {
  if (run.crashes > 0 || run.reason !== null || run.rings > 0) return run.crashes;
  const last = (await store.runs.finished(run.action, 2)).find(({ id }) => id !== run.id);
  return last && (last.endedAt ?? 0) > action.updatedAt ? last.crashes : 0;
}
