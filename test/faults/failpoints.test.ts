import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
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

function start(failpoint = "", graceMs = 25_000) {
  const args = ["--import", "tsx", join(import.meta.dirname, "doomed.ts")];
  return startProcess(args, { ...environment(telegram, dataDir), FAILPOINT: failpoint, GRACE_MS: `${graceMs}` });
}

/** Tries of the runs, as the file has them. */
function attempts(): number[] {
  const db = new Database(join(dataDir, "belfry.db"), { readonly: true });
  try {
    return db.prepare<[], number>("select attempts from runs").pluck().all();
  } finally {
    db.close();
  }
}

/** Each point once; its answer and its ring both pass those on the way out. */
const passings: [Failpoint, number][] = [
  ...failpoints.map((point): [Failpoint, number] => [point, 1]),
  ...failpoints.filter((point) => point.startsWith("out.")).map((point): [Failpoint, number] => [point, 2]),
];

/** Only a message that may have reached Telegram before the end may come again. */
const mayRepeat: ReadonlySet<Failpoint | "out.bytes"> = new Set(["out.claim", "out.bytes", "out.reply"]);

const killed = { code: null, signal: "SIGKILL" };

async function livesOnAfter(...points: (Failpoint | "out.bytes")[]): Promise<void> {
  const belfry = start();
  const ana = telegram.ana;
  await ana.sees(/^(?:↻ may be a repeat\n)?⏰ Bell 1 · /);
  await ana.sees(/^(?:↻ may be a repeat\n)?⏰ Bell 1(?: · late.*)?$/);
  await belfry.ready;
  expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
  const result = tally(["Bell 1"], join(dataDir, "belfry.db"), telegram.sent());
  expect(result).toMatchObject({ lost: [], doubled: [], unmarked: [], integrity: "ok" });
  expect(result.repeats).toBeLessThanOrEqual(points.filter((point) => mayRepeat.has(point)).length);
}

describe("a sentence survives a kill -9 and its bell rings", () => {
  it.each(passings)("at %s, passing %i", async (point, time) => {
    const belfry = start(`${point}@${time}`);
    telegram.ana.say("bell 1 in 2 seconds");
    expect(await belfry.ended).toEqual(killed);
    await livesOnAfter(point);
  });

  it("while Telegram has the message and its answer is on the way", async () => {
    const held = telegram.faults.script({ method: "sendMessage", reply: "hang", accept: true });
    const belfry = start();
    telegram.ana.say("bell 1 in 2 seconds");
    await held.hit;
    await belfry.end("SIGKILL");
    held.release();
    await livesOnAfter("out.bytes");
  });

  it("that meets it again at each of the next steps, ten deep, and the tries are counted", async () => {
    telegram.ana.say("bell 1 in 2 seconds");
    const tries: number[] = [];
    const deaths = failpoints.slice(failpoints.indexOf("in.tx.before"));
    for (const point of deaths) {
      expect([point, await start(`${point}@1`).ended]).toEqual([point, killed]);
      if (point.startsWith("run.")) tries.push(...attempts());
    }
    // It is claimed once; the two lives after that die while they take it back, which is no try.
    expect(tries).toEqual([1, 1, 1]);
    // The card may be on its way at any of the steps of the ring.
    await livesOnAfter(...deaths.map(() => "out.bytes" as const));
  }, 600_000);
});

describe("ending in order", () => {
  it("waits for a handler that hangs no longer than it may", async () => {
    const belfry = start("in.tx.before@1:hang", 100);
    telegram.ana.say("bell 1 in 2 seconds");
    await belfry.prints("At in.tx.before.");
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
    await livesOnAfter("in.tx.before");
  });

  it("leaves what is being handled to the next start when it has to be killed", async () => {
    const belfry = start("in.tx.before@1:hang");
    telegram.ana.say("bell 1 in 2 seconds");
    await belfry.prints("At in.tx.before.");
    belfry.child.kill("SIGTERM");
    await belfry.end("SIGKILL");
    await livesOnAfter("in.tx.before");
  });
});
