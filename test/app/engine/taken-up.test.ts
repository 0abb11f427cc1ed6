import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Action } from "../../../src/core/action.ts";
import { type Bench, bench, hour, minute, second, start } from "./bench.ts";
import { quick, type Slow, slow } from "./kinds.ts";

let b: Bench;
let kind: Slow;
/** What the engine has asked of those that survive. */
let asked: string[][];
let forgotten: string[];

beforeEach(async () => {
  kind = slow();
  asked = [];
  forgotten = [];
  const survivors = {
    keep: async (keys: string[]) => {
      asked.push(keys);
      return new Set(keys);
    },
    forget: (keys: string[]) => void forgotten.push(...keys),
  };
  b = await bench({ kinds: [kind], survivors });
  await b.engine.start();
});
afterEach(() => b.close());

const at = { type: "every", ms: hour, from: start } as const;
const add = (more: Partial<Action> = {}) => b.add({ kind: "slow", schedule: at, ...more });

/** The process dies, the clock goes on, and the next one does what is due. */
async function dies(ms = second): Promise<void> {
  await b.crash();
  kind.working.length = 0;
  await b.clock.advance(ms);
  await b.reopen();
  await b.clock.advance(second);
}

async function ends(error?: string): Promise<void> {
  kind.working.shift()?.end(error === undefined ? { result: "success" } : { result: "failure", error });
  await b.engine.idle();
}

describe("a run whose work has outlived the process that began it", () => {
  it("goes on: the same run, the same try, and nothing is told of the end of the process", async () => {
    const action = await add();
    await b.clock.set(start + hour);
    const key = `${action.id}@${start + hour}`;
    await dies();
    expect(asked).toEqual([[], [key]]);
    expect(kind.working.map(({ run }) => run.key)).toEqual([key]);
    expect(forgotten).toEqual([]);
    await ends();
    expect(forgotten).toEqual([key]);
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "succeeded", reason: null, attempts: 1 }]);
    expect(b.channel.sent).toEqual([]);
  });

  it("is tried again when it fails, as often as one that was never away", async () => {
    const action = await add();
    await b.clock.set(start + hour);
    await dies();
    await ends("no route");
    await b.clock.set(start + hour + minute);
    expect(kind.working).toMatchObject([{ run: { attempts: 2 } }]);
    await ends();
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "succeeded", attempts: 2 }]);
  });

  it("keeps others of its action waiting, or out, as if it had never been away", async () => {
    const policies = { ...kind.policies(at), misfire: "all", overlap: "skip" } as const;
    const action = await add({ policies });
    await b.clock.set(start + hour);
    await dies(hour);
    expect((await b.runs(action.id)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      [null, null],
      ["skipped", "overlap"],
    ]);
    expect(kind.working).toHaveLength(1);
  });

  it("has passed its gates", async () => {
    const action = await add({ gates: [{ type: "cooldown", ms: 10 * hour }] });
    await b.clock.set(start + hour);
    const row = { key: "other", action: action.id, slot: null, lead: 0, trigger: "manual", dueAt: start } as const;
    const over = { state: "settled", outcome: "succeeded", startedAt: start, endedAt: start + hour } as const;
    await b.store.commit([{ do: "addRun", row: { ...row, ...over } }]);
    await dies();
    expect(kind.working).toHaveLength(1);
  });

  it("is not what its gates have begun: they are asked anew", async () => {
    const seen: boolean[] = [];
    const check = quick(({ survives }) => {
      seen.push(survives);
      return { result: "success" };
    });
    await b.close();
    b = await bench({ kinds: [kind, { ...check, name: "check" }] });
    await b.engine.start();
    await add({ gates: [{ type: "command", named: "ready", is: "good" }] });
    await b.clock.set(start + hour);
    await expect.poll(() => kind.working).toHaveLength(1);
    expect(seen).toEqual([false]);
  });

  it.each([
    ["was changed", {}],
    ["was deleted", { deletedAt: start + hour }],
  ])("does not go on when its action %s since", async (_, patch) => {
    const action = await add();
    await b.clock.set(start + hour);
    const changed = { ...patch, revision: 2, updatedAt: start + hour + 1 };
    await b.store.commit([{ do: "setAction", id: action.id, expectRevision: 1, patch: changed }]);
    await b.crash();
    await b.reopen();
    expect(asked.at(-1)).toEqual([]);
  });

  it("is stopped when the process dies during it again and again", async () => {
    const action = await add();
    await b.clock.set(start + hour);
    for (let n = 1; n <= 3; n++) await dies();
    expect(await b.runs(action.id)).toMatchObject([{ outcome: "failed", reason: "crashed: 3", attempts: 1 }]);
    expect(await b.store.actions.get(action.id)).toMatchObject({ pause: { crashes: 3 } });
  });

  it("counts for what brings down the process, though it came back each time", async () => {
    const action = await add();
    for (let n = 1; n <= 2; n++) {
      await b.clock.set(start + n * hour);
      await dies();
      await ends(n === 1 ? undefined : "no route");
      if (n === 2) await b.clock.set(b.clock.now() + minute);
    }
    await dies();
    expect(kind.working).toEqual([]);
    expect(asked.at(-1)).toEqual([]);
    expect((await b.runs(action.id)).map(({ outcome, crashes }) => [outcome, crashes])).toEqual([
      ["succeeded", 1],
      ["failed", 3],
    ]);
    expect(await b.store.actions.get(action.id)).toMatchObject({ pause: { until: null, crashes: 3 } });
  });
});
