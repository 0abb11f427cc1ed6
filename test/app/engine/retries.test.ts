import { afterEach, describe, expect, it } from "vitest";
import type { Outcome, RunContext } from "../../../src/core/kind.ts";
import { type Bench, bench, hour, onceAt, second, start } from "./bench.ts";
import { quick, slow } from "./kinds.ts";

let b: Bench;
afterEach(() => b.close());

const failure: Outcome = { result: "failure", error: "HTTP 502" };
/** Fails each try, after taking it down. */
const failing = (note: (context: RunContext<unknown>) => number) =>
  quick((context) => {
    note(context);
    return failure;
  });
const at = onceAt(start + hour);

describe("a run that fails", () => {
  it("is tried again after 1 s and 2 s, then has failed, and its chat is told", async () => {
    const tried: number[] = [];
    b = await bench({ kinds: [failing(({ now }) => tried.push(now - start - hour))] });
    await b.engine.start();
    const action = await b.add({ kind: "quick", schedule: at });
    await b.travel(start + 2 * hour);
    expect(tried).toEqual([0, second, 3 * second]);
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "failed", reason: "HTTP 502", attempts: 3 }]);
    expect(b.channel.sent.map(({ delivery }) => delivery.payload)).toMatchObject([
      { view: "failed", action: action.id, reason: "HTTP 502", attempts: 3 },
    ]);
  });

  it("goes on counting its tries after a restart", async () => {
    let tries = 0;
    b = await bench({ kinds: [failing(() => ++tries)] });
    await b.engine.start();
    const action = await b.add({ kind: "quick", schedule: at });
    await b.travel(start + hour);
    await b.away(500);
    expect(tries).toBe(1);
    await b.travel(start + hour + second);
    expect(tries).toBe(2);
    await b.away(hour);
    expect(tries).toBe(3);
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "failed", attempts: 3 }]);
  });

  it("is not tried again when its action was deleted meanwhile", async () => {
    let tries = 0;
    b = await bench({ kinds: [failing(() => ++tries)] });
    await b.engine.start();
    const action = await b.add({ kind: "quick", schedule: at });
    await b.travel(start + hour);
    const patch = { deletedAt: b.clock.now(), revision: 2 };
    await b.store.commit([{ do: "setAction", id: action.id, expectRevision: 1, patch }]);
    await b.travel(start + 2 * hour);
    expect(tries).toBe(1);
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "skipped", reason: "deleted" }]);
    expect(b.channel.sent).toEqual([]);
  });

  it("is not tried again when it says so, nor when its kind or its settings make no sense", async () => {
    b = await bench({ kinds: [quick(() => ({ ...failure, retry: false }))] });
    await b.engine.start();
    const policies = { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 3 } as const;
    const once = await b.add({ kind: "quick", schedule: at });
    const gone = await b.add({ kind: "gone", schedule: at, policies });
    const odd = await b.add({ spec: { text: 7 }, schedule: at });
    await b.travel(start + hour);
    expect(await b.runs(once.id)).toMatchObject([{ outcome: "failed", attempts: 1 }]);
    expect(await b.runs(gone.id)).toMatchObject([{ outcome: "failed", reason: "unknownKind: gone" }]);
    expect(await b.runs(odd.id)).toMatchObject([{ outcome: "failed", reason: expect.stringMatching(/^badSpec: /) }]);
  });

  it("says nothing of what it said before it failed, until it has ended for good", async () => {
    let tries = 0;
    const kind = quick(({ message }) => {
      message({ view: "ready", zone: `try ${++tries}` });
      return tries < 3 ? failure : { result: "success", output: "good" };
    });
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "quick", schedule: at });
    await b.travel(start + 2 * hour);
    expect(b.channel.sent.map(({ delivery }) => delivery.payload)).toEqual([{ view: "ready", zone: "try 3" }]);
    expect(await b.store.runs.history(action.id, 1)).toMatchObject([{ outcome: "succeeded", output: "good" }]);
  });

  it("by a throw leaves the first line of the error", async () => {
    const thrower = quick(() => {
      throw new Error("no route\n    at somewhere");
    });
    b = await bench({ kinds: [thrower] });
    await b.engine.start();
    const action = await b.add({ kind: "quick", schedule: at });
    await b.travel(start + 2 * hour);
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "failed", reason: "no route" }]);
  });
});

