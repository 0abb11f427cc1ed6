import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultLimits, groupOnly } from "../../../src/kinds/check/command/containment.ts";
import { containment, folder, lookAt, type Setting } from "./support.ts";

const bash = (text: string, setting: Setting = {}, timeoutMs = 60_000) =>
  lookAt({ probe: { type: "command", run: { argv: [text], shell: true }, timeoutMs } }, setting);

/** Processes that carry this word in their arguments and are not dead. */
function alive(word: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const state = /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
      return state !== "Z" && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word);
    } catch {
      return false;
    }
  });
}

let last = 0;
/** A sleep nobody else has. */
const sleep = () => {
  last += 1;
  return `sleep ${900_000 + last}.${process.pid}`;
};
const mark = (command: string) => command.replace("sleep ", "");

const ways: [string, (sleep: string) => string][] = [
  ["children in the background", (word) => `${word} & ${word} & exit 0`],
  ["a child that holds the output open", (word) => `${word} & echo hi`],
  ["grandchildren", (word) => `(${word} &) ; (sh -c '${word} & wait' &) ; exit 0`],
  ["children that ignore being asked", (word) => `(trap '' TERM HUP INT; ${word}) & exit 0`],
];
const escapes: [string, (sleep: string) => string][] = [
  ["a session of its own", (word) => `setsid ${word} & exit 0`],
  ["a double fork into a session of its own", (word) => `(setsid sh -c '${word} & ${word}' &) ; exit 0`],
];

describe("after a command nothing of it is alive", () => {
  it.each(ways)("though it left %s", async (_, script) => {
    const word = sleep();
    const reading = await bash(script(word), { commands: { containment: groupOnly } });
    expect(reading).toMatchObject({ verdict: "good" });
    await expect.poll(() => alive(mark(word))).toEqual([]);
  });

  it.runIf(containment.namespace !== null).each([...ways, ...escapes])(
    "though it left %s, where processes have a namespace",
    async (_, script) => {
      const word = sleep();
      expect(await bash(script(word), { commands: { containment } })).toMatchObject({ verdict: "good" });
      await expect.poll(() => alive(mark(word))).toEqual([]);
    },
  );

  it.each([
    ["in its group alone", groupOnly],
    ["held as this machine can", containment],
  ])("when it has to be ended at the end of its time, %s", async (_, held) => {
    const word = sleep();
    const commands = { containment: held };
    const reading = await bash(`trap '' TERM; (trap '' TERM; ${word}) & ${word}; ${word}`, { commands }, 1_000);
    expect(reading).toMatchObject({ verdict: "bad", errorClass: "timeout" });
    await expect.poll(() => alive(mark(word))).toEqual([]);
  });
});

describe.runIf(containment.namespace !== null)("a command with runaways, where processes have a namespace", () => {
  it.each(escapes)(
    "leaves nothing alive at the end of its time, nor when it is no longer wanted: %s",
    async (_, script) => {
      for (const stopped of [false, true]) {
        const word = sleep();
        const stop = new AbortController();
        const lasting = script(word).replace("exit 0", "trap '' TERM; while :; do sleep 1; done");
        const looking = bash(lasting, { signal: stop.signal, commands: { containment } }, stopped ? 60_000 : 1_000);
        if (stopped) {
          await expect.poll(() => alive(mark(word))).not.toEqual([]);
          stop.abort(new Error("Belfry stops"));
          await expect(looking).rejects.toThrow("Belfry stops");
        } else expect(await looking).toMatchObject({ errorClass: "timeout" });
        await expect.poll(() => alive(mark(word))).toEqual([]);
      }
    },
  );
});

describe("a command that is no longer wanted", () => {
  it.each([
    ["in its group alone", groupOnly],
    ["held as this machine can", containment],
  ])("is asked to end and then ended, and its run says why, %s", async (_, held) => {
    for (const trap of ["", "trap '' TERM;"]) {
      const word = sleep();
      const started = join(folder(), "started");
      const stop = new AbortController();
      const looking = bash(`${trap} touch ${started}; ${word}`, {
        signal: stop.signal,
        commands: { containment: held },
      });
      await expect.poll(() => existsSync(started)).toBe(true);
      stop.abort(new Error("Belfry stops"));
      await expect(looking).rejects.toThrow("Belfry stops");
      await expect.poll(() => alive(mark(word))).toEqual([]);
    }
  });

  it("may end in its own way when it is asked", async () => {
    const dir = folder();
    const stop = new AbortController();
    const script = `trap 'sleep 0.5; touch ${dir}/tidied; exit 0' TERM; touch ${dir}/started; while :; do sleep 0.05; done`;
    const patient = {
      containment: groupOnly,
      limits: { ...defaultLimits, graceMs: 60_000 },
    };
    const looking = bash(script, { signal: stop.signal, commands: patient });
    await expect.poll(() => existsSync(join(dir, "started"))).toBe(true);
    stop.abort(new Error("Belfry stops"));
    await expect(looking).rejects.toThrow("Belfry stops");
    expect(existsSync(join(dir, "tidied"))).toBe(true);
  });

  it("is not started at all when that was known before", async () => {
    const canary = join(folder(), "canary");
    const signal = AbortSignal.abort(new Error("Belfry stops"));
    await expect(bash(`touch ${canary}`, { signal })).rejects.toThrow("Belfry stops");
    expect(existsSync(canary)).toBe(false);
  });
});
