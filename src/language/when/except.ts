/** "except fridays", "except in may", "except 24 december": whole weekdays and months are left out of the rule, other days one by one. */
import type { Weekday } from "../../core/schedule.ts";
import type { Day } from "./types.ts";

export function weekdaysOf(days: readonly Day[]): Weekday[] {
  return days.flatMap((day) =>
    day.type === "weekday" && day.which === "coming" && day.weeks === 0 ? [day.weekday] : weekend(day),
  );
}

function weekend(day: Day): Weekday[] {
  return day.type === "period" && day.unit === "weekend" ? ["SA", "SU"] : [];
}

export function monthsOf(days: readonly Day[]): number[] {
  return days.flatMap((day) => (day.type === "month" && day.year === undefined && !day.edge ? [day.month] : []));
}

export function daysOf(days: readonly Day[]): Day[] {
  return days.filter((day) => weekdaysOf([day]).length === 0 && monthsOf([day]).length === 0);
}
