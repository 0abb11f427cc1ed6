/**
 * What a Belfry costs that has nothing to do: start to ready, resident memory and CPU with so many stored actions, the
 * product itself in a process of its own; and how soon a sentence is answered by a card.
 *
 *   npx tsx bench/idle.ts [actions, by default 1000 10000 100000]
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../scripts/ensure.mjs";
import { openStore } from "../src/store/open.ts";
import { startProduct } from "../test/support/kills.ts";
import { startTelegram } from "../test/support/telegram.ts";
import { fill, quantile } from "./parts.ts";

const given = process.argv.slice(2).map(Number);
const idleSeconds = 10;
const sentences = 200;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
/** The year 2099: nothing comes due while it is measured. */
const farAway = Date.UTC(2099, 0, 1);

await ensureBuilt();
for (const actions of given.length > 0 ? given : [1_000, 10_000, 100_000]) await measure(actions);

async function measure(actions: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-idle-"));
  const store = await openStore({ dataDir, log: quiet, now: () => Date.now() });
  await fill(store, actions, (n) => ({
    kind: "reminder",
    spec: { text: null, original: null },
    schedule: { type: "once", at: "2099-01-01T00:00:00", tz: "UTC" },
    ...{ nextAt: farAway + n, owner: 7, chat: 7 },
  }));
  await store.close();
  const telegram = await startTelegram();
  const begun = performance.now();
  const belfry = startProduct(telegram, dataDir);
  await belfry.ready;
  const ready = performance.now() - begun;
  const answers: number[] = [];
  for (let n = 0; n < sentences; n++) {
    const said = performance.now();
    telegram.person(1010 + (n % 30)).say(`water plant ${n} tomorrow at 9`);
    await telegram.person(1010 + (n % 30)).sees(`Water plant ${n}`);
    answers.push(performance.now() - said);
  }
  const before = usage(belfry.child.pid);
  await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
  const after = usage(belfry.child.pid);
  const cpu = ((after.ticks - before.ticks) / 100 / idleSeconds) * 100;
  console.log(
    `${actions} actions: ready after ${ready.toFixed(0)} ms, ${(after.rss / 1024).toFixed(0)} MB resident, ` +
      `${cpu.toFixed(1)} % of a core idle, sentence → card p50 ${quantile(answers, 0.5).toFixed(0)} ms, ` +
      `p99 ${quantile(answers, 0.99).toFixed(0)} ms`,
  );
  await belfry.end("SIGTERM");
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** From /proc: clock ticks of CPU (100 a second) and resident kilobytes. */
function usage(pid = 0): { ticks: number; rss: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { ticks: Number(stat[11]) + Number(stat[12]), rss: Number(rss) };
}
