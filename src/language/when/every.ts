/** "Every 20 minutes": elapsed time, in a window of the day where one was said. */
import type { Temporal } from "temporal-polyfill";
import type { DayWindow, EverySchedule, Instant, Weekday } from "../../core/schedule.ts";
import { nextSlot } from "../../time/next-slot.ts";
import { toInstant } from "../../time/resolve.ts";
import type { Reading } from "../request.ts";
import { sortWeekdays, WEEKDAYS } from "./calendar.ts";
import { calendarPart, findDay } from "./days.ts";
import { DAY, HOUR, MINUTE, roughMs, SECOND } from "./duration.ts";
import { clockText, type Moment, onceAt, withSeconds } from "./moment.ts";
import { borrowHalf, minuteAhead, type Resolution } from "./once.ts";
import { type Around, NO_WORDS, settleClock } from "./settle.ts";
import type { Clock, Repeat, TimeUnit, When } from "./types.ts";

const UNIT_MS: Partial<Record<TimeUnit, number>> = { second: SECOND, minute: MINUTE, hour: HOUR };
/** Shorter periods are not run; this one is offered instead. */
const SHORTEST = 10 * SECOND;

export function isElapsed(repeat: Repeat): boolean {
  return repeat.ms !== undefined || UNIT_MS[repeat.unit] !== undefined;
}

/** Length of one period. */
export function msOf(repeat: Repeat): number {
  return repeat.ms ?? repeat.interval * (UNIT_MS[repeat.unit] ?? HOUR);
}

export function resolveEvery(when: When, repeat: Repeat, moment: Moment, around: Around): Resolution {
  const ms = msOf(repeat);
  if (ms < SHORTEST) {
    const readings: Reading[] = [SHORTEST, MINUTE].map((offer) => ({
      schedule: { type: "every", ms: offer, from: wholeSecond(moment.now) + offer },
    }));
    return { schedule: null, question: { code: "tooOften", readings, phrase: `${ms / SECOND} s` } };
  }
  const part = when.groups.find((group) => group.part)?.part;
  const window = windowOf(when, repeat, moment, part ? { ...around, part } : around);
  const today = when.groups.some((group) => group.days.some((day) => day.type === "relative"));
  if (window && today) return onOneDay(when, ms, window, moment);
  const from = startOf(when, ms, window, moment, around);
  const every: EverySchedule = { type: "every", ms, from };
  if (window) every.window = window;
  const until = endOf(when, from, moment);
  if (until !== null) every.until = until;
  if (when.count !== undefined) every.count = when.count;
  return { schedule: every };
}

const wholeSecond = (at: Instant): Instant => Math.ceil(at / SECOND) * SECOND;

function daysOf(when: When, repeat: Repeat): Weekday[] {
  const said = when.groups.flatMap((group) =>
    group.days.flatMap((day): Weekday[] =>
      day.type === "weekday" ? [day.weekday] : day.type === "period" && day.unit === "weekend" ? ["SA", "SU"] : [],
    ),
  );
  const all = [...(repeat.weekdays ?? []), ...said];
  const chosen = all.length ? all : [...WEEKDAYS];
  return sortWeekdays(chosen.filter((day) => !when.except?.weekdays.includes(day)));
}

function windowOf(when: When, repeat: Repeat, moment: Moment, around: Around): DayWindow | null {
  const days = daysOf(when, repeat);
  if (!when.window) return days.length === 7 ? null : { tz: moment.zone, days, start: "00:00", end: "23:59" };
  const [start, end] = workday(when.window.start, when.window.end, around);
  const last = when.window.endExcluded ? justBefore(end) : end;
  return { tz: moment.zone, days, start: clockText(start), end: clockText(last) };
}

