/**
 * How fast a backlog is worked off: so many sentences of many people wait when Belfry starts, the product itself in a
 * process of its own, over HTTP. Cards go out at Telegram's pace, so what counts is what is stored.
 *
 *   npx tsx bench/backlog.ts [sentences = 10000]
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { ensureBuilt } from "../scripts/ensure.mjs";
import { startProduct } from "../test/support/kills.ts";
import { startTelegram } from "../test/support/telegram.ts";
import { usage } from "./parts.ts";

const people = 30;
const sentences = Number(process.argv[2] ?? 10_000);

await ensureBuilt();
const dataDir = mkdtempSync(join(tmpdir(), "belfry-backlog-"));
const telegram = await startTelegram();
for (let n = 0; n < sentences; n++) telegram.person(1010 + (n % people)).say(`water plant ${n} in 20 hours`);
const path = join(dataDir, "belfry.db");
const belfry = startProduct(telegram, dataDir);
await belfry.ready;
const began = performance.now();
const reader = existsSync(path) ? new Database(path, { readonly: true }) : null;
const count = reader?.prepare<[], number>("select count(*) from actions").pluck();
const all = () => count?.get() ?? 0;
const before = all();
while (all() < sentences && belfry.child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 100));
const seconds = (performance.now() - began) / 1_000;
reader?.close();
const { peak } = usage(belfry.child.pid);
console.log(
  `${sentences} sentences of ${people} people: ${seconds.toFixed(1)} s, ${Math.round((sentences - before) / seconds)}/s, ` +
    `at most ${Math.round(peak / 1024)} MB resident`,
);
await belfry.end("SIGKILL");
await telegram.close();
rmSync(dataDir, { recursive: true, force: true });
