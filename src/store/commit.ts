/** Carries out a list of changes: all of them or none. */
import { Conflict } from "../core/errors.ts";
import type { Instant } from "../core/schedule.ts";
import type { Change } from "../core/store.ts";
import { actionWrites } from "./actions.ts";
import { noticeDropper, rewriter } from "./alarms.ts";
import { atomic, type Connection } from "./connection.ts";
import { deliveryWrites } from "./deliveries.ts";
import { escalationWrites } from "./escalations.ts";
import { hookWrites } from "./hooks.ts";
import type { Ids } from "./ids.ts";
import { inboxDone } from "./inbox.ts";
import { peopleWrites, putMeta } from "./people.ts";
import { questionWrites } from "./questions.ts";
import { revisionWrites } from "./revisions.ts";
import { runWrites } from "./runs.ts";

/** Everything that can be written, each as one statement or two. To be called within a transaction. */
export function tableWrites(connection: Connection, ids: Ids, now: () => Instant) {
  return {
    actions: actionWrites(connection),
    runs: runWrites(connection, ids),
    deliveries: deliveryWrites(connection),
    dropNotices: noticeDropper(connection),
    rewrite: rewriter(connection),
    escalations: escalationWrites(connection),
    hooks: hookWrites(connection),
    questions: questionWrites(connection),
    revisions: revisionWrites(connection),
    people: peopleWrites(connection, now),
    inboxDone: inboxDone(connection),
    putMeta: putMeta(connection),
  };
}

export type Writes = ReturnType<typeof tableWrites>;

/** What one change does. False means that its expectation did not hold. */
function apply(to: Writes, change: Change): unknown {
  switch (change.do) {
    case "addAction":
      return to.actions.add(change.row);
    case "setAction":
      return to.actions.set(change.id, change.expectRevision, change.patch);
    case "addRun":
      return to.runs.add(change.row);
    case "setRun":
      return to.runs.set(change.id, change.expectState, change.patch);
    case "dropRun":
      return to.runs.drop(change.id);
    case "addDelivery":
      return to.deliveries.add(change.row);
    case "dropQueued":
      return to.deliveries.dropQueued(change.run);
    case "setDelivery":
      return to.rewrite(change.id, change.payload, change.untried);
    case "addEscalation":
      return to.escalations.add(change.row);
    case "setEscalation":
      return to.escalations.set(change.id, change.expectRevision, change.patch);
    case "dropNotices":
      return to.dropNotices(change.escalation);
    case "putMaintenance":
      return to.escalations.putMaintenance(change.row);
    case "addHook":
      return to.hooks.add(change.row);
    case "callHook":
      return to.hooks.call(change.action, change.call);
    case "approve":
      return to.hooks.approve(change.row);
    case "addQuestion":
      return to.questions.add(change.row);
    case "closeQuestion":
      return to.questions.close(change.id, change.state);
    case "addRevision":
      return to.revisions.add(change.row);
    case "markUndone":
      return to.revisions.markUndone(change.id);
    case "putChat":
      return to.people.putChat(change.id, change.patch);
    case "putPerson":
      return to.people.putPerson(change.id, change.patch);
    case "claimOwner":
      return to.people.claimOwner(change.person);
    case "inboxDone":
      return to.inboxDone(change.id);
    case "putMeta":
      return to.putMeta(change.key, change.value);
  }
}

/** Applies the changes in order; throws `Conflict` at the first expectation that does not hold. */
export function applyAll(to: Writes, changes: Change[]): void {
  for (const [index, change] of changes.entries()) {
    if (apply(to, change) === false) throw new Conflict(index, change.do);
  }
}

export function committer(connection: Connection, to: Writes): (changes: Change[]) => void {
  return atomic(connection, (changes: Change[]) => applyAll(to, changes));
}
