/** Several weekdays that repeat although no word says so. */
import type { Day, Group, When } from "./types.ts";

/** "on monday and thursday until december": what ends, begins or leaves out says that it repeats. */
export function asSeries(when: When): When {
  const { until, from, count, except, span } = when;
  const weeks = span && (span.months > 0 || span.days >= 7);
  const bounded = until?.days || from?.days || from?.offset || count !== undefined || except || weeks;
  if (!bounded || !soundsWeekly(when)) return when;
  return {
    ...when,
    groups: when.groups.map(
      (group): Group => ({
        ...group,
        days: [],
        repeat: {
          unit: "week",
          interval: 1,
          weekdays: group.days.flatMap((day) => (isPlain(day) ? [day.weekday] : [])),
        },
      }),
    ),
  };
}

/** Several weekdays and no word that repeats. */
export function soundsWeekly({ groups }: When): boolean {
  return (
    groups.some(({ days }) => days.length > 1) && groups.every(({ days, repeat }) => !repeat && days.every(isPlain))
  );
}

function isPlain(day: Day): day is Day & { type: "weekday" } {
  return day.type === "weekday" && day.which === "coming" && day.weeks === 0;
}
