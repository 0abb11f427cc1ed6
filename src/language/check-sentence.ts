/** Sentences that ask for a check. */
import type { Schedule } from "../core/schedule.ts";
import { type Analysis, analyse } from "./analyse.ts";
import type { CheckWords } from "./check/check.ts";
import { isProgram, likeliest } from "./check/program.ts";
import { type Language, languagesOf } from "./languages.ts";
import type { CheckRequest, LanguageContext, Question, Request, UnclearCheck } from "./request.ts";
import { resolved } from "./resolved.ts";
import type { Repeat, When } from "./when/types.ts";

type Unclear = Omit<UnclearCheck, "otherwise">;

/**
 * A check is one without a question only when all the rest of the sentence says when. `analysis`: of the whole
 * sentence; `hasResults`: what was taken out of it speaks of results; `plain` reads it as no check.
 */
export function understandCheck(
  text: string,
  context: LanguageContext,
  { analysis, hasResults, plain }: { analysis: Analysis; hasResults: boolean; plain: () => Request | Question },
): CheckRequest | UnclearCheck | null {
  let unclear: Unclear | null = null;
  for (const language of languagesOf(context.locale)) {
    const read = (words: string) => language.check(words, context.commands ?? []);
    const found = clearIn(read, text, context, analysis);
    if (found?.intent === "check") return found;
    const named = found ?? namedFirst(read, text, context, { analysis, hasResults });
    if (named?.intent === "check") return named;
    unclear ??= named ?? unclearOf(read(text), context) ?? unknownIn(language, text, context, { analysis, hasResults });
  }
  return unclear && { ...unclear, otherwise: plain() };
}

/** "backup-db every night at 2:30, alert after 1 fail": a command is run whose results matter, said or not. */
function namedFirst(
  read: (words: string) => CheckWords | null,
  text: string,
  context: LanguageContext,
  { analysis, hasResults }: { analysis: Analysis; hasResults: boolean },
): CheckRequest | Unclear | null {
  const begins = (name: string) => text.toLowerCase().startsWith(`${name.toLowerCase()} `);
  if (!context.commands?.some(begins)) return null;
  const said = clearIn(read, `run ${text}`, context, analysis);
  return said && (hasResults || saysResults(said)) ? said : null;
}

/** All is said, but perhaps for the half of the day. */
function clearIn(
  read: (words: string) => CheckWords | null,
  text: string,
  context: LanguageContext,
  analysis: Analysis,
): CheckRequest | Unclear | null {
  const words = read(text);
  for (const time of words?.times ?? []) {
    const rest = analyse(time, context);
    const when = words ? timesOf(words, rest, context) : [];
    if (words && when.length > 0) return saysMore(rest) ? leftOver(words, when, time) : made(words, when, rest);
  }
  // "watch, every hour, example.com": what says when stood in the middle.
  const whole = analysis.when ? read(analysis.task) : null;
  const when = whole?.times.includes("") ? timesOf(whole, { ...analysis, task: "" }, context) : [];
  return whole && when.length > 0 ? made(whole, when, analysis) : null;
}

/** `readings`: when, in each way in which that may be meant. */
function made(
  { times: _, lasts: __, ...said }: CheckWords,
  readings: Schedule[],
  { when }: Analysis,
): CheckRequest | Unclear {
  const [schedule] = readings;
  // "critical: check example.com every 5 min": of a reminder that is how it rings, of a check what it raises.
  const check = when?.critical ? { ...said, spec: { severity: "critical", ...said.spec } } : said;
  if (schedule && readings.length === 1) return { intent: "check", ...check, schedule };
  return { intent: "unclearCheck", code: "clock", ...check, readings, left: "" };
}

/** "remind me 2 days before": what only a ring can do. */
function saysMore({ when }: Analysis): boolean {
  return when !== null && (when.leads.length > 0 || when.nag !== undefined || when.eves !== undefined);
}

function leftOver({ times: _, lasts: __, ...said }: CheckWords, readings: Schedule[], left: string): Unclear {
  return { intent: "unclearCheck", code: "checkLeft", ...said, readings, left };
}

