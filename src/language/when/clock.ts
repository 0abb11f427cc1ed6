import type { Clock } from "./types.ts";

/** "At night" is before midnight or behind it, as the hour says. */
export type SaidHalf = "am" | "pm" | "night";

type Details = Partial<Pick<Clock, "exact" | "minutes" | "second" | "lasts"> & { half: SaidHalf }>;

/** A clock time, or null when no clock shows it ("25:10", "13 am" keeps the 13). */
export function clockAt(hour: number, minute: number, details: Details = {}): Clock | null {
  const { exact, minutes, second = 0 } = details;
  if (details.half === "night" && hour === 12 && minute === 0) return clockAt(24, 0, { exact: true });
  const half = details.half === "night" ? (hour % 12 < 6 ? "am" : "pm") : details.half;
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute > 0)) return null;
  const clock: Clock = { hour, minute, second };
  if (half && hour <= 12) clock.half = half;
  if (exact || hour > 12 || hour === 0) clock.exact = true;
  if (minutes) clock.minutes = true;
  if (details.lasts) clock.lasts = true;
  return clock;
}

/** "quarter to nine": minutes before or after an hour; keeps what is known of the half of the day. */
export function shiftClock(clock: Clock, minutes: number): Clock {
  const circle = clock.exact || clock.half ? 24 * 60 : 12 * 60;
  const hour = clock.half ? (clock.hour % 12) + (clock.half === "pm" ? 12 : 0) : clock.hour;
  const total = (((hour * 60 + clock.minute + minutes) % circle) + circle) % circle;
  const shown = Math.trunc(total / 60);
  const moved: Clock = {
    hour: circle === 720 && shown === 0 ? 12 : shown,
    minute: total % 60,
    second: 0,
    minutes: true,
  };
  if (clock.exact || clock.half) moved.exact = true;
  return moved;
}

/** "at 8 and 10 pm", "at 9 and 21": what the last one says of its half of the day holds for those before it. */
export function inheritHalf(list: (Clock | null)[]): Clock[] {
  const clocks = list.filter((clock): clock is Clock => clock !== null);
  const last = clocks[clocks.length - 1];
  if (!last) return clocks;
  const writesAll24 = clocks.some((clock) => clock.hour > 12 && !clock.half);
  return clocks.map((clock) => {
    if (clock.half || clock.exact) return clock;
    if (writesAll24) return { ...clock, exact: true };
    if (last.half && clock.hour % 12 <= last.hour % 12) return { ...clock, half: last.half };
    return clock;
  });
}

/** 24-hour form of a clock whose half is known. */
export function to24(clock: Clock): Clock {
  if (!clock.half) return clock;
  const { half, ...rest } = clock;
  return { ...rest, hour: (clock.hour % 12) + (half === "pm" ? 12 : 0), exact: true };
}
