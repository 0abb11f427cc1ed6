import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/core/store.ts";
import { second } from "./bench.ts";
import { shop } from "./shop.ts";

const waits = (on: string) => ({ schedule: { type: "event", on }, nextAt: null }) as const;
const outcomes = (runs: { outcome: string | null }[]) => runs.map(({ outcome }) => outcome);

describe("what waits for a run", () => {
  it("has its own in the write that settles that one, whatever dies right behind it, and only once", async () => {
    const dead = { at: false };
    const wrap = (store: Store): Store => ({
      ...store,
      runs: {
        ...store.runs,
        settle: async (settles) => {
          const voided = await store.runs.settle(settles);
          if (dead.at) await new Promise(() => {});
          return voided;
        },
      },
    });
    const made = await shop({ wrap });
    const follower = await made.add({ kind: "lamp", ...waits(`failed:${made.action.id}`) });
    dead.at = true;
    const row = { key: `${made.action.id}!now`, action: made.action.id, slot: null, lead: 0 } as const;
    await made.store.commit([{ do: "addRun", row: { ...row, trigger: "manual", dueAt: made.clock.now() } }]);
    made.engine.wake();
    while ((await made.runs(follower.id)).length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await made.runs(follower.id)).toMatchObject([
      { state: "open", trigger: "event", key: `${follower.id}~run/1` },
    ]);
    await made.crash();
    dead.at = false;
    await made.restart();
    await made.travel(made.clock.now() + second);
    expect(outcomes(await made.runs(follower.id))).toEqual(["failed"]);
  });

  it("hears of each success, of the first failure of a row and of the success behind it", async () => {
    const made = await shop();
    const { id } = made.action;
    const succeeded = await made.add({ kind: "lamp", ...waits(`succeeded:${id}`) });
    const failed = await made.add({ kind: "lamp", ...waits(`failed:${id}`) });
    const recovered = await made.add({ kind: "lamp", ...waits(`recovered:${id}`) });
    for (const red of [null, "x", "x", null, null, "x"]) {
      made.light.red = red;
      await made.run();
    }
    const counts = [succeeded, failed, recovered].map(async (one) => (await made.runs(one.id)).length);
    expect(await Promise.all(counts)).toEqual([3, 2, 1]);
  });

  it("in a circle stands still, and the ledger says why", async () => {
    const made = await shop();
    const other = await made.add({ kind: "lamp", ...waits(`failed:${made.action.id}`) });
    const patch = { schedule: { type: "event", on: `failed:${other.id}` }, revision: 2 } as const;
    await made.store.commit([{ do: "setAction", id: made.action.id, expectRevision: 1, patch }]);
    await made.run();
    expect(await made.runs(other.id)).toMatchObject([{ outcome: "skipped", reason: "loop" }]);
    expect(outcomes(await made.runs(made.action.id))).toEqual(["failed"]);
  });

  it("carries the labels of its action", async () => {
    const made = await shop();
    const follower = await made.add({ kind: "lamp", labels: ["ops"], ...waits(`failed:${made.action.id}`) });
    await made.run();
    expect((await made.runs(follower.id))[0]?.labels).toEqual(["ops"]);
  });
});
