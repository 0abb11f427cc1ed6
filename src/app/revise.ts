/** Changes that people make, each kept as a revision so that it can be taken back. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Escalation } from "../core/escalation.ts";
import type { Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change, Revision } from "../core/store.ts";
import { nextFires } from "../time/next-fire.ts";
import { planFire } from "./engine/plan-fire.ts";
import type { Call } from "./operation.ts";

/** Whose change it is. */
export interface By {
  actor: Pick<Call["actor"], "id">;
}

/** The clock hand: when the action next has something to do after `after`. */
export function handAfter(action: Pick<Action, "schedule" | "leads">, after: Instant): Instant | null {
  return nextFires(action.schedule, action.leads, after)?.at ?? null;
}

/** A change and the number that takes it back. Changes with the number of an earlier one as `group` are taken back with it. */
export interface Revised<T> {
  after: T;
  revision: number;
  changes: Change[];
}

type Entity = Pick<Revision, "entity" | "entityId" | "before" | "after">;

/** The row that remembers a change. */
export async function remember(
  belfry: Belfry,
  by: By,
  entity: Entity,
  what: string,
  group?: number,
): Promise<{ revision: number; change: Change }> {
  const id = await belfry.store.newId("revision");
  const at = belfry.clock.now();
  const row = { ...entity, id, actor: by.actor.id, what, at, undone: false, group: group ?? id };
  return { revision: id, change: { do: "addRevision", row } };
}

/**
 * Writes `patch` into an action, if nobody else has changed it since it was read. A new schedule sets the clock hand;
 * what the old one had due by now does not ring any more, and the ledger says so.
 */
export async function reviseAction(
  belfry: Belfry,
  by: By,
  before: Action,
  patch: Partial<Action>,
  what: string,
  group?: number,
): Promise<Revised<Action>> {
  const changed = changedAction(before, patch, belfry.clock.now());
  const after = { ...before, ...changed };
  const { revision, change } = await remember(belfry, by, ofAction(before, after), what, group);
  const set: Change = { do: "setAction", id: before.id, expectRevision: before.revision, patch: changed };
  const dropped = patch.schedule ? unnoticed(before, belfry.clock.now(), "moved") : [];
  return { after, revision, changes: [set, ...dropped, change] };
}

/** Rows for what is due and would have fired in the next moment. */
function unnoticed(action: Action, now: Instant, reason: string): Change[] {
  if (action.nextAt === null || action.nextAt > now || action.deletedAt !== null) return [];
  const ended = { state: "settled", outcome: "skipped", reason, endedAt: now, wakeAt: null, missed: 0 } as const;
  const { runs } = planFire(action, now);
  return runs.map((run) => ({ do: "addRun", row: run.outcome ? run : { ...run, ...ended } }));
}

/** The patch with everything that follows from it. */
function changedAction(before: Action, patch: Partial<Action>, now: Instant): Partial<Action> {
  const changed = { ...patch, revision: before.revision + 1, updatedAt: now };
  if (patch.deletedAt !== undefined && patch.deletedAt !== null) return { ...changed, nextAt: null };
  const timing = { schedule: patch.schedule ?? before.schedule, leads: patch.leads ?? before.leads };
  if (patch.schedule) return { skipUntil: null, ...changed, nextAt: handAfter(timing, now) };
  if (!patch.leads) return changed;
  // A fire that is due but not yet noticed stays due.
  return { ...changed, nextAt: handAfter(timing, Math.min(now, (before.nextAt ?? now) - 1)) };
}

/** The same for a run. */
export async function reviseRun(
  belfry: Belfry,
  call: Call,
  before: Run,
  patch: Partial<Run>,
  what: string,
  group?: number,
): Promise<Revised<Run>> {
  const after = { ...before, ...patch };
  const entity: Entity = { entity: "run", entityId: before.id, before, after };
  const { revision, change } = await remember(belfry, call, entity, what, group);
  return { after, revision, changes: [...setRun(before, patch), change] };
}

/** Writes `patch` into a run as it was read, and drops what it has not yet sent. */
export function setRun(before: Run, patch: Partial<Run>): Change[] {
  return [
    { do: "setRun", id: before.id, expectState: [before.state], patch },
    { do: "dropQueued", run: before.id },
  ];
}

export function ofEscalation(before: Escalation | null, after: Escalation): Entity {
  return { entity: "escalation", entityId: after.id, before, after };
}

export function ofAction(before: Action | null, after: Action): Entity {
  return { entity: "action", entityId: after.id, before, after };
}
