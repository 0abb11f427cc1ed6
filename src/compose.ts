/** The composition root: builds every part once and hands each what it needs. Reads like a table of contents. */
import { newClaimCode } from "./app/claim.ts";
import { createEngine, type Engine } from "./app/engine/engine.ts";
import { createHeartbeat } from "./app/heartbeat.ts";
import { createUpkeep } from "./app/upkeep/upkeep.ts";
import type { BelfryFile } from "./belfry-file.ts";
import { createBot, type TelegramBot } from "./bot/start.ts";
import { call } from "./channels/http.ts";
import type { Config } from "./config.ts";
import type { Belfry } from "./core/belfry.ts";
import type { ClaimCode } from "./core/claim.ts";
import type { Clock } from "./core/clock.ts";
import type { Log } from "./core/log.ts";
import type { Store } from "./core/store.ts";
import { noSurvivors } from "./core/survivors.ts";
import type { CheckWorld } from "./kinds/check/kind.ts";
import { allKinds } from "./kinds/index.ts";
import { outsideChannel } from "./outside.ts";
import { packer, reportPorts } from "./reports.ts";

/** What the outside brings: settings, time, a log, an open store, a console. */
export interface Outside {
  config: Pick<Config, "apiRoot" | "owners" | "zone" | "language"> & { token: string };
  /** People who are members from the start (the playground's second person). */
  members: number[];
  clock: Clock;
  log: Log;
  store: Store;
  /** What belfry.toml says. */
  file: Pick<BelfryFile, "current" | "problems">;
  /** Where it is called from outside, no slash at its end. */
  publicUrl(): string;
  /** A line for whoever sits at the console. */
  say(line: string): void;
  /** Where checks may connect to and what they may run. */
  checks: Pick<CheckWorld, "network" | "commands" | "anchors">;
  /** Ends the process in order. */
  fatal(exitCode: number, why: string): void;
}

export interface Running {
  belfry: Belfry;
  start(): Promise<void>;
  /** Resolves when nothing is left to do at the present instant. */
  idle(): Promise<void>;
  stop(graceMs: number): Promise<void>;
  /** One short sentence per thing that is not well. */
  health(): string[];
}

export async function compose(outside: Outside): Promise<Running> {
  const { config, clock, log, store, file } = outside;
  const claim = await claimCode(outside);
  await addMembers(outside);
  const belfry: Belfry = {
    ...{ clock, log, store },
    kinds: allKinds(
      { clock, log, ...outside.checks, ...ofChecks(store) },
      reportPorts(() => belfry, { clock, log, ...outside.checks }, file),
    ),
    defaults: { zone: config.zone, language: config.language },
    channel: { name: "telegram", compose: (outgoing) => bot.channel.compose(outgoing) },
    isIn: (chat, person) => bot.isIn(chat, person),
    outside: (name) => {
      const sender = file.current().senders.get(name);
      return sender ? outsideChannel(name, sender) : null;
    },
    rules: () => file.current().escalation,
    fileProblems: file.problems,
    publicUrl: outside.publicUrl,
    retention: () => file.current().retention,
    claim,
    survivors: outside.checks.commands().children ?? noSurvivors,
    held: () => engine.held(),
    wake: () => engine.wake(),
  };
  const engine = createEngine(belfry);
  const upkeep = createUpkeep(belfry);
  const bot = createBot(belfry, {
    ...{ token: config.token, apiRoot: config.apiRoot, owners: config.owners },
    packReport: packer(log, config.language),
    onDate: engine.observe,
    onFatal: outside.fatal,
  });
  const health = () => healthOf(engine, bot);
  const heartbeat = createHeartbeat(belfry, { health, call: () => callTo(file.current().heartbeat) });
  return {
    ...{ belfry, health },
    async start() {
      await engine.start();
      await bot.start();
      await upkeep.start();
      heartbeat.start();
    },
    async idle() {
      await bot.idle();
      await upkeep.idle();
      await engine.idle();
      await heartbeat.idle();
    },
    async stop(graceMs) {
      const end = clock.monotonic() + graceMs;
      await heartbeat.stop();
      await bot.stop(graceMs);
      await upkeep.stop(Math.max(0, end - clock.monotonic()));
      await engine.stop(Math.max(0, end - clock.monotonic()));
      bot.close();
    },
  };
}

function healthOf(engine: Engine, bot: TelegramBot): string[] {
  return [
    bot.trouble(),
    engine.held() === null ? null : "the clock is in doubt: nothing fires until Telegram confirms it",
    ...engine.forgotten().map((id) => `E${id} is open and nobody looks at it`),
    engine.refused() ? "Telegram refuses the token" : null,
  ].filter((problem) => problem !== null);
}

function callTo(url: string | null) {
  return url === null ? null : (signal: AbortSignal) => call(url, signal);
}

/** What checks look up in the store. */
function ofChecks({ approvals, hooks }: Store): Pick<CheckWorld, "lastCall" | "approvedKey"> {
  return {
    lastCall: async (action) => (await hooks.ofAction(action))?.last ?? null,
    approvedKey: async (action) => (await approvals.of(action))?.key ?? null,
  };
}

/** Somebody has to be the first owner; only whoever reads this console can be. */
async function claimCode({ config, clock, store, say }: Outside): Promise<ClaimCode | null> {
  if (config.owners.length > 0 || (await store.people.withRole("owner")).length > 0) return null;
  const claim = newClaimCode(clock.now());
  say(`Nobody owns this Belfry yet. Send it this code in Telegram within 15 minutes:\n\n  ${claim.code}\n`);
  return claim;
}

/** Whoever is known already keeps the role given since. */
async function addMembers({ members, store }: Outside): Promise<void> {
  for (const id of members) {
    if (!(await store.people.get(id))) await store.commit([{ do: "putPerson", id, patch: { role: "member" } }]);
  }
}
