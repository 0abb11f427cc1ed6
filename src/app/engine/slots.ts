/** Looking back at slots: which were due in a stretch of time, however long it was. */
import type { Instant, Schedule } from "../../core/schedule.ts";
import { nextSlot } from "../../time/next-slot.ts";

/**
 * The newest slots later than `after` and not later than `until`, at most `most`, in order. Halves the stretch instead
 * of walking through it, so a year of missed minutes costs as little as a day of them.
 */
export function newestSlots(schedule: Schedule, after: Instant, until: Instant, most: number): Instant[] {
  const first = nextSlot(schedule, after);
  if (first === null || first > until || most < 1) return [];
  const second = nextSlot(schedule, first);
  if (second === null || second > until) return [first];
  const middle = Math.max(first, after + Math.floor((until - after) / 2));
  const late = newestSlots(schedule, middle, until, most);
  return late.length >= most ? late : [...newestSlots(schedule, after, middle, most - late.length), ...late];
}
