import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readBelfryToml } from "../../src/belfry-toml.ts";
import { startReceiver } from "../channels/receiver.ts";
import { fillDisk, mountable, mountTmpfs } from "../store/others.ts";
import { createWorld, minute } from "../support/world.ts";

it("an address that belfry.toml names is called each minute, and not while Telegram refuses the token", async () => {
  const receiver = await startReceiver();
  const read = readBelfryToml(`[heartbeat]\nurl = "${receiver.url}/beat"\n`, { secret: () => null, private: true });
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const world = await createWorld({ file: read.file });
  onTestFinished(async () => {
    await world.close();
    await receiver.close();
  });
  const calls = async (minutes: number) => {
    const before = receiver.received.length;
    for (let i = 0; i < minutes; i++) await world.passes(minute);
    return receiver.received.length - before;
  };
  expect(await calls(3)).toBeGreaterThanOrEqual(3);
  expect(new Set(receiver.received.map(({ path }) => path))).toEqual(new Set(["/beat"]));
  await world.says(world.ana, "tea in 1 min", "⏰ Tea");
  world.telegram.faults.script({ method: "sendMessage", reply: "401", times: 1000 });
  await world.passes(minute);
  expect(await calls(4)).toBe(0);
  world.telegram.faults.clear();
  await world.passes(6 * minute);
  await world.sees(world.ana, /^⏰ Tea/);
  expect(await calls(3)).toBe(3);
});

it.skipIf(!mountable)(
  "stays away while the disk is full, says why in the log, and is back with the space",
  async () => {
    const receiver = await startReceiver();
    const read = readBelfryToml(`[heartbeat]\nurl = "${receiver.url}"\n`, { secret: () => null, private: true });
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    const dataDir = mkdtempSync(join(tmpdir(), "belfry-beat-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    mountTmpfs(dataDir, "size=96m");
    const world = await createWorld({ file: read.file, dataDir });
    onTestFinished(receiver.close);
    const calls = async (minutes: number) => {
      const before = receiver.received.length;
      for (let i = 0; i < minutes; i++) await world.passes(minute);
      return receiver.received.length - before;
    };
    expect(await calls(2)).toBeGreaterThanOrEqual(2);
    const filler = join(dataDir, "filler");
    fillDisk(filler);
    expect(await calls(3)).toBe(0);
    const silences = world.troubles.filter(({ message }) => message === "no heartbeat");
    expect(silences).toEqual([{ message: "no heartbeat", fields: { why: "the disk is full" } }]);
    rmSync(filler);
    expect(await calls(3)).toBe(3);
    await world.close();
  },
);
