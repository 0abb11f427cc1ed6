import { describe, expect, it } from "vitest";
import { COUNT_LIMIT } from "../../src/core/run.ts";
import type { EverySchedule, Instant } from "../../src/core/schedule.ts";
import { firesBetween, nextFires } from "../../src/time/next-fire.ts";
import { cron, rule, utc } from "./support.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const daily = rule("UTC", "2026-11-01T20:00:00", "FREQ=DAILY");

describe("the next fires of an action with lead times", () => {
  it("are the slot itself without leads", () => {
    const slot = utc("2026-11-24T20:00Z");
    expect(nextFires(daily, [], utc("2026-11-24T14:00Z"))).toEqual({ at: slot, fires: [{ slot, lead: 0 }] });
  });

  it("are the lead when it comes first, then the slot", () => {
    const slot = utc("2026-11-24T20:00Z");
    const at = slot - HOUR;
    expect(nextFires(daily, [HOUR], utc("2026-11-24T14:00Z"))).toEqual({ at, fires: [{ slot, lead: HOUR }] });
    expect(nextFires(daily, [HOUR], at)).toEqual({ at: slot, fires: [{ slot, lead: 0 }] });
  });

  it("come together when a slot and the lead of the next fall on one instant", () => {
    const slot = utc("2026-11-24T20:00Z");
    const fires = nextFires(daily, [DAY, HOUR, DAY], slot - 1);
    expect(fires).toEqual({
      at: slot,
      fires: [
        { slot, lead: 0 },
        { slot: slot + DAY, lead: DAY },
      ],
    });
  });

  it("leave out a lead that has passed and end with the schedule", () => {
    const once = { type: "once", at: "2026-11-24T20:00:00", tz: "UTC" } as const;
    const slot = utc("2026-11-24T20:00Z");
    expect(nextFires(once, [DAY], slot - HOUR)?.fires).toEqual([{ slot, lead: 0 }]);
    expect(nextFires(once, [DAY], slot)).toBeNull();
    expect(nextFires({ type: "manual" }, [DAY], 0)).toBeNull();
  });
});

describe("what became due meanwhile", () => {
  it("is listed in order with its leads, the first instant excluded and the last included", () => {
    const missed = firesBetween(daily, [HOUR], utc("2026-11-24T19:00Z"), utc("2026-11-25T20:00Z"), 100);
    const first = utc("2026-11-24T20:00Z");
    expect(missed.fires).toEqual([
      { at: first, slot: first, lead: 0 },
      { at: first + DAY - HOUR, slot: first + DAY, lead: HOUR },
      { at: first + DAY, slot: first + DAY, lead: 0 },
    ]);
    expect(missed).toMatchObject({ count: 3, exact: true, newest: first + DAY });
  });

  it("is nothing when nothing was due", () => {
    const missed = firesBetween(daily, [], utc("2026-11-24T20:00Z"), utc("2026-11-25T19:59Z"), 100);
    expect(missed).toEqual({ fires: [], count: 0, exact: true, newest: null });
  });

  it("is counted by arithmetic for a year of every ten seconds", () => {
    const from = utc("2026-01-01T00:00Z");
    const schedule: EverySchedule = { type: "every", ms: 10_000, from };
    const missed = firesBetween(schedule, [HOUR], from, from + 365 * DAY, 100);
    expect(missed.fires).toHaveLength(100);
    expect(missed).toMatchObject({ count: 2 * 365 * 8640, exact: true, newest: from + 365 * DAY });
    const ended = { ...schedule, until: from + HOUR };
    expect(firesBetween(ended, [], from, from + DAY, 0)).toMatchObject({ count: 360, newest: from + HOUR });
    expect(firesBetween({ ...schedule, count: 10 }, [], from, from + DAY, 0)).toMatchObject({ count: 9 });
  });

  it("is counted up to a limit otherwise, and says so; the newest slot is right all the same", () => {
    const until = utc("2027-01-01T00:00:30Z");
    const busy = firesBetween(cron("* * * * *", "Europe/Berlin"), [], utc("2026-01-01T00:00Z"), until, 2);
    expect(busy).toMatchObject({ count: COUNT_LIMIT, exact: false, newest: utc("2027-01-01T00:00Z") });
    const bursts = firesBetween(cron("0-9 9 1 1 *", "UTC"), [], utc("2026-06-01T00:00Z"), utc("2027-06-01T00:00Z"), 2);
    expect(bursts).toMatchObject({ count: 10, exact: true, newest: utc("2027-01-01T09:09Z") });
  });

  it("has the same newest slot as going through all of them", () => {
    const schedule = cron("*/7 1-3 * * 0", "Europe/Berlin");
    const [from, to] = [utc("2027-03-20T00:00Z"), utc("2027-04-20T00:00Z")];
    const all = firesBetween(schedule, [], from, to, 10_000).fires;
    const untils: Instant[] = all.flatMap(({ at }) => [at - 1, at, at + 1]);
    for (const until of untils) {
      const expected = all.filter(({ at }) => at <= until).at(-1)?.slot ?? null;
      expect(firesBetween(schedule, [], from, until, 0).newest).toBe(expected);
    }
  });
});
