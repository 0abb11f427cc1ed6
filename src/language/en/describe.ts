/** Schedules in English words; everything here is read back by the tables beside it. */
import type { Weekday } from "../../core/schedule.ts";
import { elapsedParts } from "../describing/elapsed.ts";
import type { DescribeWords, NamedDay, ShownDate } from "../describing/words.ts";
import { WEEKDAYS } from "../when/calendar.ts";

const DAYS = "Mon Tue Wed Thu Fri Sat Sun".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(" ");

const dayName = (day: Weekday): string => DAYS[WEEKDAYS.indexOf(day)] ?? day;
const monthName = (month: number): string => MONTHS[month - 1]?.slice(0, 3) ?? String(month);

function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

function ordinal(n: number): string {
  const tens = n % 100;
  const suffix = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${suffix}`;
}

/** "last", "2nd last", "3rd" */
const nth = (n: number): string => (n > 0 ? ordinal(n) : n === -1 ? "last" : `${ordinal(-n)} last`);

/** Three and more days in a row are a range. */
function weekdays(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days[days.length - 1]];
  const run = first && last && days.length > 2 && WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === days.length - 1;
  return run ? `${dayName(first)}–${dayName(last)}` : list(days.map(dayName));
}

/** "2nd and 4th Tue": the weekday is said once. */
function namedDays(days: readonly NamedDay[]): string {
  const first = days[0];
  const same =
    first?.type === "weekday" && days.every((day) => day.type === "weekday" && day.weekday === first.weekday);
  if (!same || days.length < 2) return list(days.map(namedDay));
  return `${list(days.map((day) => (day.type === "weekday" ? nth(day.n) : "")))} ${dayName(first.weekday)}`;
}

function namedDay(day: NamedDay): string {
  switch (day.type) {
    case "monthDay":
      return day.day > 0 ? ordinal(day.day) : `${nth(day.day)} day`;
    case "weekday":
      return `${nth(day.n)} ${dayName(day.weekday)}`;
    case "workday":
      return `${nth(day.n)} working day`;
    case "date":
      return `${day.day} ${monthName(day.month)}`;
  }
}

const ONE: Record<string, string> = { "1 h": "hour", "1 min": "minute" };

function elapsed(ms: number): string {
  const said = elapsedParts(ms, ["h", "min", "s"]).join(" ");
  return `every ${ONE[said] ?? said}`;
}

function years(days: readonly NamedDay[], interval: number, months: readonly number[]): string {
  const every = interval > 1 ? `every ${interval} years on ` : "every ";
  const inMonths = months.length
    ? ` in ${list(months.map(monthName))}`
    : days[0]?.type === "date"
      ? ""
      : interval > 1
        ? ""
        : " of the year";
  return `${every}${namedDays(days)}${inMonths}`;
}

export const EN_DESCRIBE: DescribeWords = {
  list,
  date: ({ weekday, day, month, year }: ShownDate) =>
    `${dayName(weekday)} ${day} ${monthName(month)}${year === null ? "" : ` ${year}`}`,
  dayOfMonth: (day, month) => `${day} ${MONTHS[month - 1] ?? month}`,
  today: "today",
  at: "at",
  every: "every",
  days: (interval) => (interval > 1 ? `every ${interval} days` : "every day"),
  weeks: (days, interval) => {
    const said = weekdays(days);
    if (interval > 1) return `every ${interval} weeks on ${said}`;
    return said.includes("–") ? said : `every ${said}`;
  },
  months: (days, interval) => `${namedDays(days)} of ${interval > 1 ? `every ${interval} months` : "each month"}`,
  years,
  weekNumber: (week, days, interval) =>
    `every ${interval > 1 ? `${interval} years on ` : ""}${weekdays(days)} in week ${week}`,
  inMonths: (months) => `in ${list(months.map(monthName))}`,
  elapsed,
  window: (start, end) => `between ${start} and ${end}`,
  onDays: (days) => `on ${weekdays(days)}`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  times: (n) => `${n} times`,
  except: (dates) => `except ${list(dates)}`,
  afterDone: (days) => `every ${days} days after done`,
  zone: (zone) => zone,
  secondTime: "the second time",
  someday: "someday",
  startup: "on startup",
  hook: "when its address is called",
  happening: (what, name) =>
    ({ succeeded: `after ${name} succeeds`, failed: `when ${name} fails`, recovered: `when ${name} recovers` })[what],
};
