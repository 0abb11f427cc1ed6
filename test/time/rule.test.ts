import { describe, expect, it } from "vitest";
import { nextSlot } from "../../src/time/next-slot.ts";
import { firstSlots, rule, utc } from "./support.ts";

const start = "2026-01-01T10:00:00";
const after = "2026-01-01T12:00Z";

/** The next dates of one rule in UTC, written `01-31`. */
function dates(text: string, from = after, count = 4): string[] {
  return firstSlots(rule("UTC", start, text), from, count).map((slot) => slot.slice(5, 10));
}

describe("calendar rules", () => {
  it("the last working day of each month", () => {
    const text = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
    expect(dates(text)).toEqual(["01-30", "02-27", "03-31", "04-30"]);
    expect(dates(text, "2026-11-24T13:05Z", 3)).toEqual(["11-30", "12-31", "01-29"]);
  });

  it("the 31st said in words is the last day of shorter months; as a raw rule it skips them", () => {
    expect(dates("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1")).toEqual(["01-31", "02-28", "03-31", "04-30"]);
    expect(dates("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")).toEqual(["01-30", "02-28", "03-30", "04-30"]);
    expect(dates("FREQ=MONTHLY;BYMONTHDAY=31")).toEqual(["01-31", "03-31", "05-31", "07-31"]);
    expect(dates("FREQ=MONTHLY;BYMONTHDAY=-1")).toEqual(["01-31", "02-28", "03-31", "04-30"]);
  });

  it("29 February comes each leap year, or as the last of February each year", () => {
    const leap = firstSlots(rule("UTC", start, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), after, 3);
    expect(leap.map((slot) => slot.slice(0, 10))).toEqual(["2028-02-29", "2032-02-29", "2036-02-29"]);
    const birthday = rule("UTC", "2024-02-29T09:00:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1");
    const days = firstSlots(birthday, after, 3).map((slot) => slot.slice(0, 10));
    expect(days).toEqual(["2026-02-28", "2027-02-28", "2028-02-29"]);
  });

  it("week 53, the end of the year, and the second of 2038", () => {
    const weeks = firstSlots(rule("UTC", start, "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO"), "2027-01-10T00:00Z", 2);
    expect(weeks.map((slot) => slot.slice(0, 10))).toEqual(["2032-12-27", "2037-12-28"]);
    expect(dates("FREQ=YEARLY;BYYEARDAY=-1", after, 2)).toEqual(["12-31", "12-31"]);
    const late = rule("UTC", "2038-01-19T03:14:08", "FREQ=DAILY");
    expect(nextSlot(late, utc(after))).toBe(2 ** 31 * 1000);
  });

  it("every other week keeps its phase from the start", () => {
    expect(dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-01-01T00:00Z")).toEqual(["01-01", "01-15", "01-29", "02-12"]);
    expect(dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-01-16T00:00Z", 2)).toEqual(["01-29", "02-12"]);
  });

  it("the time of day is that of the start unless the rule gives one", () => {
    expect(firstSlots(rule("Europe/Berlin", start, "FREQ=DAILY"), "2026-06-30T00:00Z", 1)).toEqual([
      "2026-06-30T08:00Z",
    ]);
    const twice = rule(
      "Europe/Berlin",
      "2026-01-01T00:00:00",
      "FREQ=DAILY;BYHOUR=8;BYMINUTE=15",
      "FREQ=DAILY;BYHOUR=20;BYMINUTE=40",
    );
    expect(firstSlots(twice, after, 3)).toEqual(["2026-01-01T19:40Z", "2026-01-02T07:15Z", "2026-01-02T19:40Z"]);
  });

  it("several rules are united and what they share comes once", () => {
    const both = rule("UTC", start, "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=WEEKLY;BYDAY=TH,SA");
    expect(firstSlots(both, after, 4).map((slot) => slot.slice(5, 10))).toEqual(["01-03", "01-05", "01-08", "01-10"]);
  });
});

describe("ends and exceptions of a rule", () => {
  it("COUNT counts from the start, wherever one asks", () => {
    expect(dates("FREQ=DAILY;COUNT=4")).toEqual(["01-02", "01-03", "01-04"]);
    expect(dates("FREQ=DAILY;COUNT=4", "2026-01-04T10:00Z")).toEqual([]);
  });

  it("UNTIL is wall time and included; a date alone includes its day; with Z it is UTC", () => {
    const last = (until: string) => firstSlots(rule("Asia/Tokyo", start, `FREQ=DAILY;UNTIL=${until}`), after, 9).at(-1);
    expect(last("20260104T100000")).toBe("2026-01-04T01:00Z");
    expect(last("20260104T095959")).toBe("2026-01-03T01:00Z");
    expect(last("20260104")).toBe("2026-01-04T01:00Z");
    expect(last("20260104T010000Z")).toBe("2026-01-04T01:00Z");
    expect(last("20260104T005959Z")).toBe("2026-01-03T01:00Z");
    expect(firstSlots(rule("UTC", start, "UNTIL=20260103;FREQ=DAILY"), after, 9)).toHaveLength(2);
  });

  it("excepted days are left out and do not use up COUNT's place for another", () => {
    const schedule = { ...rule("UTC", start, "FREQ=DAILY;COUNT=5"), except: ["2026-01-03", "2026-01-04"] };
    expect(firstSlots(schedule, after, 9).map((slot) => slot.slice(5, 10))).toEqual(["01-02", "01-05"]);
    const midnight = { ...rule("UTC", "2026-01-01T00:00:00", "FREQ=DAILY"), except: ["2026-01-02"] };
    expect(firstSlots(midnight, after, 1)).toEqual(["2026-01-03T00:00Z"]);
    const hourly = { ...rule("UTC", start, "FREQ=HOURLY;INTERVAL=6"), except: ["2026-01-02"] };
    expect(firstSlots(hourly, after, 3)).toEqual(["2026-01-01T16:00Z", "2026-01-01T22:00Z", "2026-01-03T04:00Z"]);
  });

  it("single dates are added, unless excepted or already there", () => {
    const dates = ["2026-01-20T08:00:00", "2026-01-05T10:00:00", "2026-02-01T10:00:00"];
    const schedule = { ...rule("UTC", start, "FREQ=WEEKLY;BYDAY=MO;COUNT=2"), dates, except: ["2026-02-01"] };
    expect(firstSlots(schedule, after, 9)).toEqual(["2026-01-05T10:00Z", "2026-01-12T10:00Z", "2026-01-20T08:00Z"]);
  });

  it("hourly and smaller steps are elapsed time, with COUNT and UNTIL", () => {
    expect(firstSlots(rule("UTC", start, "FREQ=MINUTELY;INTERVAL=90;COUNT=4"), after, 9)).toEqual([
      "2026-01-01T13:00Z",
      "2026-01-01T14:30Z",
    ]);
    const until = rule("UTC", start, "FREQ=HOURLY;UNTIL=20260101T140000");
    expect(firstSlots(until, after, 9)).toEqual(["2026-01-01T13:00Z", "2026-01-01T14:00Z"]);
    const hours = rule("UTC", start, "FREQ=HOURLY;BYHOUR=9,17;BYMINUTE=0");
    expect(firstSlots(hours, after, 2)).toEqual(["2026-01-01T17:00Z", "2026-01-02T09:00Z"]);
  });

  it("what never comes is null, and so is everything after 2099", () => {
    const never = [
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    ];
    for (const text of never) expect(nextSlot(rule("UTC", start, text), utc(after))).toBeNull();
    expect(nextSlot(rule("UTC", start, "FREQ=DAILY"), utc("2099-12-31T10:00Z"))).toBeNull();
  });
});
