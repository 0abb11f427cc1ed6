import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { environment } from "../support/kills.ts";
import { type BelfryProcess, startProcess } from "../support/process.ts";
import { startTelegram, type Telegram } from "../support/telegram.ts";

let telegram: Telegram;
let dataDir: string;
let script: string;
let marks: string;
/** Holds the number of the process that is to be killed. */
let victim: string;

beforeEach(async () => {
  telegram = await startTelegram();
  dataDir = mkdtempSync(join(tmpdir(), "belfry-poison-"));
  script = join(dataDir, "job.sh");
  marks = join(dataDir, "marks");
  victim = join(dataDir, "victim");
  const command = `[commands.job]\nargv = ["/bin/sh", ${JSON.stringify(script)}]\n`;
  writeFileSync(join(dataDir, "belfry.toml"), command);
});

afterEach(async () => {
  await telegram.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const patient = { timeoutMs: 40_000 };

function start(): BelfryProcess {
  const args = ["--import", "tsx", join(import.meta.dirname, "doomed.ts")];
  const belfry = startProcess(args, environment(telegram, dataDir));
  writeFileSync(victim, String(belfry.child.pid));
  return belfry;
}

/** What the command does from now on. */
function job(does: string): void {
  writeFileSync(script, `echo ran >> ${marks}\n${does}\n`);
}

const ran = () => readFileSync(marks, "utf8").split("\n").length - 1;

it.each([
  ["dies with it", "kill -9 0"],
  ["outlives it and ends well", ":"],
])(
  "a command that brings down Belfry and %s is stopped the third time, its chat is told, all else goes on, and it can be resumed",
  async (_, afterwards) => {
    const { ana } = telegram;
    job(`kill -9 $(cat ${victim}); ${afterwards}`);
    const killed = { code: null, signal: "SIGKILL" };
    ana.say("run job every hour, tell me every time");
    expect(await start().ended).toEqual(killed);
    for (let life = 2; life <= 3; life++) {
      const belfry = start();
      await belfry.ready;
      if (afterwards === ":") await ana.sees(/^job: 🟢/, patient);
      ana.say("/run job");
      expect(await belfry.ended).toEqual(killed);
    }

    const belfry = start();
    const told = await ana.sees(
      /job stopped since .* · I was ended in the middle of it, 3 times in a row · #E1 high/,
      patient,
    );
    expect(told.buttons.at(-1)).toEqual(["Resume", "📄 Log"]);
    ana.say("tea in 1 second");
    await ana.sees(/^⏰ Tea$/, patient);
    ana.say("/why job");
    await ana.sees(
      "it is paused because I was ended while it ran, 3 times in a row; /resume lets it run again",
      patient,
    );
    ana.say("/show job");
    await ana.sees("job paused: 3 times in a row I was ended while it ran", patient);
    expect(ran()).toBe(3);

    job("exit 7");
    await ana.press(told, "Resume");
    await ana.sees("🟢 job", patient);
    ana.say("/run job");
    await ana.sees("(exit 7)", patient);
    expect(ran()).toBe(4);
    expect(await belfry.end("SIGTERM")).toEqual({ code: 0, signal: null });
  },
  120_000,
);
