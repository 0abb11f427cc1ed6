import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Failpoint, failpoints } from "../support/failpoints.ts";
import { environment } from "../support/kills.ts";
import { tally } from "../support/oracle.ts";
import { startProcess } from "../support/process.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";

let telegram: Telegram;
let dataDir: string;

beforeEach(async () => {
  telegram = await startTelegram();
  dataDir = mkdtempSync(join(tmpdir(), "belfry-doomed-"));
});

afterEach(async () => {
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Two processes start in between; a guard against waiting for ever, not a promise. */
const patient = { timeoutMs: 40_000 };

function start(failpoint = "", graceMs = 25_000) {
  const args = ["--import", "tsx", join(import.meta.dirname, "doomed.ts")];
  return startProcess(args, { ...environment(telegram, dataDir), FAILPOINT: failpoint, GRACE_MS: `${graceMs}` });
}

/** Only a message that may have reached Telegram before the end may come again. */
const mayRepeat: ReadonlySet<Failpoint | "out.bytes"> = new Set(["out.claim", "out.bytes", "out.reply"]);

async function livesOnAfter(point: Failpoint | "out.bytes"): Promise<void> {
  const belfry = start();
  const ana = telegram.ana;
  await ana.sees(/^(?:↻ may be a repeat\n)?⏰ Bell 1 · /, patient);
  await ana.sees(/^(?:↻ may be a repeat\n)?⏰ Bell 1(?: · late.*)?$/, patient);
  await belfry.ready;
  expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
  const result = tally(["Bell 1"], join(dataDir, "belfry.db"), telegram.sent());
  expect(result).toMatchObject({ lost: [], doubled: [], unmarked: [], integrity: "ok" });
  expect(result.repeats).toBeLessThanOrEqual(mayRepeat.has(point) ? 1 : 0);
}

describe("a sentence survives a kill -9 and its bell rings", () => {
  it.each(failpoints)("at %s", { timeout: 60_000 }, async (point) => {
    const belfry = start(`${point}@1`);
    telegram.ana.say("bell 1 in 2 seconds");
    expect(await belfry.ended).toEqual({ code: null, signal: "SIGKILL" });
    await livesOnAfter(point);
  });

  it("while Telegram has the message and its answer is on the way", { timeout: 60_000 }, async () => {
    const held = telegram.faults.script({ method: "sendMessage", reply: "hang", accept: true });
    const belfry = start();
    telegram.ana.say("bell 1 in 2 seconds");
    await held.hit;
    await belfry.end("SIGKILL");
    held.release();
    await livesOnAfter("out.bytes");
  });
});

describe("ending in order", () => {
  it("waits for a handler that hangs no longer than it may", { timeout: 60_000 }, async () => {
    const belfry = start("in.tx.before@1:hang", 100);
    telegram.ana.say("bell 1 in 2 seconds");
    await belfry.prints("At in.tx.before.");
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
    await livesOnAfter("in.tx.before");
  });

  it("leaves what is being handled to the next start when it has to be killed", { timeout: 60_000 }, async () => {
    const belfry = start("in.tx.before@1:hang");
    telegram.ana.say("bell 1 in 2 seconds");
    await belfry.prints("At in.tx.before.");
    belfry.child.kill("SIGTERM");
    await belfry.end("SIGKILL");
    await livesOnAfter("in.tx.before");
  });
});
