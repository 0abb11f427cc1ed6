/** An engine on a real store in a folder of its own, a clock moved by hand, and a channel that takes down what it sends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine, type Engine } from "../../../src/app/engine/engine.ts";
import { emptyBelfryToml } from "../../../src/belfry-toml.ts";
import type { Action } from "../../../src/core/action.ts";
import type { Belfry } from "../../../src/core/belfry.ts";
import type { Channel, SendResult } from "../../../src/core/channel.ts";
import type { Clock } from "../../../src/core/clock.ts";
import type { Delivery } from "../../../src/core/delivery.ts";
import type { EscalationRules } from "../../../src/core/escalation.ts";
import type { Kind } from "../../../src/core/kind.ts";
import type { Log } from "../../../src/core/log.ts";
import type { Run } from "../../../src/core/run.ts";
import type { Instant } from "../../../src/core/schedule.ts";
import type { Store } from "../../../src/core/store.ts";
import { noSurvivors, type Survivors } from "../../../src/core/survivors.ts";
import { reminder } from "../../../src/kinds/reminder.ts";
import { openStore } from "../../../src/store/open.ts";
import { nextFires } from "../../../src/time/next-fire.ts";
import { type ManualClock, manualClock } from "../../support/manual-clock.ts";

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Tue 24 Nov 2026, 14:05 in Berlin. */
export const start = Date.parse("2026-11-24T13:05:00Z");
export const ana = 1001;

/** Takes down every request. What it answers is decided by the test; unasked it accepts. */
export interface Recorder extends Channel {
  sent: { at: Instant; delivery: Delivery; repeat: boolean; part: number; result: SendResult }[];
  answer(delivery: Delivery): SendResult | Promise<SendResult>;
  /** Requests a delivery takes. */
  parts: number;
}

function recorder(clock: ManualClock): Recorder {
  const state = { message: 100 };
  const channel: Recorder = {
    name: "recorder",
    sent: [],
    parts: 1,
    answer: () => ({ result: "sent", message: ++state.message }),
    compose: ({ delivery, repeat }) =>
      Array.from({ length: delivery.operation === "send" ? channel.parts : 1 }, (_, part) => ({
        async send() {
          const entry = { at: clock.now(), delivery, repeat, part, result: null as unknown as SendResult };
          channel.sent.push(entry);
          entry.result = await channel.answer(delivery);
          return entry.result;
        },
      })),
  };
  return channel;
}

export interface Bench {
  clock: ManualClock;
  store: Store;
  channel: Recorder;
  belfry: Belfry;
  engine: Engine;
  logged: { message: string; fields: object }[];
  /** Adds an action whose hand is at its first fire after now. */
  add(action: Partial<Action>): Promise<Action>;
  /** Moves to `at`, letting the engine finish at each alarm on the way. */
  travel(at: Instant): Promise<void>;
  /** Dies: from now on nothing of it reads, writes or rings. */
  crash(): Promise<void>;
  /** A new process on the same folder. */
  reopen(): Promise<void>;
  /** The same, and everything done that is due. */
  restart(): Promise<void>;
  /** Dies and comes back `ms` later. */
  away(ms: number): Promise<void>;
  /** All of the action's runs, also those that a clock set back has not come to yet. */
  runs(action: number): Promise<Run[]>;
  close(): Promise<void>;
}

export interface Setup {
  outside?: Belfry["outside"];
  rules?: EscalationRules;
  survivors?: Survivors;
  at?: Instant;
  kinds?: Kind[];
  /** Puts something between the engine and the store. */
  wrap?(store: Store): Store;
}

