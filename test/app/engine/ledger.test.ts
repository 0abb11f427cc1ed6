import fc from "fast-check";
import { expect, it } from "vitest";
import type { Action } from "../../../src/core/action.ts";
import type { Run } from "../../../src/core/run.ts";
import type { Store } from "../../../src/core/store.ts";
import { nextSlot } from "../../../src/time/next-slot.ts";
import { type Bench, bench, hour, minute, onceAt, start } from "./bench.ts";

/** Lets the process die before or after one of its writes. */
interface Trap {
  armed: { name: string; after: boolean } | null;
  /** Called in the moment of death. */
  die(): Promise<void>;
}

function trapped(store: Store, trap: Trap): Store {
  const guard = <Args extends unknown[], Result>(name: string, write: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (trap.armed?.name !== name) return write(...args);
      const { after } = trap.armed;
      trap.armed = null;
      if (after) await write(...args);
      await trap.die();
      return new Promise(() => {});
    };
  };
  return {
    ...store,
    fire: guard("fire", store.fire),
    runs: { ...store.runs, claim: guard("claim", store.runs.claim), settle: guard("settle", store.runs.settle) },
    deliveries: {
      ...store.deliveries,
      claim: guard("send", store.deliveries.claim),
      update: guard("sent", store.deliveries.update),
    },
  };
}

/** Does the work; whenever the process dies of it, starts another one. */
async function outlive(b: Bench, trap: Trap, work: () => Promise<void>): Promise<void> {
  const dead = new Promise<boolean>((resolve) => {
    trap.die = async () => {
      await b.crash();
      resolve(true);
    };
  });
  if (await Promise.race([dead, work().then(() => false)])) await outlive(b, trap, () => b.restart());
}

const schedule = fc.oneof(
  fc
    .integer({ min: 1, max: 90 })
    .map((n): Action["schedule"] => ({ type: "every", ms: n * minute, from: start + 3 * minute })),
  fc.constantFrom<Action["schedule"]>(
    { type: "cron", cron: "*/20 * * * *", tz: "Europe/Berlin" },
    {
      type: "rule",
      rules: ["FREQ=DAILY;BYHOUR=8,14,20;BYMINUTE=10"],
      start: "2026-11-24T08:00:00",
      tz: "Europe/Berlin",
    },
    onceAt(start + 5 * hour),
  ),
);
const misfire = fc.constantFrom("once", "skip", "all");
const given = fc.record({ schedule, misfire, lead: fc.boolean() });
const death = fc.record({ name: fc.constantFrom("fire", "claim", "settle", "send", "sent"), after: fc.boolean() });
const step = fc.record({
  minutes: fc.integer({ min: 1, max: 150 }),
  away: fc.boolean(),
  death: fc.option(death, { freq: 2 }),
});

/** Every slot and lead of the action until now must be in the ledger exactly once. */
function check(action: Action, runs: Run[], now: number): void {
  for (const lead of [0, ...action.leads]) {
    const rows = runs.filter((run) => run.lead === lead);
    let covered = 0;
    let due = 0;
    for (
      let slot = nextSlot(action.schedule, start);
      slot !== null && slot - lead <= now;
      slot = nextSlot(action.schedule, slot)
    ) {
      // A lead that was over before the action was made was never due.
      if (slot - lead <= start) continue;
      const own = rows.filter((row) => (row.slot ?? 0) <= (slot ?? 0) && (slot ?? 0) <= (row.slotTo ?? row.slot ?? 0));
      expect(own).toHaveLength(1);
      due += 1;
    }
    for (const row of rows) covered += row.count;
    expect(covered).toBe(due);
  }
}

it("each due instant is in the ledger exactly once, whatever dies when and however long it is away", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(given, { minLength: 1, maxLength: 4 }),
      fc.array(step, { minLength: 1, maxLength: 5 }),
      async (wanted, steps) => {
        const trap: Trap = { armed: null, die: async () => {} };
        const b: Bench = await bench({ wrap: (store) => trapped(store, trap) });
        try {
          await b.engine.start();
          const actions: Action[] = [];
          for (const { schedule, misfire, lead } of wanted) {
            const policies = { misfire, misfireWindowMs: null, overlap: "allow", attempts: 1_000 } as const;
            actions.push(await b.add({ schedule, policies, leads: lead ? [10 * minute] : [] }));
          }
          for (const { minutes, away, death } of steps) {
            trap.armed = death;
            const until = b.clock.now() + minutes * minute;
            await outlive(b, trap, () => (away ? b.away(minutes * minute) : b.travel(until)));
          }
          trap.armed = null;
          await b.away(1);
          for (const action of actions) check(action, await b.runs(action.id), b.clock.now());
          expect(unmarkedRepeats(b)).toEqual([]);
        } finally {
          await b.close();
        }
      },
    ),
    { numRuns: 30 },
  );
});

/** Messages sent a second time without saying so. */
function unmarkedRepeats(b: Bench): number[] {
  const seen = new Set<number>();
  const repeats: number[] = [];
  for (const { delivery, repeat } of b.channel.sent) {
    if (delivery.operation === "send" && seen.has(delivery.id) && !repeat) repeats.push(delivery.id);
    seen.add(delivery.id);
  }
  return repeats;
}
