import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { createWorld, hour } from "../support/world.ts";

/** A suite that prints what `prints` puts into its file, and fails where that says so. */
async function suite() {
  const folder = mkdtempSync(join(tmpdir(), "belfry-suite-"));
  const file = join(folder, "tap");
  const prints = (text: string) => writeFileSync(file, text);
  const argv = ["/bin/sh", "-c", `cat ${file}; ! grep -q ^not ${file}`];
  const commands = { "unit-tests": argv, free: ["echo", "42 GB free"] };
  const toml = Object.entries(commands).map(([name, items]) => `[commands.${name}]\nargv = ${JSON.stringify(items)}\n`);
  const read = readBelfryToml(toml.join("\n"), { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...world, prints, file };
}

const green = "TAP version 13\nok 1 - adds\nok 2 - removes\n1..2\n";
const red = "TAP version 13\nok 1 - adds\nnot ok 2 - removes the last one\n1..2\n";

describe("a test suite", () => {
  it("that is to be reported brings its counts and its log each time", async () => {
    const { ana, says, sees, prints } = await suite();
    prints(green);
    await says(ana, "every hour run the unit-tests suite and report", "🔁 unit-tests");
    const report = await sees(ana, (message) => message.raw.document !== undefined);
    expect(report.raw.caption).toMatch(/^unit-tests: 🟢 2 passed · 0 failed/);
  });

  it("that fails is red at once with the severity that was said, and its log comes with the failing names", async () => {
    const { ana, says, sees, prints, passes } = await suite();
    prints(green);
    await says(ana, "every hour run tests with unit-tests, severity medium", "🔁 unit-tests");
    await sees(ana, "🟢 2 passed");
    prints(red);
    await passes(hour);
    const log = await sees(ana, (message) => message.raw.document !== undefined);
    expect(log.raw.caption).toContain("1 passed · 1 failed");
    expect(log.raw.caption).toContain("✗ removes the last one");
    await sees(ana, /🔴 unit-tests down since .* #E1 medium/);
  });

  it("that only ends, well or not, tells how it ended instead of counts it has not made", async () => {
    const { ana, says, sees } = await suite();
    await says(ana, "every hour run tests with free", "🔁 free");
    expect((await sees(ana, "🟢")).text).toMatch(/🟢 exit 0 · \d+ ms/);
  });

  it("that is proposed in chat runs once an owner has approved it, and is read like one that has a name", async () => {
    const { ana, says, sees, presses, passes, prints, file } = await suite();
    prints(red);
    const asked = await says(ana, `run tests \`cat ${file}\` every night at 2`, `This runs cat ${file}`);
    await passes(24 * hour);
    expect(ana.unseen()).toEqual([]);
    await presses(ana, asked, "Approve always", `🔁 cat ${file}`);
    const log = await sees(ana, (message) => message.raw.document !== undefined);
    expect(log.raw.caption).toContain("✗ removes the last one");
    await sees(ana, /🔴 cat .* down since .* #E1 high/);
  });
});

describe("a command", () => {
  it("tells each result where that was asked for", async () => {
    const { ana, says, sees, passes } = await suite();
    await says(ana, "every hour run free, tell me every time", "🔁 free");
    expect((await sees(ana, "free: 🟢 exit 0")).text).toContain("42 GB free");
    await passes(hour);
    await sees(ana, "free: 🟢 exit 0");
  });

  it("has on its card what is told of it, where that is not the usual", async () => {
    const { ana, says } = await suite();
    await says(ana, "every hour run free", /^free · alert after 3 fails$/m);
    await says(
      ana,
      "every 2 hours run free, tell me every time",
      /^free · alert after 3 fails\n(.*\n)*🔔 tells each result$/m,
    );
    await says(ana, "every 3 hours run free, only when it changes", "🔔 tells changes, and when it is down or back");
    await says(ana, "every 4 hours run free, never tell me", /^free\n(.*\n)*🔕 tells nothing/m);
  });

  it("that is bad says nothing where it was not to be told", async () => {
    const { ana, says, sees, passes } = await suite();
    await says(ana, "every hour run free, warn if over 40, alert at once, never tell me", "🔁 free");
    await sees(ana, "🔴");
    await passes(hour);
    expect(ana.unseen()).toEqual([]);
    expect((await says(ana, "/history free", "finished runs")).text).toContain("🔴");
  });
});
