import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultLimits, groupOnly } from "../../../src/kinds/check/command/containment.ts";
import { namedCommand } from "../../../src/kinds/check/command/settings.ts";
import { checkSpec } from "../../../src/kinds/check/spec.ts";
import { containment, folder, lookAt, type Setting } from "./support.ts";

const run = (argv: string[], setting?: Setting, more: object = {}) =>
  lookAt({ probe: { type: "command", run: { argv }, ...more } }, setting);
/** A text for bash, as only the owner's files may say it. */
const bash = (text: string, setting?: Setting, more: object = {}) =>
  lookAt({ probe: { type: "command", run: { argv: [text], shell: true }, ...more } }, setting);

describe("a command", () => {
  it("is good when it ends with 0, and keeps what it printed", async () => {
    expect(await run(["echo", "fine"])).toMatchObject({
      verdict: "good",
      summary: { probe: "command", exit: 0, signal: null, changed: false },
      output: "fine\n",
      errorClass: null,
    });
  });

  it("is bad when it ends otherwise", async () => {
    expect(await bash("echo oh >&2; exit 3")).toMatchObject({
      verdict: "bad",
      errorClass: "exit",
      detail: "3",
      output: "oh\n",
    });
  });

  it("is bad when there is no such program", async () => {
    expect(await run(["no-such-program-here"])).toMatchObject({ errorClass: "start", detail: "ENOENT" });
    expect(await run(["/etc/passwd"])).toMatchObject({ errorClass: "start", detail: "ENOENT" });
  });

  it("is bad when its number is over the threshold, and when there is none", async () => {
    const df = "echo '/dev/sda1  50G  44G  6G  88% /'";
    const spec = {
      probe: { type: "command", run: { argv: [df], shell: true }, number: "last" },
      badWhen: "value > 85",
    };
    expect(await lookAt(spec)).toMatchObject({ verdict: "bad", errorClass: "value", detail: "value 88", measure: 88 });
    expect(await lookAt({ ...spec, badWhen: "value > 90" })).toMatchObject({
      verdict: "good",
      measure: 88,
      unit: "value",
    });
    expect(await bash("echo none", {}, { number: "first" })).toMatchObject({ verdict: "bad", errorClass: "value" });
  });

  it("notices that its output has changed since the look before", async () => {
    const first = await run(["echo", "one"]);
    expect(first.summary).toMatchObject({ changed: false });
    expect((await run(["echo", "one"], { previous: first.keep })).summary).toMatchObject({ changed: false });
    expect((await run(["echo", "two"], { previous: first.keep })).summary).toMatchObject({ changed: true });
  });

  it("runs in its folder", async () => {
    const workspace = folder();
    expect((await run(["/bin/pwd"], { commands: { workspace } })).output).toBe(`${workspace}\n`);
  });

  it("does not run unless exactly it was approved", async () => {
    const commands = { approved: () => false };
    const canary = join(folder(), "canary");
    expect(await run(["touch", canary], { commands })).toMatchObject({ errorClass: "notApproved" });
    expect(await bash(`touch ${canary}`, { commands })).toMatchObject({ errorClass: "notApproved" });
    expect(existsSync(canary)).toBe(false);
  });
});

describe("a named command", () => {
  const named = {
    greet: namedCommand.parse({ argv: ["printf", "%s|", "{who}", "x{who}"] }),
    words: namedCommand.parse({ argv: ['printf "%s|" "$@"', "{a}", "b"], shell: true }),
  };
  const choose = (name: string, parameters: Record<string, string> = {}, setting: Setting = {}) =>
    lookAt(
      { probe: { type: "command", run: { named: name, parameters } } },
      { ...setting, commands: { named, approved: () => false, ...setting.commands } },
    );

  it("needs no approval and takes its parameters as whole items", async () => {
    expect((await choose("greet", { who: "$(id) ; you" })).output).toBe("$(id) ; you|x{who}|");
    expect((await choose("words", { a: "`id` $HOME" })).output).toBe("`id` $HOME|b|");
  });

  it("is refused when nobody has defined it or its parameters are others", async () => {
    expect(await choose("nothing")).toMatchObject({ errorClass: "unknownCommand" });
    expect(await choose("toString")).toMatchObject({ errorClass: "unknownCommand" });
    expect(await choose("greet")).toMatchObject({ errorClass: "unknownCommand", detail: "who" });
    expect(await choose("greet", { who: "a", more: "b" })).toMatchObject({
      errorClass: "unknownCommand",
      detail: "more",
    });
  });

  it("takes no parameter that a program would read as an option", () => {
    const spec = { probe: { type: "command", run: { named: "greet", parameters: { who: "-rf" } } } };
    expect(checkSpec.safeParse(spec).success).toBe(false);
  });
});

