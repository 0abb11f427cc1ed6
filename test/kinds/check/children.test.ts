import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Children, openChildren } from "../../../src/kinds/check/command/children.ts";
import { defaultLimits, groupOnly } from "../../../src/kinds/check/command/containment.ts";
import { killGroup } from "../../../src/kinds/check/command/group.ts";
import { keyVariable, nameIn, writeNote } from "../../../src/kinds/check/command/place.ts";
import { bootId } from "../../../src/kinds/check/command/proc.ts";
import { about, groupLives, key, opened } from "./outlived.ts";
import { containment, folder, lookAt, quiet } from "./support.ts";

const linux = bootId() !== null;

/** The leader of a group, as a command is one. */
function leader(script: string): ChildProcess & { pid: number } {
  const env = { PATH: process.env.PATH, [keyVariable]: key };
  const child = spawn("/bin/sh", ["-c", script], { detached: true, stdio: "ignore", env });
  if (child.pid === undefined) throw new Error("no shell");
  const { pid } = child;
  onTestFinished(() => killGroup(pid, "SIGKILL"));
  return Object.assign(child, { pid });
}

/** A folder in which a Belfry that is no more has written this group down, changed as given. */
function noted(pid: number, change: object = {}): string {
  const dir = folder();
  const place = join(dir, "one");
  mkdirSync(place);
  writeNote(place, about, pid);
  renote(place, change);
  return dir;
}

function renote(place: string, change: object): void {
  const file = join(place, nameIn.note);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...change }));
}

describe.runIf(linux)("what a Belfry that was killed has left running, and nobody waits for", () => {
  const ends = async (dir: string, keys: string[] = []) =>
    expect(await (await opened(dir)).keep(keys)).toEqual(new Set());

  it.each([
    ["", "sleep 900 & sleep 901"],
    ["that does not listen", "trap '' TERM; (trap '' TERM; sleep 900) & while :; do sleep 1; done"],
  ])("is ended by the next one, the whole group %s", async (_, script) => {
    const { pid } = leader(script);
    const dir = noted(pid);
    await ends(dir);
    expect(groupLives(pid)).toBe(false);
    expect(existsSync(join(dir, "one"))).toBe(false);
  });

  it("is ended too when its run goes on, but not with it", async () => {
    const { pid } = leader("sleep 900");
    await ends(noted(pid, { survives: false }), [key]);
    expect(groupLives(pid)).toBe(false);
  });

  it("is ended too when its leader has gone and told nothing", async () => {
    const go = join(folder(), "go");
    const child = leader(`sleep 900 & while [ ! -e ${go} ]; do sleep 0.05; done`);
    const dir = noted(child.pid);
    const gone = new Promise((done) => child.once("exit", done));
    writeFileSync(go, "");
    await gone;
    expect(groupLives(child.pid)).toBe(true);
    await ends(dir, [key]);
    expect(groupLives(child.pid)).toBe(false);
  });

  it.each([
    ["started at another time", { started: "1" }],
    ["of before the machine was started", { boot: "another" }],
  ])("is not taken for a stranger that has its number: %s", async (_, change) => {
    const { pid } = leader("sleep 900");
    const dir = noted(pid, change);
    await ends(dir, [key]);
    expect(groupLives(pid)).toBe(true);
    expect(existsSync(join(dir, "one"))).toBe(false);
  });

  it("is not taken for a stranger's group that has lost its leader", async () => {
    const go = join(folder(), "go");
    const child = leader(`sleep 900 & while [ ! -e ${go} ]; do sleep 0.05; done`);
    const dir = noted(child.pid, { key: "of another run" });
    const gone = new Promise((done) => child.once("exit", done));
    writeFileSync(go, "");
    await gone;
    await ends(dir, ["of another run"]);
    expect(groupLives(child.pid)).toBe(true);
  });

  it("is ended too where no named pipe can be made any more, and commands end with Belfry from then on", async () => {
    const { pid } = leader("sleep 900");
    const dir = noted(pid);
    vi.stubEnv("PATH", "/nowhere");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await openChildren(dir, quiet)).toBeNull();
    expect(groupLives(pid)).toBe(false);
  });

  it("is not looked for in what was not written to its end", async () => {
    const { pid } = leader("sleep 900");
    const dir = noted(pid);
    const file = join(dir, "one", nameIn.note);
    writeFileSync(file, readFileSync(file, "utf8").slice(0, -2));
    await ends(dir, [key]);
    expect(existsSync(join(dir, "one"))).toBe(false);
  });
});

