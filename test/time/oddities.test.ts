import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/core/schedule.ts";
import { oddities } from "../../src/time/oddities.ts";
import { cron, rule, utc } from "./support.ts";

const tz = "Europe/Berlin";
const notes = (schedule: Schedule, after = "2026-11-24T13:05Z") =>
  oddities(schedule, utc(after)).map((odd) => (odd.note === "clockChange" ? `${odd.change} ${odd.local}` : odd.note));

describe("what is odd about the next five occurrences", () => {
  it("a skipped or repeated clock time, with the instant at which it fires", () => {
    const schedule = rule(tz, "2026-01-01T02:30:00", "FREQ=DAILY");
    const skipped = {
      note: "clockChange",
      change: "skipped",
      at: utc("2027-03-28T01:00Z"),
      local: "2027-03-28T02:30:00",
    };
    expect(oddities(schedule, utc("2027-03-24T12:00Z"))).toEqual([skipped]);
    const repeated = {
      note: "clockChange",
      change: "repeated",
      at: utc("2027-10-31T00:30Z"),
      local: "2027-10-31T02:30:00",
    };
    expect(oddities(schedule, utc("2027-10-27T12:00Z"))).toEqual([repeated]);
  });

  it("nothing that is further away, and nothing that has passed", () => {
    const schedule = cron("30 2 * * *", tz);
    expect(notes(schedule, "2027-03-22T12:00Z")).toEqual([]);
    expect(notes(schedule, "2027-03-23T12:00Z")).toEqual(["skipped 2027-03-28T02:30:00"]);
    expect(notes(schedule, "2027-03-28T01:00Z")).toEqual([]);
  });

  it("a date that is missing", () => {
    expect(notes(cron("0 10 * * *", "Pacific/Apia"), "2011-12-28T00:00Z")).toEqual(["missing 2011-12-30T10:00:00"]);
  });

  it("a one-shot, with the copy that was meant", () => {
    const once = { type: "once", at: "2027-10-31T02:30:00", tz, fold: 1 } as const;
    expect(oddities(once, 0)).toMatchObject([{ change: "repeated", at: utc("2027-10-31T01:30Z") }]);
  });

  it("elapsed time is never odd", () => {
    const from = utc("2027-03-28T00:30Z");
    expect(notes({ type: "every", ms: 900_000, from }, "2027-03-28T00:30Z")).toEqual([]);
    expect(notes(cron("*/15 * * * *", tz), "2027-03-28T00:30Z")).toEqual([]);
    expect(notes(rule(tz, "2027-01-01T00:00:00", "FREQ=HOURLY"), "2027-03-28T00:30Z")).toEqual([]);
    expect(notes({ type: "manual" })).toEqual([]);
  });

  it("months that lack the date", () => {
    const start = "2026-01-31T09:00:00";
    expect(notes(cron("0 9 31 * *", tz))).toEqual(["monthEnd"]);
    expect(notes(cron("0 9 29 2 *", tz))).toEqual(["monthEnd"]);
    expect(notes(cron("0 9 31 1,12 *", tz))).toEqual([]);
    expect(notes(cron("0 9 1-31 * *", tz))).toEqual([]);
    expect(notes(cron("0 9 L * *", tz))).toEqual([]);
    expect(notes(rule(tz, start, "FREQ=MONTHLY"))).toEqual(["monthEnd"]);
    expect(notes(rule(tz, start, "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"))).toEqual(["monthEnd"]);
    expect(notes(rule(tz, start, "FREQ=MONTHLY;BYMONTHDAY=28"))).toEqual([]);
    expect(notes(rule(tz, start, "FREQ=MONTHLY;BYDAY=1MO"))).toEqual([]);
    expect(notes(rule(tz, start, "FREQ=YEARLY"))).toEqual([]);
    expect(notes(rule(tz, "2024-02-29T09:00:00", "FREQ=YEARLY"))).toEqual(["monthEnd"]);
    expect(notes(rule(tz, start, "FREQ=DAILY"))).toEqual([]);
  });

  it("cron's or between its day fields", () => {
    expect(notes(cron("0 9 15 * 1", tz))).toEqual(["cronDays"]);
    expect(notes(cron("0 9 15 * +1", tz))).toEqual([]);
    expect(notes(cron("0 9 15 * *", tz))).toEqual([]);
    expect(notes(cron("0 9 ? * 1", tz))).toEqual([]);
  });
});
