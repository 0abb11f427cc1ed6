import type { Store } from "../../src/core/store.ts";

/** Where a process may die, in the order in which a sentence passes: before and after each durable step. */
export const failpoints = [
  "in.recv",
  "in.stored",
  "in.tx.before",
  "in.tx",
  "due.scan",
  "due.tx",
  "run.claim",
  "run.tx.before",
  "run.tx",
  "out.claim",
  "out.reply",
  "out.tx",
] as const;
export type Failpoint = (typeof failpoints)[number];

/** Called at each failpoint; it may end the process or never resolve. */
type Reach = (point: Failpoint) => Promise<void>;

/** The same store, watched. */
export function withFailpoints(store: Store, reach: Reach): Store {
  return {
    ...store,
    inbox: { ...store.inbox, add: around(store.inbox.add, reach, "in.recv", "in.stored") },
    commit: async (changes) => {
      const handled = changes.some((change) => change.do === "inboxDone");
      if (handled) await reach("in.tx.before");
      await store.commit(changes);
      if (handled) await reach("in.tx");
    },
    fire: around(store.fire, reach, "due.scan", "due.tx"),
    runs: {
      ...store.runs,
      claim: around(store.runs.claim, reach, null, "run.claim"),
      settle: around(store.runs.settle, reach, "run.tx.before", "run.tx"),
    },
    deliveries: {
      ...store.deliveries,
      claim: around(store.deliveries.claim, reach, null, "out.claim"),
      update: async (id, patch) => {
        if (patch.state === "sent") await reach("out.reply");
        await store.deliveries.update(id, patch);
        if (patch.state === "sent") await reach("out.tx");
      },
    },
  };
}

/** Empty batches pass unseen: they write nothing. */
function around<Item, Result, Rest extends unknown[]>(
  step: (items: Item[], ...rest: Rest) => Promise<Result>,
  reach: Reach,
  before: Failpoint | null,
  after: Failpoint,
): (items: Item[], ...rest: Rest) => Promise<Result> {
  return async (items, ...rest) => {
    if (before && items.length > 0) await reach(before);
    const result = await step(items, ...rest);
    if (items.length > 0) await reach(after);
    return result;
  };
}
