import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, bench, day, hour, minute, onceAt, second, start } from "./bench.ts";

let b: Bench;
beforeEach(async () => {
  b = await bench();
  await b.engine.start();
});
afterEach(() => b.close());

const everyMinute = { type: "every", ms: minute, from: start + minute } as const;
const year = 365 * day;

/** Slots of the action's rows, in minutes after the start. */
async function slots(action: number): Promise<number[]> {
  return (await b.runs(action)).map(({ slot }) => ((slot ?? 0) - start) / minute);
}

function rings(): number {
  return b.channel.sent.filter(({ delivery }) => delivery.payload.view === "ring").length;
}

async function jump(ms: number): Promise<void> {
  b.clock.jump(ms);
  await b.engine.idle();
}

describe("a clock that is set forward", () => {
  it("by two hours is like having been away", async () => {
    const tea = await b.add({ schedule: { type: "every", ms: hour, from: start + hour } });
    await jump(2 * hour + minute);
    expect((await b.runs(tea.id)).map(({ outcome }) => outcome)).toEqual(["missed", null]);
    expect(rings()).toBe(1);
    expect(b.engine.held()).toBeNull();
  });

  it.each([26 * hour, 10 * year])("by %d ms holds everything until two replies agree", async (ms) => {
    const tea = await b.add({ schedule: onceAt(start + hour) });
    await jump(ms);
    expect(b.engine.held()).toBe("leap");
    expect(await b.runs(tea.id)).toEqual([]);
    expect(b.channel.sent.map(({ delivery }) => delivery.payload)).toMatchObject([
      { view: "notice", code: "clockHeld" },
    ]);
    b.engine.observe(start + ms);
    await b.engine.idle();
    expect(b.engine.held()).toBe("leap");
    b.engine.observe(start + ms);
    await b.engine.idle();
    expect(b.engine.held()).toBeNull();
    expect(rings()).toBe(1);
  });

  it("by ten years and back has fired nothing wrongly", async () => {
    const tea = await b.add({ schedule: everyMinute });
    await jump(10 * year);
    await jump(-10 * year);
    b.engine.observe(b.clock.now());
    b.engine.observe(b.clock.now());
    await b.travel(start + 3 * minute);
    expect(await slots(tea.id)).toEqual([1, 2, 3]);
  });
});

it("a clock that was set has the alarm set anew, also when it is for the same instant", async () => {
  await b.add({ schedule: onceAt(start + hour) });
  await b.travel(start + minute);
  const set: number[] = [];
  const alarm = b.clock.alarm;
  b.clock.alarm = (at, ring) => {
    set.push(at);
    return alarm(at, ring);
  };
  await jump(10 * minute);
  expect(set).toContain(start + hour);
});

