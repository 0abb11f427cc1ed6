/** Recurrences over wall time, and the two ways of turning them into slots. */
import type { Instant, Zone } from "../core/schedule.ts";
import { stretchAt } from "./offsets.ts";
import { latestWall, slotOf } from "./resolve.ts";
import type { Wall } from "./wall.ts";

/** A recurrence as wall times, with no zone: the first one later than `after`, or null. */
export type Series = (after: Wall) => Wall | null;

/**
 * Clock times on dates: each is due once per date, a skipped one at the first instant after the gap, a repeated one at
 * the first copy only. Later wall times never become earlier instants, so the next wall time is the next slot.
 */
export function clockSlot(series: Series, tz: Zone, after: Instant): Instant | null {
  let wall = series(latestWall(after, tz));
  while (wall !== null) {
    const slot = slotOf(wall, tz);
    if (slot !== null) return slot;
    wall = series(wall);
  }
  return null;
}

/** Wall times of a series that runs every hour: due whenever clocks show one, so twice where an hour is repeated. */
export function runningSlot(series: Series, tz: Zone, after: Instant): Instant | null {
  let stretch = stretchAt(tz, after);
  let from = after;
  for (;;) {
    const wall = series(from + stretch.offset);
    if (wall === null) return null;
    const slot = wall - stretch.offset;
    if (slot < stretch.end) return slot;
    from = stretch.end - 1; // seen on the next stretch's clock, so that its first instant counts
    stretch = stretchAt(tz, stretch.end);
  }
}
