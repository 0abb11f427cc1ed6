import { afterEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/core/kind.ts";
import { type Bench, bench, hour, minute, second, start } from "./bench.ts";
import { quick, slow } from "./kinds.ts";
import { shop } from "./shop.ts";

let b: Bench;
afterEach(() => b.close());

const usual = { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 1 } as const;
const hourly = { type: "every", ms: hour, from: start + hour } as const;
const bad: Outcome = { result: "failure", error: "HTTP 502" };
const good: Outcome = { result: "success" };

/** Runs once an hour, each run with the next outcome; the last one goes on. */
async function hourlyWith(outcomes: Outcome[], policies: object = {}) {
  const left = [...outcomes];
  b = await bench({ kinds: [quick(() => (left.length > 1 ? left.shift() : left[0]) ?? good)] });
  await b.engine.start();
  return b.add({ kind: "quick", schedule: hourly, policies: { ...usual, pauseAfter: 3, ...policies } });
}

/** Moves on without waiting for the runs at work, which end only when told. */
async function move(at: number): Promise<void> {
  await b.clock.set(at);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const pauseOf = async (id: number) => (await b.store.actions.get(id))?.pause ?? null;
const shown = () => b.channel.sent.map(({ delivery }) => delivery.payload.view);

describe("an action that may fail only so often", () => {
  it("is paused in the write that settles the last failure, and its chat is told once", async () => {
    const { id } = await hourlyWith([bad]);
    await b.travel(start + 2 * hour);
    expect(await pauseOf(id)).toBeNull();
    await b.travel(start + 3 * hour);
    expect(await pauseOf(id)).toEqual({ from: start + 3 * hour, until: null, failures: 3 });
    expect(shown()).toEqual(["failed", "failed", "failed", "card"]);
    await b.travel(start + 9 * hour);
    expect(await b.runs(id)).toHaveLength(3);
    expect(shown()).toHaveLength(4);
  });

  it("stays paused over a restart", async () => {
    const { id } = await hourlyWith([bad]);
    await b.travel(start + 3 * hour);
    await b.away(5 * hour);
    expect(await pauseOf(id)).toMatchObject({ failures: 3 });
    expect(await b.runs(id)).toHaveLength(3);
  });

  it("counts anew after a success, and from the last change somebody made", async () => {
    const { id, revision } = await hourlyWith([bad, bad, good, bad, bad, bad]);
    await b.travel(start + 5 * hour);
    expect(await pauseOf(id)).toBeNull();
    const patch = { title: "Another", revision: revision + 1, updatedAt: start + 5 * hour + minute };
    await b.store.commit([{ do: "setAction", id, expectRevision: revision, patch }]);
    await b.travel(start + 7 * hour);
    expect(await pauseOf(id)).toBeNull();
    await b.travel(start + 8 * hour);
    expect(await pauseOf(id)).toMatchObject({ failures: 3 });
  });

  it("counts runs, not tries", async () => {
    const { id } = await hourlyWith([bad], { attempts: 3 });
    await b.travel(start + 2 * hour + minute);
    expect(await b.runs(id)).toMatchObject([{ attempts: 3 }, { attempts: 3 }]);
    expect(await pauseOf(id)).toBeNull();
    await b.travel(start + 3 * hour);
    expect(await pauseOf(id)).toBeNull();
    await b.travel(start + 3 * hour + 3 * second);
    expect(await pauseOf(id)).toMatchObject({ failures: 3 });
  });

  it("counts nothing that was skipped", async () => {
    const skipped: Outcome = { result: "skip", reason: "offline" };
    const { id } = await hourlyWith([bad, skipped, bad, skipped, bad]);
    await b.travel(start + 4 * hour);
    expect(await pauseOf(id)).toBeNull();
    await b.travel(start + 20 * hour);
    expect(await pauseOf(id)).toMatchObject({ failures: 3 });
  });

  it("is not paused where nobody asked for it", async () => {
    b = await bench({ kinds: [quick(() => bad)] });
    await b.engine.start();
    const { id } = await b.add({ kind: "quick", schedule: hourly, policies: usual });
    await b.travel(start + 9 * hour);
    expect(await b.runs(id)).toHaveLength(9);
    expect(await pauseOf(id)).toBeNull();
  });

  it("is paused although somebody changed it during the run, as it is now", async () => {
    const kind = slow();
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const { id } = await b.add({ kind: "slow", schedule: hourly, policies: { ...usual, pauseAfter: 9 } });
    await move(start + hour);
    const patch = { policies: { ...usual, pauseAfter: 1 }, revision: 2, updatedAt: b.clock.now() };
    await b.store.commit([{ do: "setAction", id, expectRevision: 1, patch }]);
    await move(start + hour + minute);
    kind.working[0]?.end(bad);
    await b.engine.idle();
    expect(await pauseOf(id)).toMatchObject({ failures: 1 });
    expect(await b.runs(id)).toMatchObject([{ outcome: "failed" }]);
  });

  it("is taken as paused once where two runs fail at one moment", async () => {
    const kind = slow();
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const { id } = await b.add({ kind: "slow", schedule: hourly, policies: { ...usual, pauseAfter: 1 } });
    await move(start + 2 * hour);
    for (const { end } of kind.working) end(bad);
    await b.engine.idle();
    expect(await b.runs(id)).toMatchObject([{ outcome: "failed" }, { outcome: "failed" }]);
    expect(await pauseOf(id)).toMatchObject({ failures: 1 });
    expect(shown().filter((view) => view === "card")).toHaveLength(1);
  });
});

describe("what a paused action has raised", () => {
  it("stays open and goes on being told until somebody answers", async () => {
    const s = await shop();
    b = s;
    const { id, policies, revision } = s.action;
    const patch = {
      ...{ policies: { ...policies, pauseAfter: 2 }, schedule: { ...hourly, from: start + 24 * hour } },
      ...{ nextAt: start + 24 * hour, revision: revision + 1, updatedAt: s.clock.now() },
    };
    await s.store.commit([{ do: "setAction", id, expectRevision: revision, patch }]);
    await s.travel(start + minute);
    await s.run();
    await s.travel(start + 2 * minute);
    await s.run();
    expect(await pauseOf(id)).toMatchObject({ failures: 2 });
    const told = s.told().length;
    await s.travel(start + 10 * hour);
    expect(await s.store.escalations.open()).toMatchObject([{ action: id, state: "open", count: 2 }]);
    expect(s.told().length).toBeGreaterThan(told);
  });
});
