import { describe, expect, it } from "vitest";
import { groupOnly } from "../../../src/kinds/check/command/containment.ts";
import { allProcesses, bootId } from "../../../src/kinds/check/command/proc.ts";
import { containment, lookAt } from "./support.ts";

const ways = [
  ["in its group alone", groupOnly],
  ["held as this machine can", containment],
] as const;

/** A fork bomb that is full at a thousand: should nothing stop it, this machine lives on. */
const bomb = 'bomb() { [ "$1" = 0 ] || { bomb $(($1 - 1)) & bomb $(($1 - 1)) & }; exec sleep 60; }; bomb 9';

describe.runIf(bootId() !== null).each(ways)("a command that takes all it can get, %s", (_, held) => {
  const bash = (text: string, timeoutMs = 60_000) =>
    lookAt(
      { probe: { type: "command", run: { argv: [text], shell: true }, timeoutMs } },
      { commands: { containment: held } },
    );
  const groups = () => new Set(allProcesses().map(({ group }) => group));

  it("is ended when it multiplies, and nothing of it is left; others do their work", async () => {
    const before = groups();
    const [bad, good] = await Promise.all([bash(bomb), bash("echo fine")]);
    expect(bad).toMatchObject({ verdict: "bad", errorClass: "processes" });
    expect(good).toMatchObject({ verdict: "good", output: "fine\n" });
    await expect.poll(() => [...groups()].filter((group) => sleepers(group) && !before.has(group))).toEqual([]);
  });

  it("is ended when it gathers them slowly", async () => {
    const slowly = "for i in $(seq 90); do sleep 60 & read -t 0.01 <> <(:); done; wait";
    expect(await bash(slowly)).toMatchObject({ errorClass: "processes" });
  });

  it("is ended when it collects none of its dead", async () => {
    expect(await bash("exec perl -e 'fork or exit for 1..200; sleep 60'")).toMatchObject({ errorClass: "processes" });
  });

  it("may have as many as a test suite needs", async () => {
    expect(await bash("for i in $(seq 40); do sleep 0.3 & done; wait")).toMatchObject({ verdict: "good" });
  });

  it("comes behind Belfry when both want the processor", async () => {
    expect(await bash("nice")).toMatchObject({ output: "10\n" });
  });
});

const sleepers = (group: number) => allProcesses().filter((one) => one.group === group && !one.dead).length > 60;

describe.runIf(containment.prlimit !== null)("a command that the system limits", () => {
  const bash = (text: string, timeoutMs: number) =>
    lookAt(
      { probe: { type: "command", run: { argv: [text], shell: true }, timeoutMs } },
      { commands: { containment } },
    );

  it("opens no more than a thousand files", async () => {
    const opens = `const fs=require('fs');let n=0;try{for(;;n++)fs.openSync('/dev/null')}catch(e){console.log(e.code,n<1024)}`;
    expect((await bash(`${process.execPath} -e "${opens}"`, 60_000)).output).toBe("EMFILE true\n");
  });

  it("has no more of the processor than fits in its time", async () => {
    const { output } = await bash("ulimit -t", 4_000);
    expect(Number(output)).toBeGreaterThan(4);
    expect(Number(output)).toBeLessThan(1_000);
  });
});

describe.runIf(containment.namespace !== null)("a command in a namespace of processes", () => {
  it("leaves no dead behind, neither its own nor those it has orphaned", async () => {
    const orphans = "for i in $(seq 300); do (: &); done";
    const dead = `awk -v group=$group '$3 == "Z" && $5 == group' /proc/[0-9]*/stat 2>/dev/null`;
    // The last of them may be on their way.
    const gone = `read -r _ _ _ _ group _ < /proc/self/stat; while [ -n "$(${dead})" ]; do sleep 0.05; done`;
    const reading = await lookAt(
      { probe: { type: "command", run: { argv: [`${orphans}; ${gone}`], shell: true } } },
      { commands: { containment } },
    );
    expect(reading).toMatchObject({ verdict: "good" });
  });
});