/** "between 9 and 5" is 9:00 to 17:00, "8 to 10" in the morning. */
export function workday(start: Clock, end: Clock, around: Around): [Clock, Clock] {
  const borrowed = borrowHalf(start, end);
  const first = settleClock({ ...borrowed }, around)[0] ?? borrowed;
  const ends = settleClock(end, around);
  const after = [...ends, ...(end.half || end.exact ? [] : [{ ...end, hour: (end.hour % 12) + 12, exact: true }])].find(
    (clock) => clock.hour * 60 + clock.minute > first.hour * 60 + first.minute,
  );
  return [first, after ?? ends[0] ?? end];
}

function justBefore(end: Clock): Clock {
  const last = end.hour * 60 + end.minute - 1;
  return { ...end, hour: Math.trunc(last / 60), minute: last % 60 };
}

/** "between 14:00 and 15:00 today": no window, but a beginning and an end; what is over could be meant for tomorrow. */
function onOneDay(when: When, ms: number, window: DayWindow, moment: Moment): Resolution {
  const day = when.groups.flatMap((group) => group.days)[0];
  const found = day ? findDay(day, { today: moment.today, todayFits: true }) : null;
  const date = found && "date" in found ? found.date : moment.today;
  const on = (date: Temporal.PlainDate): EverySchedule => {
    const [from, until] = [window.start, window.end].map((time) => onceAt(date, time, moment.zone).at ?? moment.now);
    return { type: "every", ms, from: from ?? moment.now, until: until ?? moment.now };
  };
  const schedule = on(date);
  if ((schedule.until ?? moment.now) > moment.now) return { schedule };
  const readings = [{ schedule: on(moment.today.add({ days: 1 })) }];
  return { schedule: null, question: { code: "past", readings, phrase: `${window.start}–${window.end}` } };
}

function startOf(when: When, ms: number, window: DayWindow | null, moment: Moment, around: Around): Instant {
  const { from } = when;
  const clock = from?.clock ?? when.groups.flatMap((group) => group.clocks)[0];
  const day = from?.days?.[0];
  const found = day ? findDay(day, { today: moment.today, todayFits: true }) : null;
  const date =
    found && "date" in found ? found.date : from?.offset ? moment.today.add(calendarPart(from.offset)) : null;
  const minute = from?.minute ?? when.minute;
  if (minute !== undefined) return minuteAhead(minute, moment) - (ms < HOUR ? Math.trunc((HOUR - 1) / ms) * ms : 0);
  if (from?.offset?.ms && !from.offset.days && !from.offset.months) return wholeSecond(moment.now + from.offset.ms);
  if (clock || (date && !date.equals(moment.today))) {
    const time = clock
      ? clockText(settleClock(clock, around)[0] ?? clock)
      : (window?.start ?? moment.context.dayParts.morning);
    const at = onceAt(date ?? moment.today, time, moment.zone).at ?? moment.now;
    return at > moment.now || date ? at : ahead(at, ms, moment);
  }
  if (!window) return wholeSecond(moment.now) + ms;
  const anchor = toInstant(`${moment.today.toString()}T${withSeconds(window.start)}`, moment.zone) ?? moment.now;
  return nextSlot({ type: "every", ms, from: anchor, window }, moment.now) ?? anchor;
}

/** The first slot ahead of a series anchored in the past; without a day the anchor is today's. */
function ahead(anchor: Instant, ms: number, moment: Moment): Instant {
  return ms >= DAY ? anchor + DAY : anchor + Math.ceil((moment.now + 1 - anchor) / ms) * ms;
}

function endOf(when: When, from: Instant, moment: Moment): Instant | null {
  if (when.span) {
    // "for two hours" counts from now, or from where the series begins.
    return (when.from ? from : moment.now) + roughMs(when.span);
  }
  const { until } = when;
  if (!until) return null;
  const found = until.days?.[0] ? findDay(until.days[0], { today: moment.today, todayFits: true }) : null;
  const date = found && "date" in found ? found.date : moment.today;
  const time = until.clock ? clockText(settleClock(until.clock, NO_WORDS)[0] ?? until.clock) : "23:59:59";
  const at = onceAt(date, time, moment.zone).at;
  return at === null || at >= from ? at : onceAt(date.add({ days: 1 }), time, moment.zone).at;
}
