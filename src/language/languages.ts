/** The languages whose grammar is Belfry's own. A new one is a folder of tables and a line here. */
import type { BesidesWords } from "./besides-form.ts";
import { type CheckReader, checkReader } from "./check/check.ts";
import { type ProgramReader, programReader } from "./check/program.ts";
import { DE_BESIDES } from "./de/besides.ts";
import { DE_BOUNDS } from "./de/bounds.ts";
import { DE_CHECK } from "./de/check.ts";
import { DE_CLOCKS } from "./de/clocks.ts";
import { DE_DATES } from "./de/dates.ts";
import { DE_DAYS } from "./de/days.ts";
import { DE_DESCRIBE } from "./de/describe.ts";
import { DE_EXTRAS } from "./de/extras.ts";
import { DE_FOLLOW } from "./de/follow.ts";
import { DE_HOLIDAYS } from "./de/holidays.ts";
import { DE_LEXICON } from "./de/lexicon.ts";
import { DE_MANAGE } from "./de/manage.ts";
import { DE_NOT_TIME } from "./de/not-time.ts";
import { DE_NOTIFY } from "./de/notify.ts";
import { DE_NUMBERS } from "./de/numbers.ts";
import { DE_PHRASES } from "./de/phrases.ts";
import { DE_REPEATS } from "./de/repeats.ts";
import { DE_REPLY } from "./de/reply.ts";
import { DE_ALARMS, DE_DECIDERS, DE_TASK } from "./de/task.ts";
import { DE_WATCH } from "./de/watch.ts";
import { DE_ZONES } from "./de/zones.ts";
import type { DescribeWords } from "./describing/words.ts";
import { EN_BESIDES } from "./en/besides.ts";
import { EN_BOUNDS } from "./en/bounds.ts";
import { EN_CHECK } from "./en/check.ts";
import { EN_CLOCK_PHRASES } from "./en/clock-phrases.ts";
import { EN_CLOCKS } from "./en/clocks.ts";
import { EN_COUNTED } from "./en/counted.ts";
import { EN_DATES } from "./en/dates.ts";
import { EN_DAY_LISTS } from "./en/day-lists.ts";
import { EN_DAY_PHRASES } from "./en/day-phrases.ts";
import { EN_DAYS } from "./en/days.ts";
import { EN_DESCRIBE } from "./en/describe.ts";
import { EN_EXCEPTIONS } from "./en/exceptions.ts";
import { EN_EXTRAS } from "./en/extras.ts";
import { EN_FOLLOW } from "./en/follow.ts";
import { EN_HOLIDAYS } from "./en/holidays.ts";
import { EN_LEXICON } from "./en/lexicon.ts";
import { EN_MANAGE } from "./en/manage.ts";
import { EN_MOVED_DAYS } from "./en/moved-days.ts";
import { EN_NOT_TIME } from "./en/not-time.ts";
import { EN_NOTIFY } from "./en/notify.ts";
import { EN_NUMBERS } from "./en/numbers.ts";
import { EN_PERIODS } from "./en/periods.ts";
import { EN_OFFSETS, EN_PHRASES } from "./en/phrases.ts";
import { EN_REPEATS } from "./en/repeats.ts";
import { EN_REPEATS_ON } from "./en/repeats-on.ts";
import { EN_REPLY } from "./en/reply.ts";
import { EN_SERIES } from "./en/series.ts";
import { EN_ALARMS, EN_DECIDERS, EN_TASK } from "./en/task.ts";
import { EN_WATCH } from "./en/watch.ts";
import { EN_WRITTEN_OFFSETS, EN_ZONES } from "./en/zones.ts";
import type { FollowForm } from "./follow-form.ts";
import type { ForeignName } from "./foreign/chrono.ts";
import { FOREIGN_TASK } from "./foreign/task.ts";
import { compileGrammar, type Grammar } from "./grammar/grammar.ts";
import type { ManageEntry } from "./manage-entry.ts";
import type { ReplyWords } from "./reply-words.ts";
import type { HourWords } from "./span.ts";
import type { Lexicon } from "./text/token.ts";
import type { Deciders } from "./when/settle.ts";

