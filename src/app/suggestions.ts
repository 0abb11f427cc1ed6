/** Times that are offered as buttons. */
import type { Instant, OnceSchedule, RuleSchedule, Zone } from "../core/schedule.ts";
import { addDays, instantOn, localDate, nextWeekday, weekdayOf } from "../time/day.ts";
import { toInstant, toLocal } from "../time/resolve.ts";
import { HOUR, MINUTE, SECOND } from "../time/wall.ts";
import { dayParts } from "./settings.ts";

/** Names the texts have words for. */
export type Suggestion = "in10min" | "in1h" | "in3h" | "tonight" | "tomorrow9" | "monday9";

/** The instant a button means when it is pressed at `now`. Always later than `now`. */
export function suggested(name: Suggestion, now: Instant, tz: Zone): Instant {
  const today = localDate(now, tz);
  switch (name) {
    case "in10min":
      return now + 10 * MINUTE;
    case "in1h":
      return now + HOUR;
    case "in3h":
      return now + 3 * HOUR;
    case "tonight": {
      const tonight = instantOn(today, dayParts.evening, tz);
      return tonight > now ? tonight : instantOn(addDays(today, 1), dayParts.evening, tz);
    }
    case "tomorrow9":
      return instantOn(addDays(today, 1), dayParts.morning, tz);
    case "monday9":
      return instantOn(nextWeekday(today, "MO"), dayParts.morning, tz);
  }
}

/** The same as a schedule. */
export function suggestedOnce(name: Suggestion, now: Instant, tz: Zone): OnceSchedule {
  return onceAt(suggested(name, now, tz), tz);
}

/** Wall time of an instant, rounded up to the second: never early. */
function onceAt(at: Instant, tz: Zone): OnceSchedule {
  const instant = Math.ceil(at / SECOND) * SECOND;
  const local = toLocal(instant, tz);
  return { type: "once", at: local, tz, ...(toInstant(local, tz) === instant ? {} : { fold: 1 as const }) };
}

/** Ways to repeat something that was to happen once, from its own date and time on. */
export function repetitions(once: OnceSchedule): { name: string; schedule: RuleSchedule }[] {
  const day = Number(once.at.slice(8, 10));
  const clamped = Array.from({ length: day - 27 }, (_, index) => 28 + index);
  const monthly = day > 28 ? `BYMONTHDAY=${clamped.join(",")};BYSETPOS=-1` : `BYMONTHDAY=${day}`;
  const time = `BYHOUR=${Number(once.at.slice(11, 13))};BYMINUTE=${Number(once.at.slice(14, 16))}`;
  const rules = {
    daily: "FREQ=DAILY",
    weekdays: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    weekly: `FREQ=WEEKLY;BYDAY=${weekdayOf(once.at.slice(0, 10))}`,
    monthly: `FREQ=MONTHLY;${monthly}`,
  };
  return Object.entries(rules).map(([name, rule]) => ({
    name,
    schedule: { type: "rule", rules: [`${rule};${time}`], start: once.at, tz: once.tz },
  }));
}
