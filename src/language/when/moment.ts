/** Wall times, zones and instants, as the compilers of schedules need them. */
import { Temporal } from "temporal-polyfill";
import type { Instant, LocalTime, OnceSchedule, Zone } from "../../core/schedule.ts";
import { toInstant, toLocal } from "../../time/resolve.ts";
import type { LanguageContext } from "../request.ts";
import type { Clock, Duration, PartName } from "./types.ts";

/** The person's now. */
export interface Moment {
  now: Instant;
  zone: Zone;
  today: Temporal.PlainDate;
  /** Wall time of now, `HH:MM:SS`. */
  time: LocalTime;
  context: LanguageContext;
}

export function momentIn(context: LanguageContext, zone: Zone): Moment {
  const local = toLocal(context.now, zone);
  return { now: context.now, zone, today: Temporal.PlainDate.from(local.slice(0, 10)), time: local.slice(11), context };
}

/** Clock times elsewhere, "tomorrow" where the person is. */
export function withOwnToday(moment: Moment): Moment {
  return { ...moment, today: momentIn(moment.context, moment.context.zone).today };
}

/** The person's year. */
export function thisYear(context: LanguageContext): number {
  return Number(toLocal(context.now, context.zone).slice(0, 4));
}

export function thisMonth(context: LanguageContext): number {
  return Number(toLocal(context.now, context.zone).slice(5, 7));
}

/** Clock times for parts of the day that no setting names. */
const FIXED_PARTS: Partial<Record<PartName, LocalTime>> = {
  breakfast: "08:00",
  beforeNoon: "11:00",
  lunch: "12:00",
  closing: "17:00",
  afterWork: "17:00",
  dinner: "19:00",
  bedtime: "22:00",
};

export function partTime(part: PartName, context: LanguageContext): LocalTime {
  const fixed = FIXED_PARTS[part];
  if (fixed) return fixed;
  const { dayParts } = context;
  return part === "noon" || part === "afternoon" || part === "evening" || part === "night"
    ? dayParts[part]
    : dayParts.morning;
}

/** What a clock shows now: "this time tomorrow". */
export function clockNow(context: LanguageContext): Clock {
  const [hour = 0, minute = 0] = momentIn(context, context.zone).time.split(":").map(Number);
  return { hour, minute, second: 0, exact: true, minutes: true };
}

/** The clock time that a part of the day stands for. */
export function partClock(part: PartName, context: LanguageContext): Clock {
  const [hour = 0, minute = 0] = partTime(part, context).split(":").map(Number);
  return { hour, minute, second: 0, exact: true };
}

const two = (n: number): string => String(n).padStart(2, "0");

/** `09:00`, with seconds only where there are some. 24:00 is shown as 00:00; the day is moved by the caller. */
export function clockText(clock: Clock): LocalTime {
  const text = `${two(clock.hour % 24)}:${two(clock.minute)}`;
  return clock.second ? `${text}:${two(clock.second)}` : text;
}

export function withSeconds(time: LocalTime): string {
  return time.length === 5 ? `${time}:00` : time;
}

/** A date and a clock time as a schedule, and the instant at which it rings (null when the date does not exist there). */
export function onceAt(
  date: Temporal.PlainDate,
  time: LocalTime,
  zone: Zone,
): { schedule: OnceSchedule; at: Instant | null } {
  const local = `${date.toString()}T${withSeconds(time)}`;
  return { schedule: { type: "once", at: local, tz: zone }, at: toInstant(local, zone) };
}

/** An instant as a schedule: rounded up to the whole second, marked where it is the second copy of a wall time. */
export function onceAtInstant(at: Instant, zone: Zone): OnceSchedule {
  const second = Math.ceil(at / 1000) * 1000;
  const local = toLocal(second, zone);
  const schedule: OnceSchedule = { type: "once", at: local, tz: zone };
  return toInstant(local, zone) === second ? schedule : { ...schedule, fold: 1 };
}

/** "in 24 hours" is elapsed time, "in 2 days" the same clock time on that date, "in 1 day 2 hours" both. */
export function afterDuration(by: Duration, moment: Moment): OnceSchedule {
  const { months, days, ms } = by;
  if (months === 0 && days === 0) return onceAtInstant(moment.now + ms, moment.zone);
  const date = moment.today.add({ months, days });
  const time = ms ? moment.time : `${moment.time.slice(0, 5)}:00`;
  const { schedule, at } = onceAt(date, time, moment.zone);
  return ms && at !== null ? onceAtInstant(at + ms, moment.zone) : schedule;
}
