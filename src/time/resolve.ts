/** The one place where wall time becomes an instant, and the way back. */
import type { Instant, LocalDateTime, Zone } from "../core/schedule.ts";
import { type Stretch, stretchAt } from "./offsets.ts";
import { DAY, dayNumber, formatWall, HOUR, parseWall, SECOND, type Wall } from "./wall.ts";

/** No offset is larger than this (Alaska before 1867 had 15:13). */
const WIDEST_OFFSET = 16 * HOUR;
/** No clock was ever set back further. */
const LONGEST_REPEAT = DAY;

/**
 * The instant at which a clock in `tz` first shows `wall` or, where clocks skip it, the first instant after the gap.
 * `second` asks for the second copy of a repeated wall time; a time shown only once has no other.
 */
export function instantOf(wall: Wall, tz: Zone, second = false): Instant {
  const stretch = stretchShowing(wall, tz);
  const first = Math.max(wall - stretch.offset, stretch.start);
  return (second ? secondCopy(wall, tz, stretch) : null) ?? first;
}

/**
 * The same for something that is due at a clock time on a date: null where the whole date does not exist in `tz`
 * (30 December 2011 in Apia), because a missing date has no occurrence.
 */
export function slotOf(wall: Wall, tz: Zone, second = false): Instant | null {
  return changeAt(wall, tz) === "missing" ? null : instantOf(wall, tz, second);
}

/** What a clock in `tz` shows at `at`. */
export function wallOf(at: Instant, tz: Zone): Wall {
  return at + stretchAt(tz, at).offset;
}

/**
 * The latest wall time that clocks in `tz` have shown up to `at`. It differs from `wallOf` while an hour is shown for
 * the second time: every wall time up to it has had its first copy, every later one has not.
 */
export function latestWall(at: Instant, tz: Zone): Wall {
  let stretch = stretchAt(tz, at);
  let latest = at + stretch.offset;
  while (stretch.start > at - LONGEST_REPEAT) {
    stretch = stretchAt(tz, stretch.start - 1);
    latest = Math.max(latest, stretch.end - 1 + stretch.offset);
  }
  return latest;
}

/**
 * What becomes of `wall` in `tz`: `skipped` when clocks jump over it, `repeated` when they show it twice, `missing`
 * when its whole date is jumped over, null when it is shown once.
 */
export function changeAt(wall: Wall, tz: Zone): "skipped" | "repeated" | "missing" | null {
  const stretch = stretchShowing(wall, tz);
  if (wall - stretch.offset < stretch.start) {
    const before = stretchAt(tz, stretch.start - 1);
    const midnight = dayNumber(wall) * DAY;
    const whole = midnight >= stretch.start + before.offset && midnight + DAY <= stretch.start + stretch.offset;
    return whole ? "missing" : "skipped";
  }
  return secondCopy(wall, tz, stretch) === null ? null : "repeated";
}

/** The first stretch that shows `wall`, or the one before which clocks jump over it. */
function stretchShowing(wall: Wall, tz: Zone): Stretch {
  let stretch = stretchAt(tz, wall - WIDEST_OFFSET);
  while (wall - stretch.offset >= stretch.end) stretch = stretchAt(tz, stretch.end);
  return stretch;
}

function secondCopy(wall: Wall, tz: Zone, first: Stretch): Instant | null {
  let stretch = first;
  while (stretch.end <= wall + WIDEST_OFFSET) {
    stretch = stretchAt(tz, stretch.end);
    const copy = wall - stretch.offset;
    if (copy >= stretch.start && copy < stretch.end) return copy;
  }
  return null;
}

/** `at` as `2026-11-25T09:00:00` in `tz`, seconds rounded down. */
export function toLocal(at: Instant, tz: Zone): LocalDateTime {
  return formatWall(Math.floor(wallOf(at, tz) / SECOND) * SECOND);
}

/**
 * The instant of a written wall time by the rule of `instantOf`; null when it is not a time (30 February) or its date
 * does not exist in `tz`.
 */
export function toInstant(local: LocalDateTime, tz: Zone, fold?: 1): Instant | null {
  const wall = parseWall(local);
  return wall === null ? null : slotOf(wall, tz, fold === 1);
}
