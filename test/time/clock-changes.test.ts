import { describe, expect, it } from "vitest";
import type { EverySchedule, Zone } from "../../src/core/schedule.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { cron, firstSlots, rule, slots, utc } from "./support.ts";

const every = (minutes: number, from: string): EverySchedule => ({
  type: "every",
  ms: minutes * 60_000,
  from: utc(from),
});

/** The same clock times said three ways: as cron, as one rule with lists, as one rule for each time. */
function daily(tz: Zone, hours: number[], minute: number) {
  return [
    cron(`${minute} ${hours.join()} * * *`, tz),
    rule(tz, "2011-01-01T00:00:00", `FREQ=DAILY;BYHOUR=${hours.join()};BYMINUTE=${minute}`),
    rule(tz, "2011-01-01T00:00:00", ...hours.map((hour) => `FREQ=DAILY;BYHOUR=${hour};BYMINUTE=${minute}`)),
  ];
}

const clockTimes: [Zone, number[], number, string, string, string[]][] = [
  ["Europe/Berlin", [2], 30, "2027-03-27T12:00Z", "2027-03-29T12:00Z", ["2027-03-28T01:00Z", "2027-03-29T00:30Z"]],
  ["Europe/Berlin", [2], 30, "2027-10-30T12:00Z", "2027-11-01T12:00Z", ["2027-10-31T00:30Z", "2027-11-01T01:30Z"]],
  [
    "Europe/Berlin",
    [2, 14],
    30,
    "2027-03-26T23:00Z",
    "2027-03-29T22:00Z",
    [
      "2027-03-27T01:30Z",
      "2027-03-27T13:30Z",
      "2027-03-28T01:00Z",
      "2027-03-28T12:30Z",
      "2027-03-29T00:30Z",
      "2027-03-29T12:30Z",
    ],
  ],
  [
    "Europe/Berlin",
    [2, 14],
    30,
    "2027-10-29T22:00Z",
    "2027-11-01T23:00Z",
    [
      "2027-10-30T00:30Z",
      "2027-10-30T12:30Z",
      "2027-10-31T00:30Z",
      "2027-10-31T13:30Z",
      "2027-11-01T01:30Z",
      "2027-11-01T13:30Z",
    ],
  ],
  ["America/New_York", [2], 30, "2027-03-13T12:00Z", "2027-03-15T12:00Z", ["2027-03-14T07:00Z", "2027-03-15T06:30Z"]],
  ["America/New_York", [1], 30, "2027-11-06T12:00Z", "2027-11-08T12:00Z", ["2027-11-07T05:30Z", "2027-11-08T06:30Z"]],
  ["Australia/Lord_Howe", [2], 15, "2027-10-02T00:00Z", "2027-10-03T00:00Z", ["2027-10-02T15:30Z"]],
  ["Australia/Lord_Howe", [1], 45, "2027-04-03T12:00Z", "2027-04-04T12:00Z", ["2027-04-03T14:45Z"]],
  ["Pacific/Apia", [10], 0, "2011-12-29T00:00Z", "2011-12-31T00:00Z", ["2011-12-29T20:00Z", "2011-12-30T20:00Z"]],
  ["Africa/Casablanca", [2], 30, "2027-02-06T12:00Z", "2027-02-07T12:00Z", ["2027-02-07T01:30Z"]],
  ["Africa/Casablanca", [2], 30, "2027-03-13T12:00Z", "2027-03-14T12:00Z", ["2027-03-14T02:00Z"]],
  ["America/Santiago", [0], 0, "2027-09-04T12:00Z", "2027-09-06T12:00Z", ["2027-09-05T04:00Z", "2027-09-06T03:00Z"]],
  ["Africa/Cairo", [0], 0, "2027-04-29T12:00Z", "2027-04-30T23:00Z", ["2027-04-29T22:00Z", "2027-04-30T21:00Z"]],
];

