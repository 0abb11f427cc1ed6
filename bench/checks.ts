/**
 * What checks cost: so many a minute, half of them web addresses and half of them ports, all on this machine; the
 * product itself in a process of its own. What answers them is not counted.
 *
 *   npx tsx bench/checks.ts [checks a minute, by default 1000] [seconds, by default 60]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../scripts/ensure.mjs";
import { openStore } from "../src/store/open.ts";
import { startProduct } from "../test/support/kills.ts";
import { startTelegram } from "../test/support/telegram.ts";
import { fill } from "./parts.ts";

const [checks = 1_000, seconds = 60] = process.argv.slice(2).map(Number);
const minute = 60_000;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

await ensureBuilt();
const seen = { connections: 0, requests: 0 };
const server = createServer((_, response) => {
  seen.requests += 1;
  response.end("all is well");
});
server.on("connection", () => {
  seen.connections += 1;
});
await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
const { port } = server.address() as AddressInfo;

const dataDir = mkdtempSync(join(tmpdir(), "belfry-checks-"));
writeFileSync(join(dataDir, "belfry.toml"), '[network]\nallow = ["127.0.0.0/8"]\n');
const store = await openStore({ dataDir, log: quiet, now: () => Date.now() });
const from = Date.now() + 10_000;
await fill(store, checks, (n) => {
  const at = from + Math.floor((n * minute) / checks);
  const web = { type: "http", url: `http://127.0.0.1:${port}/${n}`, contains: "well" };
  const probe = n % 2 === 0 ? web : { type: "tcp", host: "127.0.0.1", port };
  const policies = { misfire: "once", misfireWindowMs: minute, overlap: "skip", attempts: 1 } as const;
  return {
    kind: "check",
    spec: { probe },
    schedule: { type: "every", ms: minute, from: at },
    ...{ policies, nextAt: at, owner: 1001, chat: 1001 },
  };
});
await store.close();

const telegram = await startTelegram();
const belfry = startProduct(telegram, dataDir);
await belfry.ready;
const { pid = 0 } = belfry.child;
await new Promise((resolve) => setTimeout(resolve, 12_000));
const before = { ...usage(pid), ...seen };
let largest = 0;
for (let second = 0; second < seconds; second++) {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  largest = Math.max(largest, usage(pid).rss);
}
const after = { ...usage(pid), ...seen };
const cpu = (after.ticks - before.ticks) / seconds;
const looks = ((after.connections - before.connections) / seconds) * 60;
console.log(
  `${checks} checks a minute: ${looks.toFixed(0)} looks a minute seen, ${cpu.toFixed(1)} % of a core, ` +
    `${(largest / 1024).toFixed(0)} MB resident at most`,
);
await belfry.end("SIGTERM");
await telegram.close();
server.close();
server.closeAllConnections();
rmSync(dataDir, { recursive: true, force: true });

/** From /proc: clock ticks of CPU (100 a second) and resident kilobytes. */
function usage(process: number): { ticks: number; rss: number } {
  const stat = readFileSync(`/proc/${process}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1];
  return { ticks: Number(stat[11]) + Number(stat[12]), rss: Number(rss) };
}
