/** "and 10 min before", "until friday", "make it silent": what could have stood at the end of the sentence. */
import type { Schedule } from "../core/schedule.ts";
import { analyse } from "./analyse.ts";
import { withoutCourtesy } from "./courtesy.ts";
import { describe } from "./describe.ts";
import { languageOf, languagesOf } from "./languages.ts";
import type { LanguageContext, RemindRequest } from "./request.ts";
import { shiftOf } from "./reschedule.ts";
import { understand } from "./understand.ts";

/** What is added; what was not said is left out. A schedule is the whole new one. */
export type Addition = Partial<Pick<RemindRequest, "leads" | "nag" | "critical" | "silent">> & { schedule?: Schedule };

/** Stands for whatever the action is called. */
const NAME = "x";

/**
 * Reads the words behind a sentence that says `schedule`: they add to it when that still is about the same thing at the
 * same time. Null for words that do not, and for whatever stands by itself.
 */
export function additionOf(text: string, schedule: Schedule, context: LanguageContext): Addition | null {
  const words = withoutCourtesy(text.trim(), context);
  const phrase = languagesOf(context.locale).reduce((left, { reply }) => left.replace(reply.it, ""), words);
  // "10 minutes earlier" moves it.
  if (shiftOf(phrase, context) !== null) return null;
  const time = said(describe(schedule, context), context);
  // What has no time of its own can be silent all the same.
  const sentence = time ?? said(`${languageOf(context.locale).describe.at} 9:00`, context);
  for (const joint of [", ", " "]) {
    const whole = sentence && said(`${sentence.time}${joint}${phrase}`, context);
    if (!whole || JSON.stringify(whole.groups) !== JSON.stringify(sentence.groups)) continue;
    const { schedule: bounded, ...added } = difference(sentence.request, whole.request);
    const { leads: _, ...timeless } = added;
    const more = bounded ? { schedule: anchored(schedule, bounded) } : {};
    const addition = time === null ? timeless : { ...added, ...more };
    if (Object.keys(addition).length > 0) return addition;
  }
  return null;
}

/** The series goes on from where it began, which is where a number of times is counted from. */
function anchored(before: Schedule, after: Schedule): Schedule {
  if (before.type === "every" && after.type === "every") return { ...after, from: before.from };
  return before.type === "rule" && after.type === "rule" ? { ...after, start: before.start } : after;
}

/** A sentence of the name and a time; null where it is not just that. */
function said(time: string, context: LanguageContext) {
  const text = `${NAME} ${time}`;
  const request = understand(text, context);
  if (request.intent !== "remind" || request.title !== NAME.toUpperCase()) return null;
  return { time, request, groups: analyse(text, context).when?.groups };
}

function difference(before: RemindRequest, { schedule, leads, nag, critical, silent }: RemindRequest): Addition {
  const bounded = schedule !== null && JSON.stringify(schedule) !== JSON.stringify(before.schedule);
  return {
    ...(bounded ? { schedule } : {}),
    ...(leads.length > 0 ? { leads } : {}),
    ...(nag ? { nag } : {}),
    ...(critical ? { critical } : {}),
    ...(silent ? { silent } : {}),
  };
}
