/** Several moments in one sentence and no word that repeats: "monday and tuesday at 17:00", "at 8:00 and 20:00". */
import type { OnceSchedule, RuleSchedule } from "../../core/schedule.ts";
import type { Moment } from "./moment.ts";
import { type Resolution, resolveOnce } from "./once.ts";
import { resolveRule } from "./rule.ts";
import type { Around } from "./settle.ts";
import type { Clock, Day, Group, When } from "./types.ts";

export function isSeveral(when: When): boolean {
  if (when.offset || when.window || when.until || when.from) return false;
  return when.groups.length > 1 || when.groups.some((group) => group.days.length > 1 || group.clocks.length > 1);
}

/** Days are said: just these. Only clock times: just these or every day, which is asked; without a task it is every day. */
export function resolveSeveral(when: When, moment: Moment, around: Around): Resolution {
  const unit = soundsLikeEvery(when);
  if (unit) return onceOrEvery(unit, when, moment, around);
  if (when.groups.some((group) => group.days.length > 0)) return listed(when, moment, around);
  const daily = resolveRule(everyDay(when), moment, around);
  if (around.words.length === 0) return daily;
  return bothAsked([listed(when, moment, around), daily]);
}

/** "monday, wednesday and friday at 6", "the 1st and 15th", "in may and december" sound like each week, month or year, and do not say so. */
function soundsLikeEvery(when: When): "week" | "month" | "year" | null {
  const days = when.groups.flatMap((group) => group.days);
  if (days.length < 2) return null;
  if (days.every((day) => day.type === "weekday" && day.which === "coming" && day.weeks === 0))
    return days.length > 2 ? "week" : null;
  if (days.every((day) => day.type === "month" && day.year === undefined && !day.edge)) return "year";
  const inMonths = days.every(
    (day) =>
      (day.type === "monthDay" && day.months === undefined) ||
      (day.type === "nth" && !day.month && !day.inYear && day.months === undefined),
  );
  return inMonths ? "month" : null;
}

function onceOrEvery(unit: "week" | "month" | "year", when: When, moment: Moment, around: Around): Resolution {
  const groups = when.groups.map((group): Group => ({ ...group, repeat: { unit, interval: 1 } }));
  const series = resolveRule({ ...when, groups }, moment, around);
  return bothAsked([series, listed(when, moment, around)]);
}

function bothAsked(both: Resolution[]): Resolution {
  const readings = both.flatMap(({ schedule, question }) =>
    schedule ? [{ schedule }] : (question?.readings.slice(0, 1) ?? []),
  );
  return { schedule: null, question: { code: "repeat", readings, phrase: "" } };
}

function everyDay(when: When): When {
  const groups = when.groups.map((group): Group => ({ ...group, repeat: { unit: "day", interval: 1 } }));
  return { ...when, groups };
}

/** One schedule of single dates, or of the one date that was said twice. An open clock time is asked once, for all of them. */
function listed(when: When, moment: Moment, around: Around): Resolution {
  const all = when.groups.flatMap((group) =>
    moments(group).map((one) => resolveOnce({ ...when, groups: [one] }, moment, around)),
  );
  const asked = all.find(({ question }) => question)?.question;
  if (asked && asked.code !== "clock") return { schedule: null, question: asked };
  const [first, second] = [0, 1].map((choice) => datesOf(all, choice, moment));
  if (!asked || !first || !second) return { schedule: first ?? null };
  return { schedule: null, question: { ...asked, readings: [{ schedule: first }, { schedule: second }] } };
}

function moments(group: Group): Group[] {
  const days: (Day | undefined)[] = group.days.length ? group.days : [undefined];
  const clocks: (Clock | undefined)[] = group.clocks.length ? group.clocks : [undefined];
  return days.flatMap((day) =>
    clocks.map((clock): Group => ({ ...group, days: day ? [day] : [], clocks: clock ? [clock] : [] })),
  );
}

function datesOf(all: readonly Resolution[], choice: number, moment: Moment): RuleSchedule | OnceSchedule {
  const dates = all.flatMap(({ schedule, question }) => {
    const settled = schedule ?? (question?.readings[choice] ?? question?.readings[0])?.schedule;
    return settled?.type === "once" ? [settled.at] : [];
  });
  const sorted = [...new Set(dates)].sort();
  const [only] = sorted;
  if (only && sorted.length === 1) return { type: "once", at: only, tz: moment.zone };
  return { type: "rule", rules: [], start: sorted[0] ?? "", tz: moment.zone, dates: sorted };
}