describe("a run that had begun when the process died", () => {
  it("is done again where its kind allows it; the try counts", async () => {
    const kind = slow();
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "slow", schedule: at });
    await b.clock.set(start + hour);
    expect(kind.working).toHaveLength(1);
    await b.crash();
    await b.reopen();
    await b.clock.advance(0);
    kind.working[1]?.end();
    await b.engine.idle();
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "succeeded", attempts: 2, startedAt: start + hour }]);
  });

  it("is interrupted where it must not be done twice, and its chat is told", async () => {
    const kind = slow(false);
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "slow", schedule: at });
    await b.clock.set(start + hour);
    await b.away(0);
    expect(kind.working).toHaveLength(1);
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "interrupted", reason: "crashed: 1" }]);
    expect(b.channel.sent).toMatchObject([{ delivery: { payload: { view: "failed", reason: "crashed: 1" } } }]);
  });

  it("is made again where it only looks, although it has one try, and its chat hears nothing", async () => {
    const kind = { ...slow(), looks: (spec: unknown) => spec === "look" };
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const policies = { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 1 } as const;
    const look = await b.add({ kind: "slow", schedule: at, policies, spec: "look" });
    const other = await b.add({ kind: "slow", schedule: at, policies, spec: "push" });
    await b.clock.set(start + hour);
    expect(kind.working).toHaveLength(2);
    await b.crash();
    await b.reopen();
    await b.clock.advance(0);
    expect(kind.working.slice(2).map(({ run }) => run.action)).toEqual([look.id]);
    kind.working[2]?.end();
    await b.engine.idle();
    expect(await b.runs(look.id)).toMatchObject([{ outcome: "succeeded" }]);
    expect(await b.runs(other.id)).toMatchObject([{ outcome: "interrupted" }]);
    expect(b.channel.sent.map(({ delivery }) => delivery.action)).toEqual([other.id]);
  });

  it("each time is given up after its tries", async () => {
    const kind = slow();
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "slow", schedule: at });
    await b.clock.set(start + hour);
    for (let death = 1; death <= 3; death++) {
      await b.crash();
      await b.reopen();
      await b.clock.advance(second);
    }
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "failed", reason: "crashed: 3", attempts: 3 }]);
  });
});

describe("stopping", () => {
  it("waits for what is at work, and starts nothing more", async () => {
    const kind = slow();
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "slow", schedule: at });
    const later = await b.add({ schedule: onceAt(start + hour + second) });
    await b.clock.set(start + hour);
    const stopped = b.engine.stop(10 * second);
    await b.clock.advance(2 * second);
    kind.working[0]?.end();
    await stopped;
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "succeeded" }]);
    expect(await b.runs(later.id)).toEqual([]);
  });

  it("interrupts what does not end by itself and must not be done twice, and tells its chat", async () => {
    const kind = { ...slow(), looks: () => false };
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "slow", schedule: at });
    await b.clock.set(start + hour);
    const stopped = b.engine.stop(10 * second);
    await b.clock.advance(10 * second);
    await stopped;
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "interrupted", reason: "interrupted" }]);
    await b.away(0);
    expect(kind.working).toHaveLength(1);
    expect(b.channel.sent).toMatchObject([{ delivery: { payload: { view: "failed", reason: "interrupted" } } }]);
  });

  it("ends what does not end by itself; that try does not count", async () => {
    const kind = slow();
    b = await bench({ kinds: [kind] });
    await b.engine.start();
    const action = await b.add({ kind: "slow", schedule: at });
    await b.clock.set(start + hour);
    const stopped = b.engine.stop(10 * second);
    await b.clock.advance(10 * second);
    await stopped;
    expect(kind.working[0]?.signal.aborted).toBe(true);
    expect(await b.runs(action.id)).toMatchObject([{ state: "open", attempts: 0 }]);
  });
});
