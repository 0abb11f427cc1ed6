/** One-shots: a date and a clock time, or a length of time from now. */
import type { Temporal } from "temporal-polyfill";
import type { Instant, LocalTime, OnceSchedule, Schedule } from "../../core/schedule.ts";
import type { QuestionCode, Reading } from "../request.ts";
import { weekdayOf } from "./calendar.ts";
import { type DayContext, findDay, type Impossible } from "./days.ts";
import { DAY, HOUR, MINUTE, roughMs } from "./duration.ts";
import { afterDuration, clockText, type Moment, onceAt, onceAtInstant, partTime, withOwnToday } from "./moment.ts";
import { type Around, settleClock } from "./settle.ts";
import type { Clock, Day, Group, PartName, When } from "./types.ts";

/** "in 99999 years" is no reminder. */
const FARTHEST = 200 * 366 * DAY;

/** A schedule, or what must be asked; `readings` are the answers to offer, best first. */
export interface Resolution {
  schedule: Schedule | null;
  question?: { code: QuestionCode; readings: Reading[]; phrase: string };
}

export function resolveOnce(when: When, moment: Moment, around: Around): Resolution {
  if (when.now) return { schedule: onceAtInstant(moment.now, moment.zone) };
  if (when.asap) return { schedule: onceAtInstant(moment.now + MINUTE, moment.zone) };
  if (when.minute !== undefined) return { schedule: onceAtInstant(minuteAhead(when.minute, moment), moment.zone) };
  const group = onceGroup(when);
  const day = group.days[0];
  const said = { ...around, part: group.part };
  const clocks = group.clocks[0] ? settleClock(group.clocks[0], said) : [];
  if (when.offset && (!day || isToday(day))) return fromOffset(when, group, clocks, moment);
  if (!day) return clocks.length > 0 || group.part ? onTheClock(clocks, group.part, moment) : noTime(moment);
  return onDay(day, clocks, group.part, withOwnToday(moment));
}

/** The next time the clock shows that minute of an hour. */
export function minuteAhead(minute: number, moment: Moment): Instant {
  const hour = onceAt(moment.today, `${moment.time.slice(0, 2)}:00`, moment.zone).at ?? moment.now;
  const at = hour + minute * MINUTE;
  return at > moment.now ? at : at + HOUR;
}

/** A window or an end without a series says when as well: "9:30 – 11:00", "until monday". */
function onceGroup(when: When): Group {
  const group = when.groups[0] ?? { days: [], clocks: [] };
  const days = group.days.length ? group.days : (when.from?.days ?? untilDays(when, group));
  // "tonight 8-10" begins at 8; "tonight until 10" in the evening.
  const clock = when.window?.start ?? when.from?.clock ?? (group.part ? undefined : when.until?.clock);
  const clocks = group.clocks.length ? group.clocks : clock ? [borrowHalf(clock, when.window?.end)] : [];
  return { ...group, days, clocks };
}

/** "before friday" is the day before; with a clock time of its own it would be said as "friday before 5". */
function untilDays({ until }: When, group: Group): Day[] {
  const days = until?.days ?? [];
  const excluded = until?.endExcluded && group.clocks.length === 0 && !group.part;
  return excluded
    ? days.map((base): Day => ({ type: "shifted", base, by: { months: 0, days: 1, ms: 0 }, back: true }))
    : days;
}

/** "3–4 pm": the end says which half the start means. "11–1 pm" does not. */
export function borrowHalf(start: Clock, end: Clock | undefined): Clock {
  if (!end || start.half || start.exact) return start;
  // "10:00-12:00"
  if (end.hour === 12 && !end.half && start.hour >= 7 && start.hour < 12) return { ...start, half: "am" };
  if (end.half) return start.hour % 12 <= end.hour % 12 ? { ...start, half: end.half } : start;
  return end.hour > 12 && start.hour >= 7 ? { ...start, exact: true } : start;
}

function isToday(day: Day): boolean {
  return day.type === "relative" && day.days === 0;
}