export interface Language {
  lexicon: Lexicon;
  grammar: Grammar;
  manage: readonly ManageEntry[];
  follow: readonly FollowForm[];
  hours: HourWords;
  reply: ReplyWords;
  check: CheckReader;
  program: ProgramReader;
  besides: BesidesWords | null;
  deciders: Deciders;
  /** Words that are a task of their own, also where they announce one: "set an alarm". */
  alarms: ReadonlySet<string>;
  describe: DescribeWords;
  /** Dates are found by chrono-node instead of the grammar. */
  foreign?: ForeignName;
}

const ENGLISH: Language = {
  lexicon: EN_LEXICON,
  grammar: compileGrammar([
    ...EN_NUMBERS,
    ...EN_CLOCKS,
    ...EN_DAYS,
    ...EN_DATES,
    ...EN_DAY_PHRASES,
    ...EN_MOVED_DAYS,
    ...EN_DAY_LISTS,
    ...EN_PERIODS,
    ...EN_HOLIDAYS,
    ...EN_COUNTED,
    ...EN_REPEATS_ON,
    ...EN_REPEATS,
    ...EN_WRITTEN_OFFSETS,
    ...EN_PHRASES,
    ...EN_CLOCK_PHRASES,
    ...EN_OFFSETS,
    ...EN_SERIES,
    ...EN_BOUNDS,
    ...EN_EXCEPTIONS,
    ...EN_EXTRAS,
    ...EN_ZONES,
    ...EN_NOT_TIME,
    ...EN_TASK,
  ]),
  follow: EN_FOLLOW,
  manage: [...EN_NOTIFY, ...EN_WATCH, ...EN_MANAGE],
  hours: { from: "from", to: "to", during: "for" },
  reply: EN_REPLY,
  check: checkReader(EN_CHECK),
  program: programReader(EN_CHECK),
  besides: EN_BESIDES,
  deciders: EN_DECIDERS,
  alarms: EN_ALARMS,
  describe: EN_DESCRIBE,
};

const GERMAN: Language = {
  lexicon: DE_LEXICON,
  grammar: compileGrammar([
    ...DE_NUMBERS,
    ...DE_CLOCKS,
    ...DE_DAYS,
    ...DE_DATES,
    ...DE_HOLIDAYS,
    ...DE_REPEATS,
    ...DE_PHRASES,
    ...DE_BOUNDS,
    ...DE_EXTRAS,
    ...DE_ZONES,
    ...DE_NOT_TIME,
    ...DE_TASK,
  ]),
  follow: DE_FOLLOW,
  manage: [...DE_NOTIFY, ...DE_WATCH, ...DE_MANAGE],
  hours: { from: "von", to: "bis", during: "für" },
  reply: DE_REPLY,
  check: checkReader(DE_CHECK),
  program: programReader(DE_CHECK),
  besides: DE_BESIDES,
  deciders: DE_DECIDERS,
  alarms: DE_ALARMS,
  describe: DE_DESCRIBE,
};

const PLAIN: Lexicon = {
  aliases: new Map(),
  fuzzy: [],
  fuzzier: [],
  notTypos: new Set(),
  prefixes: new Set(),
  suffixes: new Set(["h"]),
  ordinalSuffixes: new Set(),
  ordinalPoint: false,
};

/** One-shots only; the rest, and what is said about schedules, is English. */
function foreign(name: ForeignName): Language {
  return {
    ...ENGLISH,
    lexicon: PLAIN,
    grammar: compileGrammar(FOREIGN_TASK),
    manage: [],
    follow: [],
    besides: null,
    foreign: name,
  };
}

const LANGUAGES: Record<string, Language> = {
  en: ENGLISH,
  de: GERMAN,
  es: foreign("es"),
  fr: foreign("fr"),
  ru: foreign("ru"),
};

/** The language of a BCP 47 tag; English where there is no other. */
export function languageOf(locale: string): Language {
  return LANGUAGES[locale.slice(0, 2).toLowerCase()] ?? ENGLISH;
}

/** False for a BCP 47 tag whose sentences would be read as English for want of anything better. */
export function understands(locale: string): boolean {
  return Object.hasOwn(LANGUAGES, locale.split(/[-_]/)[0]?.toLowerCase() ?? "");
}

/** The languages a text is tried in, one after the other: the person's own, then English. */
export function languagesOf(locale: string): Language[] {
  const own = languageOf(locale);
  return own === ENGLISH ? [ENGLISH] : [own, ENGLISH];
}
