/** Whether a schedule can be kept: called before anything is stored, so that `nextSlot` never meets a bad one. */
import type { EverySchedule, Instant, RuleSchedule, Schedule, Zone } from "../core/schedule.ts";
import { compileCron } from "./cron.ts";
import { nextSlot } from "./next-slot.ts";
import { changeAt } from "./resolve.ts";
import { compileRule } from "./rule.ts";
import { ruleParts } from "./rule-parts.ts";
import { DAY, parseDate, parseTime, parseWall, SECOND, TOO_FAR } from "./wall.ts";
import { isZone } from "./zones.ts";

export interface ScheduleProblem {
  code:
    | "unknownZone"
    /** Not a cron expression, rule, date or time at all; `detail` says which part. */
    | "badSchedule"
    /** The whole date is missing in that zone. */
    | "missingDate"
    | "past"
    | "neverFires"
    /** Less than ten seconds between two slots. */
    | "tooOften"
    /** Too long a list or expression. */
    | "tooMany"
    /** After the year 2099. */
    | "tooFar";
  /** The zone, part or library message that is meant; "" when the code says all. In English, to be quoted at most. */
  detail: string;
}

/** The shortest time between two slots. */
const SHORTEST_PERIOD = 10 * SECOND;
const LONGEST_TEXT = 500;
const MOST_RULES = 50;
const MOST_DATES = 500;
/** The occurrences up to a rule's COUNT are gone through once. */
const MOST_COUNTED = 500;
/** Slots looked at to find two that are too close. */
const LOOK_AHEAD = 100;

/** The first thing that is wrong with `schedule` at `now`, or null when it will fire. */
export function checkSchedule(schedule: Schedule, now: Instant): ScheduleProblem | null {
  const zone = zoneOf(schedule);
  if (zone !== null && !isZone(zone)) return problem("unknownZone", zone);
  switch (schedule.type) {
    case "once": {
      const wall = parseWall(schedule.at);
      if (wall === null) return problem("badSchedule", schedule.at);
      if (wall >= TOO_FAR) return problem("tooFar", schedule.at);
      if (changeAt(wall, schedule.tz) === "missing") return problem("missingDate", schedule.at.slice(0, 10));
      return nextSlot(schedule, now) === null ? problem("past", schedule.at) : null;
    }
    case "cron":
      if (schedule.cron.length > LONGEST_TEXT) return problem("tooMany");
      return attempt(() => compileCron(schedule.cron)) ?? checkSlots(schedule, now, "neverFires");
    case "every":
      return checkEvery(schedule) ?? (nextSlot(schedule, now) === null ? problem("past") : null);
    case "rule":
      return checkRule(schedule, now) ?? checkSlots(schedule, now, hasBegun(schedule, now) ? "past" : "neverFires");
    case "after":
      if (parseTime(schedule.time) === null) return problem("badSchedule", schedule.time);
      return wholeNumber(schedule.days, 1, 36_500) ? null : problem("badSchedule", String(schedule.days));
    default:
      return null;
  }
}

function problem(code: ScheduleProblem["code"], detail = ""): ScheduleProblem {
  return { code, detail };
}

function zoneOf(schedule: Schedule): Zone | null {
  if (schedule.type === "every") return schedule.window?.tz ?? null;
  return "tz" in schedule ? schedule.tz : null;
}

/** What a library throws is about what a person wrote. */
function attempt(work: () => unknown): ScheduleProblem | null {
  try {
    work();
    return null;
  } catch (error) {
    return problem("badSchedule", error instanceof Error ? error.message : String(error));
  }
}

function checkSlots(schedule: Schedule, now: Instant, none: "past" | "neverFires"): ScheduleProblem | null {
  let slot = nextSlot(schedule, now);
  if (slot === null) return problem(none);
  for (let seen = 0; seen < LOOK_AHEAD; seen++) {
    const next = nextSlot(schedule, slot);
    if (next === null) return null;
    if (next - slot < SHORTEST_PERIOD) return problem("tooOften");
    slot = next;
  }
  return null;
}

function checkEvery({ ms, from, until, count, window }: EverySchedule): ScheduleProblem | null {
  if (!wholeNumber(ms, 1, TOO_FAR)) return problem("badSchedule", String(ms));
  if (ms < SHORTEST_PERIOD) return problem("tooOften");
  if (!wholeNumber(from, 0, Number.MAX_SAFE_INTEGER)) return problem("badSchedule", String(from));
  if (from >= TOO_FAR) return problem("tooFar");
  if (count !== undefined && !wholeNumber(count, 1, Number.MAX_SAFE_INTEGER))
    return problem("badSchedule", String(count));
  if (until !== undefined && until < from) return problem("neverFires");
  if (!window) return null;
  if (window.days.length === 0) return problem("neverFires");
  const wrong = [window.start, window.end].find((time) => parseTime(time) === null);
  return wrong === undefined ? null : problem("badSchedule", wrong);
}

function checkRule(rule: RuleSchedule, now: Instant): ScheduleProblem | null {
  const [dates, except] = [rule.dates ?? [], rule.except ?? []];
  if (rule.rules.length > MOST_RULES || dates.length > MOST_DATES || except.length > MOST_DATES)
    return problem("tooMany");
  const noDate = [rule.start, ...dates].find((local) => parseWall(local) === null);
  const noDay = except.find((date) => parseDate(date) === null);
  if (noDate ?? noDay) return problem("badSchedule", noDate ?? noDay);
  if ((parseWall(rule.start) ?? 0) >= TOO_FAR) return problem("tooFar", rule.start);
  for (const text of rule.rules) {
    if (text.length > LONGEST_TEXT) return problem("tooMany");
    const parts = ruleParts(text);
    if ("wrong" in parts) return problem("badSchedule", parts.wrong);
    if (Number(parts.parts.get("COUNT") ?? 0) > MOST_COUNTED)
      return problem("tooMany", `COUNT=${parts.parts.get("COUNT")}`);
  }
  return attempt(() => compileRule(rule) && nextSlot(rule, now));
}

/** Whether there was a slot at all before `now`. */
function hasBegun(rule: RuleSchedule, now: Instant): boolean {
  const walls = [rule.start, ...(rule.dates ?? [])].map((local) => parseWall(local) ?? now);
  const first = nextSlot(rule, Math.min(...walls) - DAY);
  return first !== null && first <= now;
}

function wholeNumber(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
