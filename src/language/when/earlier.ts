/** "two days before the end of each month": the days of a series moved back by whole days. */
import { Temporal } from "temporal-polyfill";
import { WEEKDAYS } from "./calendar.ts";
import type { Day, Duration, Repeat } from "./types.ts";

/** Null where the earlier days are no simple recurrence, or where the words say no whole days. */
export function earlier(repeat: Repeat, { months, days: by, ms }: Duration): Repeat | null {
  if (months || ms || by < 1 || by > 27 || repeat.adjective || repeat.months) return null;
  if (repeat.unit === "year" && repeat.days) {
    const days = repeat.days
      .map((day) => (day.type === "date" && day.year === undefined ? earlierInYear(day, by) : null))
      .filter((day) => day !== null);
    return days.length === repeat.days.length ? { ...repeat, days } : null;
  }
  if (repeat.unit === "month" && repeat.days && !repeat.weekdays) {
    const days = repeat.days.map((day) => earlierInMonth(day, by));
    const found = days.filter((day): day is Day => day !== null);
    return found.length === days.length ? { ...repeat, days: found } : null;
  }
  if (repeat.unit !== "week" || !repeat.weekdays || by > 6) return null;
  const weekdays = repeat.weekdays.map((day) => WEEKDAYS[(WEEKDAYS.indexOf(day) + 7 - by) % 7] ?? day);
  return { ...repeat, weekdays };
}

/** Two days before the 1st is the last day but one. */
function earlierInMonth(day: Day, by: number): Day | null {
  if (day.type === "period" && day.unit === "month" && day.edge === "end") return lastDay(1 + by);
  if (day.type === "period" && day.unit === "month" && day.edge === "start") return lastDay(by);
  if (day.type === "nth" && day.of === "day" && day.n < 0) return lastDay(by - day.n);
  const n = day.type === "monthDay" ? day.day : day.type === "nth" && day.of === "day" ? day.n : 0;
  if (n < 1 || n > 28) return null;
  return n > by ? { type: "monthDay", day: n - by } : lastDay(by - n + 1);
}

/** Null for a day that no year has. */
function earlierInYear({ month, day }: Day & { type: "date" }, by: number): Day | null {
  const first = new Temporal.PlainDate(month === 2 && day === 29 ? 2028 : 2027, month, 1);
  if (day > first.daysInMonth) return null;
  const date = first.with({ day }).subtract({ days: by });
  return { type: "date", month: date.month, day: date.day };
}

const lastDay = (fromEnd: number): Day => ({ type: "nth", n: -fromEnd, of: "day" });
