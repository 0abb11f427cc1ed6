/** Clock times that are counted instead of said: several parts of a day, what repeats within the day in some months only. */
import { DAY, HOUR, MINUTE } from "./duration.ts";
import { isElapsed, msOf, workday } from "./every.ts";
import type { Around } from "./settle.ts";
import type { Clock, Group, Repeat, When, Window } from "./types.ts";

const ALL_HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const WHOLE_DAY: Window = {
  start: { hour: 0, minute: 0, second: 0, exact: true },
  end: { hour: 23, minute: 59, second: 0, exact: true },
};

/** The same with every clock time spelled out, so that it is a rule of days. */
export function spelledOut(when: When, around: Around): When {
  const { window = WHOLE_DAY, more = [], ...rest } = when;
  const first = when.groups.find(({ repeat }) => repeat)?.repeat;
  const inMonths = when.groups.some(({ days }) => days.some(({ type }) => type === "month"));
  if (!first || !isElapsed(first) || msOf(first) < MINUTE || (!when.more && !inMonths))
    return { ...when, groups: when.groups.map((group) => (group.repeat?.grid ? ofGrid(group, group.repeat) : group)) };
  const clocks = [{ repeat: first, window }, ...more].flatMap((part) => {
    const [start, end] = workday(part.window.start, part.window.end, around);
    return steps(minutesOf(start), minutesOf(end) - (part.window.endExcluded ? 1 : 0), msOf(part.repeat));
  });
  const days = when.groups.map((group): Group => ({ ...group, clocks, repeat: daysOf(group.repeat ?? first) }));
  return { ...rest, groups: days };
}

/** Two groups of hours and minutes said of one day count only where both do. */
export function bothGrids(a: Repeat, b: Repeat): Repeat {
  const hours = a.grid?.hours ?? b.grid?.hours;
  const minutes = a.grid?.minutes ?? b.grid?.minutes;
  return { ...a, grid: { ...(hours ? { hours } : {}), ...(minutes ? { minutes } : {}) } };
}

function ofGrid(group: Group, repeat: Repeat): Group {
  const { hours = ALL_HOURS, minutes = [0] } = repeat.grid ?? {};
  const { grid: _, ...days } = repeat;
  const clocks = hours.flatMap((hour) => minutes.map((minute) => exact(hour * 60 + minute)));
  return { ...group, repeat: days, clocks };
}

function daysOf({ weekdays }: Repeat): Repeat {
  return weekdays ? { unit: "week", interval: 1, weekdays } : { unit: "day", interval: 1 };
}

function steps(from: number, to: number, ms: number): Clock[] {
  const step = Math.max(1, Math.trunc(ms / MINUTE));
  const last = to < from ? Math.trunc(DAY / MINUTE) - 1 : to;
  return Array.from({ length: Math.trunc((last - from) / step) + 1 }, (_, i) => exact(from + i * step));
}

const minutesOf = ({ hour, minute }: Clock): number => hour * Math.trunc(HOUR / MINUTE) + minute;

const exact = (minutes: number): Clock => ({
  hour: Math.trunc(minutes / 60),
  minute: minutes % 60,
  second: 0,
  exact: true,
  minutes: true,
});
