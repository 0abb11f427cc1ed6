import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Children } from "../../../src/kinds/check/command/children.ts";
import { defaultLimits } from "../../../src/kinds/check/command/containment.ts";
import type { Group } from "../../../src/kinds/check/command/group.ts";
import { collect } from "../../../src/kinds/check/command/output.ts";
import { keyVariable, nameIn } from "../../../src/kinds/check/command/place.ts";
import { bootId } from "../../../src/kinds/check/command/proc.ts";
import { startSupervised } from "../../../src/kinds/check/command/supervised.ts";
import { about, groupLives, key, opened } from "./outlived.ts";
import { folder, lookAt } from "./support.ts";

interface Begun {
  /** The command, as the Belfry that began it has it. */
  group: Group;
  place: string;
  /** What the command waits for where it says so. */
  go: string;
  marks: string;
  /** Where it runs. */
  workspace: string;
  printed(): string;
  /** That Belfry is no more: nobody reads what is printed. Returns what the next one has. */
  dies(keys?: string[]): Promise<Children>;
}

/** A command that has begun; `$go` in its text waits until the file is there. */
async function begun(script: string, change: object = {}): Promise<Begun> {
  const [dir, workspace] = [folder(), folder()];
  const [go, marks] = [join(workspace, "go"), join(workspace, "marks")];
  const children = await opened(dir);
  const { path: place } = await children.open(about);
  const text = `echo begun >> ${marks}; ${script.replaceAll("$go", `while [ ! -e ${go} ]; do sleep 0.05; done`)}`;
  const env = { PATH: process.env.PATH ?? "", [keyVariable]: key };
  const start = { argv: ["/bin/sh", "-c", text], cwd: workspace, env };
  const group = startSupervised(start, place, { ...about, folder: workspace, ...change });
  onTestFinished(() => group.kill("SIGKILL"));
  const printed = collect(group, defaultLimits.outputBytes, () => {});
  return {
    ...{ group, place, go, marks, workspace },
    printed: () => printed().output.toString(),
    async dies(keys = [key]) {
      group.stdout.destroy();
      group.stderr.destroy();
      const next = await opened(dir);
      await next.keep(keys);
      return next;
    },
  };
}

/** The look of the run that goes on. What it would start is not what was started. */
const goesOn = (children: Children, probe: object = {}, now = Date.now(), workspace = tmpdir()) =>
  lookAt(
    { probe: { type: "command", run: { argv: ["/bin/false"] }, ...probe } },
    { key, now, commands: { children, workspace, limits: { ...defaultLimits, graceMs: 300 } } },
  );

/** It has ended and told so. */
const ended = (place: string) => expect.poll(() => readFileSync(join(place, nameIn.exit), "utf8")).toMatch(/^\d+\n$/);

