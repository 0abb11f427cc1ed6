import { readdirSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { emptyBelfryToml } from "../../src/belfry-toml.ts";
import { runKey } from "../../src/core/run.ts";
import type { Change, Store } from "../../src/core/store.ts";
import { createWorld, hour, tuesday } from "../support/world.ts";

const day = 24 * hour;

async function house() {
  const file = emptyBelfryToml();
  const world = await createWorld({ file: { ...file, retention: { ...file.retention, runs: 7 * day, keep: 30 } } });
  onTestFinished(async () => {
    expect(world.troubles).toEqual([]);
    await world.close();
  });
  return world;
}

/** Ninety days of an hourly backup; every fiftieth run failed. */
async function oldRuns(store: Store, action: number): Promise<void> {
  const rows = Array.from({ length: 90 * 24 }, (_, i): Change => {
    const at = tuesday - (90 * 24 - i) * hour;
    const [outcome, reason] = i % 50 === 0 ? (["failed", "exit 1"] as const) : (["succeeded", null] as const);
    const row = { key: runKey(action, at), action, slot: at, lead: 0, trigger: "schedule", dueAt: at } as const;
    const ended = { state: "settled", outcome, reason, startedAt: at + 40, endedAt: at + 940, attempts: 1 } as const;
    return { do: "addRun", row: { ...row, ...ended } };
  });
  await store.commit(rows);
}

it("the night squashes old runs, and no figure changes; what was deleted is gone; there is a copy", async () => {
  const world = await house();
  const { ana } = world;
  await world.says(ana, "tea every day at 9", "🔁 Tea");
  await world.says(ana, "backup every hour", "🔁 Backup");
  const [tea, backup] = (await world.store.actions.list({})).sort((a, b) => a.title.length - b.title.length);
  await oldRuns(world.store, backup?.id ?? 0);
  await world.says(ana, "pause backup", "⏸");
  await world.says(ana, "delete tea", "🗑");
  const history = async () => (await world.says(ana, "/history backup", "2160 finished runs")).text.split("\n")[0];
  const shown = await history();
  expect((await world.store.runs.history(backup?.id ?? 0, 5_000)).length).toBe(90 * 24);
  await world.until("2026-11-25T04:00");
  expect((await world.store.runs.history(backup?.id ?? 0, 5_000)).length).toBeLessThan(9 * 24);
  expect(await history()).toBe(shown);
  expect(await world.store.actions.get(tea?.id ?? 0)).not.toBeNull();
  expect(readdirSync(world.dataDir).includes("backups")).toBe(true);
  const told = await world.says(ana, "report of last 80 days now", "Runs: 1");
  expect(told.text).toContain("Runs: 1,887 · Failed: 38");
  await world.sees(ana, ({ raw }) => "photo" in raw);
  await world.restarts();
  await world.until("2026-12-03T04:00");
  expect(await world.store.actions.get(tea?.id ?? 0)).toBeNull();
  expect(readdirSync(`${world.dataDir}/backups`).length).toBeGreaterThanOrEqual(2);
  expect(await history()).toBe(shown);
}, 120_000);
