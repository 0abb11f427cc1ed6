/** "move dentist to 10:30": what the phrase leaves open is kept from the schedule as it is. */
import { Temporal } from "temporal-polyfill";
import type { LocalTime, RuleSchedule, Schedule } from "../core/schedule.ts";
import { toLocal } from "../time/resolve.ts";
import { analyse } from "./analyse.ts";
import { withoutCourtesy } from "./courtesy.ts";
import { readRules } from "./describing/rule.ts";
import type { DescribeWords } from "./describing/words.ts";
import { languageOf, languagesOf } from "./languages.ts";
import type { LanguageContext, RemindRequest, WhenAnswer } from "./request.ts";
import { understandWhen } from "./understand.ts";
import { WEEKDAYS } from "./when/calendar.ts";
import type { Group, When } from "./when/types.ts";

/**
 * The schedule a phrase makes of another: a clock alone keeps the date or the days, a day alone keeps the clock, a
 * recurrence changes its times or its days only. A full phrase replaces the schedule.
 */
export function reschedule(text: string, current: Schedule, context: LanguageContext): WhenAnswer {
  const languages = languagesOf(context.locale);
  const target = languages.reduce((left, { reply }) => left.replace(reply.to, ""), withoutCourtesy(text, context));
  // "to 4", "auf 4": what something is moved to is a time.
  const phrase = /^\d{1,2}$/u.test(target) ? withAt(target, languageOf(context.locale).describe) : target;
  const shift = shiftOf(phrase, context);
  if (shift) return shifted(current, shift, context);
  const { when } = analyse(phrase, context);
  if (!when || when.offset || when.groups.length !== 1) return understandWhen(phrase, context);
  const group = when.groups[0];
  if (!group) return understandWhen(phrase, context);
  if (current.type === "once") return moveOnce(phrase, group, current.at, context);
  if (current.type === "rule") return moveRule(phrase, group, when, current, context);
  return understandWhen(phrase, context);
}

/** "by 2 hours", "make it 10 minutes earlier": milliseconds of the day, and days. */
export function shiftOf(phrase: string, context: LanguageContext): Temporal.Duration | null {
  for (const { reply } of languagesOf(context.locale)) {
    const said = reply.shift.exec(phrase)?.groups;
    if (!said?.by && !said?.earlier && !said?.later) continue;
    const length = said.length ?? "";
    // "um 9" is a clock time.
    if (!said.earlier && !said.later && /^\d+$/u.test(length)) continue;
    const span = lengthOf(length, context);
    if (span) return said.earlier ? span.negated() : span;
  }
  return null;
}

function lengthOf(length: string, context: LanguageContext): Temporal.Duration | null {
  const { when, task } = analyse(`in ${length}`, context);
  const offset = when?.groups.length === 0 && !/[\p{L}\p{N}]/u.test(task) ? when.offset : undefined;
  if (!offset) return null;
  const { ms, ...days } = offset;
  return Temporal.Duration.from({ ...days, milliseconds: ms });
}

/** A series keeps its days: only a shift that stays within them has a meaning. */
function shifted(current: Schedule, by: Temporal.Duration, context: LanguageContext): WhenAnswer {
  if (current.type === "once") {
    const at = Temporal.PlainDateTime.from(current.at).add(by).toString({ smallestUnit: "second" });
    return understandWhen(at, { ...context, zone: current.tz });
  }
  const none: WhenAnswer = { found: false, question: null };
  if (current.type !== "rule") return none;
  const midnight = Temporal.PlainDateTime.from("2000-01-01");
  const times = timesOf(current).map((time) => midnight.withPlainTime(time).add(by));
  if (times.some((time) => !time.toPlainDate().equals(midnight.toPlainDate()))) return none;
  const clocks = times.map((time) => time.toString().slice(11, 16));
  return retimed(languageOf(context.locale).describe.list(clocks), current, context);
}

const saysClock = (group: Group): boolean => group.clocks.length > 0 || group.part !== undefined;
const saysDay = (group: Group): boolean => group.days.length > 0 || group.repeat !== undefined;

