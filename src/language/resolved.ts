import type { Analysis } from "./analyse.ts";
import type { LanguageContext } from "./request.ts";
import { momentIn } from "./when/moment.ts";
import { noTime, type Resolution } from "./when/once.ts";
import { resolveWhen } from "./when/resolve.ts";

/** When an analysed text means, or the question about it. */
export function resolved({ when, words, language }: Analysis, context: LanguageContext): Resolution {
  if (!when) return noTime(momentIn(context, context.zone));
  const { atNight = false } = context;
  return resolveWhen(when, context, { words, deciders: language.deciders, atNight });
}
