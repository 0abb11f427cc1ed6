import { describe, expect, it } from "vitest";
import { addDays, dayRange, daysBetween, instantOn, localDate, nextWeekday, weekdayOf } from "../../src/time/day.ts";
import { type QuietHours, quietUntil } from "../../src/time/quiet.ts";
import { utc } from "./support.ts";

const tz = "Europe/Berlin";

describe("calendar days", () => {
  it("have 23, 24, 25 or no hours", () => {
    const hours = (date: string, zone: string) => {
      const { from, to } = dayRange(date, zone);
      return (to - from) / 3_600_000;
    };
    expect(hours("2027-03-28", tz)).toBe(23);
    expect(hours("2027-03-29", tz)).toBe(24);
    expect(hours("2027-10-31", tz)).toBe(25);
    expect(hours("2011-12-30", "Pacific/Apia")).toBe(0);
  });

  it("begin where clocks first show the date", () => {
    expect(dayRange("2027-09-05", "America/Santiago").from).toBe(utc("2027-09-05T04:00Z"));
    expect(localDate(utc("2026-11-24T23:30Z"), tz)).toBe("2026-11-25");
    expect(localDate(utc("2026-11-24T22:30Z"), tz)).toBe("2026-11-24");
  });

  it("are added and counted over months, years and clock changes", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
    expect(() => addDays("2027-02-30", 1)).toThrow(RangeError);
  });

  it("until Monday is the coming one, from a Monday a week", () => {
    expect(weekdayOf("2026-11-24")).toBe("TU");
    expect(nextWeekday("2026-11-24", "MO")).toBe("2026-11-30");
    expect(nextWeekday("2026-11-30", "MO")).toBe("2026-12-07");
  });

  it("have clock times", () => {
    expect(instantOn("2027-03-28", "02:30", tz)).toBe(utc("2027-03-28T01:00Z"));
    expect(instantOn("2027-03-28", "09:00:30", tz)).toBe(utc("2027-03-28T07:00:30Z"));
  });
});

describe("quiet hours", () => {
  const night: QuietHours = { start: "22:00", end: "07:00", tz };

  it("begin at their start and are over at their end", () => {
    const end = utc("2026-11-25T06:00Z");
    expect(quietUntil(night, utc("2026-11-24T20:59:59Z"))).toBeNull();
    expect(quietUntil(night, utc("2026-11-24T21:00Z"))).toBe(end);
    expect(quietUntil(night, utc("2026-11-25T03:00Z"))).toBe(end);
    expect(quietUntil(night, end - 1)).toBe(end);
    expect(quietUntil(night, end)).toBeNull();
  });

  it("may lie within one day", () => {
    const noon: QuietHours = { start: "12:00", end: "14:00", tz };
    expect(quietUntil(noon, utc("2026-07-01T11:00Z"))).toBe(utc("2026-07-01T12:00Z"));
    expect(quietUntil(noon, utc("2026-07-01T12:00Z"))).toBeNull();
  });

  it("end by the clock in nights of a clock change", () => {
    expect(quietUntil(night, utc("2027-03-27T22:00Z"))).toBe(utc("2027-03-28T05:00Z"));
    expect(quietUntil(night, utc("2027-10-30T22:00Z"))).toBe(utc("2027-10-31T06:00Z"));
    const early: QuietHours = { start: "22:00", end: "02:30", tz };
    expect(quietUntil(early, utc("2027-03-28T00:59Z"))).toBe(utc("2027-03-28T01:00Z"));
    expect(quietUntil(early, utc("2027-10-31T00:29Z"))).toBe(utc("2027-10-31T00:30Z"));
    expect(quietUntil(early, utc("2027-10-31T01:15Z"))).toBeNull();
  });

  it("of no length are never", () => {
    expect(quietUntil({ start: "22:00", end: "22:00", tz }, utc("2026-11-24T21:00Z"))).toBeNull();
  });
});
