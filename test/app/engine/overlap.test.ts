import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Action } from "../../../src/core/action.ts";
import { type Bench, bench, hour, minute, start } from "./bench.ts";
import { quick, type Slow, slow } from "./kinds.ts";

let b: Bench;
let kind: Slow;
beforeEach(async () => {
  kind = slow();
  b = await bench({ kinds: [kind] });
  await b.engine.start();
});
afterEach(() => b.close());

const everyMinute: Action["schedule"] = { type: "every", ms: minute, from: start + minute };

async function add(overlap: Action["policies"]["overlap"]): Promise<Action> {
  const policies = { misfire: "all", misfireWindowMs: null, overlap, attempts: 3 } as const;
  return b.add({ kind: "slow", schedule: everyMinute, policies });
}

/** Moves on without waiting for the runs at work, which end only when told. */
async function move(minutes: number): Promise<void> {
  await b.clock.set(start + minutes * minute);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function states(action: Action): Promise<string[]> {
  return (await b.runs(action.id)).map(({ state, outcome, reason }) =>
    [outcome ?? state, reason].filter(Boolean).join(" "),
  );
}

describe("a slot that comes while the run before still works", () => {
  it("starts beside it", async () => {
    const action = await add("allow");
    await move(2);
    expect(await states(action)).toEqual(["running", "running"]);
  });

  it("is skipped", async () => {
    const action = await add("skip");
    await move(2);
    expect(await states(action)).toEqual(["running", "skipped overlap"]);
    kind.working[0]?.end();
    await move(3);
    expect(await states(action)).toEqual(["succeeded", "skipped overlap", "running"]);
  });

  it("waits its turn; a second one that would wait is skipped", async () => {
    const action = await add("queue");
    await move(3);
    expect(await states(action)).toEqual(["running", "open", "skipped overlap"]);
    // Nothing to do until then: the one that waits must not keep the engine turning.
    expect(b.clock.nextAlarm()).toBeGreaterThan(b.clock.now());
    kind.working[0]?.end();
    await move(3.5);
    expect(await states(action)).toEqual(["succeeded", "running", "skipped overlap"]);
  });

  it("takes its place", async () => {
    const action = await add("cancel");
    await move(2);
    expect(await states(action)).toEqual(["skipped cancelled", "running"]);
    expect(kind.working[0]?.signal.aborted).toBe(true);
  });
});

it("slots that are caught up on run one after the other, in order", async () => {
  const action = await add("skip");
  await b.crash();
  await b.clock.set(start + 3 * minute);
  await b.reopen();
  for (let n = 0; n < 3; n++) {
    await move(3);
    expect(kind.working).toHaveLength(n + 1);
    kind.working[n]?.end();
  }
  await b.engine.idle();
  expect(kind.working.map(({ run }) => run.slot)).toEqual([1, 2, 3].map((n) => start + n * minute));
  expect(await states(action)).toEqual(["succeeded", "succeeded", "succeeded"]);
});

it("a run that works long does not keep others from their time", async () => {
  await add("skip");
  await move(1);
  const tea = await b.add({ schedule: { type: "every", ms: 10 * minute, from: start + 1.5 * minute, count: 1 } });
  await move(1.5);
  expect(await b.runs(tea.id)).toMatchObject([{ state: "waiting", startedAt: start + 1.5 * minute }]);
});

it("a run that waits for one that somebody answered in that moment is done all the same", async () => {
  const before = { claim: null as (() => Promise<void>) | null };
  const kind = quick(({ run }) =>
    run.attempts === 1 && run.slot === start + hour
      ? { result: "wait", until: start + 2 * hour, note: "more" }
      : { result: "success" },
  );
  const racing = await bench({
    kinds: [kind],
    wrap: (store) => ({
      ...store,
      runs: {
        ...store.runs,
        claim: async (ids, now) => {
          const answer = before.claim;
          before.claim = null;
          await answer?.();
          return store.runs.claim(ids, now);
        },
      },
    }),
  });
  await racing.engine.start();
  const policies = { misfire: "once", misfireWindowMs: null, overlap: "queue", attempts: 3 } as const;
  const schedule = { type: "every", ms: hour, from: start + hour, count: 2 } as const;
  const action = await racing.add({ kind: "quick", policies, schedule });
  await racing.travel(start + hour);
  const [first] = await racing.runs(action.id);
  const patch = { state: "settled", outcome: "succeeded", wakeAt: null } as const;
  before.claim = () => racing.store.commit([{ do: "setRun", id: first?.id ?? 0, expectState: ["waiting"], patch }]);
  await racing.travel(start + 3 * hour);
  expect((await racing.runs(action.id)).map(({ outcome, state }) => outcome ?? state)).toEqual([
    "succeeded",
    "succeeded",
  ]);
  await racing.close();
});
