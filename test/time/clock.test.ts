import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../src/time/clock.ts";
import { manualClock } from "../support/manual-clock.ts";
import { utc } from "./support.ts";

const start = utc("2026-11-24T13:05:00.123Z");
const DAY = 86_400_000;

describe("the system clock", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const ringingClock = () => {
    const rings: number[] = [];
    const errors: unknown[] = [];
    const clock = systemClock((error) => errors.push(error));
    return { clock, rings, errors, ring: () => rings.push(clock.now()) };
  };

  it("rings once, to the millisecond", async () => {
    const { clock, rings, ring } = ringingClock();
    clock.alarm(start + 1_234, () => ring());
    await vi.advanceTimersByTimeAsync(1_233);
    expect(rings).toEqual([]);
    await vi.advanceTimersByTimeAsync(DAY / 24);
    expect(rings).toEqual([start + 1_234]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("rings at once, but not within the call, for what has passed", async () => {
    const { clock, rings, ring } = ringingClock();
    clock.alarm(start - DAY, () => ring());
    expect(rings).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(rings).toHaveLength(1);
  });

  it("rings after 25 days, longer than a timer can wait, and never sleeps over 30 s", async () => {
    const { clock, rings, ring } = ringingClock();
    const sleep = vi.spyOn(globalThis, "setTimeout");
    clock.alarm(start + 25 * DAY, () => ring());
    await vi.advanceTimersByTimeAsync(25 * DAY - 1);
    expect(rings).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(rings).toEqual([start + 25 * DAY]);
    expect(Math.max(...sleep.mock.calls.map(([, ms]) => ms ?? 0))).toBeLessThanOrEqual(30_000);
    sleep.mockRestore();
  });

  it("notices within 30 s that the wall clock was set forward", async () => {
    const { clock, rings, ring } = ringingClock();
    clock.alarm(start + DAY, () => ring());
    vi.setSystemTime(start + 2 * DAY);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(rings).toHaveLength(1);
  });

  it("does not ring early when the wall clock was set back", async () => {
    const { clock, rings, ring } = ringingClock();
    clock.alarm(start + 60_000, () => ring());
    vi.setSystemTime(start - 3_600_000);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(rings).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rings).toEqual([start + 60_000]);
  });

  it("does not ring when cancelled, and reports what a ring throws", async () => {
    const { clock, rings, errors, ring } = ringingClock();
    clock.alarm(start + 1_000, () => ring()).cancel();
    const mishap = new Error("mishap");
    clock.alarm(start + 1_000, () => {
      throw mishap;
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(rings).toEqual([]);
    expect(errors[0]).toBe(mishap);
  });
});

describe("the manual clock", () => {
  it("rings in order on the way, at the time of each alarm, also what a ring sets", async () => {
    const clock = manualClock(start);
    const heard: [string, number][] = [];
    clock.alarm(start + 500, () => heard.push(["second", clock.now() - start]));
    clock.alarm(start + 100, () => {
      heard.push(["first", clock.now() - start]);
      void Promise.resolve().then(() => clock.alarm(start + 200, () => heard.push(["third", clock.now() - start])));
    });
    clock.alarm(start + 300, () => heard.push(["cancelled", 0])).cancel();
    await clock.advance(1_000);
    expect(heard).toEqual([
      ["first", 100],
      ["third", 200],
      ["second", 500],
    ]);
    expect([clock.now() - start, clock.monotonic(), clock.nextAlarm()]).toEqual([1_000, 1_000, null]);
  });

  it("jumps without elapsed time, and rings what is due on the next move", async () => {
    const clock = manualClock(start);
    const heard: number[] = [];
    clock.alarm(start + 1_000, () => heard.push(clock.now() - start));
    clock.jump(5_000);
    expect([clock.now() - start, clock.monotonic(), heard]).toEqual([5_000, 0, []]);
    await clock.advance(0);
    expect(heard).toEqual([5_000]);
    clock.jump(-5_000);
    await clock.advance(10);
    expect([clock.now() - start, clock.monotonic()]).toEqual([10, 10]);
  });
});
