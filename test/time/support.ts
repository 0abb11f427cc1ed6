import type { CronSchedule, Instant, RuleSchedule, Schedule, Zone } from "../../src/core/schedule.ts";
import { nextSlot } from "../../src/time/next-slot.ts";

/** `2027-03-28T01:00Z` → instant. */
export function utc(text: string): Instant {
  return Date.parse(text);
}

/** The slots after `from` up to `to`, written in UTC to the minute. */
export function slots(schedule: Schedule, from: string, to: string): string[] {
  const found: string[] = [];
  for (let slot = nextSlot(schedule, utc(from)); slot !== null && slot <= utc(to); slot = nextSlot(schedule, slot)) {
    found.push(`${new Date(slot).toISOString().slice(0, 16)}Z`);
  }
  return found;
}

/** The next `count` slots after `from`, written as dates and times in UTC to the minute. */
export function firstSlots(schedule: Schedule, from: string, count: number): string[] {
  const found: string[] = [];
  for (let slot = nextSlot(schedule, utc(from)); slot !== null && found.length < count; ) {
    found.push(`${new Date(slot).toISOString().slice(0, 16)}Z`);
    slot = nextSlot(schedule, slot);
  }
  return found;
}

export function cron(expression: string, tz: Zone): CronSchedule {
  return { type: "cron", cron: expression, tz };
}

export function rule(tz: Zone, start: string, ...rules: string[]): RuleSchedule {
  return { type: "rule", rules, start, tz };
}