describe.each([
  ["in its group alone", groupOnly],
  ["held as this machine can", containment],
])("a command's items, %s", (_, held) => {
  it("reach the program as they are, whatever is in them", async () => {
    const workspace = folder();
    const canary = join(workspace, "canary");
    const nasty = [
      `$(touch ${canary})`,
      `\`touch ${canary}\``,
      `; touch ${canary}`,
      `&& touch ${canary}`,
      `| tee ${canary}`,
      `> ${canary}`,
      `\n touch ${canary}\n`,
      `'; touch ${canary}; '`,
      `"; touch ${canary}; "`,
      `$'\\x24(touch ${canary})'`,
      `\${IFS}`,
      "-rf",
      "--",
      "*",
      "~",
      "{a,b}",
      "!!",
      "A=b",
      "",
      "\u202e",
      "x".repeat(131_000),
    ];
    const out = join(workspace, "items");
    const writes = "require('fs').writeFileSync(process.argv[1], JSON.stringify(process.argv.slice(2)))";
    const reading = await run([process.execPath, "-e", writes, "--", out, ...nasty], {
      commands: { workspace, containment: held },
    });
    expect(reading).toMatchObject({ verdict: "good" });
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(nasty);
    expect(existsSync(canary)).toBe(false);
  });

  it("never name something built into a shell", async () => {
    const workspace = folder();
    const canary = join(workspace, "canary");
    for (const word of ["eval", "exec", "command", ".", "source", "builtin", ":", "exit", "cd"]) {
      const reading = await run([word, `touch ${canary}`], { commands: { workspace, containment: held } });
      expect(reading).toMatchObject({ errorClass: "start" });
    }
    expect(existsSync(canary)).toBe(false);
  });

  it("end with the program's own exit code", async () => {
    expect((await bash("exit 42", { commands: { containment: held } })).summary).toMatchObject({ exit: 42 });
  });
});

describe("a command's environment", () => {
  it("holds what it needs and was granted, and nothing of Belfry's", async () => {
    const inherited = {
      PATH: process.env.PATH,
      HOME: "/home/belfry",
      TZ: "Europe/Berlin",
      TELEGRAM_BOT_TOKEN: "canary",
      BELFRY_OWNERS: "canary",
      SECRET: "canary",
      GRANTED: "given",
    };
    const show = namedCommand.parse({ argv: ["env"], grant: ["GRANTED"], env: { MODE: "fast" } });
    const spec = { probe: { type: "command", run: { named: "show" } } };
    const { output = "" } = await lookAt(spec, { commands: { inherited, named: { show } } });
    const names = output.split("\n").flatMap((line) => (line.includes("=") ? [line.split("=")[0]] : []));
    expect(new Set(names)).toEqual(new Set(["PATH", "HOME", "TZ", "GRANTED", "MODE", "BELFRY_IDEMPOTENCY_KEY"]));
    expect(output).toContain("BELFRY_IDEMPOTENCY_KEY=17@1795525500000");
    expect(output).not.toContain("canary");
  });

  it("cannot be granted Belfry's own settings", () => {
    expect(namedCommand.safeParse({ argv: ["env"], grant: ["TELEGRAM_BOT_TOKEN"] }).success).toBe(false);
  });
});

describe("a command's limits", () => {
  const limited = { commands: { containment, limits: { ...defaultLimits, graceMs: 300 } } };

  it.runIf(containment.prlimit !== null)("keep one process from taking the machine's memory", async () => {
    const eats = "const all=[];for(;;)all.push(Buffer.alloc(50<<20,1))";
    const reading = await run([process.execPath, "-e", eats], limited);
    expect(reading).toMatchObject({ verdict: "bad", errorClass: "exit" });
  });

  it("are told when it may take longer", async () => {
    expect(checkSpec.safeParse({ probe: { type: "command", run: { argv: ["x"] }, timeoutMs: 999 } }).success).toBe(
      false,
    );
    expect(
      checkSpec.safeParse({ probe: { type: "command", run: { argv: ["x"] }, timeoutMs: 3_600_001 } }).success,
    ).toBe(false);
  });

  it("do not keep a script of the workspace from being run by its path", async () => {
    const workspace = folder();
    writeFileSync(join(workspace, "say"), "#!/bin/sh\necho said\n", { mode: 0o755 });
    expect((await run(["./say"], { commands: { ...limited.commands, workspace } })).output).toBe("said\n");
  });
});