describe("a clock time on a date fires once", () => {
  for (const [tz, hours, minute, from, to, expected] of clockTimes) {
    const times = hours.map((hour) => `${hour}:${String(minute).padStart(2, "0")}`).join(" and ");
    it(`daily ${times} in ${tz} after ${from}`, () => {
      for (const schedule of daily(tz, hours, minute)) expect(slots(schedule, from, to)).toEqual(expected);
    });
  }

  it("a skipped one-shot fires after the gap, a repeated one at the copy that was meant", () => {
    const once = { type: "once", tz: "Europe/Berlin" } as const;
    const before = utc("2027-01-01T00:00Z");
    expect(nextSlot({ ...once, at: "2027-03-28T02:30:00" }, before)).toBe(utc("2027-03-28T01:00Z"));
    expect(nextSlot({ ...once, at: "2027-10-31T02:30:00" }, before)).toBe(utc("2027-10-31T00:30Z"));
    expect(nextSlot({ ...once, at: "2027-10-31T02:30:00", fold: 1 }, before)).toBe(utc("2027-10-31T01:30Z"));
    expect(nextSlot({ ...once, at: "2027-07-01T02:30:00", fold: 1 }, before)).toBe(utc("2027-07-01T00:30Z"));
  });

  it("two times that become the same instant are one slot", () => {
    const times = cron("0,15,30,45 2-3 * * *", "Europe/Berlin");
    const expected = ["2027-03-28T01:00Z", "2027-03-28T01:15Z", "2027-03-28T01:30Z", "2027-03-28T01:45Z"];
    expect(slots(times, "2027-03-27T12:00Z", "2027-03-28T12:00Z")).toEqual(expected);
  });

  it("a time skipped just before midnight fires at midnight and still belongs to its own date", () => {
    const saturdays = rule("America/Nuuk", "2027-01-02T23:30:00", "FREQ=WEEKLY;BYDAY=SA");
    expect(firstSlots(saturdays, "2027-03-22T00:00Z", 2)).toEqual(["2027-03-28T01:00Z", "2027-04-04T00:30Z"]);
    const without = { ...saturdays, except: ["2027-03-27"] };
    expect(firstSlots(without, "2027-03-22T00:00Z", 1)).toEqual(["2027-04-04T00:30Z"]);
  });
});

