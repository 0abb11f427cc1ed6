/** Schedules in German words; everything here is read back by the tables beside it. */
import type { Weekday } from "../../core/schedule.ts";
import { elapsedParts } from "../describing/elapsed.ts";
import type { DescribeWords, NamedDay } from "../describing/words.ts";
import { WEEKDAYS } from "../when/calendar.ts";

const DAYS = "Mo Di Mi Do Fr Sa So".split(" ");
const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

const dayName = (day: Weekday): string => DAYS[WEEKDAYS.indexOf(day)] ?? day;
const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);
const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} und ${items[items.length - 1]}`;

/** "3.", "letzten", "2. letzten" */
const nth = (n: number): string => (n > 0 ? `${n}.` : n === -1 ? "letzten" : `${-n}. letzten`);

function weekdays(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days[days.length - 1]];
  const run = first && last && days.length > 2 && WEEKDAYS.indexOf(last) - WEEKDAYS.indexOf(first) === days.length - 1;
  return run ? `${dayName(first)}–${dayName(last)}` : list(days.map(dayName));
}

function namedDay(day: NamedDay): string {
  switch (day.type) {
    case "monthDay":
      return day.day > 0 ? `${day.day}.` : `${nth(day.day)} Tag`;
    case "weekday":
      return `${nth(day.n)} ${dayName(day.weekday)}`;
    case "workday":
      return `${nth(day.n)} Werktag`;
    case "date":
      return `${day.day}. ${monthName(day.month)}`;
  }
}

const ONE: Record<string, string> = { "1 Std": "jede Stunde", "1 Min": "jede Minute" };

function elapsed(ms: number): string {
  const said = elapsedParts(ms, ["Std", "Min", "Sek"]).join(" ");
  return ONE[said] ?? `alle ${said}`;
}

export const DE_DESCRIBE: DescribeWords = {
  list,
  date: ({ weekday, day, month, year }) =>
    `${dayName(weekday)} ${day}. ${monthName(month)}${year === null ? "" : ` ${year}`}`,
  dayOfMonth: (day, month) => `${day}. ${monthName(month)}`,
  today: "heute",
  at: "um",
  every: "jeden",
  days: (interval) => (interval > 1 ? `alle ${interval} Tage` : "jeden Tag"),
  weeks: (days, interval) => {
    const said = weekdays(days);
    if (interval > 1) return `alle ${interval} Wochen am ${said}`;
    return said.includes("–") ? said : `jeden ${said}`;
  },
  months: (days, interval) =>
    `am ${list(days.map(namedDay))} ${interval > 1 ? `alle ${interval} Monate` : "jeden Monat"}`,
  years: (days, interval, months) => {
    const inMonths = months.length ? ` im ${list(months.map(monthName))}` : "";
    return `${interval > 1 ? `alle ${interval} Jahre am ` : "jeden "}${list(days.map(namedDay))}${inMonths}`;
  },
  weekNumber: (week, days, interval) =>
    `${interval > 1 ? `alle ${interval} Jahre am ` : "jeden "}${weekdays(days)} in KW ${week}`,
  inMonths: (months) => `im ${list(months.map(monthName))}`,
  elapsed,
  window: (start, end) => `zwischen ${start} und ${end}`,
  onDays: (days) => `am ${weekdays(days)}`,
  from: (date) => `ab ${date}`,
  until: (date) => `bis ${date}`,
  times: (n) => `${n} mal`,
  except: (dates) => `außer ${list(dates)}`,
  afterDone: (days) => `alle ${days} Tage nach Erledigung`,
  zone: (zone) => zone,
  secondTime: "zum zweiten Mal",
  someday: "irgendwann",
  startup: "beim Start",
  hook: "wenn seine Adresse aufgerufen wird",
  happening: (what, name) =>
    ({
      succeeded: `nachdem ${name} erfolgreich war`,
      failed: `wenn ${name} fehlschlägt`,
      recovered: `wenn ${name} wieder da ist`,
    })[what],
};
