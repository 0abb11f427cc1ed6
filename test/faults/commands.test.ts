import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { environment } from "../support/kills.ts";
import { type BelfryProcess, startProcess } from "../support/process.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";

let telegram: Telegram;
let dataDir: string;
let marks: string;

beforeEach(async () => {
  telegram = await startTelegram();
  dataDir = mkdtempSync(join(tmpdir(), "belfry-commands-"));
  marks = join(dataDir, "marks");
});

afterEach(async () => {
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const patient = { timeoutMs: 40_000 };
const patience = { timeout: 30_000 };

function start(contained = ""): BelfryProcess {
  const args = ["--import", "tsx", join(import.meta.dirname, "doomed.ts")];
  return startProcess(args, { ...environment(telegram, dataDir), GRACE_MS: "6000", CONTAINED: contained });
}

interface Job {
  when?: string;
  timeout?: string;
  contained?: string;
}

/** A Belfry whose command `job` has begun; `$go` in it waits until `goes`. */
async function working(script: string, { when = "every hour", timeout = "10m", contained }: Job = {}) {
  const text = script.replaceAll("$go", `while [ ! -e ${marks}.go ]; do sleep 0.1; done`);
  const argv = ["/bin/sh", "-c", `echo begun >> ${marks}; ${text}`];
  const toml = `[commands.job]\nargv = ${JSON.stringify(argv)}\ntimeout = "${timeout}"\n`;
  writeFileSync(join(dataDir, "belfry.toml"), toml);
  const belfry = start(contained);
  await belfry.ready;
  telegram.ana.say(`run job ${when}, tell me every time`);
  await expect.poll(() => existsSync(marks) && readFileSync(marks, "utf8"), patience).toBe("begun\n");
  return belfry;
}

const goes = () => writeFileSync(`${marks}.go`, "");

/** Changes the database of a Belfry that is dead. */
function inStore<T>(work: (db: Database.Database) => T): T {
  const db = new Database(join(dataDir, "belfry.db"));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** The only run: how it ended and what it printed. */
const theRun = () => inStore((db) => db.prepare("select outcome, reason, attempts, output from runs").all());

/** Living processes that carry this word in their arguments. */
function alive(word: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      const state = /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
      return state !== "Z" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
    } catch {
      return false;
    }
  });
}

function groupOf(pid = ""): number {
  return Number(/\) \w \d+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);
}

/** Starts it again: the run is interrupted, its chat told once, and nothing was begun anew. */
async function isInterrupted(): Promise<void> {
  const again = start();
  await again.ready;
  await telegram.ana.sees("I was ended in the middle of it", patient);
  await again.end("SIGTERM");
  expect(telegram.sent().filter(({ text = "" }) => text.includes("I was ended in the middle of it"))).toHaveLength(1);
  expect(readFileSync(marks, "utf8")).toBe("begun\n");
}

/** Starts it again: its result is told like any other, once, and nothing was begun anew. */
async function isTold(meanwhile = () => {}, contained = ""): Promise<void> {
  const again = start(contained);
  await again.ready;
  meanwhile();
  await telegram.ana.sees(/^job: 🔴/, patient);
  expect(await again.end("SIGTERM")).toEqual({ code: 0, signal: null });
  expect(telegram.sent().filter(({ text = "" }) => text.startsWith("job: 🔴"))).toHaveLength(1);
  expect(telegram.sent().filter(({ text = "" }) => text.includes("I was ended"))).toEqual([]);
  expect(readFileSync(marks, "utf8")).toBe("begun\n");
}

