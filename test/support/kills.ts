import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, root } from "../../scripts/ensure.mjs";
import { isLate, isRing, type Tally, tally, titlesIn } from "./oracle.ts";
import { type BelfryProcess, startProcess } from "./process.ts";
import { startTelegram, type Telegram } from "./telegram.ts";

export interface KillOptions {
  kills: number;
  /** Printed by whoever calls, so that a run can be done again. */
  seed: number;
  /**
   * A life ends at a random moment up to this many milliseconds after its start. On a slow machine lives become longer
   * until two of three get as far as talking to Telegram: otherwise all would end before anything has begun.
   */
  longestLifeMs: number;
  /** Sentences said per life, at random moments. */
  sayings: number;
}

export interface KillTally extends Tally {
  kills: number;
  /** Lives that got as far as talking to Telegram. */
  spoke: number;
}

/**
 * Starts Belfry as a user would, against a Telegram that goes on running, lets a person talk to it, kills it with
 * SIGKILL at a random moment, and again. In the end it may live until everything has rung; then the tally is taken.
 */
export async function killAtRandom(options: KillOptions): Promise<KillTally> {
  await ensureBuilt();
  const telegram = await startTelegram();
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-kill-"));
  const random = mulberry(options.seed);
  const titles: string[] = [];
  const pace = { longestMs: options.longestLifeMs, spoke: 0 };
  try {
    for (let kill = 0; kill < options.kills; kill++) {
      await oneLife(telegram, dataDir, { ...options, longestLifeMs: pace.longestMs }, random, titles);
      adapt(pace, options.longestLifeMs, telegram.faults.calls.splice(0).length > 0);
    }
    await lastLife(telegram, dataDir, titles);
    return { kills: options.kills, spoke: pace.spoke, ...tally(titles, join(dataDir, "belfry.db"), telegram.sent()) };
  } finally {
    await telegram.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const people = Array.from({ length: 40 }, (_, index) => 1001 + index).filter((id) => id !== 1002 && id !== 1003);

/** What a Belfry needs to know: the telegram's bot, many owners, a folder. */
export function environment(telegram: Telegram, dataDir: string): Record<string, string> {
  return {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    BELFRY_OWNERS: people.join(","),
    BELFRY_DATA: dataDir,
    BELFRY_PORT: "0",
    BELFRY_TIMEZONE: "Europe/Berlin",
  };
}

/** The product itself, from `dist/`. */
export function startProduct(
  telegram: Telegram,
  dataDir: string,
  env: Record<string, string> = {},
  cwd?: string,
): BelfryProcess {
  return startProcess([join(root, "dist", "main.js"), "start"], { ...environment(telegram, dataDir), ...env }, cwd);
}

function adapt(pace: { longestMs: number; spoke: number }, leastMs: number, spoke: boolean): void {
  pace.longestMs = spoke ? Math.max(leastMs, pace.longestMs * 0.95) : pace.longestMs * 1.1;
  if (spoke) pace.spoke += 1;
}

async function oneLife(
  telegram: Telegram,
  dataDir: string,
  { longestLifeMs, sayings }: KillOptions,
  random: () => number,
  titles: string[],
): Promise<void> {
  const belfry = startProduct(telegram, dataDir);
  const life = random() * longestLifeMs;
  const moments = Array.from({ length: sayings }, () => random() * life);
  const timers = moments.map((moment) =>
    setTimeout(() => {
      titles.push(`Bell ${titles.length + 1}`);
      // A chat takes about one message a second: many people, so that none waits for the others.
      const speaker = telegram.person(people[titles.length % people.length] ?? 1001);
      speaker.say(`bell ${titles.length} in ${1 + Math.floor(random() * 2)} seconds`);
    }, moment),
  );
  await new Promise((resolve) => setTimeout(resolve, life));
  for (const timer of timers) clearTimeout(timer);
  const { code } = await belfry.end("SIGKILL");
  if (code !== null) throw new Error(`Belfry ended by itself with ${code}:\n${belfry.output()}`);
}

async function lastLife(telegram: Telegram, dataDir: string, titles: string[]): Promise<void> {
  const belfry = startProduct(telegram, dataDir);
  const rung = new Set<string>();
  const answered = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    const done = () => {
      clearInterval(looking);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, 300_000 + titles.length * 200);
    void belfry.ended.then(({ code }) => reject(new Error(`Belfry ended with ${code}:\n${belfry.output()}`)));
    const look = () => {
      const sent = telegram.sent();
      for (const { text = "" } of sent) {
        for (const title of titlesIn(text)) (isRing(text) ? rung : answered).add(title);
      }
      const late = sent.filter(({ text = "" }) => isLate(text)).length;
      const open = titles.filter((title) => !rung.has(title) || !answered.has(title)).length;
      if (open <= late) done();
    };
    // Every message sent is read each time: at thousands, once for every event would cost more than Belfry does.
    const looking = setInterval(look, 200);
  });
  const { code } = await belfry.end("SIGTERM");
  if (code !== 0) throw new Error(`SIGTERM ended Belfry with ${code}:\n${belfry.output()}`);
}

export function freshSeed(): number {
  return randomInt(2 ** 31);
}

/** Small seeded generator (mulberry32): the same seed gives the same moments. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
