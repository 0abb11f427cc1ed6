import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../scripts/lock.mjs";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "belfry-lock-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const module = new URL("../../scripts/lock.mjs", import.meta.url).href;

/** A process that takes the lock, says so, and holds it until its standard input ends. */
function holder() {
  const code = `
    import { writeFileSync } from "node:fs";
    import { withLock } from "${module}";
    await withLock("${dir}", async () => {
      process.stdout.write("mine");
      for await (const _ of process.stdin);
      writeFileSync("${dir}/done", "");
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", code]);
}

describe("the lock of the scripts", () => {
  it("makes a second process wait until the first is done", async () => {
    const first = holder();
    await once(first.stdout, "data");
    const ended = once(first, "close");
    const second = withLock(dir, () => existsSync(join(dir, "done")));
    first.stdin.end();
    expect(await second).toBe(true);
    await ended;
    expect(existsSync(join(dir, "lock"))).toBe(false);
  });

  it("is never held by two of many", async () => {
    const file = join(dir, "count");
    writeFileSync(file, "0");
    const inside: number[] = [];
    const code = `
      import { readFileSync, writeFileSync } from "node:fs";
      import { withLock } from "${module}";
      await withLock("${dir}", async () => {
        const count = Number(readFileSync("${file}", "utf8"));
        await new Promise((resolve) => setImmediate(resolve));
        writeFileSync("${file}", String(count + 1));
      });`;
    const many = Array.from({ length: 5 }, () => spawn(process.execPath, ["--input-type=module", "-e", code]));
    for (const [exit] of await Promise.all(many.map((child) => once(child, "close")))) inside.push(exit);
    expect(inside).toEqual([0, 0, 0, 0, 0]);
    expect(readFileSync(file, "utf8")).toBe("5");
  });

  it("is taken from a process that was killed", async () => {
    const killed = holder();
    await once(killed.stdout, "data");
    killed.kill("SIGKILL");
    await once(killed, "close");
    expect(existsSync(join(dir, "lock"))).toBe(true);
    expect(await withLock(dir, () => "mine")).toBe("mine");
  });

  it("is taken when nobody touched it for long, whoever has its number now", async () => {
    writeFileSync(join(dir, "lock"), String(process.pid));
    utimesSync(join(dir, "lock"), 0, 0);
    expect(await withLock(dir, () => "mine")).toBe("mine");
  });

  it("is given back when the work fails", async () => {
    await expect(withLock(dir, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(join(dir, "lock"))).toBe(false);
  });
});
