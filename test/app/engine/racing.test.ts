import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call } from "../../../src/app/operation.ts";
import { reviseAction } from "../../../src/app/revise.ts";
import { settingsFor } from "../../../src/app/settings.ts";
import { Conflict } from "../../../src/core/errors.ts";
import type { Schedule } from "../../../src/core/schedule.ts";
import type { Change, Store } from "../../../src/core/store.ts";
import { ana, type Bench, bench, hour, onceAt, start } from "./bench.ts";

let b: Bench;
/** Done once, just before the engine settles. */
let before: (() => Promise<void>) | null;
/** Done once, between the tick's look at what is due and its write. */
let beforeFire: (() => Promise<void>) | null;
/** Done once, just before the tick looks for what is due. */
let onDue: (() => Promise<void>) | null;
beforeEach(async () => {
  [before, beforeFire, onDue] = [null, null, null];
  b = await bench({
    wrap: (store) => ({
      ...store,
      fire: async (fires) => {
        const first = beforeFire;
        beforeFire = null;
        await first?.();
        return store.fire(fires);
      },
      actions: {
        ...store.actions,
        due: async (now, limit) => {
          const first = now >= start + hour ? onDue : null;
          if (first) onDue = null;
          await first?.();
          return store.actions.due(now, limit);
        },
      },
      runs: { ...store.runs, settle: (settles) => raced(store, settles) },
    }),
  });
  await b.engine.start();
});
afterEach(() => b.close());

async function raced(store: Store, settles: Parameters<Store["runs"]["settle"]>[0]): Promise<number[]> {
  const first = before;
  before = null;
  await first?.();
  return store.runs.settle(settles);
}

async function moveTo(id: number, schedule: Schedule): Promise<void> {
  const action = await b.store.actions.get(id);
  const actor = await b.store.people.get(ana);
  if (!action || !actor) throw new Error("nobody, or nothing to move");
  const settings = await settingsFor(b.belfry, ana, ana);
  const place = { chat: ana, thread: null, source: null, pressed: null };
  const call: Call = { ...place, actor, settings, key: "move", answer: async () => [] };
  await b.store.commit((await reviseAction(b.belfry, call, action, { schedule }, "moved")).changes);
}

const hourly = { type: "every", ms: hour, from: start + hour } as const;

describe("somebody who is as fast as the clock", () => {
  it("and answers the ring that is being replaced has answered it, and the new one rings all the same", async () => {
    const tea = await b.add({ schedule: hourly });
    await b.travel(start + hour);
    const [old] = await b.runs(tea.id);
    before = () => {
      const patch = { state: "settled", outcome: "succeeded", wakeAt: null, answeredBy: 1 } as const;
      return b.store.commit([{ do: "setRun", id: old?.id ?? 0, expectState: ["waiting"], patch }]);
    };
    await b.travel(start + 2 * hour);
    expect(before).toBeNull();
    expect((await b.runs(tea.id)).map(({ state, outcome }) => outcome ?? state)).toEqual(["succeeded", "waiting"]);
    expect(b.channel.sent.map(({ delivery: { payload } }) => payload.view)).toEqual(["ring", "ring"]);
  });

  it("and settles a run under the engine's hands keeps what they did; nothing is sent", async () => {
    const tea = await b.add({ schedule: hourly });
    before = async () => {
      const [run] = await b.runs(tea.id);
      const patch = { state: "settled", outcome: "skipped", reason: "deleted", wakeAt: null } as const;
      await b.store.commit([{ do: "setRun", id: run?.id ?? 0, expectState: ["running"], patch }]);
    };
    await b.travel(start + hour);
    expect(await b.runs(tea.id)).toMatchObject([{ outcome: "skipped", reason: "deleted" }]);
    expect(b.channel.sent).toEqual([]);
  });

  it("finds a run that is being looked at busy", async () => {
    const tea = await b.add({ schedule: hourly });
    let refused: unknown = null;
    before = async () => {
      const [run] = await b.runs(tea.id);
      const answer = { do: "setRun", id: run?.id ?? 0, expectState: ["waiting"], patch: {} } satisfies Change;
      await b.store.commit([answer]).catch((error: unknown) => {
        refused = error;
      });
    };
    await b.travel(start + hour);
    expect(refused).toBeInstanceOf(Conflict);
  });

  it.each(["just before", "just after"])(
    "and moves it %s the tick has looked: one of both rings, all is written",
    async (when) => {
      const tea = await b.add({ schedule: onceAt(start + hour) });
      const move = () => moveTo(tea.id, onceAt(start + 2 * hour));
      if (when === "just after") beforeFire = move;
      else onDue = move;
      await b.travel(start + hour);
      expect(b.channel.sent).toEqual([]);
      expect(await b.runs(tea.id)).toMatchObject([{ slot: start + hour, outcome: "skipped", reason: "moved" }]);
      await b.travel(start + 2 * hour);
      expect((await b.runs(tea.id)).map(({ slot }) => slot)).toEqual([start + hour, start + 2 * hour]);
      expect(b.channel.sent).toHaveLength(1);
    },
  );

  it("and pauses it while it is about to fire has paused it", async () => {
    const tea = await b.add({ schedule: hourly });
    beforeFire = () => {
      const pause = { from: start + hour, until: null };
      return b.store.commit([{ do: "setAction", id: tea.id, expectRevision: 1, patch: { pause, revision: 2 } }]);
    };
    await b.travel(start + 3 * hour);
    expect(beforeFire).toBeNull();
    expect(await b.runs(tea.id)).toEqual([]);
    expect(await b.store.actions.get(tea.id)).toMatchObject({ pause: { from: start + hour }, nextAt: null });
  });

  it("and pauses it anew while its pause ends keeps the new pause", async () => {
    const tea = await b.add({ schedule: hourly, pause: { from: start, until: start + 2 * hour } });
    await b.travel(start + 2 * hour - 1);
    beforeFire = () => {
      const pause = { from: start, until: start + 5 * hour };
      return b.store.commit([{ do: "setAction", id: tea.id, expectRevision: 1, patch: { pause, revision: 2 } }]);
    };
    await b.travel(start + 5 * hour - 1);
    expect(b.channel.sent).toEqual([]);
    await b.travel(start + 5 * hour);
    expect(b.channel.sent).toHaveLength(1);
  });
});
