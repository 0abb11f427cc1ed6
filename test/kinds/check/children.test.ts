import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Children, keyVariable, openChildren } from "../../../src/kinds/check/command/children.ts";
import { groupOnly } from "../../../src/kinds/check/command/containment.ts";
import { bootId } from "../../../src/kinds/check/command/proc.ts";
import { containment, folder, lookAt, quiet } from "./support.ts";

const key = "17@1795525500000";
const linux = bootId() !== null;

/** The leader of a group, as a command is one. */
function leader(script: string): ChildProcess & { pid: number } {
  const env = { PATH: process.env.PATH, [keyVariable]: key };
  const child = spawn("/bin/sh", ["-c", script], { detached: true, stdio: "ignore", env });
  if (child.pid === undefined) throw new Error("no shell");
  const { pid } = child;
  onTestFinished(() => {
    if (groupLives(pid)) process.kill(-pid, "SIGKILL");
  });
  return Object.assign(child, { pid });
}

function groupLives(group: number): boolean {
  return readdirSync("/proc").some((pid) => {
    try {
      const [state, , of] = (/\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? "").split(" ");
      return Number(of) === group && state !== "Z";
    } catch {
      return false;
    }
  });
}

async function opened(dir: string): Promise<Children> {
  const children = await openChildren(dir, quiet);
  if (children === null) throw new Error("no /proc");
  return children;
}

/** A folder in which a Belfry that is no more has written this group down, changed as given. */
async function noted(pid: number, change: object = {}): Promise<string> {
  const dir = folder();
  (await opened(dir)).note(pid, key);
  const [name = ""] = readdirSync(dir);
  const file = join(dir, name);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...change }));
  return dir;
}

describe.runIf(linux)("what a Belfry that was killed has left running", () => {
  it.each([
    ["", "sleep 900 & sleep 901"],
    ["that does not listen", "trap '' TERM; (trap '' TERM; sleep 900) & while :; do sleep 1; done"],
  ])("is ended by the next one, the whole group %s", async (_, script) => {
    const { pid } = leader(script);
    const dir = await noted(pid);
    await opened(dir);
    expect(groupLives(pid)).toBe(false);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("is ended too when its leader has gone", async () => {
    const go = join(folder(), "go");
    const child = leader(`sleep 900 & while [ ! -e ${go} ]; do sleep 0.05; done`);
    const dir = await noted(child.pid);
    const gone = new Promise((done) => child.once("exit", done));
    writeFileSync(go, "");
    await gone;
    expect(groupLives(child.pid)).toBe(true);
    await opened(dir);
    expect(groupLives(child.pid)).toBe(false);
  });

  it.each([
    ["started at another time", { started: "1" }],
    ["of before the machine was started", { boot: "another" }],
  ])("is not taken for a stranger that has its number: %s", async (_, change) => {
    const { pid } = leader("sleep 900");
    const dir = await noted(pid, change);
    await opened(dir);
    expect(groupLives(pid)).toBe(true);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("is not taken for a stranger's group that has lost its leader", async () => {
    const go = join(folder(), "go");
    const child = leader(`sleep 900 & while [ ! -e ${go} ]; do sleep 0.05; done`);
    const dir = await noted(child.pid, { key: "of another run" });
    const gone = new Promise((done) => child.once("exit", done));
    writeFileSync(go, "");
    await gone;
    await opened(dir);
    expect(groupLives(child.pid)).toBe(true);
  });

  it("is not looked for in what was not written to its end", async () => {
    const dir = folder();
    writeFileSync(join(dir, "7.json"), '{"pid": 7, "sta');
    await opened(dir);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe.runIf(linux).each([
  ["in its group alone", groupOnly],
  ["held as this machine can", containment],
])("a command, %s", (_, held) => {
  const look = (script: string, children: Children) =>
    lookAt(
      { probe: { type: "command", run: { argv: [script], shell: true } } },
      {
        commands: { containment: held, children },
      },
    );

  it("is written down while it runs, and no longer", async () => {
    const dir = folder();
    const children = await opened(dir);
    const reading = await look(`cat ${dir}/*.json; [ -e /proc/self/fd/3 ] || echo no more`, children);
    expect(reading.output).toMatch(new RegExp(`${key}.*no more`));
    expect(readdirSync(dir)).toEqual([]);
  });

  it("does nothing when it cannot be written down", async () => {
    const canary = join(folder(), "canary");
    const failing: Children = {
      note(pid) {
        // Until it has done what it can.
        while (!existsSync(canary) && !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") S ")) {}
        throw Object.assign(new Error("no room"), { code: "ENOSPC" });
      },
    };
    expect(await look(`: > ${canary}`, failing)).toMatchObject({ errorClass: "start", detail: "ENOSPC" });
    expect(existsSync(canary)).toBe(false);
  });
});
