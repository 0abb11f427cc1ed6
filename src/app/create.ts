/** Making an action, whatever its kind: who may have how many, its row, its card. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import { BelfryError } from "../core/errors.ts";
import { cardView } from "./cards.ts";
import { hookFor, settled } from "./hooks.ts";
import { kindOf } from "./kinds.ts";
import type { Call, Done } from "./operation.ts";
import { handAfter, ofAction, remember } from "./revise.ts";

/** Unfinished actions a member may have; owners may have any number. */
const mostOfMember = 500;

/** @throws BelfryError `diskFull`, `tooMany` */
export async function refuseFull(belfry: Belfry, { actor }: Call): Promise<void> {
  if (!(await belfry.store.writable())) throw new BelfryError("diskFull");
  if (actor.role === "owner") return;
  const count = await belfry.store.actions.count({ owner: actor.id, live: true });
  if (count >= mostOfMember) throw new BelfryError("tooMany", { limit: mostOfMember });
}

export type NewAction = Pick<Action, "title" | "kind" | "spec" | "schedule" | "policies"> &
  Partial<Pick<Action, "destination" | "leads" | "nag" | "critical" | "silent" | "gates" | "labels" | "parent">>;

/** The row as it would be written now, by the person of this call for this chat. */
export function actionRow(belfry: Belfry, call: Call, id: number, made: NewAction): Action {
  const now = belfry.clock.now();
  const row = {
    leads: [],
    nag: null,
    critical: false,
    silent: false,
    gates: [],
    labels: [],
    parent: null,
    destination: null,
    ...made,
  };
  return {
    ...row,
    schedule: settled(row.schedule, id),
    id,
    owner: call.actor.id,
    chat: call.chat,
    thread: call.thread,
    source: call.source,
    nextAt: handAfter(row, now),
    ...{ pause: null, skipUntil: null, revision: 1, createdAt: now, updatedAt: now, deletedAt: null },
  };
}

/** Writes it and shows its card. */
export async function create(belfry: Belfry, call: Call, made: NewAction): Promise<Done> {
  const action = actionRow(belfry, call, await belfry.store.newId("action"), made);
  const { revision, change } = await remember(belfry, call, ofAction(null, action), "created");
  const called = await hookFor(belfry, action, kindOf(belfry, action));
  const view = await cardView(belfry, action, "created", { undo: revision, hook: called?.hook ?? null });
  return { show: [{ view }], changes: [{ do: "addAction", row: action }, change, ...(called?.changes ?? [])] };
}
