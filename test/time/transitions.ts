import { Temporal } from "temporal-polyfill";
import type { Instant, Zone } from "../../src/core/schedule.ts";

/** A clock change as Temporal reports it. Offsets in milliseconds. */
export interface Transition {
  at: Instant;
  before: number;
  after: number;
}

export const ALL_ZONES: readonly Zone[] = Intl.supportedValuesOf("timeZone");

/** All clock changes of a zone from one instant to another, read from Temporal and not from our own tables. */
export function transitions(zone: Zone, from: Instant, to: Instant): Transition[] {
  const found: Transition[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  while (at && at.epochMilliseconds < to) {
    const before = at.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e6;
    found.push({ at: at.epochMilliseconds, before, after: at.offsetNanoseconds / 1e6 });
    at = at.getTimeZoneTransition("next");
  }
  return found;
}

/** Where a wall time near one clock change falls: after the gap when skipped, at the first copy when repeated. */
export function expectedInstant(wall: number, { at, before, after }: Transition): Instant {
  if (wall < at + before) return wall - before;
  return Math.max(at, wall - after);
}
