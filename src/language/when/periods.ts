/** Weeks, months, quarters, years and seasons as said → dates. */
import { Temporal } from "temporal-polyfill";
import { mondayOf } from "./calendar.ts";
import type { Day } from "./types.ts";

type Date = Temporal.PlainDate;

/** "this week" is what is left of it, "next month" its first day, "end of the year" its last. */
export function periodDate(day: Day & { type: "period" }, today: Date, todayFits: boolean): Date {
  const start = periodStart(day, today);
  const end = periodEnd(day.unit, start);
  if (day.rolls && isOver(day, start, end, today))
    return periodDate({ ...day, offset: 1, rolls: false }, today, todayFits);
  if (day.edge === "end") return end;
  if (day.edge === "middle") return start.add({ days: Math.trunc(start.until(end).days / 2) });
  if (day.offset === 0 && Temporal.PlainDate.compare(start, today) < 0) {
    const later = today.add({ days: todayFits ? 0 : 1 });
    return Temporal.PlainDate.compare(later, end) > 0 ? today : later;
  }
  return start;
}

/** The beginning is its first third. */
function isOver({ edge }: Day & { type: "period" }, start: Date, end: Date, today: Date): boolean {
  const [passed, all] = [start.until(today).days, start.until(end).days];
  return edge === "middle" ? passed > Math.trunc(all / 2) : edge === "start" && passed > all / 3;
}

function periodStart(day: Day & { type: "period" }, today: Date): Date {
  const { unit, offset } = day;
  if (unit === "month") return today.with({ day: 1 }).add({ months: offset });
  if (unit === "year") return new Temporal.PlainDate(today.year + offset, 1, 1);
  if (unit === "quarter")
    return new Temporal.PlainDate(today.year, Math.trunc((today.month - 1) / 3) * 3 + 1, 1).add({ months: 3 * offset });
  if (unit === "season") return seasonStart(today, offset);
  const monday = mondayOf(today).add({ days: 7 * offset });
  return unit === "weekend" ? monday.add({ days: 5 }) : monday;
}

function seasonStart(today: Date, offset: number): Date {
  const starts = [3, 6, 9, 12].map((month) => new Temporal.PlainDate(today.year, month, 21));
  const next =
    starts.find((start) => Temporal.PlainDate.compare(start, today) > 0) ??
    new Temporal.PlainDate(today.year + 1, 3, 21);
  return next.add({ months: 3 * (offset - 1) });
}

function periodEnd(unit: (Day & { type: "period" })["unit"], start: Date): Date {
  if (unit === "month") return start.with({ day: start.daysInMonth });
  if (unit === "year") return start.with({ month: 12, day: 31 });
  if (unit === "quarter" || unit === "season") return start.add({ months: 3 }).subtract({ days: 1 });
  return start.add({ days: unit === "weekend" ? 1 : 4 });
}
