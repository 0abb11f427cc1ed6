import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Instant, Schedule, Zone } from "../../src/core/schedule.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { wallOf } from "../../src/time/resolve.ts";
import { cron, rule } from "./support.ts";
import { ALL_ZONES, expectedInstant, type Transition, transitions } from "./transitions.ts";

const DAY = 86_400_000;
const QUARTER = 900_000;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2037, 0, 1);

const changes = ALL_ZONES.flatMap((zone) => transitions(zone, FROM, TO).map((transition) => ({ zone, transition })));

/** The three dates around a clock change, and what is expected of clock times (milliseconds since midnight) on them. */
function expectedSlots(transition: Transition, times: number[]): Instant[] {
  const date = Math.floor((transition.at + transition.before) / DAY) * DAY;
  const walls = [date - DAY, date, date + DAY, date + 2 * DAY].flatMap((day) => times.map((time) => day + time));
  return [...new Set(walls.map((wall) => expectedInstant(wall, transition)))].sort((a, b) => a - b);
}

/** Counts the slots, and returns the first way in which they differ from what is expected, or null. */
function difference(schedule: Schedule, zone: Zone, transition: Transition, times: number[]): string | null {
  const expected = expectedSlots(transition, times);
  let at = (expected[0] ?? 0) - 1;
  for (const slot of expected) {
    const next = nextSlot(schedule, at);
    if (next !== slot) return `${JSON.stringify(schedule)} ${zone} after ${at}: ${next}, expected ${slot}`;
    at = slot;
  }
  return null;
}

const quarters = Array.from({ length: 96 }, (_, index) => index * QUARTER);
const clock = (time: number) => ({ hour: Math.floor(time / 3_600_000), minute: (time / 60_000) % 60 });

describe(`all ${ALL_ZONES.length} zones, all clock changes from 2026 to 2036`, () => {
  it("there are clock changes to check", () => {
    expect(new Set(changes.map(({ zone }) => zone)).size).toBeGreaterThan(100);
    expect(changes.length * quarters.length * 4).toBeGreaterThan(100_000);
  });

  it("each quarter of an hour, as a fixed cron time, fires once per date", () => {
    const wrong: string[] = [];
    for (const { zone, transition } of changes) {
      for (const time of quarters) {
        const { hour, minute } = clock(time);
        const found = difference(cron(`${minute} ${hour} * * *`, zone), zone, transition, [time]);
        if (found) wrong.push(found);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("each list, range and step of hours fires once per time and date", () => {
    const lists: [string, (hour: number, minute: number) => boolean][] = [
      ["30 2,14 * * *", (hour, minute) => minute === 30 && (hour === 2 || hour === 14)],
      ["*/15 0-4 * * *", (hour) => hour <= 4],
      ["0,45 */2 * * *", (hour, minute) => hour % 2 === 0 && (minute === 0 || minute === 45)],
      ["15 0,1,2,3,22,23 * * *", (hour, minute) => minute === 15 && [0, 1, 2, 3, 22, 23].includes(hour)],
      ["*/15 0-23 * * *", () => true],
    ];
    const wrong: string[] = [];
    for (const [expression, chosen] of lists) {
      const times = quarters.filter((time) => chosen(clock(time).hour, clock(time).minute));
      for (const { zone, transition } of changes) {
        const found = difference(cron(expression, zone), zone, transition, times);
        if (found) wrong.push(found);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("each daily rule with lists of times fires once per time and date", () => {
    const times = [0, 1, 2, 3, 14, 23].flatMap((hour) => [hour * 3_600_000, hour * 3_600_000 + 2 * QUARTER]);
    const wrong: string[] = [];
    for (const { zone, transition } of changes) {
      const one = rule(zone, "2025-12-01T00:00:00", "FREQ=DAILY;BYHOUR=0,1,2,3,14,23;BYMINUTE=0,30");
      const found = difference(one, zone, transition, times);
      if (found) wrong.push(found);
    }
    expect(wrong).toEqual([]);
  });

  it("every 15 minutes never pauses and never hurries", () => {
    const wrong: string[] = [];
    for (const { zone, transition } of changes) {
      const schedule = cron("*/15 * * * *", zone);
      let at = transition.at - 8 * QUARTER - 1;
      for (let slot = transition.at - 8 * QUARTER; slot <= transition.at + 8 * QUARTER; slot += QUARTER) {
        if (nextSlot(schedule, at) !== slot) wrong.push(`${zone} after ${at}`);
        at = slot;
      }
    }
    expect(wrong).toEqual([]);
  });

  it("our offsets are those of Temporal on both sides of each change, and every 17 days from 1970 to 2099", () => {
    const wrong: string[] = [];
    const check = (zone: Zone, at: Instant) => {
      const theirs = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
      if (wallOf(at, zone) - at !== theirs) wrong.push(`${zone} ${at}`);
    };
    for (const { zone, transition } of changes) for (const at of [transition.at - 1, transition.at]) check(zone, at);
    ALL_ZONES.forEach((zone, index) => {
      if (index % 10 > 0) return;
      for (let at = index * 3_600_000; at < Date.UTC(2099, 11, 31); at += 17 * DAY) check(zone, at);
    });
    expect(wrong).toEqual([]);
  });
});
