import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSlot } from "../../src/time/next-slot.ts";
import { cron, firstSlots } from "./support.ts";

const monthEnd = (at: number) => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) - 1;
};

/**
 * The next time by Croner, which is right wherever no clock changes, but for one thing: looking for a 31st in a
 * shorter month, Croner 11 passes over the first days of the next one ("0 0 1,31 * *" after 26 February is 31
 * March to it). So it is asked again from the end of each month on the way.
 */
function cronerNext(cron: Cron, from: number): number | null {
  const found = cron.nextRun(new Date(from))?.getTime() ?? null;
  for (let end = monthEnd(from); found !== null && end < found; end = monthEnd(end + 1)) {
    const earlier = cron.nextRun(new Date(end))?.getTime() ?? found;
    if (earlier < found) return earlier;
  }
  return found;
}

function cronerSlots(expression: string, from: number, count: number): number[] {
  const cron = new Cron(expression, { timezone: "UTC", mode: "5-or-6-parts" });
  const found: number[] = [];
  for (let slot = cronerNext(cron, from); slot !== null && found.length < count; ) {
    found.push(slot);
    slot = cronerNext(cron, slot);
  }
  return found;
}

function ourSlots(expression: string, from: number, count: number): number[] {
  const found: number[] = [];
  for (let slot = nextSlot(cron(expression, "UTC"), from); slot !== null && found.length < count; ) {
    found.push(slot);
    slot = nextSlot(cron(expression, "UTC"), slot);
  }
  return found;
}

const number = (least: number, most: number) => fc.integer({ min: least, max: most }).map(String);
const range = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
const field = (least: number, most: number, ...extra: fc.Arbitrary<string>[]) => {
  const item = fc.oneof(
    number(least, most),
    range(least, most),
    fc.tuple(range(least, most), number(1, most - least)).map(([span, step]) => `${span}/${step}`),
    number(1, most - least).map((step) => `*/${step}`),
    ...extra,
  );
  const list = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));
  return fc.oneof(fc.constant("*"), list);
};

const dayOfMonth = field(
  1,
  31,
  fc.constant("L"),
  number(1, 31).map((day) => `${day}W`),
);
const named = fc.constantFrom("MON", "fri", "SUN", "7");
const nth = fc.tuple(number(0, 6), fc.constantFrom("#1", "#2", "#5", "L", "#L")).map((parts) => parts.join(""));
const dayOfWeek = fc.oneof(
  field(0, 6, named, nth),
  field(0, 6).map((days) => (days === "*" ? days : `+${days}`)),
);
const month = fc.oneof(field(1, 12), fc.constantFrom("JAN", "feb,oct", "3-5"));
const fiveFields = fc
  .tuple(field(0, 59), field(0, 23), fc.oneof(dayOfMonth, fc.constant("LW")), month, dayOfWeek)
  .map((fields) => fields.join(" "));
const sixFields = fc.tuple(field(0, 59), fiveFields).map((fields) => fields.join(" "));

describe("cron expressions", () => {
  it("mean what Croner says where no clock changes", () => {
    const from = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2060, 0) });
    const sample = fc.property(fc.oneof(fiveFields, sixFields), from, (expression, after) => {
      expect([expression, ...ourSlots(expression, after, 4)]).toEqual([
        expression,
        ...cronerSlots(expression, after, 4),
      ]);
    });
    fc.assert(sample, { numRuns: 1_500 });
  });

  it("with a 31st among them keep the first days after a short month", () => {
    expect(firstSlots(cron("0 0 */5 * *", "UTC"), "2029-02-26T00:00Z", 3)).toEqual([
      "2029-03-01T00:00Z",
      "2029-03-06T00:00Z",
      "2029-03-11T00:00Z",
    ]);
  });

  const dates: [string, string, string[]][] = [
    ["0 9 29 2 *", "2026-01-01T00:00Z", ["2028-02-29", "2032-02-29", "2036-02-29"]],
    ["0 9 L 2 *", "2026-01-01T00:00Z", ["2026-02-28", "2027-02-28", "2028-02-29"]],
    ["0 9 31 * *", "2026-01-01T00:00Z", ["2026-01-31", "2026-03-31", "2026-05-31"]],
    ["0 9 L * *", "2026-01-01T00:00Z", ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["0 9 LW * *", "2026-01-01T00:00Z", ["2026-01-30", "2026-02-27", "2026-03-31"]],
    ["0 9 15W * *", "2026-01-01T00:00Z", ["2026-01-15", "2026-02-16", "2026-03-16"]],
    ["0 9 1W * *", "2026-07-02T00:00Z", ["2026-08-03", "2026-09-01", "2026-10-01"]],
    ["0 9 * * 1#1", "2026-01-01T00:00Z", ["2026-01-05", "2026-02-02", "2026-03-02"]],
    ["0 9 * * 5L", "2026-01-01T00:00Z", ["2026-01-30", "2026-02-27", "2026-03-27"]],
    ["0 9 * * 3#5", "2026-01-01T00:00Z", ["2026-04-29", "2026-07-29", "2026-09-30"]],
    ["0 9 13 * 5", "2026-01-01T00:00Z", ["2026-01-02", "2026-01-09", "2026-01-13"]],
    ["0 9 13 * +5", "2026-01-01T00:00Z", ["2026-02-13", "2026-03-13", "2026-11-13"]],
    ["0 0 1 1 *", "2098-06-01T00:00Z", ["2099-01-01"]],
    ["0 9 19 1 *", "2037-06-01T00:00Z", ["2038-01-19", "2039-01-19", "2040-01-19"]],
  ];
  for (const [expression, from, expected] of dates) {
    it(`${expression} after ${from.slice(0, 10)} is ${expected.join(", ")}`, () => {
      expect(firstSlots(cron(expression, "UTC"), from, 3).map((slot) => slot.slice(0, 10))).toEqual(expected);
    });
  }

  it("seconds are a sixth field in front", () => {
    const schedule = cron("30 59 23 31 12 *", "UTC");
    expect(nextSlot(schedule, Date.UTC(2026, 0))).toBe(Date.UTC(2026, 11, 31, 23, 59, 30));
  });

  it("a slot is strictly after, also by a millisecond", () => {
    const noon = Date.UTC(2026, 5, 1, 12);
    const schedule = cron("0 12 * * *", "UTC");
    expect(nextSlot(schedule, noon - 1)).toBe(noon);
    expect(nextSlot(schedule, noon)).toBe(noon + 86_400_000);
  });

  it("what never comes is null, and so is everything after 2099", () => {
    for (const expression of ["0 0 30 2 *", "* * 31 4,6 *", "* * * 31 9 *", "0 0 31 2 +1"]) {
      expect(nextSlot(cron(expression, "Europe/Berlin"), Date.UTC(2026, 0))).toBeNull();
    }
    expect(nextSlot(cron("* * * * *", "UTC"), Date.UTC(2099, 11, 31, 23, 59))).toBeNull();
  });
});
