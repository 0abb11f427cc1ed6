import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { ensureBuilt } from "../../scripts/ensure.mjs";
import { startReceiver } from "../channels/receiver.ts";
import { startProduct } from "../support/kills.ts";
import { startTelegram } from "../support/telegram.ts";

beforeAll(() => ensureBuilt());

it("a test of the routes that is killed says at the next start what nobody knows, and tries nothing twice", async () => {
  const telegram = await startTelegram();
  const slow = await startReceiver(["hang"]);
  const dataDir = mkdtempSync(join(tmpdir(), "belfry-trial-"));
  const toml = `[escalation.routes]\nhigh = ["telegram", "slow-hook"]\n[channels.slow-hook]\ntype = "webhook"\nurl = "${slow.url}"\n`;
  writeFileSync(join(dataDir, "belfry.toml"), toml, { mode: 0o600 });
  const first = startProduct(telegram, dataDir);
  onTestFinished(async () => {
    await Promise.all([telegram.close(), slow.close()]);
    rmSync(dataDir, { recursive: true, force: true });
  });
  await first.ready;
  telegram.ana.say("/escalations test high");
  const answer = await telegram.ana.sees("⏳ slow-hook: on its way");
  await expect.poll(() => slow.received.length).toBe(1);
  await first.end("SIGKILL");

  const second = startProduct(telegram, dataDir);
  onTestFinished(async () => void (await second.end("SIGKILL")));
  const told = await telegram.ana.sees(({ id, text }) => id === answer.id && !text.includes("⏳"));
  expect(told.text).toContain("❔ slow-hook: nobody knows whether it arrived: Belfry ended while it was sent");
  expect(slow.received).toHaveLength(1);
});
