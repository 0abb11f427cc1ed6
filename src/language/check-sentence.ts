/** Sentences that ask for a check. */
import type { Schedule } from "../core/schedule.ts";
import { type Analysis, analyse } from "./analyse.ts";
import type { CheckWords } from "./check/check.ts";
import { languagesOf } from "./languages.ts";
import type { CheckRequest, LanguageContext, Question, Request, UnclearCheck } from "./request.ts";
import { resolved } from "./resolved.ts";

/**
 * A check is one without a question only when all the rest of the sentence says how often. `analysis`: of the whole
 * sentence; `plain` reads it as no check.
 */
export function understandCheck(
  text: string,
  context: LanguageContext,
  analysis: Analysis,
  plain: () => Request | Question,
): CheckRequest | UnclearCheck | null {
  let unclear: Omit<UnclearCheck, "otherwise"> | null = null;
  for (const language of languagesOf(context.locale)) {
    const read = (words: string): CheckWords | null => language.check(words, context.commands ?? []);
    const words = read(text);
    for (const time of words?.times ?? []) {
      const schedule = repeated(analyse(time, context), context);
      if (words && schedule) return made(words, schedule);
    }
    // "watch, every hour, example.com": what says when stood in the middle.
    const whole = analysis.when ? read(analysis.task) : null;
    const schedule = whole?.times.includes("") ? repeated({ ...analysis, task: "" }, context) : null;
    if (whole && schedule) return made(whole, schedule);
    unclear ??= words && unclearOf(words, context);
  }
  return unclear && { ...unclear, otherwise: plain() };
}

/** Null for a single time: "check example.com tomorrow" is something to be reminded of. */
function unclearOf({ times, ...said }: CheckWords, context: LanguageContext): Omit<UnclearCheck, "otherwise"> | null {
  const [rest = ""] = times;
  const check = { intent: "unclearCheck", ...said } as const;
  if (isNothing(rest)) return { ...check, schedule: null, left: "" };
  const analysis = analyse(rest, context);
  const schedule = repeated({ ...analysis, task: "" }, context);
  return schedule && { ...check, schedule, left: analysis.task };
}

const isNothing = (words: string): boolean => !/[^\s\p{P}]/u.test(words);

function made({ times: _, ...check }: CheckWords, schedule: Schedule): CheckRequest {
  return { intent: "check", ...check, schedule };
}

function repeated(analysis: Analysis, context: LanguageContext): Schedule | null {
  if (!analysis.when || !isNothing(analysis.task)) return null;
  const { schedule, question } = resolved(analysis, context);
  const settled = schedule ?? (question?.code === "clock" ? question.readings[0]?.schedule : null);
  if (!settled || settled.type === "once" || settled.type === "manual" || settled.type === "after") return null;
  return settled;
}
