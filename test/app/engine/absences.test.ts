import { expect, it, onTestFinished } from "vitest";
import type { AwayView } from "../../../src/core/away.ts";
import { bench, hour, minute, start } from "./bench.ts";
import { quick } from "./kinds.ts";

const hourly = { type: "every", ms: hour, from: start + hour } as const;

/** A backup that runs each hour, on a clock that can be set. */
async function backup() {
  const b = await bench({ kinds: [quick(() => ({ result: "success" }))] });
  onTestFinished(() => b.close());
  await b.engine.start();
  await b.add({ kind: "quick", title: "Backup", schedule: hourly });
  return {
    ...b,
    async jumps(ms: number) {
      b.clock.jump(ms);
      await b.engine.idle();
    },
    told: () =>
      b.channel.sent.map(({ delivery }) => delivery.payload as AwayView).filter(({ view }) => view === "away"),
  };
}

it("a machine that slept tells what ran late", async () => {
  const b = await backup();
  await b.jumps(2 * hour + minute);
  expect(b.told()).toMatchObject([
    { from: start, to: start + 2 * hour + minute, late: [{ title: "Backup", missed: 1 }] },
  ]);
});

it("a clock that was wrong and is set right was no absence", async () => {
  const b = await backup();
  await b.jumps(48 * hour);
  expect(b.engine.held()).toBe("leap");
  await b.jumps(-48 * hour);
  await b.travel(start + hour);
  b.engine.observe(b.clock.now());
  b.engine.observe(b.clock.now());
  await b.engine.idle();
  expect(b.engine.held()).toBeNull();
  expect(b.told()).toEqual([]);
});