describe.runIf(bootId() !== null)("a command that has outlived the Belfry that began it", () => {
  it("is taken up where it is, with all that it has printed, and is not begun again", async () => {
    const one = await begun("echo early; $go; echo late; echo oh >&2; exit 7");
    await expect.poll(one.printed).toBe("early\n");
    const children = await one.dies();
    const looking = goesOn(children);
    writeFileSync(one.go, "");
    const reading = await looking;
    expect(reading).toMatchObject({ verdict: "bad", errorClass: "exit", detail: "7", summary: { exit: 7 } });
    expect(reading.output).toMatch(/^early\n(late\noh|oh\nlate)\n$/);
    expect(readFileSync(one.marks, "utf8")).toBe("begun\n");
    await expect.poll(() => groupLives(one.group.pid)).toBe(false);
    // The next run of the action is a command like any other.
    expect(await goesOn(children)).toMatchObject({ detail: "1" });
  });

  it("may have ended meanwhile, and what it printed while nobody read is there", async () => {
    const one = await begun("$go; echo late; exit 3");
    one.group.stdout.destroy();
    writeFileSync(one.go, "");
    await ended(one.place);
    expect(await goesOn(await one.dies())).toMatchObject({ detail: "3", output: "late\n" });
    await expect.poll(() => groupLives(one.group.pid)).toBe(false);
  });

  it("waits with more than a pipe holds until somebody reads", async () => {
    const one = await begun("$go; seq 1 90000; exit 0");
    one.group.stdout.destroy();
    writeFileSync(one.go, "");
    const { output = "", ...reading } = await goesOn(await one.dies(), { number: "last" });
    expect(reading).toMatchObject({ verdict: "good", measure: 90_000 });
    expect(output).toMatch(/^1\n2\n[\d\n]*\n\[… \d+ B …\]\n[\d\n]*90000\n$/);
  });

  it("has a mebibyte for all that it prints, before and after", async () => {
    const one = await begun("head -c 1000000 /dev/zero; $go; head -c 100000 /dev/zero; sleep 900");
    await expect.poll(() => one.printed().length).toBe(1_000_000);
    const children = await one.dies();
    writeFileSync(one.go, "");
    expect(await goesOn(children)).toMatchObject({ errorClass: "flood" });
    await expect.poll(() => groupLives(one.group.pid)).toBe(false);
  });

  it("has the time it was given at its start", async () => {
    const one = await begun("echo here; exec sleep 900", { until: Date.now() - 1 });
    await expect.poll(one.printed).toBe("here\n");
    expect(await goesOn(await one.dies())).toMatchObject({ errorClass: "timeout", output: "here\n" });
    await expect.poll(() => groupLives(one.group.pid)).toBe(false);
  });

  it.each([
    ["in time", 60_000, "3", "exit"],
    ["too late", -60_000, "3", "timeout"],
  ])("that has ended %s meanwhile is judged by that, however late it is now", async (_, more, detail, errorClass) => {
    const one = await begun("exit 3", { until: Date.now() + more });
    await ended(one.place);
    const later = Date.now() + 3_600_000;
    expect(await goesOn(await one.dies(), {}, later)).toMatchObject({ errorClass, detail });
  });

  it("is ended when it multiplies", async () => {
    const one = await begun("$go; for i in $(seq 90); do sleep 900 & sleep 0.01; done; wait");
    const looking = goesOn(await one.dies());
    writeFileSync(one.go, "");
    expect(await looking).toMatchObject({ errorClass: "processes" });
    await expect.poll(() => groupLives(one.group.pid)).toBe(false);
  });

  it("says where something of its output is missing", async () => {
    const first = await begun("echo early; $go; echo late");
    await expect.poll(first.printed).toBe("early\n");
    rmSync(join(first.place, nameIn.record));
    const children = await first.dies();
    writeFileSync(first.go, "");
    expect(await goesOn(children)).toMatchObject({ output: "[… ? B …]\nlate\n" });

    const last = await begun("echo early; $go; echo late");
    await expect.poll(last.printed).toBe("early\n");
    last.group.stdout.destroy();
    writeFileSync(last.go, "");
    await ended(last.place);
    last.group.kill("SIGKILL");
    await expect.poll(() => groupLives(last.group.pid)).toBe(false);
    expect(await goesOn(await last.dies())).toMatchObject({ verdict: "good", output: "early\n[… ? B …]\n" });
  });

  it("is told as killed when its supervisor is", async () => {
    const one = await begun("sleep 900");
    const looking = goesOn(await one.dies());
    one.group.kill("SIGKILL");
    expect(await looking).toMatchObject({ errorClass: "exit", detail: "SIGKILL" });
  });

  it("is believed its test reports of before, when they were written by it", async () => {
    const one = await begun("$go");
    const report = join(one.workspace, "report.xml");
    writeFileSync(report, '<testsuite><testcase name="adds"/></testsuite>');
    const children = await one.dies();
    writeFileSync(one.go, "");
    const reading = await goesOn(children, { type: "tests", file: "report.xml" }, Date.now(), one.workspace);
    expect(reading).toMatchObject({ verdict: "good", summary: { report: "junit", passed: 1 } });
  });
});
