/** What the benches of the engine share: a Belfry on a real store and the machine's clock, and actions by the thousand. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { createEngine, type Engine } from "../src/app/engine/engine.ts";
import { emptyBelfryToml } from "../src/belfry-toml.ts";
import type { Action, Policies } from "../src/core/action.ts";
import type { Belfry } from "../src/core/belfry.ts";
import type { Channel } from "../src/core/channel.ts";
import type { Kind, RunContext } from "../src/core/kind.ts";
import type { Log } from "../src/core/log.ts";
import type { Store } from "../src/core/store.ts";
import { noSurvivors } from "../src/core/survivors.ts";
import { openStore } from "../src/store/open.ts";
import { systemClock } from "../src/time/clock.ts";

/** Rows per write while filling. */
const BATCH = 1_000;

const loud: Log = {
  debug() {},
  info() {},
  warn: (fields, message) => console.error(message, JSON.stringify(fields)),
  error: (fields, message) => console.error(message, JSON.stringify(fields)),
};

const policies: Policies = { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 3 };

/** A kind that does nothing but tell the bench that it ran. */
export function noop(ran: (context: RunContext<unknown>) => void): Kind {
  const run: Kind["run"] = async (context) => {
    ran(context);
    return { result: "success" };
  };
  return { name: "noop", summary: "Does nothing.", spec: z.unknown(), policies: () => policies, repeatable: true, run };
}

/** Accepts everything at once. */
export const sink: Channel = {
  name: "sink",
  compose: () => [{ send: async () => ({ result: "sent", message: 1 }) }],
};

export interface Parts {
  dataDir: string;
  store: Store;
  belfry: Belfry;
  engine: Engine;
  close(): Promise<void>;
}

export async function open(kind: Kind, channel: Channel): Promise<Parts> {
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-bench-"));
  const clock = systemClock((error) => console.error(error));
  const store = await openStore({ dataDir, log: loud, now: () => clock.now(), reserve: 0 });
  const belfry: Belfry = {
    ...{ clock, log: loud, store, channel, claim: null, kinds: new Map([[kind.name, kind]]) },
    defaults: { zone: "Europe/Berlin", language: "en" },
    outside: () => null,
    isIn: async () => null,
    publicUrl: () => "http://127.0.0.1:8788",
    rules: () => emptyBelfryToml().escalation,
    fileProblems: () => [],
    retention: () => emptyBelfryToml().retention,
    survivors: noSurvivors,
    held: () => engine.held(),
    wake: () => engine.wake(),
  };
  const engine = createEngine(belfry);
  const close = async () => {
    await engine.stop(1_000);
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { dataDir, store, belfry, engine, close };
}

export async function fill(store: Store, count: number, of: (n: number) => Partial<Action>): Promise<void> {
  const like: Action = {
    ...{
      id: 0,
      title: "Water the plants",
      kind: "noop",
      spec: null,
      schedule: { type: "manual" },
      leads: [],
      nag: null,
    },
    ...{ gates: [], labels: [], parent: null },
    ...{
      critical: false,
      silent: false,
      policies,
      owner: 1,
      chat: 1,
      thread: null,
      destination: null,
      source: null,
      nextAt: null,
      pause: null,
    },
    ...{ skipUntil: null, revision: 1, createdAt: 0, updatedAt: 0, deletedAt: null },
  };
  for (let from = 0; from < count; from += BATCH) {
    const rows: Action[] = [];
    for (let n = from; n < Math.min(count, from + BATCH); n++) {
      rows.push({ ...like, id: await store.newId("action"), ...of(n) });
    }
    await store.commit(rows.map((row) => ({ do: "addAction", row })));
  }
}

/** A process as /proc has it: clock ticks of CPU (100 a second), resident kilobytes now and at most. */
export function usage(pid = 0): { ticks: number; rss: number; peak: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
  return { ticks: Number(stat[11]) + Number(stat[12]), rss: kilobytes("VmRSS"), peak: kilobytes("VmHWM") };
}

/** The value below which so large a part (0 to 1) of the numbers lies. */
export function quantile(numbers: number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
