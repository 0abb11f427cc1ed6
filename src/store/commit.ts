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
import { topicNamer } from "./topics.ts";

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
    topics: topicNamer(connection),
    inboxDone: inboxDone(connection),
    putMeta: putMeta(connection),
  };
}

export type Writes = ReturnType<typeof tableWrites>;

type Appliers = { [Do in Change["do"]]: (to: Writes, change: Extract<Change, { do: Do }>) => unknown };

/** What one change does. False means that its expectation did not hold. */
const appliers: Appliers = {
  addAction: (to, { row }) => to.actions.add(row),
  setAction: (to, { id, expectRevision, patch }) => to.actions.set(id, expectRevision, patch),
  addRun: (to, { row }) => to.runs.add(row),
  setRun: (to, { id, expectState, patch }) => to.runs.set(id, expectState, patch),
  dropRun: (to, { id }) => to.runs.drop(id),
  addDelivery: (to, { row }) => to.deliveries.add(row),
  dropQueued: (to, { run }) => to.deliveries.dropQueued(run),
  setDelivery: (to, { id, payload, untried }) => to.rewrite(id, payload, untried),
  addEscalation: (to, { row }) => to.escalations.add(row),
  setEscalation: (to, { id, expectRevision, patch }) => to.escalations.set(id, expectRevision, patch),
  dropNotices: (to, { escalation }) => to.dropNotices(escalation),
  putMaintenance: (to, { row }) => to.escalations.putMaintenance(row),
  addHook: (to, { row }) => to.hooks.add(row),
  callHook: (to, { action, call }) => to.hooks.call(action, call),
  approve: (to, { row }) => to.hooks.approve(row),
  withdraw: (to, { action }) => to.hooks.withdraw(action),
  addQuestion: (to, { row }) => to.questions.add(row),
  closeQuestion: (to, { id, state }) => to.questions.close(id, state),
  addRevision: (to, { row }) => to.revisions.add(row),
  markUndone: (to, { id }) => to.revisions.markUndone(id),
  putChat: (to, { id, patch }) => to.people.putChat(id, patch),
  nameTopic: (to, { row }) => to.topics(row),
  putPerson: (to, { id, patch }) => to.people.putPerson(id, patch),
  claimOwner: (to, { person }) => to.people.claimOwner(person),
  inboxDone: (to, { id }) => to.inboxDone(id),
  putMeta: (to, { key, value }) => to.putMeta(key, value),
};

function apply(to: Writes, change: Change): unknown {
  const one = appliers[change.do] as (to: Writes, change: Change) => unknown;
  return one(to, change);
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
