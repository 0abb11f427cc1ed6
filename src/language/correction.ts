/** What only means something about what was shown before: "no, at 9", "make it 10 minutes earlier", "cancel that". */
import { analyse } from "./analyse.ts";
import { withoutCourtesy } from "./courtesy.ts";
import { languageOf, languagesOf } from "./languages.ts";
import type { LanguageContext } from "./request.ts";
import { shiftOf } from "./reschedule.ts";
import { understand } from "./understand.ts";

export type Correction =
  | { means: "back" }
  /** `sure`: it says "it", or how much earlier or later; a time alone may begin something new. */
  | { means: "time"; phrase: string; sure: boolean };

/** Null for what stands by itself. */
export function correctionOf(text: string, context: LanguageContext): Correction | null {
  const replies = languagesOf(context.locale).map(({ reply }) => reply);
  const said = text.trim();
  const words = withoutCourtesy(said, context);
  if (replies.some(({ back }) => back.test(words) || back.test(said))) return { means: "back" };
  const phrase = replies.reduce((left, { it }) => left.replace(it, ""), words);
  const sure = phrase !== words;
  if (shiftOf(phrase, context) !== null) return { means: "time", phrase, sure: true };
  if (!sure && !replies.some(({ contrary }) => contrary.test(said))) return null;
  // A bare number is a clock time here.
  const time = [phrase, `${languageOf(context.locale).describe.at} ${phrase}`].find((one) => isTime(one, context));
  if (time === undefined) return null;
  // "change it tomorrow" may be something to be reminded of.
  const alone = understand(said, context);
  return { means: "time", phrase: time, sure: sure && !(alone.intent === "remind" && alone.schedule !== null) };
}

/** Nothing but a time. */
function isTime(words: string, context: LanguageContext): boolean {
  const { when, task } = analyse(words, context);
  return when !== null && !/[\p{L}\p{N}]/u.test(task);
}
