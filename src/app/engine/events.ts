/**
 * What happens, and the runs it opens, in the write that makes it so. A run is keyed by what happened, so one occasion
 * opens one run of an action whatever dies and when. What may not run now gets its row all the same, which says why.
 */
import type { Action } from "../../core/action.ts";
import type { Belfry } from "../../core/belfry.ts";
import { eventOf, readEvent } from "../../core/event.ts";
import { eventRunKey, type NewRun, type Run, type RunOutcome } from "../../core/run.ts";
import type { Instant } from "../../core/schedule.ts";
import type { Change } from "../../core/store.ts";
import { statusOf } from "../cards.ts";
import { startedRun } from "../starting.ts";

/** A chain of actions that start each other is followed so far. */
const longestChain = 50;

/** How a run of an action ends now. */
export interface Ended {
  run: Pick<Run, "id" | "action">;
  outcome: RunOutcome;
}

/** What else has to be written when these runs end, by run. */
export async function followed(belfry: Belfry, ended: Ended[], now: Instant): Promise<Map<number, Change[]>> {
  const writes = new Map<number, Change[]>();
  const names = ended.flatMap(({ run, outcome }) => namesOf(run.action, outcome));
  const waiting = names.length === 0 ? [] : await belfry.store.actions.awaiting(names);
  if (waiting.length === 0) return writes;
  const before = new Map<number, RunOutcome | null>();
  for (const { run, outcome } of ended) {
    const names = new Set(namesOf(run.action, outcome));
    if (names.size === 0) continue;
    const last = before.has(run.action) ? before.get(run.action) : await lastOutcome(belfry, run);
    before.set(run.action, outcome);
    const edge =
      (last ?? "succeeded") === "succeeded" ? eventOf("recovered", run.action) : eventOf("failed", run.action);
    // A failure behind a failure, a success behind a success are nothing new.
    names.delete(edge);
    const followers = waiting.filter(({ schedule }) => schedule.type === "event" && names.has(schedule.on));
    writes.set(run.id, await open(belfry, followers, `run/${run.id}`, now));
  }
  return writes;
}

/** The same for what no run of ours has caused: a start, a call from outside. `cause` names the one occasion. */
export async function happened(belfry: Belfry, on: string, cause: string, now: Instant): Promise<Change[]> {
  return open(belfry, await belfry.store.actions.awaiting([on]), cause, now);
}

function namesOf(action: number, outcome: RunOutcome): string[] {
  if (outcome === "succeeded") return [eventOf("succeeded", action), eventOf("recovered", action)];
  return outcome === "failed" || outcome === "interrupted" ? [eventOf("failed", action)] : [];
}

async function lastOutcome(belfry: Belfry, { id, action }: Ended["run"]): Promise<RunOutcome | null> {
  const runs = await belfry.store.runs.finished(action, 2);
  return runs.find((run) => run.id !== id)?.outcome ?? null;
}

async function open(belfry: Belfry, followers: Action[], cause: string, now: Instant): Promise<Change[]> {
  const changes: Change[] = [];
  for (const follower of followers) {
    const run = startedRun(follower, eventRunKey(follower.id, cause), "event", now);
    const reason = await refusal(belfry, follower, now);
    const row: NewRun = reason === null ? run : { ...run, state: "settled", outcome: "skipped", reason, endedAt: now };
    changes.push({ do: "addRun", row });
  }
  return changes;
}

async function refusal(belfry: Belfry, follower: Action, now: Instant): Promise<string | null> {
  if (statusOf(follower, now) === "paused") return "paused";
  // Refused when it is made; taking back a change can still make one.
  return (await startsItself(belfry, follower.id, follower.schedule)) ? "loop" : null;
}

/** Whether an action with this schedule would, through others, start itself again and again. */
export async function startsItself(belfry: Belfry, id: number, schedule: Action["schedule"]): Promise<boolean> {
  let current = schedule;
  for (let steps = 0; steps < longestChain; steps++) {
    const event = current.type === "event" ? readEvent(current.on) : null;
    if (event === null || !("action" in event)) return false;
    if (event.action === id) return true;
    const cause = await belfry.store.actions.get(event.action);
    if (cause === null) return false;
    current = cause.schedule;
  }
  return true;
}
