/**
 * After the wall clock was set back, an elapsed schedule would be silent until its old time comes again. Its anchor
 * moves back by whole periods, so that it goes on within one; a millisecond more gives its slots keys of their own
 * where those times have already fired. Schedules of wall times need nothing: they may wait, and the run key keeps
 * them from firing twice. Doing this twice changes nothing.
 */
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { Conflict } from "../../core/errors.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";

const PAGE = 500;

export async function reanchor(belfry: Belfry, now: Instant): Promise<void> {
  const { store } = belfry;
  for (let page = await store.actions.page(0, PAGE); page.length > 0; ) {
    for (const action of page) await move(belfry, action, now);
    page = await store.actions.page(page.at(-1)?.id ?? 0, PAGE);
  }
}

async function move(belfry: Belfry, action: Action, now: Instant): Promise<void> {
  const change = moved(action, now);
  if (!change) return;
  try {
    await belfry.store.commit([change]);
  } catch (error) {
    // Somebody edits it at this moment, which sets its hand by the new time anyway.
    if (!(error instanceof Conflict)) throw error;
  }
}

function moved({ id, revision, schedule, pause, nextAt }: Action, now: Instant): Change | null {
  if (schedule.type !== "every" || schedule.window || pause || nextAt === null) return null;
  const fired = Math.ceil((nextAt - schedule.from) / schedule.ms);
  const periods = Math.floor((nextAt - now - 1) / schedule.ms);
  if (fired < 1 || periods < 1) return null;
  const back = periods * schedule.ms - 1;
  const left = schedule.count === undefined ? {} : { count: schedule.count - fired };
  const again = { ...schedule, ...left, from: schedule.from + fired * schedule.ms - back };
  return { do: "setAction", id, expectRevision: revision, patch: { schedule: again, nextAt: nextAt - back } };
}
