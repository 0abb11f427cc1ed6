/** A pile of waiting rings of one action is never shown: the newest ring takes the place of the older ones. */
import type { Belfry } from "../../core/belfry.ts";
import type { Run } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import type { View } from "../../core/view.ts";
import { editMessage } from "../messages.ts";
import type { Finish } from "./perform.ts";

export function rings({ outcome, messages }: Finish): boolean {
  return outcome.result === "wait" && messages.some(({ view }) => view.view === "ring");
}

/** Of each action the newest run that rings now. */
export function newestRings(finishes: Finish[]): Map<number, Finish> {
  const newest = new Map<number, Finish>();
  for (const finish of finishes) {
    if (!rings(finish)) continue;
    const other = newest.get(finish.action.id);
    if (!other || other.run.dueAt <= finish.run.dueAt) newest.set(finish.action.id, finish);
  }
  return newest;
}

/** A run that would have rung in the same moment as a newer one of its action. */
export function overtaken(finish: Finish, now: Instant): Finish {
  const amended = finish.run.rings > 0 ? replacedView(finish.run, finish.action.title, now) : null;
  return { ...finish, outcome: { result: "skip", reason: "replaced" }, messages: [], amended };
}

/** Runs that have waited for an answer longer than the ones that ring now. */
export async function runsReplacedBy(belfry: Belfry, ringing: Finish[]): Promise<Run[]> {
  if (ringing.length === 0) return [];
  const due = new Map(ringing.map(({ run, action }) => [action.id, run.dueAt]));
  const waiting = await belfry.store.runs.waiting([...due.keys()]);
  return waiting.filter((run) => run.dueAt <= (due.get(run.action) ?? 0));
}

export async function replace(belfry: Belfry, old: Run, title: string, now: Instant): Promise<Change[]> {
  const patch = { state: "settled", outcome: "skipped", reason: "replaced", endedAt: now, wakeAt: null } as const;
  return [
    { do: "setRun", id: old.id, expectState: ["waiting"], patch },
    { do: "dropQueued", run: old.id },
    ...(await editLast(belfry, old, replacedView(old, title, now), "dropped")),
  ];
}

/**
 * Makes the newest message of the run show `view`. None that was sent: nothing. `queued` says what becomes of one that
 * has not left yet: a dropped one needs no edit, which would pile up behind a chat that is closed.
 */
export async function editLast(belfry: Belfry, run: Run, view: View, queued: "dropped" | "sent"): Promise<Change[]> {
  const last = (await belfry.store.deliveries.ofRun(run.id)).find(({ operation }) => operation === "send");
  if (!last || last.state === "failed" || last.state === "dropped") return [];
  if (last.state === "queued" && queued === "dropped") return [];
  return editMessage(belfry, `run/${run.id}/${run.rings}`, last.id, view);
}

function replacedView(run: Run, title: string, at: Instant): View {
  return { view: "rung", run: run.id, title, state: "replaced", at, until: null, by: null, undo: null };
}