function moveOnce(phrase: string, group: Group, at: string, context: LanguageContext): WhenAnswer {
  if (group.repeat) return understandWhen(saysClock(group) ? phrase : `${phrase} ${at.slice(11, 16)}`, context);
  const date = at.slice(0, 10);
  const ahead = date >= toLocal(context.now, context.zone).slice(0, 10);
  if (!saysDay(group) && ahead) return said(context, (words) => `${date} ${withAt(phrase, words)}`);
  if (!saysClock(group)) return understandWhen(`${phrase} ${at.slice(11, 16)}`, context);
  return understandWhen(phrase, context);
}

/** "10" after a date needs its "at". */
function withAt(phrase: string, words: DescribeWords): string {
  return /^\d/u.test(phrase) ? `${words.at} ${phrase}` : phrase;
}

/** Understands a phrase that is completed with words of the person's language. */
function said(context: LanguageContext, complete: (words: DescribeWords) => string): WhenAnswer {
  return understandWhen(complete(languageOf(context.locale).describe), context);
}

function moveRule(phrase: string, group: Group, when: When, rule: RuleSchedule, context: LanguageContext): WhenAnswer {
  if (saysDay(group) && saysClock(group)) return understandWhen(phrase, context);
  if (when.from || when.until || when.count || when.span) return understandWhen(phrase, context);
  if (saysDay(group)) {
    const day = phrase.replace(/^(?:on|am|every|jede[nrs]?)\s+/iu, "");
    const answer = said(context, (words) => {
      const every = group.repeat ? phrase : `${words.every} ${day}`;
      return `${every} ${words.list(timesOf(rule))}`;
    });
    return group.repeat || group.days.length > 1 ? answer : askedWhetherAll(answer, rule);
  }
  return retimed(phrase, rule, context);
}

/** "to tuesday" makes a series of many days one of a single day: that is asked before it is done. */
function askedWhetherAll(answer: WhenAnswer, rule: RuleSchedule): WhenAnswer {
  const days = readRules(rule)?.flatMap(({ part }) => (part.freq === "DAILY" ? WEEKDAYS : (part.weekdays ?? [])));
  if (!answer.found || new Set(days).size < 2) return answer;
  const { schedule } = answer;
  const draft: RemindRequest = {
    intent: "remind",
    title: "",
    schedule,
    leads: [],
    nag: null,
    critical: false,
    silent: false,
  };
  return {
    found: false,
    question: { intent: "question", code: "repeat", draft, readings: [{ schedule }], phrase: "" },
  };
}

/** The days of the series with the new clock times; its phase, end and exceptions stay. */
function retimed(phrase: string, rule: RuleSchedule, context: LanguageContext): WhenAnswer {
  const answer = said(context, (words) => `${words.days(1)} ${withAt(phrase, words)}`);
  if (answer.found) return { found: true, schedule: withTimesOf(answer.schedule, rule) };
  if (!answer.question) return answer;
  const readings = answer.question.readings.map((one) => ({ ...one, schedule: withTimesOf(one.schedule, rule) }));
  return { found: false, question: { ...answer.question, readings } };
}

function withTimesOf(daily: Schedule, rule: RuleSchedule): Schedule {
  if (daily.type !== "rule") return daily;
  const times = daily.rules.map((text) => /;BYHOUR.*$/u.exec(text)?.[0] ?? "");
  const days = [...new Set(rule.rules.map((text) => text.replaceAll(/;BY(?:HOUR|MINUTE)=[\d,]+/gu, "")))];
  const rules = days.flatMap((text) => times.map((time) => withTime(text, time)));
  const date = rule.start.slice(0, 10);
  return { ...rule, rules, start: `${date}T${daily.start.slice(11)}` };
}

/** COUNT and UNTIL stay behind the times, as they are written elsewhere. */
function withTime(text: string, time: string): string {
  const end = /;(?:COUNT|UNTIL)=.*$/u.exec(text)?.[0] ?? "";
  return `${text.slice(0, text.length - end.length)}${time}${end}`;
}

function timesOf(rule: RuleSchedule): LocalTime[] {
  const times = readRules(rule)?.flatMap((line) => line.times) ?? [];
  return times.length ? [...new Set(times)] : [rule.start.slice(11, 16)];
}