describe("a clock that is set back", () => {
  it.each([hour, day])("by %d ms fires no slot twice, and what runs every minute goes on within one", async (ms) => {
    const tea = await b.add({ schedule: everyMinute });
    const daily = await b.add({ schedule: { type: "cron", cron: "10 14 * * *", tz: "Europe/Berlin" } });
    await b.travel(start + 10 * minute);
    await jump(-ms);
    await b.travel(b.clock.now() + 10 * minute + second);
    const seen = await slots(tea.id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(20);
    await b.store.commit([{ do: "setAction", id: tea.id, expectRevision: 1, patch: { deletedAt: b.clock.now() } }]);
    await b.travel(start + 10 * minute);
    expect(await slots(daily.id)).toEqual([5]);
  });

  it("into times that have fired already gives the slots there keys of their own", async () => {
    const tea = await b.add({ schedule: everyMinute });
    await b.travel(start + 10 * minute);
    await jump(-5 * minute);
    await b.travel(start + 10 * minute + second);
    const seen = await slots(tea.id);
    expect(seen).toHaveLength(15);
    expect(seen.at(10)).toBeCloseTo(6, 3);
  });

  it("leaves a series alone that is paused, that has not begun, or that obeys a day's window", async () => {
    const later = { ...everyMinute, from: start + day };
    const window = { tz: "Europe/Berlin", days: ["TU"], start: "09:00", end: "18:00" } as const;
    const paused = await b.add({
      schedule: everyMinute,
      pause: { from: start, until: start + day },
      nextAt: start + day,
    });
    const future = await b.add({ schedule: later });
    const daytime = await b.add({ schedule: { ...everyMinute, window: { ...window, days: [...window.days] } } });
    await jump(-2 * hour);
    for (const { id, nextAt, schedule } of [paused, future, daytime]) {
      expect(await b.store.actions.get(id)).toMatchObject({ nextAt, schedule });
    }
  });

  it("does not lengthen what was counted", async () => {
    const tea = await b.add({ schedule: { ...everyMinute, count: 12 } });
    await b.travel(start + 10 * minute);
    await jump(-hour);
    await b.travel(start + hour);
    expect(await slots(tea.id)).toHaveLength(12);
  });
});

it("half a second to and fro each minute changes nothing", async () => {
  const tea = await b.add({ schedule: everyMinute });
  for (let n = 1; n <= 60; n++) {
    await b.travel(start + n * minute);
    await jump(n % 2 === 0 ? 500 : -500);
  }
  expect(await slots(tea.id)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
  expect(b.logged.filter(({ message }) => message.includes("clock"))).toEqual([]);
});

it("a machine that boots in 2098 fires nothing until it knows better", async () => {
  const tea = await b.add({ schedule: everyMinute });
  await b.travel(start + 2 * minute);
  await b.crash();
  b.clock.jump(72 * year);
  await b.reopen();
  await b.engine.idle();
  expect(b.engine.held()).toBe("away");
  b.engine.observe(start + 3 * minute);
  await b.engine.idle();
  expect(b.engine.held()).toBe("server");
  b.clock.jump(-72 * year);
  for (let reply = 0; reply < 2; reply++) b.engine.observe(b.clock.now());
  await b.travel(start + 4 * minute);
  expect(await slots(tea.id)).toEqual([1, 2, 3, 4]);
});

it("replies that contradict the clock hold everything, in both directions", async () => {
  for (const wrong of [11 * minute, -11 * minute]) {
    b.engine.observe(b.clock.now() + wrong);
    expect(b.engine.held()).toBe("server");
    b.engine.observe(b.clock.now());
    b.engine.observe(b.clock.now() + wrong);
    b.engine.observe(b.clock.now());
    expect(b.engine.held()).toBe("server");
    b.engine.observe(b.clock.now() - 9 * minute);
    expect(b.engine.held()).toBeNull();
  }
});

it("a night's suspension rings what was missed once, and sends at the usual pace", async () => {
  await b.add({ schedule: { type: "every", ms: hour, from: start + hour } });
  const one = await b.add({ schedule: onceAt(start + 2 * hour) });
  await jump(8 * hour);
  expect(rings()).toBe(2);
  expect(await b.runs(one.id)).toMatchObject([{ state: "waiting" }]);
});

it.each([25 * day, 60 * day, 5 * year])("a one-shot %d ms ahead rings at its time", async (ms) => {
  await b.add({ schedule: onceAt(start + ms) });
  await b.travel(start + ms - 1);
  expect(rings()).toBe(0);
  await b.travel(start + ms);
  expect(b.channel.sent).toMatchObject([{ at: start + ms }]);
});

it("between two slots there is nothing to wake up for", async () => {
  await b.add({ schedule: onceAt(start + 5 * year) });
  await b.engine.idle();
  expect(b.clock.nextAlarm()).toBe(start + 5 * year);
});

describe("restarts within a clock change", () => {
  it.each([
    ["2026-03-29T00:10:00Z", "2026-03-29T01:00:00Z"],
    ["2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z"],
  ])("from %s on, daily 02:30 rings at %s and never again", async (from, ring) => {
    await b.close();
    b = await bench({ at: Date.parse(from) });
    await b.engine.start();
    await b.add({ schedule: { type: "cron", cron: "30 2 * * *", tz: "Europe/Berlin" } });
    for (let n = 0; n < 10; n++) {
      await b.travel(b.clock.now() + 7 * minute);
      await b.away(3 * minute);
    }
    expect(rings()).toBe(1);
    const [sent] = b.channel.sent;
    expect(sent?.delivery.payload).toMatchObject({ slot: Date.parse(ring) });
  });
});

it("an edit at the firing second rings by the old time or by the new one, never twice for one", async () => {
  for (let n = 0; n < 200; n++) {
    const tea = await b.add({ chat: n + 1, schedule: onceAt(b.clock.now() + minute) });
    const at = tea.nextAt ?? 0;
    const edit = async () => {
      const patch = { title: "Coffee", revision: 2, nextAt: (await b.store.actions.get(tea.id))?.nextAt ?? null };
      await b.store.commit([{ do: "setAction", id: tea.id, expectRevision: 1, patch }]);
    };
    await Promise.all([b.clock.set(at), edit()]);
    await b.engine.idle();
    expect(await b.runs(tea.id)).toHaveLength(1);
  }
});

it.each([5 * second, 90 * second, 10 * minute])(
  "a process that stood still for %d ms is late, not twofold",
  async (ms) => {
    const series = await b.add({ chat: 5, schedule: { type: "every", ms: 10 * second, from: start + 10 * second } });
    await b.travel(start + 30 * second);
    const tea = await b.add({ schedule: onceAt(b.clock.now() + second) });
    b.clock.stall(ms);
    await b.engine.idle();
    expect(b.engine.held()).toBeNull();
    expect(b.logged.filter(({ message }) => message.includes("clock"))).toEqual([]);
    await b.travel(b.clock.now() + 5 * second);
    const toTea = b.channel.sent.filter(({ delivery }) => delivery.action === tea.id);
    expect(toTea).toMatchObject([{ delivery: { payload: { view: "ring", lateMs: ms - second } } }]);
    const counts = (await b.runs(series.id)).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Math.floor((35 * second + ms) / (10 * second)));
  },
);
