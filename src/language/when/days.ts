/** Days as said → dates, seen from today. Past days roll forward where the words leave it open. */
import { Temporal } from "temporal-polyfill";
import type { Weekday } from "../../core/schedule.ts";
import { mondayOf, onOrAfter, WEEKDAYS, weekdayOf } from "./calendar.ts";
import { holidayDate } from "./holidays.ts";
import { nthWithin } from "./nth.ts";
import { periodDate } from "./periods.ts";
import type { Day, Duration } from "./types.ts";

type Date = Temporal.PlainDate;

/** What the date is measured from. */
export interface DayContext {
  today: Date;
  /** The time said for the day is still ahead today, so "tuesday" may be today. */
  todayFits: boolean;
}

/** A date that no calendar has (30 February). */
export interface Impossible {
  month: number;
  day: number;
  year?: number;
}
export type Found = { date: Date } | { impossible: Impossible };

/** The date of a day as said. */
export function findDay(day: Day, context: DayContext): Found {
  const { today } = context;
  switch (day.type) {
    case "relative":
      return { date: today.add({ days: day.days }) };
    case "weekday":
      return { date: weekdayDate(day, context) };
    case "monthDay":
      return monthDayDate(day.day, day.months, context);
    case "date":
      return fixedDate(day, context);
    case "either":
      return findDay(day.first, context);
    case "nth":
      return { date: nthDate(day, context) };
    case "month":
      return { date: monthDate(day, today) };
    case "period":
      return { date: periodDate(day, context.today, context.todayFits) };
    case "holiday":
      return { date: (day.ongoing && laterInSeason(day.name, context)) || holidayOn(day, context) };
    case "shifted":
      return shiftedDate(day, context);
    case "isoWeek":
      return {
        date: rollYear(
          (year) => weekStart(year, day.week).add({ days: WEEKDAYS.indexOf(day.weekday ?? "MO") }),
          day.year,
          context,
        ),
      };
    case "after":
      return dayAfter(day.base, context);
    case "workdays":
      return { date: addWorkdays(today, day.n) };
    case "beside": {
      const base = findDay(day.base, context);
      if (!("date" in base)) return base;
      return {
        date: onOrAfter(day.before ? base.date.subtract({ days: 7 }) : base.date.add({ days: 1 }), day.weekday),
      };
    }
    case "nearest":
      return nearest(day, findDay(day.to, context));
    case "seenFrom":
      return findDay(day.base, { today: today.add(calendarPart(day.by)), todayFits: true });
  }
}

function holidayOn({ name, year }: Day & { type: "holiday" }, context: DayContext): Date {
  return rollYear((of) => holidayDate(name, of), year, context);
}

/** "this winter", said in January, has begun: what is left of it. */
function laterInSeason(name: string, { today, todayFits }: DayContext): Date | null {
  const later = today.add({ days: todayFits ? 0 : 1 });
  const goesOn = [today.year - 1, today.year].some((year) => {
    const start = holidayDate(name, year);
    const isOver = Temporal.PlainDate.compare(later, start.add({ months: 3 })) >= 0;
    return Temporal.PlainDate.compare(start, today) <= 0 && !isOver;
  });
  return goesOn ? later : null;
}

/** The closest such weekday, the second closest … */
function nearest({ weekday, n = 1 }: Day & { type: "nearest" }, to: Found): Found {
  if (!("date" in to)) return to;
  const closest = onOrAfter(to.date.subtract({ days: 3 }), weekday);
  const isLater = Temporal.PlainDate.compare(closest, to.date) > 0;
  const weeks = Math.trunc(n / 2) * ((n % 2 === 0) === isLater ? -1 : 1);
  return { date: closest.add({ days: 7 * weeks }) };
}

/** "after the weekend" is Monday, "after christmas" the day after. */
function dayAfter(base: Day, context: DayContext): Found {
  const whole: Day = base.type === "period" && !base.edge ? { ...base, edge: "end" } : base;
  const found = findDay(whole, { ...context, todayFits: true });
  if (!("date" in found)) return found;
  const days = base.type === "period" && base.unit === "week" ? 3 : 1;
  return { date: found.date.add({ days }) };
}

function ahead(date: Date, { today, todayFits }: DayContext): boolean {
  const order = Temporal.PlainDate.compare(date, today);
  return order > 0 || (order === 0 && todayFits);
}

function weekdayDate(day: Day & { type: "weekday" }, context: DayContext): Date {
  const { today, todayFits } = context;
  if (day.which === "inWeek") return mondayOf(today).add({ days: 7 * day.weeks + WEEKDAYS.indexOf(day.weekday) });
  const first = onOrAfter(today, day.weekday);
  const isToday = first.equals(today);
  if (day.which === "this") return first.add({ days: 7 * day.weeks });
  // "next friday" is the coming one, unless today is Thursday or Friday.
  const tooNear = day.which === "next" && first.since(today).days <= 1;
  const step = tooNear || (isToday && !(todayFits && day.which === "coming" && day.weeks === 0)) ? 7 : 0;
  return first.add({ days: step + 7 * day.weeks });
}

