/** "remind me an hour before my call at 3", "remind me the night before the trip": the words say a time and how long before it. */
import { shiftClock, to24 } from "./clock.ts";
import { DAY, MINUTE } from "./duration.ts";
import { earlier } from "./earlier.ts";
import type { Clock, Group, Repeat, When } from "./types.ts";

/** Where the time cannot be moved, it rings before it and at it. */
export function movedBack({ back, ...when }: When): When {
  if (!back) return when;
  const groups = when.groups.map((group) => groupBack(group, back));
  const moved = groups.filter((group): group is Group => group !== null);
  if (moved.length > 0 && moved.length === groups.length) return { ...when, groups: moved };
  return { ...when, leads: [...when.leads, back.ms] };
}

function groupBack(group: Group, { ms, part }: NonNullable<When["back"]>): Group | null {
  const days = Math.trunc(ms / DAY);
  const onDay = days > 0 ? daysBack(group, days) : group;
  if (!onDay || part) return onDay && part ? { ...onDay, clocks: [], part } : onDay;
  const minutes = (ms - days * DAY) / MINUTE;
  if (minutes === 0) return onDay;
  const clocks = onDay.clocks.map((clock) => clockBack(clock, minutes));
  const known = clocks.filter((clock): clock is Clock => clock !== null);
  return known.length > 0 && known.length === clocks.length ? { ...onDay, clocks: known } : null;
}

/** Null where it would be the evening before. */
function clockBack(clock: Clock, minutes: number): Clock | null {
  const known = to24(clock);
  if (known.exact) return known.hour * 60 + known.minute < minutes ? null : shiftClock(known, -minutes);
  return minutes < 12 * 60 ? shiftClock(known, -minutes) : null;
}

function daysBack(group: Group, days: number): Group | null {
  const repeat: Repeat | null | undefined = group.repeat && earlier(group.repeat, { months: 0, days, ms: 0 });
  if (repeat === null || (group.days.length === 0 && !repeat)) return null;
  if (repeat) return group.days.length === 0 ? { ...group, repeat } : null;
  const by = { months: 0, days, ms: 0 };
  return { ...group, days: group.days.map((base) => ({ type: "shifted", base, by, back: true })) };
}
