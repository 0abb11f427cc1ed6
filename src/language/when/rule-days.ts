/** Which days a recurrence means: the repeat, the days beside it and what is left out → parts of rules. */
import type { Temporal } from "temporal-polyfill";
import type { Weekday } from "../../core/schedule.ts";
import { sortWeekdays, WEEKDAYS, WORKDAYS, weekdayOf } from "./calendar.ts";
import { fixedHoliday } from "./holidays.ts";
import { clampedMonthDay, type RulePart } from "./rule-part.ts";
import type { Day, Group, Repeat, When } from "./types.ts";

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The rules of one group; `phase` gives the day where none was said. */
export function partsOf(repeat: Repeat, group: Group, when: When, phase: Temporal.PlainDate): RulePart[] {
  const months = monthsSaid(repeat, group, when);
  const days = [...(repeat.days ?? []), ...group.days.filter((day) => day.type !== "month")];
  const week = group.days.find((day) => day.type === "isoWeek");
  const weekNumbers = week?.type === "isoWeek" ? [week.week] : repeat.weekNumbers;
  const base = weekNumbers ? inWeeks(weekNumbers, repeat, days) : parts(repeat, days, months, phase);
  return base.map((part) => leaveOut({ ...part, ...(months.length && !part.months ? { months } : {}) }, when));
}

function monthsSaid(repeat: Repeat, group: Group, when: When): number[] {
  const beside = group.days.flatMap((day) => (day.type === "month" ? [day.month] : []));
  return [...new Set([...(repeat.months ?? []), ...beside, ...(when.months ?? [])])].sort((a, b) => a - b);
}

function parts(repeat: Repeat, days: Day[], months: number[], phase: Temporal.PlainDate): RulePart[] {
  const { interval } = repeat;
  const weekdays = weekdaysSaid(repeat, days);
  if (repeat.yearDays) return [{ freq: "YEARLY", interval, yearDays: repeat.yearDays }];
  if (repeat.unit === "day") return [{ freq: "DAILY", interval }];
  if (repeat.unit === "week") return [weekPart(repeat, weekdays, days, phase)];
  const rest = days.filter((day) => !(day.type === "weekday" || (day.type === "period" && day.unit === "weekend")));
  const freq = repeat.unit === "year" ? "YEARLY" : "MONTHLY";
  const named = joined(rest.flatMap((day) => dayParts(day, freq, interval, months)));
  // "every friday the 13th" is both at once; "monthly on fridays" is each friday.
  if (weekdays.length && repeat.days && repeat.weekdays) return named.map((part) => ({ ...part, weekdays }));
  if (weekdays.length) named.push({ freq: "WEEKLY", interval: 1, weekdays });
  if (named.length) return named;
  if (freq === "MONTHLY") return [{ freq, interval, ...clampedMonthDay(phase.day) }];
  if (months.length) return [{ freq, interval, months, monthDays: [1] }];
  return [datePart(phase.month, phase.day, interval)];
}

function weekdaysSaid(repeat: Repeat, days: readonly Day[]): Weekday[] {
  const beside = days.flatMap((day): Weekday[] => {
    if (day.type === "weekday") return [day.weekday];
    if (day.type === "isoWeek") return day.weekday ? [day.weekday] : [];
    return day.type === "period" && day.unit === "weekend" ? ["SA", "SU"] : [];
  });
  return sortWeekdays([...(repeat.weekdays ?? []), ...beside]);
}

/** "twice a week" without naming the days. */
const SPREAD: Partial<Record<number, readonly Weekday[]>> = {
  2: ["MO", "TH"],
  3: ["MO", "WE", "FR"],
  4: ["MO", "TU", "TH", "FR"],
  5: WORKDAYS,
  6: WEEKDAYS.slice(0, 6),
  7: WEEKDAYS,
};

/** "every week on the 4th day" counts from Sunday, as the calendars of those who say so do. */
function weekPart(repeat: Repeat, weekdays: Weekday[], days: readonly Day[], phase: Temporal.PlainDate): RulePart {
  const counted = days.flatMap((day): Weekday[] => {
    const n = day.type === "monthDay" ? day.day : day.type === "nth" && day.of === "day" ? day.n : 0;
    const weekday = WEEKDAYS[(n + 5) % 7];
    return n >= 1 && n <= 7 && weekday ? [weekday] : [];
  });
  const all = sortWeekdays([...weekdays, ...counted]);
  const spread = SPREAD[repeat.timesAWeek ?? 0] ?? [weekdayOf(phase)];
  return { freq: "WEEKLY", interval: repeat.interval, weekdays: all.length ? all : [...spread] };
}

function inWeeks(weekNumbers: number[], repeat: Repeat, days: readonly Day[]): RulePart[] {
  const weekdays = weekdaysSaid(repeat, days);
  const interval = repeat.unit === "year" ? repeat.interval : 1;
  return [{ freq: "YEARLY", interval, weekNumbers, weekdays: weekdays.length ? weekdays : ["MO"] }];
}