export function noTime(moment: Moment): Resolution {
  return { schedule: null, question: { code: "noTime", readings: suggestions(moment), phrase: "" } };
}

/** What is offered when no time was found, or when it has passed. */
export function suggestions(moment: Moment): Reading[] {
  return [
    { name: "in1h", schedule: onceAtInstant(moment.now + HOUR, moment.zone) },
    {
      name: "tomorrow9",
      schedule: onceAt(moment.today.add({ days: 1 }), moment.context.dayParts.morning, moment.zone).schedule,
    },
  ];
}

function fromOffset(when: When, group: Group, clocks: Clock[], moment: Moment): Resolution {
  const by = when.offset;
  if (!by || roughMs(by) > FARTHEST) return noTime(moment);
  if ((by.months || by.days) && (clocks.length > 0 || group.part)) {
    const date = moment.today.add({ months: by.months, days: by.days });
    return atTimes(date, clocks, group.part, moment);
  }
  return { schedule: afterDuration(by, moment) };
}

/** A clock time without a day: the next one. */
function onTheClock(clocks: Clock[], part: PartName | undefined, moment: Moment): Resolution {
  const times = clocks.length ? clocks.map(clockText) : [partTime(part ?? "morning", moment.context)];
  const schedules = times.map((time) => nextAt(time, moment)).sort((a, b) => (a.at < b.at ? -1 : 1));
  return choice(schedules, "clock", clocks[0] ? clockWords(clocks[0]) : "");
}

function nextAt(time: LocalTime, moment: Moment): OnceSchedule {
  const today = onceAt(moment.today, time, moment.zone);
  if (today.at !== null && today.at >= moment.now) return today.schedule;
  return onceAt(moment.today.add({ days: 1 }), time, moment.zone).schedule;
}

function choice(schedules: OnceSchedule[], code: QuestionCode, phrase: string): Resolution {
  const [first] = schedules;
  if (!first) return { schedule: null };
  if (schedules.length === 1) return { schedule: first };
  return { schedule: null, question: { code, phrase, readings: schedules.map((schedule) => ({ schedule })) } };
}

/** How an open clock time was said: "8", "8:30". */
function clockWords(clock: Clock): string {
  const hour = clock.hour % 12 || 12;
  return clock.minute ? `${hour}:${String(clock.minute).padStart(2, "0")}` : String(hour);
}

function onDay(day: Day, clocks: Clock[], part: PartName | undefined, moment: Moment): Resolution {
  if (day.type === "either") return eitherDay(day, clocks, part, moment);
  const time = clocks[clocks.length - 1];
  const wanted = time ? clockText(time) : part ? partTime(part, moment.context) : null;
  const context: DayContext = { today: moment.today, todayFits: wanted !== null && isAhead(wanted, moment) };
  const found = findDay(day, context);
  if (!("date" in found)) return impossible(found.impossible, clocks, part, moment);
  const other = otherWeekday(day, found.date);
  if (other) return eitherDay(other, clocks, part, moment);
  return atTimes(found.date, clocks, part, moment, isMidnightOf(day));
}

/** "friday 28 november", which is a Saturday: that date, or the Friday beside it. */
function otherWeekday(day: Day, found: Temporal.PlainDate): (Day & { type: "either" }) | null {
  if (day.type !== "date" || !day.weekday || weekdayOf(found) === day.weekday) return null;
  const { weekday, ...first } = day;
  return { type: "either", first, second: { type: "nearest", weekday, to: first } };
}

function isAhead(time: LocalTime, moment: Moment): boolean {
  const { at } = onceAt(moment.today, time, moment.zone);
  return at !== null && at > moment.now;
}

/** Midnight of "today" and "tonight" is the end of the day; of any other date it is its beginning. */
function isMidnightOf(day: Day): "end" | "start" {
  return day.type === "relative" ? "end" : "start";
}