describe("elapsed time runs through clock changes", () => {
  it("every 15 minutes fires eight times in Berlin's repeated hour", () => {
    const expected = ["00:00", "00:15", "00:30", "00:45", "01:00", "01:15", "01:30", "01:45"].map(
      (t) => `2027-10-31T${t}Z`,
    );
    const [from, to] = ["2027-10-30T23:59Z", "2027-10-31T01:59Z"];
    expect(slots(cron("*/15 * * * *", "Europe/Berlin"), from, to)).toEqual(expected);
    expect(slots(every(15, "2027-10-01T00:00Z"), from, to)).toEqual(expected);
    expect(slots(rule("Europe/Berlin", "2027-10-01T00:00:00", "FREQ=MINUTELY;INTERVAL=15"), from, to)).toEqual(
      expected,
    );
    const sundays = rule("Europe/Berlin", "2027-10-01T00:00:00", "FREQ=MINUTELY;INTERVAL=15;BYDAY=SU");
    expect(slots(sundays, from, to)).toEqual(expected);
  });

  it("hourly fires in both of New York's 1 o'clocks and never waits for the skipped hour", () => {
    const hourly = cron("0 * * * *", "America/New_York");
    const autumn = ["05:00", "06:00", "07:00"].map((time) => `2027-11-07T${time}Z`);
    expect(slots(hourly, "2027-11-07T04:59Z", "2027-11-07T07:59Z")).toEqual(autumn);
    const spring = ["06:00", "07:00", "08:00"].map((time) => `2027-03-14T${time}Z`);
    expect(slots(hourly, "2027-03-14T05:59Z", "2027-03-14T08:59Z")).toEqual(spring);
  });

  it("every 30 minutes fires at both of Lord Howe's half past one", () => {
    const expected = ["14:30", "15:00", "15:30"].map((time) => `2027-04-03T${time}Z`);
    const [from, to] = ["2027-04-03T14:00Z", "2027-04-03T15:59Z"];
    expect(slots(cron("*/30 * * * *", "Australia/Lord_Howe"), from, to)).toEqual(expected);
    expect(slots(every(30, "2027-04-01T00:00Z"), from, to)).toEqual(expected);
  });

  it("hours of some days only are found behind a clock change", () => {
    const mondays = cron("0 * * * 1", "Europe/Berlin");
    expect(firstSlots(mondays, "2027-03-27T12:00Z", 2)).toEqual(["2027-03-28T22:00Z", "2027-03-28T23:00Z"]);
    expect(firstSlots(mondays, "2027-10-30T12:00Z", 2)).toEqual(["2027-10-31T23:00Z", "2027-11-01T00:00Z"]);
    const fullHours = cron("0 * * * *", "Australia/Lord_Howe");
    const spring = ["14:30", "16:00", "17:00"].map((time) => `2027-10-02T${time}Z`);
    expect(slots(fullHours, "2027-10-02T14:00Z", "2027-10-02T17:00Z")).toEqual(spring);
  });

  it("hours chosen by an hourly rule are clock times instead", () => {
    const two = rule("Europe/Berlin", "2027-01-01T00:00:00", "FREQ=HOURLY;BYHOUR=2");
    expect(slots(two, "2027-10-30T12:00Z", "2027-10-31T12:00Z")).toEqual(["2027-10-31T00:00Z"]);
    expect(slots(two, "2027-03-27T12:00Z", "2027-03-28T12:00Z")).toEqual(["2027-03-28T01:00Z"]);
  });

  it("a list, range or step of hours is a list of clock times instead", () => {
    const berlin = (expression: string) =>
      slots(cron(expression, "Europe/Berlin"), "2027-10-30T22:00Z", "2027-10-31T03:00Z");
    const once = ["2027-10-30T22:00Z", "2027-10-31T00:00Z", "2027-10-31T03:00Z"];
    expect(berlin("0 */2 * * *")).toEqual(once.slice(1));
    expect(berlin("0 2,4 * * *")).toEqual(once.slice(1));
    expect(berlin("0 2-4/2 * * *")).toEqual(once.slice(1));
    expect(berlin("0 2-4 * * *")).toEqual(["2027-10-31T00:00Z", "2027-10-31T02:00Z", "2027-10-31T03:00Z"]);
  });
});

describe("a date that does not exist has no slot", () => {
  const apia = "Pacific/Apia";

  it("the 30th of each month skips Apia's missing 30 December 2011", () => {
    const after = "2011-12-15T00:00Z";
    const expected = ["2012-01-29T20:00Z", "2012-03-29T20:00Z"];
    expect(firstSlots(cron("0 10 30 * *", apia), after, 2)).toEqual(expected);
    expect(firstSlots(rule(apia, "2011-01-01T10:00:00", "FREQ=MONTHLY;BYMONTHDAY=30"), after, 2)).toEqual(expected);
  });

  it("a one-shot on it never fires, nor does a window open", () => {
    expect(nextSlot({ type: "once", at: "2011-12-30T10:00:00", tz: apia }, 0)).toBeNull();
    const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
    const window = { tz: apia, days: [...days], start: "09:00", end: "10:00" };
    const schedule: EverySchedule = { type: "every", ms: 3_600_000, from: utc("2011-12-29T12:00Z"), window };
    const expected = ["2011-12-29T19:00Z", "2011-12-29T20:00Z", "2011-12-30T19:00Z", "2011-12-30T20:00Z"];
    expect(slots(schedule, "2011-12-29T12:00Z", "2011-12-31T00:00Z")).toEqual(expected);
  });
});
