/** Recurrences of days, weeks, months and years → RRULEs. */
import type { Temporal } from "temporal-polyfill";
import type { LocalTime, RuleSchedule } from "../../core/schedule.ts";
import type { Reading } from "../request.ts";
import { plain } from "./calendar.ts";
import { calendarPart, findDay } from "./days.ts";
import { clockText, type Moment, onceAt, partTime, withSeconds } from "./moment.ts";
import { borrowHalf, type Resolution, suggestions } from "./once.ts";
import { bounded, exceptDates, lastDay } from "./rule-bounds.ts";
import { partsOf } from "./rule-days.ts";
import { firstDay, type RulePart, rulePartText } from "./rule-part.ts";
import { type Around, settleClock } from "./settle.ts";
import type { Clock, Group, Repeat, When } from "./types.ts";

/** No slot is looked for from this year on. */
const TOO_FAR = 2100;

/** One rule and its clock times. */
interface Line {
  part: RulePart;
  times: LocalTime[];
}

export function resolveRule(said: When, moment: Moment, around: Around): Resolution {
  const when = fromWindow(said);
  const rule = buildRule(when, moment, around, 0);
  if (!rule) return never("impossibleDate", moment);
  const last = lastDay(when, plain(rule.start.slice(0, 10)), moment);
  if (last && last.toString() < rule.start.slice(0, 10)) return never("past", moment);
  const openClock = openGroup(when, around);
  if (!openClock) return openDays(when, rule);
  const other = buildRule(when, moment, around, 1);
  if (!other) return never("impossibleDate", moment);
  const readings: Reading[] = [{ schedule: rule }, { schedule: other }];
  return { schedule: null, question: { code: "clock", readings, phrase: String(openClock.hour) } };
}

/** "every 30 february", "every day until yesterday" */
function never(code: "impossibleDate" | "past", moment: Moment): Resolution {
  return { schedule: null, question: { code, readings: suggestions(moment), phrase: "" } };
}

/** "every tuesday from 10:00 to 11:30" rings when it begins. */
function fromWindow(when: When): When {
  const { window } = when;
  if (!window || when.groups.some((group) => group.clocks.length > 0)) return when;
  return {
    ...when,
    groups: when.groups.map((group) => ({ ...group, clocks: [borrowHalf(window.start, window.end)] })),
  };
}

/** "twice a week" leaves the days open: an even spread is offered. */
function openDays(when: When, schedule: RuleSchedule): Resolution {
  const group = when.groups.find(({ repeat }) => repeat?.timesAWeek);
  if (!group || group.days.length > 0) return { schedule };
  return { schedule: null, question: { code: "repeat", readings: [{ schedule }], phrase: "" } };
}

/** The clock time of the series that may be morning or evening. */
function openGroup(when: When, around: Around): Clock | undefined {
  const repeat = when.groups.find((group) => group.repeat)?.repeat;
  for (const group of when.groups)
    for (const clock of group.clocks)
      if (settleClock(clock, { ...around, part: group.part, repeat }).length > 1) return clock;
  return undefined;
}

function buildRule(when: When, moment: Moment, around: Around, choice: number): RuleSchedule | null {
  const repeat = when.groups.find((group) => group.repeat)?.repeat ?? { unit: "day", interval: 1 };
  const from = firstPossible(when, moment);
  const said = when.groups.flatMap((group) => {
    const times = timesOf(
      group,
      when.groups.flatMap((other) => other.clocks),
      repeat,
      around,
      moment,
      choice,
    );
    return partsOf(group.repeat ?? inherit(repeat), group, when, from.date).map((part) => ({ part, times }));
  });
  const lines = [...new Map(said.map((line) => [`${rulePartText(line.part)} ${line.times}`, line])).values()];
  const free = !from.said && when.groups.every((group) => group.days.length === 0) && isFree(lines[0]?.part, repeat);
  const first = firstSlot(lines, from, moment, free);
  if (!first || first.date.year >= TOO_FAR) return null;
  const rule: RuleSchedule = {
    type: "rule",
    rules: lines.flatMap((line) => lineRules(line, first)),
    start: `${first.date.toString()}T${withSeconds(first.time)}`,
    tz: moment.zone,
  };
  const except = exceptDates(when, first.date, moment);
  if (except.length) rule.except = except;
  return bounded(rule, when, first.date, moment);
}

/** "… and saturday at 9": the second group repeats as the first does. */
function inherit(repeat: Repeat): Repeat {
  const { weekdays: _weekdays, days: _days, ...rest } = repeat;
  return rest;
}