export async function bench(setup: Setup = {}): Promise<Bench> {
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-engine-"));
  const clock = manualClock(setup.at ?? start);
  const logged: Bench["logged"] = [];
  const line = (fields: object, message: string) => void logged.push({ fields, message });
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const open = () => openStore({ dataDir, log, now: () => clock.now(), minFree: 0, reserve: 0 });
  const channel = recorder(clock);
  const all = new Map([reminder, ...(setup.kinds ?? [])].map((kind) => [kind.name, kind] as const));
  const made = {} as Bench;
  let life = { over: false };

  const assemble = async () => {
    life = { over: false };
    made.store = await open();
    const store = mortal(setup.wrap?.(made.store) ?? made.store, life);
    const defaults = { zone: "Europe/Berlin", language: "en" };
    const alarms = mortalClock(clock, life);
    const wake = () => made.engine.wake();
    const held = () => made.engine.held();
    const elsewhere = {
      outside: setup.outside ?? (() => null),
      isIn: async () => null,
      rules: () => setup.rules ?? emptyBelfryToml().escalation,
      fileProblems: () => [],
      publicUrl: () => "http://127.0.0.1:8788",
      retention: () => emptyBelfryToml().retention,
      survivors: setup.survivors ?? noSurvivors,
    };
    made.belfry = { clock: alarms, log, store, defaults, kinds: all, channel, ...elsewhere, claim: null, held, wake };
    made.engine = createEngine(made.belfry);
  };
  await assemble();
  await made.store.commit([
    { do: "putPerson", id: ana, patch: { name: "Ana", role: "owner" } },
    { do: "putChat", id: ana, patch: { title: "Ana" } },
  ]);
  return Object.assign(made, {
    ...{ clock, channel, logged },
    add: (action: Partial<Action>) => add(made, action),
    travel: (at: Instant) => travel(made, at),
    runs: (action: number) => made.store.runs.dueBetween(action, 0, Number.MAX_SAFE_INTEGER, 0, 100_000),
    async crash() {
      life.over = true;
      await made.store.close();
    },
    async reopen() {
      await assemble();
      await made.engine.start();
    },
    async restart() {
      await made.reopen();
      // As Telegram's replies to the first requests of a process do.
      for (let reply = 0; reply < 2; reply++) made.engine.observe(clock.now());
      await made.engine.idle();
    },
    async away(ms: number) {
      await made.crash();
      await clock.advance(ms);
      await made.restart();
    },
    async close() {
      if (!life.over) await made.crash();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}

/** After the end of its life the store answers nothing any more, as for a process that is gone. */
function mortal(store: Store, life: { over: boolean }): Store {
  const wrap = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value === "object" && value !== null) return wrap(value);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => (life.over ? new Promise(() => {}) : value.apply(target, args));
      },
    });
  return wrap(store);
}

function mortalClock(clock: Clock, life: { over: boolean }): Clock {
  return { ...clock, alarm: (at, ring) => clock.alarm(at, () => life.over || ring()) };
}

async function add({ store, clock, engine, belfry }: Bench, given: Partial<Action>): Promise<Action> {
  const now = clock.now();
  const schedule = given.schedule ?? { type: "manual" as const };
  const leads = given.leads ?? [];
  const kind = given.kind ?? "reminder";
  const policies = given.policies ?? belfry.kinds.get(kind)?.policies(schedule);
  if (!policies) throw new Error(`no kind ${kind}`);
  const action: Action = {
    ...{ id: await store.newId("action"), title: "Tea", kind, spec: { text: null, original: null }, schedule, leads },
    ...{
      nag: null,
      critical: false,
      silent: false,
      gates: [],
      labels: [],
      parent: null,
      destination: null,
      policies,
      owner: ana,
      chat: ana,
      thread: null,
      source: null,
    },
    ...{ nextAt: nextFires(schedule, leads, now)?.at ?? null, pause: null, skipUntil: null },
    ...{ revision: 1, createdAt: now, updatedAt: now, deletedAt: null },
    ...given,
  };
  await store.commit([{ do: "addAction", row: action }]);
  engine.wake();
  return action;
}

async function travel({ clock, engine }: Bench, at: Instant): Promise<void> {
  await engine.idle();
  for (let next = clock.nextAlarm(); next !== null && next <= at; next = clock.nextAlarm()) {
    await clock.set(Math.max(next, clock.now()));
    await engine.idle();
  }
  await clock.set(at);
  await engine.idle();
}

/** "once" at an instant, said as Berlin wall time. */
export function onceAt(at: Instant): Action["schedule"] {
  return { type: "once", at: new Date(at).toISOString().slice(0, 23).replace(".000", ""), tz: "UTC" };
}