function inMonth(first: Date, day: number): Date | null {
  const wanted = day < 0 ? first.daysInMonth + 1 + day : day;
  return wanted >= 1 && wanted <= first.daysInMonth ? first.with({ day: wanted }) : null;
}

function monthDayDate(day: number, months: number | undefined, context: DayContext): Found {
  const first = context.today.with({ day: 1 });
  if (months !== undefined) {
    const month = first.add({ months });
    return { date: inMonth(month, day) ?? month.with({ day: month.daysInMonth }) };
  }
  for (let offset = 0; offset < 12; offset++) {
    const date = inMonth(first.add({ months: offset }), day);
    if (date && ahead(date, context)) return { date };
  }
  return { impossible: { month: first.month, day } };
}

function fixedDate(day: Day & { type: "date" }, context: DayContext): Found {
  const { month, year } = day;
  const impossible: Found = { impossible: { month, day: day.day, ...(year === undefined ? {} : { year }) } };
  if (year !== undefined) {
    const first = new Temporal.PlainDate(year, month, 1);
    return day.day <= first.daysInMonth ? { date: first.with({ day: day.day }) } : impossible;
  }
  for (let offset = 0; offset < 9; offset++) {
    const first = new Temporal.PlainDate(context.today.year + offset, month, 1);
    const date = inMonth(first, day.day);
    if (date && (ahead(date, context) || date.equals(context.today))) return { date: onWeekday(date, day.weekday) };
  }
  return impossible;
}

/** "friday, 18 july": next year's where only that one is a Friday. */
function onWeekday(date: Date, weekday: Weekday | undefined): Date {
  const later = date.add({ years: 1 });
  return weekday && weekdayOf(date) !== weekday && weekdayOf(later) === weekday ? later : date;
}

/** Monday of an ISO 8601 week: week 1 is the one with 4 January. */
function weekStart(year: number, week: number): Date {
  return mondayOf(new Temporal.PlainDate(year, 1, 4)).add({ days: 7 * (week - 1) });
}

/** First occurrence in this year or the next that is still ahead. */
function rollYear(of: (year: number) => Date, year: number | undefined, context: DayContext): Date {
  if (year !== undefined) return of(year);
  const date = of(context.today.year);
  return ahead(date, context) || date.equals(context.today) ? date : of(context.today.year + 1);
}

function nthDate(day: Day & { type: "nth" }, context: DayContext): Date {
  const { today } = context;
  if (day.inYear) {
    const inYear = (year: number): Date => {
      const first = new Temporal.PlainDate(year, 1, 1);
      return nthWithin(day.n, day.of, first, first.daysInYear) ?? first;
    };
    return rollYear(inYear, day.year, context);
  }
  for (let offset = 0; offset < 60; offset++) {
    const first = day.month
      ? new Temporal.PlainDate((day.year ?? today.year) + offset, day.month, 1)
      : today.with({ day: 1 }).add({ months: (day.months ?? 0) + offset });
    const date = nthWithin(day.n, day.of, first, first.daysInMonth);
    if (date && (day.year !== undefined || ahead(date, context))) return date;
  }
  return today;
}

function monthDate(day: Day & { type: "month" }, today: Date): Date {
  const year =
    day.year ??
    (day.month < today.month || (day.month === today.month && !day.edge && today.day > 1)
      ? today.year + (day.month < today.month ? 1 : 0)
      : today.year);
  const first = new Temporal.PlainDate(year, day.month, 1);
  const date =
    day.edge === "end"
      ? first.with({ day: first.daysInMonth })
      : day.edge === "middle"
        ? first.with({ day: 15 })
        : first;
  return day.year === undefined && day.month === today.month && Temporal.PlainDate.compare(date, today) < 0
    ? soonInMonth(date, today)
    : date;
}

/** "in november", said on the 20th of November, is the rest of it: tomorrow, or today when it is the last day. */
function soonInMonth(date: Date, today: Date): Date {
  return today.day === today.daysInMonth || date.day === today.daysInMonth ? today : today.add({ days: 1 });
}

function shiftedDate(day: Day & { type: "shifted" }, context: DayContext): Found {
  const base = findDay(day.base, context);
  if (!("date" in base)) return base;
  return { date: day.back ? base.date.subtract(calendarPart(day.by)) : base.date.add(calendarPart(day.by)) };
}

/** Months and days of a duration; a negative number of months is possible. */
export function calendarPart(by: Duration): { months: number; days: number } {
  return { months: by.months, days: by.days + Math.trunc(by.ms / 86_400_000) };
}

/** The n-th working day after `date`, Monday to Friday. */
function addWorkdays(date: Date, n: number): Date {
  let left = n;
  let found = date;
  while (left > 0) {
    found = found.add({ days: 1 });
    if (found.dayOfWeek <= 5) left--;
  }
  return found;
}