describe.runIf(linux).each([
  ["in its group alone", groupOnly],
  ["held as this machine can", containment],
])("a command, %s", (_, held) => {
  const look = (script: string, children: Children, run?: string) =>
    lookAt(
      { probe: { type: "command", run: { argv: [script], shell: true } } },
      { commands: { containment: held, children }, ...(run === undefined ? {} : { key: run }) },
    );

  it("is written down while it runs, and knows nothing of it", async () => {
    const dir = folder();
    const children = await opened(dir);
    const open = "for fd in 3 4 5 6 7 8 9 10 11 12; do [ -e /proc/self/fd/$fd ] && echo $fd; done";
    const reading = await look(`cat ${dir}/*/${nameIn.note}; ${open}; echo no more`, children);
    expect(reading.output).toMatch(new RegExp(`^[^\n]*${key}[^\n]*no more\n$`));
  });

  it("leaves its place to the next, unless something holds its outputs", async () => {
    const dir = folder();
    const children = await opened(dir);
    const places = () => readdirSync(dir).length;
    const before = places();
    for (let n = 0; n < 40; n++) await look("echo one", children);
    expect(places()).toBe(before);
  });

  it("that survives keeps its place until its run is forgotten", async () => {
    const dir = folder();
    const children = await opened(dir);
    await look("echo one", children, key);
    expect(await (await opened(dir)).keep([key])).toEqual(new Set([key]));
    await look("echo two", children, "another");
    children.forget([key, "another"]);
    await look("echo three", children);
    expect(await (await opened(dir)).keep([key])).toEqual(new Set());
  });

  it("is not taken up when it was asked to end before Belfry was killed", async () => {
    const dir = folder();
    const stop = new AbortController();
    const started = join(folder(), "started");
    const looking = lookAt(
      { probe: { type: "command", run: { argv: [`trap '' TERM; : > ${started}; sleep 900`], shell: true } } },
      {
        ...{ key, signal: stop.signal },
        commands: { containment: held, children: await opened(dir), limits: { ...defaultLimits, graceMs: 60_000 } },
      },
    );
    await expect.poll(() => existsSync(started)).toBe(true);
    const stopped = expect(looking).rejects.toThrow("Belfry stops");
    stop.abort(new Error("Belfry stops"));
    expect(await (await opened(dir)).keep([key])).toEqual(new Set());
    await stopped;
  });

  it("does nothing when it cannot be written down", async () => {
    const canary = join(folder(), "canary");
    const children = await opened(folder());
    const failing: Children = {
      ...children,
      async open(run) {
        const place = await children.open(run);
        mkdirSync(join(place.path, nameIn.note));
        return place;
      },
    };
    expect(await look(`: > ${canary}`, failing)).toMatchObject({ errorClass: "start", detail: "EISDIR" });
    expect(existsSync(canary)).toBe(false);
  });
});

it.runIf(linux)("what a runaway still prints is not in the output of the next command", async () => {
  const children = await opened(folder());
  const [left, go, said] = ["left", "go", "said"].map((name) => join(folder(), name)) as [string, string, string];
  const waits = (file: string) => `while [ ! -e ${file} ]; do sleep 0.05; done`;
  const look = (script: string) =>
    lookAt({ probe: { type: "command", run: { argv: [script], shell: true } } }, { commands: { children } });
  const runaway = `trap '' PIPE; touch ${left}; ${waits(go)}; echo stranger; touch ${said}`;
  await look(`setsid bash -c "${runaway}" & ${waits(left)}; echo one`);
  expect(await look(`touch ${go}; ${waits(said)}; echo two`)).toMatchObject({ output: "two\n" });
});