/** "03/04": both dates are offered. "friday (27 nov)" is one date said twice. */
function eitherDay(
  day: Day & { type: "either" },
  clocks: Clock[],
  part: PartName | undefined,
  moment: Moment,
): Resolution {
  const both = [day.first, day.second].map((one) => onDay(one, clocks, part, moment));
  const readings = both.flatMap(({ schedule, question }) =>
    schedule ? [{ schedule }] : (question?.readings.slice(0, 1) ?? []),
  );
  const future = both.filter(({ question }) => question?.code !== "past");
  if (future[0] && (future.length === 1 || JSON.stringify(both[0]) === JSON.stringify(both[1]))) return future[0];
  const phrase = day.first.type === "date" ? `${day.first.month}/${day.first.day}` : "";
  return { schedule: null, question: { code: "date", readings, phrase } };
}

function impossible(
  { month, day, year }: Impossible,
  clocks: Clock[],
  part: PartName | undefined,
  moment: Moment,
): Resolution {
  const near: Day[] = [
    { type: "nth", n: -1, of: "day", month, ...(year === undefined ? {} : { year }) },
    {
      type: "date",
      month: (month % 12) + 1,
      day: 1,
      ...(year === undefined ? {} : { year: month === 12 ? year + 1 : year }),
    },
  ];
  const readings = near.flatMap((one) => {
    const { schedule } = onDay(one, clocks.slice(0, 1), part, moment);
    return schedule ? [{ schedule }] : [];
  });
  const offered = readings.length ? readings : suggestions(moment);
  return { schedule: null, question: { code: "impossibleDate", readings: offered, phrase: `${day}/${month}` } };
}

function atTimes(
  date: Temporal.PlainDate,
  clocks: Clock[],
  part: PartName | undefined,
  moment: Moment,
  midnight: "end" | "start" = "end",
): Resolution {
  const isToday = date.equals(moment.today);
  if (clocks.length === 0) return atPart(date, part, isToday, moment);
  const all = clocks.map((clock) =>
    onceAt(clock.hour === 24 && midnight === "end" ? date.add({ days: 1 }) : date, clockText(clock), moment.zone),
  );
  const ahead = all.filter(({ at }) => at !== null && at > moment.now);
  if (ahead.length > 0)
    return choice(
      ahead.map(({ schedule }) => schedule),
      "clock",
      clocks[0] ? clockWords(clocks[0]) : "",
    );
  return past(all[0]?.schedule ?? null, moment, clocks[0] ? clockText(clocks[0]) : null);
}

/** No clock time was said: the hour of the part of the day, or the morning's. Today it is the next part still ahead. */
function atPart(date: Temporal.PlainDate, part: PartName | undefined, isToday: boolean, moment: Moment): Resolution {
  const { schedule, at } = onceAt(date, partTime(part ?? "morning", moment.context), moment.zone);
  if (at !== null && at > moment.now) return { schedule };
  if (!isToday) return past(schedule, moment, null);
  const later: PartName[] = part ? (part === "evening" ? ["night"] : []) : ["noon", "afternoon", "evening", "night"];
  for (const next of later) {
    const then = onceAt(date, partTime(next, moment.context), moment.zone);
    if (then.at !== null && then.at > moment.now) return { schedule: then.schedule };
  }
  if (part && part !== "evening" && part !== "night" && part !== "closing" && part !== "afterWork")
    return past(schedule, moment, schedule.at.slice(11, 16));
  return { schedule: onceAtInstant(moment.now + HOUR, moment.zone) };
}

/** The time has passed: the same clock time tomorrow, or in an hour. */
function past(schedule: OnceSchedule | null, moment: Moment, time: LocalTime | null): Resolution {
  const [inAnHour, tomorrow] = suggestions(moment);
  const { morning } = moment.context.dayParts;
  const again: Reading | undefined =
    time && time !== morning
      ? { schedule: onceAt(moment.today.add({ days: 1 }), time, moment.zone).schedule }
      : tomorrow;
  const readings = [again, inAnHour].filter((reading) => reading !== undefined);
  return { schedule: null, question: { code: "past", readings, phrase: schedule ? schedule.at : "" } };
}