describe("while a command works", { timeout: 90_000 }, () => {
  it("SIGTERM lets it end, and its result is there afterwards", async () => {
    const belfry = await working(`sleep 1; echo ended >> ${marks}; exit 7`);
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(readFileSync(marks, "utf8")).toBe("begun\nended\n");
    const again = start();
    await again.ready;
    telegram.ana.say("/history job");
    await telegram.ana.sees("(exit 7)", patient);
    await again.end("SIGTERM");
  });

  it("SIGTERM ends one that does not listen, with all that it has started", async () => {
    const word = `9${process.pid}1`;
    const belfry = await working(`trap '' TERM; (trap '' TERM; sleep ${word}) & while true; do sleep ${word}; done`);
    expect(alive(word)).not.toEqual([]);
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
    await expect.poll(() => alive(word), { timeout: 5_000 }).toEqual([]);
    await isInterrupted();
  });

  describe.each([
    ["in its group alone", ""],
    ["held as this machine can", "yes"],
  ])("a kill -9 leaves it, %s, to the next Belfry", (_, contained) => {
    it("which waits for its end and has all that it printed", async () => {
      const belfry = await working("echo early; $go; echo late; exit 7", { contained });
      await belfry.end("SIGKILL");
      await isTold(goes, contained);
      const done = { outcome: "failed", reason: "exit", attempts: 1, output: "early\nlate\n" };
      expect(theRun()).toEqual([done]);
    });

    it("which finds how it ended meanwhile", async () => {
      const word = `9${process.pid}4`;
      const belfry = await working(`: ${word}; $go; echo late; exit 7`, { contained });
      await belfry.end("SIGKILL");
      goes();
      // Its supervisor stays with what nobody has read.
      await expect.poll(() => alive(word), patience).toHaveLength(1);
      await isTold(undefined, contained);
      expect(theRun()).toEqual([{ outcome: "failed", reason: "exit", attempts: 1, output: "late\n" }]);
      expect(alive(word)).toEqual([]);
    });

    it("which ends it when its time is over", async () => {
      const word = `9${process.pid}5`;
      const belfry = await working(`sleep ${word}; exit 7`, { timeout: "1s", contained });
      await belfry.end("SIGKILL");
      await isTold(undefined, contained);
      expect(theRun()).toMatchObject([{ reason: "timeout" }]);
      await expect.poll(() => alive(word)).toEqual([]);
    });
  });

  it("a kill -9 in the middle of that changes nothing", async () => {
    const belfry = await working("echo early; $go; echo late; exit 7");
    await belfry.end("SIGKILL");
    for (let kill = 0; kill < 2; kill++) {
      const again = start();
      await again.ready;
      await again.end("SIGKILL");
    }
    // Three deaths would stop the action.
    inStore((db) => db.prepare("update runs set crashes = 0").run());
    await isTold(goes);
    expect(theRun()).toMatchObject([{ output: "early\nlate\n", attempts: 1 }]);
  });

  it("a kill -9 of it as well as of Belfry interrupts it, and its chat is told once", async () => {
    const word = `9${process.pid}2`;
    const belfry = await working(`sleep ${word}; exit 7`);
    const group = groupOf(alive(word)[0]);
    process.kill(-group, "SIGSTOP");
    await belfry.end("SIGKILL");
    process.kill(-group, "SIGKILL");
    await expect.poll(() => alive(word)).toEqual([]);
    await isInterrupted();
  });

  it("a kill -9 before the machine was started anew interrupts it, and who has its number now is left alone", async () => {
    const word = `9${process.pid}6`;
    const belfry = await working(`sleep ${word}; exit 7`);
    await belfry.end("SIGKILL");
    const notes = readdirSync(join(dataDir, "children"), { recursive: true }) as string[];
    const place = join(dataDir, "children", notes.find((name) => name.endsWith("note.json")) ?? "");
    writeFileSync(place, readFileSync(place, "utf8").replace(/"boot":"[^"]*"/, '"boot":"another"'));
    const stranger = groupOf(alive(word)[0]);
    await isInterrupted();
    expect(alive(word)).not.toEqual([]);
    process.kill(-stranger, "SIGKILL");
  });

  it("a kill -9 leaves it running, and the next start ends all of it where its run is no more", async () => {
    const word = `9${process.pid}3`;
    const beats = `(trap '' TERM; while :; do echo ${word} >> ${marks}.beats; sleep 0.1; done) & sleep ${word}`;
    const belfry = await working(beats);
    await expect.poll(() => alive(word).length, patience).toBeGreaterThan(2);
    const first = alive(word);
    await belfry.end("SIGKILL");
    expect(alive(word)).toEqual(first);
    inStore((db) => db.prepare("delete from runs").run());
    const again = start();
    await again.ready;
    expect(alive(word)).toEqual([]);
    await again.end("SIGTERM");
  });
});
