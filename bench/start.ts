/**
 * How long a start takes: `belfry --help`, and from nothing to the card that answers a waiting sentence. Medians.
 *
 *   npx tsx bench/start.ts [times = 9]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, root } from "../scripts/ensure.mjs";
import { startProduct } from "../test/support/kills.ts";
import { startProcess } from "../test/support/process.ts";
import { startTelegram } from "../test/support/telegram.ts";
import { quantile } from "./parts.ts";

const times = Number(process.argv[2] ?? 9);

async function help(): Promise<void> {
  const { code } = await startProcess([join(root, "dist", "main.js"), "--help"], {}).ended;
  if (code !== 0) throw new Error(`--help ended with ${code}`);
}

/** A new folder each time, so the database is made as well. */
async function firstCard(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-start-"));
  const telegram = await startTelegram();
  telegram.ana.say("tea in 1 hour");
  const began = performance.now();
  const belfry = startProduct(telegram, dataDir);
  await telegram.ana.sees("Tea");
  const took = performance.now() - began;
  await belfry.end("SIGKILL");
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
  return took;
}

await ensureBuilt();
const [helps, cards]: [number[], number[]] = [[], []];
for (let n = 0; n < times; n++) {
  const began = performance.now();
  await help();
  helps.push(performance.now() - began);
  cards.push(await firstCard());
}
console.log(`--help ${quantile(helps, 0.5).toFixed(0)} ms, start to first card ${quantile(cards, 0.5).toFixed(0)} ms`);
