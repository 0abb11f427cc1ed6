/** Rows for the tests of the store. Each takes what the test is about; the rest is plausible. */
import type { Action } from "../../src/core/action.ts";
import type { NewDelivery } from "../../src/core/delivery.ts";
import { type NewRun, runKey } from "../../src/core/run.ts";
import type { Change, Fire, Question, Revision, Store } from "../../src/core/store.ts";
import type { View } from "../../src/core/view.ts";

/** A store to test, and the same data opened anew. */
export interface Opened {
  store: Store;
  reopen(): Promise<Store>;
}

export type Open = () => Promise<Opened>;

/** 2027-01-15T08:00:00Z */
export const start = 1_800_000_000_000;
export const chat = 1001;
export const group = -2001;

export function action(id: number, fields: Partial<Action> = {}): Action {
  return {
    id,
    title: `Action ${id}`,
    kind: "reminder",
    spec: { text: null, nested: { list: [1, "two", null] } },
    schedule: { type: "cron", cron: "0 9 * * *", tz: "Europe/Berlin" },
    leads: [3_600_000],
    nag: null,
    critical: false,
    silent: false,
    policies: { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 3 },
    gates: [],
    labels: [],
    parent: null,
    destination: null,
    owner: chat,
    chat,
    thread: null,
    source: null,
    nextAt: start,
    pause: null,
    skipUntil: null,
    revision: 1,
    createdAt: start,
    updatedAt: start,
    deletedAt: null,
    ...fields,
  };
}

export function newRun(action: number, slot: number, fields: Partial<NewRun> = {}): NewRun {
  return { key: runKey(action, slot), action, slot, lead: 0, trigger: "schedule", dueAt: slot, ...fields };
}

export function fire(action: number, from: number, to: number | null, runs = [newRun(action, from)]): Fire {
  return { action, expectNextAt: from, expectRevision: 1, nextAt: to, runs, unpause: false };
}

export const help: View = { view: "help", role: "owner" };

export function delivery(id: number, fields: Partial<NewDelivery> = {}): NewDelivery {
  return { id, dedupeKey: `test/${id}`, chat, payload: help, dueAt: start, createdAt: start, ...fields };
}

export function question(id: number, fields: Partial<Question> = {}): Question {
  return {
    id,
    chat,
    thread: null,
    person: chat,
    code: "which",
    draft: { text: "tea" },
    state: "open",
    delivery: id,
    createdAt: start,
    expiresAt: start + 900_000,
    ...fields,
  };
}

export function revision(id: number, fields: Partial<Revision> = {}): Revision {
  return {
    id,
    entity: "action",
    entityId: 1,
    before: null,
    after: { title: "Tea" },
    actor: chat,
    what: "created",
    at: start,
    undone: false,
    group: id,
    ...fields,
  };
}

export const add = {
  action: (row: Action): Change => ({ do: "addAction", row }),
  run: (row: NewRun): Change => ({ do: "addRun", row }),
  delivery: (row: NewDelivery): Change => ({ do: "addDelivery", row }),
};

/** An open run of a new action, claimed: ready to be settled. */
export async function claimed(store: Store, id = 1) {
  await store.commit([add.action(action(id))]);
  await store.fire([fire(id, start, null)]);
  const run = await store.runs.byKey(runKey(id, start));
  const [claim] = await store.runs.claim([run?.id ?? 0], start);
  if (!claim) throw new Error("the run could not be claimed");
  return claim;
}
