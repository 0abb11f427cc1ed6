/** Text → what was said about the time, and the task: the text without it. */
import { announcedIn } from "./announced.ts";
import { collapsed, readForeign } from "./foreign/chrono.ts";
import { withoutElision } from "./foreign/task.ts";
import { Reader } from "./grammar/grammar.ts";
import { type Language, languageOf, languagesOf } from "./languages.ts";
import type { LanguageContext } from "./request.ts";
import { beginOfTask, cutTask } from "./task.ts";
import type { Token } from "./text/token.ts";
import { tokenise } from "./text/tokenise.ts";
import { chooseWhen } from "./when/choose.ts";
import { onePace } from "./when/one-pace.ts";
import type { Span } from "./when/place.ts";
import type { When } from "./when/types.ts";

/** No grammar reads more of a text than this. */
export const READ_AT_MOST = 512;

export interface Analysis {
  language: Language;
  tokens: Token[];
  when: When | null;
  /** Where in the text the words of time stand: offsets of begin and end, UTF-16 units. */
  places: { start: number; end: number }[];
  /** The words of time as written, joined by a space. */
  phrase: string;
  /** The text without time and lead-in, as written. */
  task: string;
  /** False for "remind me tomorrow"; an alarm needs no task beside it. */
  hasTask: boolean;
  /** Lower-case words of the task. */
  words: string[];
}

/** Reads a text in the person's language and in English; the one that finds more of it to be time is taken. */
export function analyse(text: string, context: LanguageContext): Analysis {
  const announced = announcedIn(text);
  if (announced) {
    const read = analyseIn(languageOf(announced), text, context);
    if (read.when) return { ...read, task: withoutElision(read.task) };
  }
  const tried = languagesOf(context.locale).map((language) => analyseIn(language, text, context));
  const most = Math.max(...tried.map(letters));
  return tried.find((one) => letters(one) === most) ?? analyseIn(languageOf(context.locale), text, context);
}

function letters({ when, places }: Analysis): number {
  return when ? places.reduce((sum, { start, end }) => sum + end - start, 1) : 0;
}

function analyseIn(language: Language, written: string, context: LanguageContext): Analysis {
  const text = language.foreign ? collapsed(written.slice(0, READ_AT_MOST)) : written.slice(0, READ_AT_MOST);
  const tokens = tokenise(text, language.lexicon);
  const reader = new Reader(language.grammar, tokens, context);
  const chosen = language.foreign
    ? readForeign(language.foreign, text, tokens, context)
    : chooseWhen(reader, beginOfTask(reader));
  const spans = chosen?.spans ?? [];
  const { task, kept, isEmpty } = cutTask(text, tokens, spans, (rest) => new Reader(language.grammar, rest, context));
  const places = spans.map((span) => placeOf(tokens, span));
  return {
    language,
    tokens,
    when: chosen && onePace(chosen.when),
    places,
    phrase: places.map(({ start, end }) => text.slice(start, end)).join(" "),
    task,
    hasTask: !isEmpty || tokens.some(({ norm }) => language.alarms.has(norm)),
    words: kept.map((token) => token.norm),
  };
}

function placeOf(tokens: readonly Token[], { from, end }: Span): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
