import { afterEach, beforeEach, expect, it } from "vitest";
import { boot } from "../../../src/app/boot.ts";
import { type Bench, bench, day, hour, minute, onceAt, start } from "./bench.ts";

let b: Bench;
beforeEach(async () => {
  b = await bench();
});
afterEach(() => b.close());

const hand = async (id: number) => (await b.store.actions.get(id))?.nextAt;

it("new zone rules move the hands that follow from them, and say which", async () => {
  await boot(b.belfry, "2025b");
  const cron = { type: "cron", cron: "0 9 * * *", tz: "Europe/Berlin" } as const;
  const right = await b.add({ schedule: cron });
  const stale = await b.add({ schedule: cron, nextAt: (right.nextAt ?? 0) + hour });
  const gone = await b.add({ schedule: onceAt(start - hour), nextAt: start + hour });
  const overdue = await b.add({ schedule: onceAt(start - hour), nextAt: start - hour });
  const paused = await b.add({
    schedule: cron,
    pause: { from: start, until: start + 3 * day },
    nextAt: start + 4 * day,
  });
  await boot(b.belfry, "2026a");
  expect(await hand(right.id)).toBe(right.nextAt);
  expect(await hand(stale.id)).toBe(right.nextAt);
  expect(await hand(gone.id)).toBeNull();
  expect(await hand(overdue.id)).toBe(overdue.nextAt);
  expect(await hand(paused.id)).toBe((right.nextAt ?? 0) + 3 * day);
  const moved = b.logged.filter(({ message }) => message === "moved").map(({ fields }) => fields);
  expect(moved).toMatchObject([{ action: stale.id }, { action: gone.id }, { action: paused.id }]);
  await b.engine.start();
  await b.engine.idle();
  const told = b.channel.sent.map(({ delivery }) => delivery.payload);
  expect(told).toContainEqual({ view: "notice", code: "zonesChanged", args: { count: 3 } });
});

it("the same zone rules, or a first start, leave the hands alone", async () => {
  const stale = await b.add({
    schedule: { type: "cron", cron: "0 9 * * *", tz: "Europe/Berlin" },
    nextAt: start + minute,
  });
  await boot(b.belfry, "2025b");
  await boot(b.belfry, "2025b");
  expect(await hand(stale.id)).toBe(start + minute);
});

it("starting fires what is due before anybody else is listened to", async () => {
  const tea = await b.add({ schedule: onceAt(start + minute) });
  await b.clock.set(start + hour);
  await b.engine.start();
  expect(await b.runs(tea.id)).toHaveLength(1);
});
