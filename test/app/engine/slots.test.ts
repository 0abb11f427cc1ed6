import fc from "fast-check";
import { expect, it } from "vitest";
import { newestSlots } from "../../../src/app/engine/slots.ts";
import type { Schedule } from "../../../src/core/schedule.ts";
import { nextSlot } from "../../../src/time/next-slot.ts";

const from = Date.parse("2026-10-20T00:00:00Z");
const schedules = fc.constantFrom<Schedule>(
  { type: "every", ms: 10_000, from },
  { type: "every", ms: 7 * 60_000, from, count: 50 },
  { type: "cron", cron: "*/15 * * * *", tz: "Europe/Berlin" },
  { type: "cron", cron: "30 2,14 * * *", tz: "Europe/Berlin" },
  { type: "rule", rules: ["FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0"], start: "2026-10-20T08:00:00", tz: "Europe/Berlin" },
  { type: "once", at: "2026-10-25T02:30:00", tz: "Europe/Berlin" },
);

it("finds the newest slots of a stretch, as walking through it would", () => {
  const hours = fc.integer({ min: 0, max: 24 * 10 * 3_600 }).map((seconds) => seconds * 1_000);
  fc.assert(
    fc.property(
      schedules,
      hours,
      fc.integer({ min: 0, max: 6 * 3_600_000 }),
      fc.integer({ min: 1, max: 120 }),
      (schedule, offset, length, most) => {
        const after = from + offset;
        const walked: number[] = [];
        for (
          let slot = nextSlot(schedule, after);
          slot !== null && slot <= after + length;
          slot = nextSlot(schedule, slot)
        ) {
          walked.push(slot);
        }
        expect(newestSlots(schedule, after, after + length, most)).toEqual(walked.slice(-most));
      },
    ),
    { numRuns: 300 },
  );
});

it("looks back over ten years of minutes at once", () => {
  const minutely: Schedule = { type: "every", ms: 60_000, from };
  const until = from + 10 * 365 * 24 * 3_600_000;
  expect(newestSlots(minutely, from, until, 2)).toEqual([until - 60_000, until]);
});
