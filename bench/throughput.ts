/**
 * Durable throughput: due one-shots whose runs do nothing, through the real ticker, runner, ledger and SQLite with a
 * sync per transaction, beside a hand-written loop over the smallest tables that could do. Medians of three rounds.
 *
 *   npx tsx bench/throughput.ts [rows …]     10000 100000 by default
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fill, noop, open, quantile, sink } from "./parts.ts";
import { rawCarry, rawTables } from "./raw-loop.ts";

const ROUNDS = 3;
const MINUTE = 60_000;

/** Milliseconds from start to the last run settled. */
async function engineRound(rows: number): Promise<number> {
  let ran = 0;
  const kind = noop(() => {
    ran += 1;
  });
  const { store, engine, belfry, close } = await open(kind, sink);
  const due = Math.floor(belfry.clock.now() / MINUTE) * MINUTE;
  const at = new Date(due).toISOString().slice(0, 19);
  await fill(store, rows, () => ({ schedule: { type: "once", at, tz: "UTC" }, nextAt: due }));
  const began = performance.now();
  await engine.start();
  await engine.idle();
  const took = performance.now() - began;
  const { runs } = await store.runs.since(0);
  if (ran !== rows || runs !== rows) throw new Error(`${ran} ran, ${runs} are in the ledger`);
  await close();
  return took;
}

function rawRound(rows: number): number {
  const folder = mkdtempSync(join(tmpdir(), "belfry-bench-"));
  const now = Date.now();
  const raw = rawTables(join(folder, "raw.db"), rows, now - MINUTE);
  const began = performance.now();
  rawCarry(raw, now);
  const took = performance.now() - began;
  raw.close();
  rmSync(folder, { recursive: true });
  return took;
}

async function compare(rows: number): Promise<void> {
  const ours: number[] = [];
  const ceiling: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ceiling.push(rawRound(rows));
    ours.push(await engineRound(rows));
  }
  const [own, most] = [ours, ceiling].map((took) => Math.round((rows * 1_000) / quantile(took, 0.5)));
  const percent = Math.round((100 * (own ?? 0)) / (most ?? 1));
  console.log(`${rows} due one-shots: ${own} runs/s, raw loop ${most} runs/s, ${percent} % of it`);
}

const sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000]) await compare(rows);