function timesOf(
  group: Group,
  shared: Clock[],
  repeat: Repeat,
  around: Around,
  moment: Moment,
  choice: number,
): LocalTime[] {
  const said = { ...around, part: group.part, repeat };
  // "every monday and, at 9, tuesday": a group without a clock time shares that of the others.
  const clocks = group.clocks.length || group.part ? group.clocks : shared;
  const times = clocks.map((clock) => {
    const settled = settleClock(clock, said);
    return clockText(settled[choice] ?? settled[0] ?? clock);
  });
  if (times.length) return [...new Set(times)].sort();
  if (group.part) return [partTime(group.part, moment.context)];
  return spread(repeat.timesADay ?? 1, moment);
}

/** "twice a day" without saying when: from the morning to the night. */
function spread(n: number, moment: Moment): LocalTime[] {
  const { morning, noon, afternoon, evening, night } = moment.context.dayParts;
  if (n <= 1) return [morning];
  if (n === 2) return [morning, night];
  if (n === 3) return [morning, afternoon, night];
  return n === 4 ? [morning, noon, evening, night].sort() : [morning, noon, afternoon, evening, night];
}

interface From {
  date: Temporal.PlainDate;
  /** A start was said, so the first day is not before it and needs no clock time still ahead. */
  said: boolean;
}

function firstPossible(when: When, moment: Moment): From {
  const { today } = moment;
  const { from } = when;
  if (from?.offset) return { date: today.add(calendarPart(from.offset)), said: true };
  const day = from?.days?.[0];
  if (!day) return { date: today, said: false };
  const found = findDay(day, { today, todayFits: true });
  return { date: "date" in found ? found.date : today, said: true };
}

/** Where the series begins: the first day that the rules mean and whose clock time is still ahead. */
function firstSlot(
  lines: Line[],
  from: From,
  moment: Moment,
  free: boolean,
): { date: Temporal.PlainDate; time: LocalTime } | null {
  let best: { date: Temporal.PlainDate; time: LocalTime } | null = null;
  for (const { part, times } of lines) {
    const isAhead = (time: LocalTime): boolean => {
      const { at } = onceAt(from.date, time, moment.zone);
      return !from.date.equals(moment.today) || (at !== null && at > moment.now);
    };
    // Times are in order: only the first of the day and the first still ahead can be the beginning.
    const next = times.find(isAhead);
    for (const time of new Set([...times.slice(0, 1), ...(next ? [next] : [])])) {
      const late = time !== next && !isAhead(time);
      const found =
        late && free ? leap(from.date, part) : firstDay(part, late ? from.date.add({ days: 1 }) : from.date);
      const better =
        found && (!best || found.toString() < best.date.toString() || (found.equals(best.date) && time < best.time));
      if (found && better) best = { date: found, time };
    }
  }
  return best;
}

/** "every 6 months", "every week": no day was said, so after today comes today plus the interval. */
function isFree(part: RulePart | undefined, repeat: Repeat): boolean {
  return (
    part !== undefined &&
    !repeat.weekdays &&
    !repeat.months &&
    !repeat.days &&
    (part.freq === "MONTHLY" || part.freq === "YEARLY" || part.freq === "WEEKLY") &&
    !part.weekNumbers &&
    !part.yearDays
  );
}

function leap(date: Temporal.PlainDate, part: RulePart): Temporal.PlainDate | null {
  const by =
    part.freq === "WEEKLY"
      ? { weeks: part.interval }
      : part.freq === "MONTHLY"
        ? { months: part.interval }
        : { years: part.interval };
  return (
    firstDay(
      { ...part, interval: 1 },
      part.freq === "WEEKLY" ? date.add({ days: 1 }) : date.add(by).with({ day: 1 }),
    ) ?? date.add(by)
  );
}

/** Clock times whose hours all have the same minutes fit one rule. A single one is the start's. */
function lineRules({ part, times }: Line, first: { time: LocalTime }): string[] {
  const text = rulePartText(part);
  if (times.length === 1 && times[0] === first.time) return [text];
  const byMinute = new Map<string, string[]>();
  for (const time of times) {
    const minute = time.slice(3, 5);
    byMinute.set(minute, [...(byMinute.get(minute) ?? []), String(Number(time.slice(0, 2)))]);
  }
  const byHours = new Map<string, number[]>();
  for (const [minute, hours] of byMinute)
    byHours.set(hours.join(","), [...(byHours.get(hours.join(",")) ?? []), Number(minute)]);
  return [...byHours].map(([hours, minutes]) => `${text};BYHOUR=${hours};BYMINUTE=${minutes.join(",")}`);
}
