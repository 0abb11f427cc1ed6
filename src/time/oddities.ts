/** What a person should be told about a schedule before relying on it. */
import type { Instant, LocalDateTime, Schedule } from "../core/schedule.ts";
import { compileCron } from "./cron.ts";
import { nextSlot } from "./next-slot.ts";
import { changeAt, instantOf, latestWall } from "./resolve.ts";
import { compileRule } from "./rule.ts";
import { ruleParts } from "./rule-parts.ts";
import type { Series } from "./series.ts";
import { formatWall, parseWall } from "./wall.ts";

export type Oddity =
  /**
   * One of the next five slots meets a clock change: its clock time is `skipped` (it fires `at` the first instant after
   * the gap), `repeated` (it fires at the first copy) or its date is `missing` (it does not fire; `at` is when the next
   * date begins).
   */
  | { note: "clockChange"; change: "skipped" | "repeated" | "missing"; at: Instant; local: LocalDateTime }
  /** Some of the chosen months have no such day: "the 31st". Show the next three dates. */
  | { note: "monthEnd" }
  /** Cron joins the two day fields with "or". */
  | { note: "cronDays" };

/** Occurrences looked at, as promised in docs/GUARANTEES.md. */
const NEXT = 5;
/** Wall times looked at; several may fall on one slot. */
const MOST_WALLS = 200;

/** Everything odd about the next occurrences of a schedule that `checkSchedule` accepts. */
export function oddities(schedule: Schedule, after: Instant): Oddity[] {
  const found: Oddity[] = clockChanges(schedule, after);
  if (leavesMonthsOut(schedule)) found.push({ note: "monthEnd" });
  if (schedule.type === "cron" && compileCron(schedule.cron).eitherDay) found.push({ note: "cronDays" });
  return found;
}

function clockChanges(schedule: Schedule, after: Instant): Oddity[] {
  const series = clockTimes(schedule);
  if (series === null || !("tz" in schedule)) return [];
  let last: Instant | null = after;
  for (let seen = 0; seen < NEXT && last !== null; seen++) last = nextSlot(schedule, last);
  const found: Oddity[] = [];
  let wall = series(latestWall(after, schedule.tz));
  for (let seen = 0; seen < MOST_WALLS && wall !== null; seen++) {
    const at = instantOf(wall, schedule.tz, schedule.type === "once" && schedule.fold === 1);
    if (last !== null && at > last) break;
    const change = changeAt(wall, schedule.tz);
    if (change) found.push({ note: "clockChange", change, at, local: formatWall(wall) });
    wall = series(wall);
  }
  return found;
}

/** The clock times of a schedule; none for elapsed time, which clock changes do not touch. */
function clockTimes(schedule: Schedule): Series | null {
  switch (schedule.type) {
    case "once": {
      const wall = parseWall(schedule.at);
      return (after) => (wall !== null && wall > after ? wall : null);
    }
    case "cron": {
      const { series, everyHour } = compileCron(schedule.cron);
      return everyHour ? null : series;
    }
    case "rule":
      return compileRule(schedule).clock;
    default:
      return null;
  }
}

const SHORTEST_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ALL_MONTHS = SHORTEST_MONTHS.map((_, index) => index + 1);

function leavesMonthsOut(schedule: Schedule): boolean {
  if (schedule.type === "cron") {
    const { dates, months } = compileCron(schedule.cron);
    return someMonthLacks(dates, months);
  }
  if (schedule.type !== "rule") return false;
  return schedule.rules.some((text) => {
    const rule = ruleParts(text);
    if ("wrong" in rule) return false;
    const list = (name: string) => rule.parts.get(name)?.split(",").map(Number);
    const [, startMonth = 1, startDay = 1] = schedule.start.slice(0, 10).split("-").map(Number);
    const yearly = rule.parts.get("FREQ") === "YEARLY";
    const months = list("BYMONTH") ?? (yearly && !rule.parts.has("BYMONTHDAY") ? [startMonth] : ALL_MONTHS);
    const fromStart = (yearly || rule.parts.get("FREQ") === "MONTHLY") && ![...rule.parts.keys()].some(choosesDay);
    return someMonthLacks(list("BYMONTHDAY") ?? (fromStart ? [startDay] : []), months);
  });
}

function choosesDay(part: string): boolean {
  return /^BY(?:DAY|MONTHDAY|YEARDAY|WEEKNO)$/.test(part);
}

/** A few dates of which one is too late for the shortest of the months; all dates of the month lack nothing. */
function someMonthLacks(dates: number[], months: number[]): boolean {
  const shortest = Math.min(...months.map((month) => SHORTEST_MONTHS[month - 1] ?? 31));
  return dates.length < 28 && dates.some((date) => date > shortest);
}
