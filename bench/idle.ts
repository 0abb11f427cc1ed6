/**
 * What a Belfry costs that has nothing to do: start to ready, resident memory and CPU with so many stored actions, the
 * product itself in a process of its own; how soon a sentence is answered by a card; and the start after a kill.
 *
 *   npx tsx bench/idle.ts [actions, or actions:runs; by default 1000 10000 100000]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../scripts/ensure.mjs";
import { runKey } from "../src/core/run.ts";
import type { Change, Store } from "../src/core/store.ts";
import { openStore } from "../src/store/open.ts";
import { startProduct } from "../test/support/kills.ts";
import { startTelegram, type Telegram } from "../test/support/telegram.ts";
import { fill, quantile, usage } from "./parts.ts";

const given = process.argv.slice(2);
const idleSeconds = 10;
const sentences = 200;
/** Slower than the 30 messages a second that Telegram takes: else it is that limit which is measured. */
const apartMs = 50;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
/** The year 2099: nothing comes due while it is measured. */
const farAway = Date.UTC(2099, 0, 1);

await ensureBuilt();
for (const size of given.length > 0 ? given : ["1000", "10000", "100000"]) {
  const [actions = 0, runs = 0] = size.split(":").map(Number);
  await measure(actions, runs);
}

async function measure(actions: number, runs: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-idle-"));
  const store = await openStore({ dataDir, log: quiet, now: () => Date.now() });
  await fill(store, actions, (n) => ({
    kind: "reminder",
    spec: { text: null, original: null },
    schedule: { type: "once", at: "2099-01-01T00:00:00", tz: "UTC" },
    ...{ nextAt: farAway + n, owner: 7, chat: 7 },
  }));
  await fillRuns(store, actions, runs);
  await store.close();
  const telegram = await startTelegram();
  const { belfry, ms: ready } = await started(telegram, dataDir);
  const answers: number[] = [];
  for (let n = 0; n < sentences; n++) {
    const said = performance.now();
    telegram.person(1010 + (n % 30)).say(`water plant ${n} tomorrow at 9`);
    await telegram.person(1010 + (n % 30)).sees(`Water plant ${n}`);
    answers.push(performance.now() - said);
    await new Promise((resolve) => setTimeout(resolve, apartMs));
  }
  const before = usage(belfry.child.pid);
  await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
  const after = usage(belfry.child.pid);
  const cpu = ((after.ticks - before.ticks) / 100 / idleSeconds) * 100;
  await belfry.end("SIGKILL");
  const again = await started(telegram, dataDir);
  console.log(
    `${actions} actions, ${runs} runs: ready after ${ready.toFixed(0)} ms, ${(after.rss / 1024).toFixed(0)} MB resident, ` +
      `${cpu.toFixed(1)} % of a core idle, sentence → card p50 ${quantile(answers, 0.5).toFixed(0)} ms, ` +
      `p99 ${quantile(answers, 0.99).toFixed(0)} ms; ` +
      `after a kill ready in ${again.ms.toFixed(0)} ms`,
  );
  await again.belfry.end("SIGTERM");
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function started(telegram: Telegram, dataDir: string) {
  const begun = performance.now();
  const belfry = startProduct(telegram, dataDir);
  await belfry.ready;
  return { belfry, ms: performance.now() - begun };
}

/** A past of so many runs that went well. */
async function fillRuns(store: Store, actions: number, runs: number): Promise<void> {
  const batch = 1_000;
  for (let from = 0; from < runs; from += batch) {
    const changes = Array.from({ length: Math.min(batch, runs - from) }, (_, index): Change => {
      const [action, at] = [1 + ((from + index) % actions), 1_600_000_000_000 + from + index];
      const times = { slot: at, dueAt: at, startedAt: at, endedAt: at + 1 };
      const row = { key: runKey(action, at), action, lead: 0, trigger: "schedule", ...times } as const;
      return { do: "addRun", row: { ...row, state: "settled", outcome: "succeeded", attempts: 1 } };
    });
    await store.commit(changes);
  }
}
