import { describe, expect, it } from "vitest";
import type { EverySchedule, RuleSchedule, Schedule } from "../../src/core/schedule.ts";
import { checkSchedule } from "../../src/time/validate.ts";
import { cron, rule, utc } from "./support.ts";

const now = utc("2026-11-24T13:05Z");
const tz = "Europe/Berlin";
const start = "2026-11-24T09:00:00";

const code = (schedule: Schedule) => checkSchedule(schedule, now)?.code ?? null;
const once = (at: string, zone = tz): Schedule => ({ type: "once", at, tz: zone });
const every = (more: Partial<EverySchedule>): EverySchedule => ({ type: "every", ms: 60_000, from: now, ...more });
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index % 60).join();

describe("a schedule that can be kept", () => {
  const good: Schedule[] = [
    once("2026-11-24T14:05:01"),
    once("2027-03-28T02:30:00"),
    once("2099-12-31T23:59:59"),
    cron("0 9 * * 1-5", tz),
    cron(`${numbers(60)} * * * *`, tz),
    cron("*/10 * * * * *", tz),
    cron("0 9 29 2 *", tz),
    every({}),
    every({ ms: 10_000, count: 1, from: now + 1 }),
    every({ window: { tz, days: ["MO"], start: "22:00", end: "06:00" } }),
    rule(tz, start, "FREQ=WEEKLY;BYDAY=MO;BYHOUR=19;BYMINUTE=0", "FREQ=WEEKLY;BYDAY=SA"),
    rule(tz, start, "freq=monthly;byday=-1fr,+2MO;count=500"),
    rule(tz, start, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20400301T000000"),
    { ...rule(tz, start), dates: ["2026-12-24T18:00:00"] },
    { type: "after", days: 3, time: "09:00", tz },
    { type: "event", on: "startup" },
    { type: "manual" },
  ];
  it.each(good)("is fine: %j", (schedule) => {
    expect(checkSchedule(schedule, now)).toBeNull();
  });
});

describe("a schedule that cannot be kept", () => {
  const many: RuleSchedule = rule(tz, start, ...Array.from({ length: 51 }, () => "FREQ=DAILY"));
  const bad: [string, Schedule][] = [
    ["unknownZone", once("2027-01-01T09:00:00", "Europe/Atlantis")],
    ["unknownZone", cron("0 9 * * *", "+02:00")],
    ["unknownZone", every({ window: { tz: "", days: ["MO"], start: "09:00", end: "10:00" } })],
    ["badSchedule", once("2027-02-30T09:00:00")],
    ["badSchedule", once("tomorrow")],
    ["past", once("2026-11-24T14:05:00")],
    ["tooFar", once("9999-01-01T00:00:00")],
    ["missingDate", once("2011-12-30T10:00:00", "Pacific/Apia")],
    ["badSchedule", cron("0 9 * *", tz)],
    ["badSchedule", cron("61 9 * * *", tz)],
    ["badSchedule", cron("0 0 1 1 * 2030 7", tz)],
    ["badSchedule", cron("@reboot", tz)],
    ["neverFires", cron("0 9 30 2 *", tz)],
    ["tooOften", cron("* * * * * *", tz)],
    ["tooOften", cron("0,55 0,59 * * * *", tz)],
    ["tooMany", cron(`${numbers(1000)} * * * *`, tz)],
    ["tooOften", every({ ms: 9_999 })],
    ["badSchedule", every({ ms: Number.NaN })],
    ["past", every({ from: 0, until: now })],
    ["past", every({ from: 0, count: 5 })],
    ["neverFires", every({ until: now - 1 })],
    ["tooFar", every({ from: utc("2100-01-01T12:00Z") })],
    ["badSchedule", every({ window: { tz, days: ["MO"], start: "9", end: "18:00" } })],
    ["neverFires", every({ window: { tz, days: [], start: "09:00", end: "18:00" } })],
    ["badSchedule", rule(tz, start, "every monday")],
    ["badSchedule", rule(tz, start, "FREQ=DAILY;BYHOUR=25")],
    ["badSchedule", rule(tz, start, "FREQ=DAILY;FREQ=WEEKLY")],
    ["badSchedule", rule(tz, start, "FREQ=DAILY;RSCALE=HEBREW")],
    ["badSchedule", rule(tz, start, "FREQ=DAILY;COUNT=3;UNTIL=20270101")],
    ["badSchedule", rule(tz, start, "FREQ=DAILY;UNTIL=20270230")],
    ["tooMany", rule(tz, start, "FREQ=DAILY;COUNT=501")],
    ["badSchedule", rule(tz, start, "FREQ=DAILY;COUNT=0")],
    ["badSchedule", rule(tz, start, "FREQ=YEARLY;INTERVAL=999999999")],
    ["badSchedule", rule(tz, start, "FREQ=WEEKLY;BYWEEKNO=3")],
    ["badSchedule", rule(tz, "2026-02-30T09:00:00", "FREQ=DAILY")],
    ["badSchedule", { ...rule(tz, start, "FREQ=DAILY"), except: ["2026-02-30"] }],
    ["neverFires", rule(tz, start, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")],
    ["neverFires", rule(tz, start)],
    ["past", rule(tz, "2020-01-01T09:00:00", "FREQ=DAILY;COUNT=5")],
    ["past", rule(tz, start, "FREQ=DAILY;UNTIL=20261124T090000")],
    ["tooOften", rule(tz, start, "FREQ=SECONDLY")],
    ["tooOften", rule(tz, start, "FREQ=DAILY;BYSECOND=0,5")],
    ["tooFar", rule(tz, "2150-01-01T09:00:00", "FREQ=DAILY")],
    ["tooMany", many],
    ["tooMany", rule(tz, start, `FREQ=DAILY;BYMINUTE=${numbers(1000)}`)],
    ["badSchedule", { type: "after", days: 0, time: "09:00", tz }],
    ["badSchedule", { type: "after", days: 1, time: "25:00", tz }],
  ];
  it.each(bad)("%s: %j", (expected, schedule) => {
    expect(code(schedule)).toBe(expected);
  });

  it("says which part is wrong", () => {
    expect(checkSchedule(rule(tz, start, "FREQ=DAILY;BYHOUR=25"), now)?.detail).toBe("BYHOUR=25");
    expect(checkSchedule(cron("0 9 * * *", "Atlantis"), now)?.detail).toBe("Atlantis");
    expect(checkSchedule(cron("0 9 * *", tz), now)?.detail).toMatch(/five, six/);
  });
});