/** Null for a single time: "check example.com with Ana tomorrow" is something to be reminded of. */
function unclearOf(words: CheckWords | null, context: LanguageContext): Unclear | null {
  if (words === null) return null;
  const { times, lasts: _, ...said } = words;
  const [rest = ""] = times;
  const check = { intent: "unclearCheck", ...said } as const;
  if (isNothing(rest)) return { ...check, code: "repeat", readings: [], left: "" };
  const analysis = analyse(rest, context);
  const often = isNothing(analysis.task) ? howOften(analysis, context) : [];
  if (often.length > 0) return { ...check, code: "repeat", readings: often, left: "" };
  const readings = timesOf(words, { ...analysis, task: "" }, context).filter(({ type }) => type !== "once");
  return readings.length === 0 ? null : { ...check, code: "checkLeft", readings, left: analysis.task };
}

const offered: Repeat[] = [
  { unit: "minute", interval: 5 },
  { unit: "hour", interval: 1 },
  { unit: "day", interval: 1 },
];

/** "monitor example.com until friday": only an end or a beginning was said. */
const isBounds = ({ groups, offset, until, from, span }: When): boolean =>
  groups.length === 0 && offset === undefined && (until ?? from ?? span) !== undefined;

function howOften({ when, ...analysis }: Analysis, context: LanguageContext): Schedule[] {
  if (!when || !isBounds(when)) return [];
  return offered.flatMap((repeat) => {
    const { schedule } = resolved(
      { ...analysis, when: { ...when, groups: [{ days: [], clocks: [], repeat }] } },
      context,
    );
    return schedule ? [schedule] : [];
  });
}

/**
 * "every 15 min run df-root, warn if over 85" where no command has that name. Null for what a person may run: that says
 * nothing of results, and has a name like other words.
 */
function unknownIn(
  language: Language,
  text: string,
  context: LanguageContext,
  { analysis, hasResults }: { analysis: Analysis; hasResults: boolean },
): Unclear | null {
  // "run, every hour, df-root": what says when may stand before the name.
  const programs = [language.program(text), analysis.when ? language.program(analysis.task) : null];
  for (const program of programs.filter((one) => one !== null)) {
    const { names, isNear } = likeliest(program.name, context.commands ?? []);
    const inPlace = (isNear ? names[0] : null) ?? "nameless";
    const read = (words: string) => language.check(words.replace(program.place, inPlace), [inPlace]);
    const said = clearIn(read, text, context, analysis);
    if (said === null || !(hasResults || saysResults(said) || isNear || isProgram(program))) continue;
    const { spec, notify } = said;
    const readings = said.intent === "check" ? [said.schedule] : said.readings;
    const asked = { intent: "unclearCheck", code: "unknownCommand", title: program.name, readings, left: "" } as const;
    return { ...asked, spec, known: names, isNear, ...(notify ? { notify } : {}) };
  }
  return null;
}

/** "warn if over 85", "alert after 2 fails", "and report". Tests have two rules that nobody says. */
function saysResults({ spec, notify }: CheckRequest | Unclear): boolean {
  return Object.keys(spec).length > ("recoverAfter" in spec ? 3 : 1) || notify !== undefined;
}

const isNothing = (words: string): boolean => !/[^\s\p{P}]/u.test(words);

/**
 * When it looks, in each way in which that may be meant; what a machine does at 3 it may do in the night. A call is
 * expected again and again.
 */
function timesOf({ lasts }: CheckWords, analysis: Analysis, context: LanguageContext): Schedule[] {
  if (!analysis.when || !isNothing(analysis.task) || isBounds(analysis.when)) return [];
  const { schedule, question } = resolved(analysis, { ...context, atNight: true });
  const clocks = question?.code === "clock" ? question.readings.map((reading) => reading.schedule) : [];
  // Nobody is done with a look: what is said to be done is a person's.
  const isSeries = lasts || analysis.when.nag;
  const never = ["manual", "after", ...(isSeries ? ["once"] : [])];
  return (schedule ? [schedule] : clocks).filter(({ type }) => !never.includes(type));
}
