import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DayWindow, EverySchedule, Weekday } from "../../src/core/schedule.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { firstSlots, slots, utc } from "./support.ts";

const HOUR = 3_600_000;
const weekdays: Weekday[] = ["MO", "TU", "WE", "TH", "FR"];
const tz = "Europe/Berlin";

function every(ms: number, from: string, more: Partial<EverySchedule> = {}): EverySchedule {
  return { type: "every", ms, from: utc(from), ...more };
}

describe("elapsed schedules", () => {
  it("never drift: each slot is the anchor plus a whole number of periods", () => {
    const period = fc.integer({ min: 10_000, max: 40 * 86_400_000 });
    const anchor = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
    const asked = fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2060, 0) });
    const sample = fc.property(period, anchor, asked, (ms, from, after) => {
      const slot = nextSlot({ type: "every", ms, from }, after) ?? 0;
      expect((slot - from) % ms).toBe(0);
      expect(slot > after && (slot - ms <= after || slot === from)).toBe(true);
    });
    fc.assert(sample, { numRuns: 2_000 });
  });

  it("the anchor is itself a slot", () => {
    const schedule = every(HOUR, "2026-01-01T10:20Z");
    expect(firstSlots(schedule, "2025-01-01T00:00Z", 2)).toEqual(["2026-01-01T10:20Z", "2026-01-01T11:20Z"]);
  });

  it("end with `until`, included, and after `count` slots", () => {
    const end = ["2026-01-01T11:00Z", "2026-01-01T12:00Z"];
    expect(
      firstSlots(every(HOUR, "2026-01-01T10:00Z", { until: utc("2026-01-01T12:00Z") }), "2026-01-01T10:00Z", 9),
    ).toEqual(end);
    expect(firstSlots(every(HOUR, "2026-01-01T10:00Z", { count: 3 }), "2026-01-01T10:00Z", 9)).toEqual(end);
  });
});

describe("elapsed schedules in a day window", () => {
  const office: DayWindow = { tz, days: weekdays, start: "09:00", end: "18:00" };

  it("start anew each day and include the end", () => {
    const schedule = every(3 * HOUR, "2026-01-01T00:00Z", { window: office });
    const monday = ["08:00", "11:00", "14:00", "17:00"].map((time) => `2026-01-12T${time}Z`);
    expect(slots(schedule, "2026-01-09T17:00Z", "2026-01-12T23:00Z")).toEqual(monday);
    const uneven = every(4 * HOUR, "2026-01-01T00:00Z", { window: office });
    expect(slots(uneven, "2026-01-11T23:00Z", "2026-01-13T08:00Z")).toEqual([
      "2026-01-12T08:00Z",
      "2026-01-12T12:00Z",
      "2026-01-12T16:00Z",
      "2026-01-13T08:00Z",
    ]);
  });

  it("may run past midnight, and belong to the day on which they open", () => {
    const night: DayWindow = { tz, days: ["FR"], start: "22:00", end: "02:00" };
    const schedule = every(2 * HOUR, "2026-01-01T00:00Z", { window: night });
    expect(firstSlots(schedule, "2026-01-05T00:00Z", 4)).toEqual([
      "2026-01-09T21:00Z",
      "2026-01-09T23:00Z",
      "2026-01-10T01:00Z",
      "2026-01-16T21:00Z",
    ]);
  });

  it("last an hour less or more in a night of a clock change", () => {
    const night: DayWindow = { tz, days: ["SU"], start: "01:00", end: "04:00" };
    const schedule = every(HOUR, "2026-01-01T00:00Z", { window: night });
    expect(slots(schedule, "2027-03-27T12:00Z", "2027-03-28T12:00Z")).toHaveLength(3);
    expect(slots(schedule, "2027-10-30T12:00Z", "2027-10-31T12:00Z")).toHaveLength(5);
  });

  it("count their slots from the anchor, not from each day", () => {
    const schedule = every(3 * HOUR, "2026-01-12T09:00Z", { window: office, count: 6 });
    const all = firstSlots(schedule, "2026-01-01T00:00Z", 99);
    expect(all).toHaveLength(6);
    expect(all[0]).toBe("2026-01-12T11:00Z");
    for (const [index, slot] of all.entries()) expect(firstSlots(schedule, slot, 99)).toEqual(all.slice(index + 1));
  });

  it("give null when no day is left", () => {
    const schedule = every(HOUR, "2026-01-01T00:00Z", { window: { ...office, days: [] } });
    expect(nextSlot(schedule, utc("2026-01-01T00:00Z"))).toBeNull();
  });
});
