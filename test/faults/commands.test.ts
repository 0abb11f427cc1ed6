import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

function start(): BelfryProcess {
  const args = ["--import", "tsx", join(import.meta.dirname, "doomed.ts")];
  return startProcess(args, { ...environment(telegram, dataDir), GRACE_MS: "6000" });
}

/** A Belfry whose command `job` has begun. */
async function working(script: string, when = "every hour"): Promise<BelfryProcess> {
  const argv = ["/bin/sh", "-c", `echo begun >> ${marks}; ${script}`];
  writeFileSync(join(dataDir, "belfry.toml"), `[commands.job]\nargv = ${JSON.stringify(argv)}\ntimeout = "10m"\n`);
  const belfry = start();
  await belfry.ready;
  telegram.ana.say(`run job ${when}, tell me every time`);
  await expect.poll(() => existsSync(marks) && readFileSync(marks, "utf8"), patience).toBe("begun\n");
  return belfry;
}

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

/** Starts it again: the run is interrupted, and its chat told. */
async function isToldOnce(): Promise<void> {
  const again = start();
  await again.ready;
  await telegram.ana.sees("I was ended in the middle of it", patient);
  await again.end("SIGTERM");
  expect(telegram.sent().filter(({ text = "" }) => text.includes("I was ended in the middle of it"))).toHaveLength(1);
}

describe("while a command works", { timeout: 90_000 }, () => {
  it("SIGTERM lets it end, and its result is there afterwards", async () => {
    const belfry = await working(`sleep 1; echo ended >> ${marks}; exit 7`);
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
    expect(readFileSync(marks, "utf8")).toBe("begun\nended\n");
    const again = start();
    await again.ready;
    telegram.ana.say("/history job");
    await telegram.ana.sees("(7)", patient);
    await again.end("SIGTERM");
  });

  it("SIGTERM ends one that does not listen, with all that it has started", async () => {
    const word = `9${process.pid}1`;
    const belfry = await working(`trap '' TERM; (trap '' TERM; sleep ${word}) & while true; do sleep ${word}; done`);
    expect(alive(word)).not.toEqual([]);
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
    await expect.poll(() => alive(word), { timeout: 5_000 }).toEqual([]);
  });

  it("a kill -9 makes no second run of it, and its chat is told once", async () => {
    const belfry = await working("sleep 5; exit 7");
    await belfry.end("SIGKILL");
    await isToldOnce();
    expect(readFileSync(marks, "utf8")).toBe("begun\n");
  });

  it("a kill -9 of it as well as of Belfry is the same", async () => {
    const word = `9${process.pid}2`;
    const belfry = await working(`sleep ${word}; exit 7`);
    const group = groupOf(alive(word)[0]);
    process.kill(-group, "SIGSTOP");
    await belfry.end("SIGKILL");
    process.kill(-group, "SIGKILL");
    await expect.poll(() => alive(word)).toEqual([]);
    await isToldOnce();
    expect(readFileSync(marks, "utf8")).toBe("begun\n");
  });

  it("a kill -9 leaves it running, and the next start ends all of it before the action runs again", async () => {
    const word = `9${process.pid}3`;
    const alone = `[ -e ${marks}.pid ] && kill -0 $(cat ${marks}.pid) && echo two at once >> ${marks}; echo $$ > ${marks}.pid`;
    const beats = `(trap '' TERM; while :; do echo ${word} >> ${marks}.beats; sleep 0.1; done) & sleep ${word}`;
    const belfry = await working(`${alone}; ${beats}`, "every 10 seconds");
    await expect.poll(() => alive(word), patience).toHaveLength(3);
    const first = alive(word);
    await belfry.end("SIGKILL");
    expect(alive(word)).toEqual(first);
    const again = start();
    await again.ready;
    expect(alive(word).filter((pid) => first.includes(pid))).toEqual([]);
    await telegram.ana.sees("I was ended in the middle of it", patient);
    await expect.poll(() => readFileSync(marks, "utf8"), patience).toBe("begun\nbegun\n");
    await again.end("SIGTERM");
    expect(alive(word)).toEqual([]);
  });
});
