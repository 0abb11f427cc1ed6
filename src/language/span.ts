/** A stretch of time said as a whole: "tonight 23 to 1", "2 hours" from now on, "friday 22:00 until saturday 4:00". */
import type { Temporal } from "temporal-polyfill";
import type { Instant } from "../core/schedule.ts";
import type { LanguageContext } from "./request.ts";
import { to24 } from "./when/clock.ts";
import { findDay } from "./when/days.ts";
import { roughMs } from "./when/duration.ts";
import { clockText, type Moment, momentIn, onceAt } from "./when/moment.ts";
import { borrowHalf } from "./when/once.ts";
import { NO_WORDS, settleClock } from "./when/settle.ts";
import type { Clock, PartName, When } from "./when/types.ts";

export interface Span {
  from: Instant;
  to: Instant;
}

/** How a language says two hours, "from 23 to 1", and how long something takes. */
export interface HourWords {
  from: string;
  to: string;
  /** "tomorrow at 9 for 30 min" */
  during: string;
}

/** "23 to 1", "23-1". */
const twoHours = /(?<![\d:.])(\d{1,2}(?::\d\d)?)\s*(?:(\p{L}+)|[-–])\s*(?=\d)/u;

/** The same, where two hours are said in short, as they are said in full. */
export function inFull(words: string, { from, to }: HourWords): string {
  return words.replace(twoHours, (_, hour: string, between: string = to) => `${from} ${hour} ${between} `);
}

/** Null where only a moment or a series is said. `instant` reads a moment. What has begun goes on from now. */
export function spanOf(when: When, context: LanguageContext, instant: (when: When) => Instant | null): Span | null {
  if (when.groups.some(({ repeat }) => repeat !== undefined)) return null;
  const { now } = context;
  const { window, until, span, offset } = when;
  if (window) return ofWindow(window, when, momentIn(context, context.zone));
  if (offset) return spanFrom(now, instant(when));
  if (until && !when.from && !when.groups[0]?.days.length) return spanFrom(now, instant(when));
  if (until) {
    const { until: _, ...start } = when;
    // Written in 24 hours at the beginning, so at the end.
    const exact = when.groups[0]?.clocks[0]?.exact === true;
    const clocks = until.clock ? [exact ? { ...until.clock, exact } : until.clock] : [];
    return spanFrom(instant(start), instant({ groups: [{ days: until.days ?? [], clocks }], leads: [] }));
  }
  if (!span) return null;
  const { span: _, ...start } = when;
  const from = instant(start);
  return from === null ? null : { from, to: from + roughMs(span) };
}

function spanFrom(from: Instant | null, to: Instant | null): Span | null {
  return from === null || to === null || to <= from ? null : { from, to };
}

/** "until 1" ends when a clock shows 1 next, by day or by night. Null for anything but such an hour. */
export function nextShown({ groups, leads: _, ...said }: When, context: LanguageContext): Instant | null {
  const [group, ...more] = groups;
  const [clock, ...clocks] = group?.clocks ?? [];
  const isAlone = [...more, ...clocks, ...(group?.days ?? []), ...Object.keys(said)].length === 0;
  if (!clock || !isAlone || group?.part || group?.repeat || clock.half || clock.exact) return null;
  const moment = momentIn(context, context.zone);
  return endAfter(moment.now, moment.today, { start: clock, end: clock }, moment);
}

/** Hours without a day are the ones that are not over yet. */
function ofWindow(window: NonNullable<When["window"]>, { groups: [group] }: When, moment: Moment): Span | null {
  const [day] = group?.days ?? [];
  const found = day ? findDay(day, { today: moment.today, todayFits: true }) : { date: moment.today };
  if (!("date" in found)) return null;
  const night = group?.part && smallHours(window.start, group.part);
  if (night) return inNight({ ...window, start: night }, found.date, moment);
  const around = { ...NO_WORDS, part: group?.part };
  const [start] = settleClock(borrowHalf(window.start, window.end), around);
  if (!start) return null;
  const on = (date: Temporal.PlainDate): Span | null => {
    const from = onceAt(date, clockText(start), moment.zone).at;
    return from === null ? null : spanFrom(from, endAfter(from, date, window, moment));
  };
  const said = on(found.date);
  const span = said && said.to <= moment.now && !day ? on(found.date.add({ days: 1 })) : said;
  return span && { from: Math.max(span.from, moment.now), to: span.to };
}

/** "tonight 2 to 4" is behind midnight; null for what is before it. */
function smallHours(start: Clock, part: PartName): Clock | null {
  if ((part !== "evening" && part !== "night") || start.half) return null;
  const hour = start.exact ? start.hour : start.hour % 12;
  return hour < (part === "night" ? 6 : 5) ? { ...start, hour, exact: true } : null;
}

/** Of the night that goes on at this moment, where it is that day's and not over yet, else of the one behind the day. */
function inNight(window: { start: Clock; end: Clock }, day: Temporal.PlainDate, moment: Moment): Span | null {
  const on = (date: Temporal.PlainDate): Span | null => {
    const from = onceAt(date, clockText(window.start), moment.zone).at;
    return from === null ? null : spanFrom(from, endAfter(from, date, window, moment));
  };
  const early = day.equals(moment.today) ? on(day) : null;
  const span = early && early.to > moment.now ? early : on(day.add({ days: 1 }));
  return span && { from: Math.max(span.from, moment.now), to: span.to };
}

/** The first moment after the beginning at which the clock shows the end. */
function endAfter(
  from: Instant,
  date: Temporal.PlainDate,
  { start, end }: { start: Clock; end: Clock },
  moment: Moment,
) {
  const open = !end.half && !end.exact && !start.exact && end.hour <= 12;
  const ends = end.half ? [to24(end)] : open ? [end, { ...end, hour: (end.hour + 12) % 24 }] : [end];
  const found = [date, date.add({ days: 1 })]
    .flatMap((day) => ends.map((clock) => onceAt(day, clockText(clock), moment.zone).at))
    .filter((at) => at !== null && at > from);
  return found.length > 0 ? Math.min(...found.filter((at) => at !== null)) : null;
}
