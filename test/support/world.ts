import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BelfryToml, emptyBelfryToml } from "../../src/belfry-toml.ts";
import { checkSettings } from "../../src/checks.ts";
import { compose, type Running } from "../../src/compose.ts";
import type { Log } from "../../src/core/log.ts";
import type { Store } from "../../src/core/store.ts";
import { groupOnly } from "../../src/kinds/check/command/containment.ts";
import type { Place } from "../../src/playground/people/crowd.ts";
import { openStore } from "../../src/store/open.ts";
import type { Actor, Look, Match, Seen } from "./actor.ts";
import { type ManualClock, manualClock } from "./manual-clock.ts";
import { startTelegram, type Telegram, type TelegramOptions } from "./telegram.ts";

/** The moment of the product's examples: Tue 24 Nov 2026, 14:05 in Berlin. */
export const tuesday = Date.UTC(2026, 10, 24, 13, 5);

export const minute = 60_000;
export const hour = 60 * minute;

/** Everything Belfry is, on a Telegram of its own and a clock moved by hand. Ana owns it, Boris is a member, Carla nobody. */
export interface World {
  clock: ManualClock;
  telegram: Telegram;
  ana: Actor;
  boris: Actor;
  carla: Actor;
  store: Store;
  running: Running;
  dataDir: string;
  /** Lines of the log at warn and above. */
  troubles: { fields: object; message: string }[];
  /** Fatal ends that were asked for. */
  ends: number[];
  /** The next message that matches; the clock moves on by seconds where Belfry waits because it has sent a lot. */
  sees(who: Actor, match: Match, look?: Look): Promise<Seen>;
  /** Says it and waits until it is answered. */
  says(who: Actor, text: string, match: Match, place?: Place): Promise<Seen>;
  /** Presses and waits for what the message shows then. */
  presses(who: Actor, message: { chat: number; id: number }, button: string, match: Match): Promise<Seen>;
  /** Moves the clock and lets everything that came due happen. */
  passes(ms: number): Promise<void>;
  /** Moves the clock to a wall time in Berlin, winter: "2026-11-25T09:00". */
  until(local: string): Promise<void>;
  /** Nothing is left to do now. */
  settles(): Promise<void>;
  /** Ends the process in order. */
  stops(): Promise<void>;
  /** Ends the process as a signal would and starts it again on the same data. */
  restarts(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  at?: number;
  telegram?: TelegramOptions;
  /** What belfry.toml says. */
  file?: BelfryToml;
  /** Nobody owns it: the console shows a code. */
  unowned?: boolean;
  /** BELFRY_LANGUAGE; "en" unless given. */
  language?: string;
  /** Takes down what the console shows. */
  console?: string[];
  /** Where its data lies; a folder of its own unless given. */
  dataDir?: string;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = manualClock(options.at ?? tuesday);
  const telegram = await startTelegram({ now: clock.now, ...options.telegram });
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "belfry-world-"));
  const troubles: World["troubles"] = [];
  const ends: number[] = [];
  const parts = { store: null as Store | null, running: null as Running | null };

  const file = options.file ?? emptyBelfryToml();
  const machine = { workspace: dataDir, inherited: { PATH: process.env.PATH }, containment: groupOnly, children: null };
  const start = async () => {
    const log = logInto(troubles);
    const store = await openStore({ dataDir, log, now: clock.now });
    const running = await compose({
      config: {
        token: telegram.token,
        apiRoot: telegram.apiRoot,
        owners: options.unowned ? [] : [1001],
        zone: "Europe/Berlin",
        language: options.language ?? "en",
      },
      members: options.unowned ? [] : [1002],
      publicUrl: () => "http://127.0.0.1:8788",
      ...{ clock, log, store },
      checks: { ...checkSettings({ current: () => file }, machine), anchors: [] },
      file: { current: () => file, problems: () => [] },
      say: (line) => void options.console?.push(line),
      fatal: (code) => ends.push(code),
    });
    Object.assign(parts, { store, running });
    await running.start();
  };
  const stop = async () => {
    // The clock stands still, so what is under way comes to its end.
    await parts.running?.stop(1000);
    await parts.store?.close();
    Object.assign(parts, { running: null, store: null });
  };
  await start();

  const settles = async () => {
    await parts.running?.idle();
  };
  const world: World = {
    ...{ clock, telegram, dataDir, troubles, ends, settles },
    ...{ ana: telegram.ana, boris: telegram.boris, carla: telegram.carla },
    get store() {
      return existing(parts.store);
    },
    get running() {
      return existing(parts.running);
    },
    sees: (who, match, look) => pumping(who.sees(match, look), settles, clock),
    async says(who, text, match, place) {
      // A message is seen a moment before Belfry has noted that it was sent.
      await settles();
      who.say(text, place);
      return world.sees(who, match, place?.chat === undefined ? {} : { chat: place.chat });
    },
    async presses(who, message, button, match) {
      await settles();
      await who.press(message, button);
      return world.sees(who, match, { chat: message.chat });
    },
    async passes(ms) {
      await settles();
      await clock.advance(ms);
      await settles();
    },
    until: (local) => world.passes(Date.parse(`${local}:00+01:00`) - clock.now()),
    stops: stop,
    async restarts() {
      await stop();
      await start();
    },
    async close() {
      await stop();
      await telegram.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** Longest step of the clock that only serves the pace of sending. */
const pace = 1100;

/** Waits for it; while nothing happens, lets pass the moments for which sending is held back. */
async function pumping<T>(wanted: Promise<T>, settles: () => Promise<void>, clock: ManualClock): Promise<T> {
  const state = { done: false };
  const end = () => {
    state.done = true;
  };
  wanted.then(end, end);
  for (let quiet = 0; !state.done; quiet++) {
    await Promise.race([settles(), wanted]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const next = clock.nextAlarm();
    if (state.done || quiet < 20 || next === null || next - clock.now() > pace) continue;
    await clock.set(next);
    quiet = 0;
  }
  return wanted;
}

function existing<T>(part: T | null): T {
  if (part === null) throw new Error("not started");
  return part;
}

function logInto(troubles: World["troubles"]): Log {
  const keep = (fields: object, message: string) => void troubles.push({ fields, message });
  return { debug: () => {}, info: () => {}, warn: keep, error: keep };
}
