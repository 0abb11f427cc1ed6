import { describe, expect, it } from "vitest";
import { gate } from "../../../src/app/engine/gate.ts";
import type { Overlap } from "../../../src/core/action.ts";
import type { Run } from "../../../src/core/run.ts";

/** A run of action 1 unless said otherwise, due at `dueAt`. */
function run(id: number, dueAt: number, patch: Partial<Run> = {}): Run {
  return {
    ...{
      id,
      key: `k${id}`,
      action: 1,
      slot: dueAt,
      lead: 0,
      slotTo: null,
      count: 1,
      trigger: "schedule",
      state: "open",
    },
    ...{ outcome: null, reason: null, dueAt, startedAt: null, endedAt: null, attempts: 0, missed: 0, wakeAt: dueAt },
    ...{ crashes: 0, note: null, rings: 0, output: null, data: null, answeredBy: null, labels: null },
    ...patch,
  };
}

function through(overlap: Overlap, due: Run[], working: [number, number][] = [], held: number[] = []) {
  const { start, hold, skip, cancel } = gate(due, new Map(working), () => overlap, new Set(held), 1_000);
  const ids = (runs: Run[]) => runs.map(({ id }) => id);
  return { start: ids(start), hold: ids(hold), skip: ids(skip), cancel };
}

const none = { start: [], hold: [], skip: [], cancel: [] };

describe("a slot that comes while its action still works", () => {
  const due = [run(2, 900)];
  const working: [number, number][] = [[1, 500]];

  it("starts beside it where that is allowed", () => {
    expect(through("allow", due, working)).toEqual({ ...none, start: [2] });
  });
  it("is skipped where that is the rule", () => {
    expect(through("skip", due, working)).toEqual({ ...none, skip: [2] });
  });
  it("waits for it where one may queue, and a second is skipped", () => {
    expect(through("queue", [run(2, 900), run(3, 950)], working)).toEqual({ ...none, hold: [2], skip: [3] });
    expect(through("queue", [run(3, 950)], working, [1])).toEqual({ ...none, skip: [3] });
  });
  it("ends it where the newer one matters", () => {
    expect(through("cancel", due, working)).toEqual({ ...none, hold: [2], cancel: [1] });
  });
});

describe("slots that are caught up on", () => {
  it.each(["skip", "queue", "cancel"] as const)("take their turn under the rule %s", (overlap) => {
    expect(through(overlap, [run(1, 100), run(2, 200), run(3, 300)])).toEqual({ ...none, start: [1], hold: [2, 3] });
  });
  it("run beside each other where that is allowed", () => {
    expect(through("allow", [run(1, 100), run(2, 200)])).toEqual({ ...none, start: [1, 2] });
  });
});

it("runs of different actions do not mind each other", () => {
  expect(through("skip", [run(1, 100), run(2, 100, { action: 2 })], [[3, 50]])).toEqual({ ...none, start: [1, 2] });
});

it("a run that waits for an answer may always be looked at", () => {
  expect(through("skip", [run(2, 900, { state: "waiting" })], [[1, 500]])).toEqual({ ...none, start: [2] });
});
