import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Schedule, Weekday } from "../../src/core/schedule.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { changeAt, instantOf, latestWall, wallOf } from "../../src/time/resolve.ts";
import { cron, rule, utc } from "./support.ts";
import { ALL_ZONES, transitions } from "./transitions.ts";

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2037, 0, 1);

const zone = fc.constantFrom(...ALL_ZONES);
const changing = ALL_ZONES.filter((name) => transitions(name, FROM, TO).length > 0);

/** Mostly near a clock change, where the mistakes are. */
const zoneAndInstant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...changing), fc.nat(), fc.integer({ min: -30 * HOUR, max: 30 * HOUR }))
    .map(([tz, pick, off]) => {
      const all = transitions(tz, FROM, TO);
      return { tz, at: (all[pick % all.length]?.at ?? 0) + off };
    }),
  fc.tuple(zone, fc.integer({ min: FROM, max: TO })).map(([tz, at]) => ({ tz, at })),
);

const days: Weekday[] = ["MO", "WE", "SA", "SU"];
const schedules: ((tz: string) => Schedule)[] = [
  (tz) => cron("30 2 * * *", tz),
  (tz) => cron("0,30 0-3,14 * * *", tz),
  (tz) => cron("*/20 * * * *", tz),
  (tz) => cron("59 23 L * *", tz),
  (tz) => rule(tz, "2026-01-01T02:15:00", "FREQ=DAILY"),
  (tz) =>
    rule(
      tz,
      "2026-01-01T00:00:00",
      "FREQ=WEEKLY;BYDAY=SU;BYHOUR=0,1,2,3",
      "FREQ=HOURLY;BYDAY=SU",
      "FREQ=HOURLY;INTERVAL=7",
    ),
  (tz) => ({
    ...rule(tz, "2026-01-01T23:45:00", "FREQ=DAILY"),
    dates: ["2027-03-28T02:30:00"],
    except: ["2027-10-31"],
  }),
  (tz) => ({ type: "every", ms: 25 * 60_000, from: FROM, window: { tz, days, start: "22:00", end: "03:30" } }),
  (tz) => ({
    type: "every",
    ms: 45 * 60_000,
    from: FROM,
    window: { tz, days, start: "01:00", end: "02:30" },
    count: 500,
  }),
];

describe("nextSlot", () => {
  it("goes strictly forward, and is the same from any moment in between", () => {
    const which = fc.constantFrom(...schedules);
    const sample = fc.property(
      which,
      zoneAndInstant,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (make, { tz, at }, part) => {
        const schedule = make(tz);
        let after = at;
        for (let seen = 0; seen < 6; seen++) {
          const slot = nextSlot(schedule, after);
          if (slot === null) return;
          expect(slot).toBeGreaterThan(after);
          const between = Math.min(slot - 1, after + Math.floor((slot - after) * part));
          expect(nextSlot(schedule, between)).toBe(slot);
          after = slot;
        }
      },
    );
    fc.assert(sample, { numRuns: 3_000 });
  });

  it("agrees with Croner on single clock times in all zones", () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 59 }));
    const sample = fc.property(zoneAndInstant, time, ({ tz, at }, [hour, minute]) => {
      const expression = `${minute} ${hour} * * *`;
      const job = new Cron(expression, { timezone: tz });
      expect([tz, at, nextSlot(cron(expression, tz), at)]).toEqual([tz, at, job.nextRun(new Date(at))?.getTime()]);
    });
    fc.assert(sample, { numRuns: 1_500 });
  });

  it("is null for schedules that wait for something else", () => {
    const others: Schedule[] = [
      { type: "manual" },
      { type: "event", on: "startup" },
      { type: "after", days: 2, time: "09:00", tz: "Europe/Berlin" },
    ];
    for (const schedule of others) expect(nextSlot(schedule, 0)).toBeNull();
  });

  it("finds one-shots 25 days, 60 days, 5 years and 73 years ahead to the second", () => {
    const now = utc("2026-11-24T13:05:07Z");
    for (const at of ["2026-12-19T13:05:07", "2027-01-23T13:05:07", "2031-11-24T13:05:07", "2099-12-31T23:59:59"]) {
      const schedule: Schedule = { type: "once", at, tz: "UTC" };
      expect(nextSlot(schedule, now)).toBe(utc(`${at}Z`));
      expect(nextSlot(schedule, utc(`${at}Z`))).toBeNull();
    }
    expect(nextSlot({ type: "once", at: "2100-01-01T00:00:00", tz: "UTC" }, now)).toBeNull();
  });
});

describe("wall time and instants", () => {
  it("go there and back: an instant shows a wall time whose first or second copy is that instant", () => {
    const sample = fc.property(zoneAndInstant, ({ tz, at }) => {
      const wall = wallOf(at, tz);
      expect([instantOf(wall, tz), instantOf(wall, tz, true)]).toContain(at);
      expect(latestWall(at, tz)).toBeGreaterThanOrEqual(wall);
      expect(instantOf(latestWall(at, tz), tz)).toBeLessThanOrEqual(at);
    });
    fc.assert(sample, { numRuns: 3_000 });
  });

  it("say what becomes of a clock time", () => {
    const berlin = (time: string) => changeAt(utc(`${time}Z`), "Europe/Berlin");
    expect(berlin("2027-03-28T01:59:59")).toBeNull();
    expect(berlin("2027-03-28T02:00:00")).toBe("skipped");
    expect(berlin("2027-03-28T03:00:00")).toBeNull();
    expect(berlin("2027-10-31T01:59:59")).toBeNull();
    expect(berlin("2027-10-31T02:00:00")).toBe("repeated");
    expect(berlin("2027-10-31T03:00:00")).toBeNull();
    expect(changeAt(utc("2011-12-30T10:00:00Z"), "Pacific/Apia")).toBe("missing");
  });
});