function dayParts(day: Day, freq: "MONTHLY" | "YEARLY", interval: number, months: number[]): RulePart[] {
  const base = { freq, interval, ...(months.length ? { months } : {}) };
  switch (day.type) {
    case "monthDay":
      return freq === "YEARLY" && !months.length
        ? [{ freq, interval, months: [1], monthDays: [day.day] }]
        : [{ ...base, ...clampedMonthDay(day.day) }];
    case "date":
      return [datePart(day.month, day.day, interval)];
    case "either":
      return dayParts(day.first, freq, interval, months);
    case "holiday":
      return ruleOfHoliday(day.name, interval);
    case "nth":
      return [nthPart(day, base)];
    case "period":
      return [edgePart(day, base)];
    default:
      return [];
  }
}

function datePart(month: number, day: number, interval: number): RulePart {
  const clamped = month === 2 && day === 29 ? { monthDays: [28, 29], position: -1 } : { monthDays: [day] };
  return { freq: "YEARLY", interval, months: [month], ...clamped };
}

/** Holidays that move with a weekday are "the nth weekday of a month"; those that move with Easter are not rules. */
export function ruleOfHoliday(name: string, interval: number): RulePart[] {
  const fixed = fixedHoliday(name);
  if (fixed) return [datePart(fixed.month, fixed.day, interval)];
  const nth = MOVING[name];
  return nth ? [{ freq: "YEARLY", interval, months: [nth.month], nth: [{ n: nth.n, weekday: nth.weekday }] }] : [];
}

const MOVING: Record<string, { month: number; n: number; weekday: Weekday }> = {
  thanksgiving: { month: 11, n: 4, weekday: "TH" },
  memorialDay: { month: 5, n: -1, weekday: "MO" },
  labourDay: { month: 9, n: 1, weekday: "MO" },
  martinLutherKing: { month: 1, n: 3, weekday: "MO" },
  presidentsDay: { month: 2, n: 3, weekday: "MO" },
  columbusDay: { month: 10, n: 2, weekday: "MO" },
  mothersDay: { month: 5, n: 2, weekday: "SU" },
  fathersDay: { month: 6, n: 3, weekday: "SU" },
  patriotsDay: { month: 4, n: 3, weekday: "MO" },
  armedForcesDay: { month: 5, n: 3, weekday: "SA" },
};

function nthPart(day: Day & { type: "nth" }, base: RulePart): RulePart {
  const part: RulePart = day.month ? { ...base, freq: "YEARLY", months: [day.month] } : base;
  if (day.of === "day")
    return part.freq === "YEARLY" && !part.months
      ? { ...part, yearDays: [day.n] }
      : { ...part, ...(day.n > 0 ? clampedMonthDay(day.n) : { monthDays: [day.n] }) };
  if (day.of === "workday") return { ...part, weekdays: [...WORKDAYS], position: day.n };
  const weekday = day.of === "weekend" ? "SA" : day.of === "week" || day.of === "row" ? "MO" : day.of;
  return { ...part, nth: [{ n: day.n, weekday }] };
}

function edgePart(day: Day & { type: "period" }, base: RulePart): RulePart {
  if (day.unit === "year")
    return { ...base, freq: "YEARLY", months: [day.edge === "end" ? 12 : 1], monthDays: [day.edge === "end" ? 31 : 1] };
  return { ...base, monthDays: [day.edge === "end" ? -1 : day.edge === "middle" ? 15 : 1] };
}

/** Rules that differ only in the days of the month, or only in the nth weekday, are one rule. */
function joined(all: RulePart[]): RulePart[] {
  const found: RulePart[] = [];
  for (const part of all) {
    const twin = found.find((other) => sameBase(other, part));
    if (twin?.monthDays && part.monthDays) twin.monthDays = [...new Set([...twin.monthDays, ...part.monthDays])];
    else if (twin?.nth && part.nth) twin.nth = [...twin.nth, ...part.nth];
    else found.push({ ...part });
  }
  return found;
}

function sameBase(a: RulePart, b: RulePart): boolean {
  const simple = a.position === undefined && b.position === undefined && !a.yearDays && !b.yearDays;
  const kinds =
    (a.monthDays && b.monthDays && !a.weekdays && !b.weekdays && !a.nth && !b.nth) ||
    (a.nth && b.nth && !a.monthDays && !b.monthDays);
  return (
    simple && Boolean(kinds) && a.freq === b.freq && a.interval === b.interval && String(a.months) === String(b.months)
  );
}

/** "except fridays", "except in may". */
function leaveOut(part: RulePart, when: When): RulePart {
  const { except } = when;
  if (!except) return part;
  const left: RulePart = { ...part };
  if (except.months.length) left.months = (part.months ?? ALL_MONTHS).filter((month) => !except.months.includes(month));
  if (except.weekdays.length && !part.nth) {
    left.weekdays = (part.weekdays ?? [...WEEKDAYS]).filter((day) => !except.weekdays.includes(day));
    if (part.freq === "DAILY" && part.interval === 1) left.freq = "WEEKLY";
  }
  return left;
}
