/** Sentences about existing actions: "pause standup until monday". The table is per language; the meaning is here. */
import type { Instant, LocalTime } from "../core/schedule.ts";
import { itself, memo } from "../time/memo.ts";
import { nextSlot } from "../time/next-slot.ts";
import { toInstant } from "../time/resolve.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { type Language, languagesOf } from "./languages.ts";
import type { ManageTools, Slots } from "./manage-entry.ts";
import type { LanguageContext, ManageRequest } from "./request.ts";
import { type HourWords, inFull, nextShown, type Span, spanOf } from "./span.ts";
import type { Token } from "./text/token.ts";
import { tokenise } from "./text/tokenise.ts";
import { findDay } from "./when/days.ts";
import { roughMs } from "./when/duration.ts";
import { clockText, momentIn, onceAt } from "./when/moment.ts";
import { borrowHalf } from "./when/once.ts";
import { resolveWhen } from "./when/resolve.ts";
import { NO_WORDS } from "./when/settle.ts";
import type { When } from "./when/types.ts";

/** The management request a text is from its first word to its last, or null. */
export function understandManage(text: string, context: LanguageContext, whole: Analysis): ManageRequest | null {
  // "next week" is a time, no question about an action called "week".
  if (whole.when && isPure(whole)) return null;
  for (const language of languagesOf(context.locale)) {
    const request = manageIn(language, text, toolsFor(language, context, whole));
    if (request) return request;
  }
  return null;
}

function manageIn(language: Language, text: string, tools: ManageTools): ManageRequest | null {
  const all = tokenise(text, language.lexicon);
  const tokens = all.filter((token, i) => !(i === all.length - 1 && /^[.!?]$/.test(token.norm)));
  if (tokens.length === 0 || tokens.length > 40) return null;
  for (const entry of language.manage) {
    const slots = matchEntry(stepsOf(entry.say), tokens, text, tools);
    const request = slots && entry.mean(slots, tools);
    if (request) return request;
  }
  return null;
}

type Step = { words: string[]; optional: boolean } | { slot: keyof Slots };

/** The steps of what an entry says. */
const stepsOf = memo(500, itself, (say): Step[] =>
  [...say.matchAll(/\[([^\]]+)\]|<(\w+)>|(\S+)/gu)].map(([, optional, slot, word]): Step => {
    if (slot) return { slot: slot as keyof Slots };
    return { words: (optional ?? word ?? "").split("|"), optional: optional !== undefined };
  }),
);

function matchEntry(steps: Step[], tokens: readonly Token[], text: string, tools: ManageTools): Slots | null {
  const follow = (step: number, at: number, slots: Slots): Slots | null => {
    const here = steps[step];
    if (!here) return at === tokens.length ? slots : null;
    if ("words" in here) {
      const fits = tokens[at] !== undefined && here.words.includes(tokens[at].norm);
      const taken = fits ? follow(step + 1, at + 1, slots) : null;
      return taken ?? (here.optional ? follow(step + 1, at, slots) : null);
    }
    const last = step === steps.length - 1;
    for (let end = last ? tokens.length : at + 1; end <= tokens.length; end++) {
      const words = text.slice(tokens[at]?.start ?? text.length, tokens[end - 1]?.end ?? 0);
      if (words === "" || (here.slot === "target" && end - at > 8)) return null;
      const rest = follow(step + 1, end, { ...slots, [here.slot]: here.slot === "target" ? bareName(words) : words });
      if (rest && fits(here.slot, words, tools)) return rest;
    }
    return null;
  };
  return follow(0, 0, { target: "", when: "", title: "", span: "" });
}

function fits(slot: keyof Slots, words: string, tools: ManageTools): boolean {
  if (slot === "span") return tools.span(words) !== null;
  return slot !== "when" || tools.isTime(words) || tools.hours(words) !== null;
}

/** "the gym", "my pills" → the name itself. */
function bareName(words: string): string {
  return words.replace(/^(?:the|my)\s+(?=\S)/iu, "");
}

/** Nothing but a time was said. */
function isPure({ task }: Pick<Analysis, "task">): boolean {
  return /^[\s\p{P}]*$/u.test(task);
}

function toolsFor(language: Language, context: LanguageContext, whole: Analysis): ManageTools {
  const read = (words: string): Analysis => analyse(words, context);
  const pure = (words: string): When | null => {
    const { when, task } = read(words);
    return when && isPure({ task }) ? when : null;
  };
  // "10" behind "to" or "until" is a clock time.
  const meant = (words: string): When | null => pure(words) ?? pure(`at ${words}`);
  return {
    sentenceSaysTime: () => whole.when !== null,
    saysTime: (words) => read(words).when !== null,
    isTime: (words) => meant(words) !== null,
    instant: (words) => {
      const when = meant(words);
      return when && instantOf(when, context);
    },
    end: (words) => {
      const when = meant(words);
      return when && (nextShown(when, context) ?? instantOf(when, context));
    },
    range: (words) => {
      const when = pure(words);
      return when && rangeOf(when, context);
    },
    span: (words) => spanIn(words, language.hours, context, pure, meant),
    hours: (words) => {
      const windows = [`from ${words}`, `between ${words}`, words].map(pure).filter((when) => when?.window);
      return windows[0] ? hoursOf(windows[0]) : null;
    },
  };
}

/** "tonight 23 to 1", "tomorrow at 9 for 30 min", "2h". */
function spanIn(
  words: string,
  say: HourWords,
  context: LanguageContext,
  pure: (words: string) => When | null,
  meant: (words: string) => When | null,
): Span | null {
  const moment = (when: When) => instantOf(when, context);
  const whole = pure(words) ?? pure(inFull(words, say));
  const said = whole && spanOf(whole, context, moment);
  if (said) return said;
  const length = (text: string) => (/^\d+\s*\p{L}+$/u.test(text) ? pure(`in ${text}`) : pure(text))?.offset;
  const [, start, lasting] = new RegExp(`^(?:(.+)\\s)?${say.during}\\s+(.+)$`, "iu").exec(words) ?? [null, null, words];
  const by = length(lasting ?? words);
  const begin = start ? meant(start) : null;
  const from = start ? begin && moment(begin) : context.now;
  return by && from !== null ? { from, to: from + roughMs(by) } : null;
}

function instantOf(when: When, context: LanguageContext): Instant | null {
  const moment = momentIn(context, context.zone);
  const group = when.groups[0];
  const day = group?.days[0] ?? when.until?.days?.[0];
  const dayOnly = day && !group?.clocks.length && !group?.part && !when.until?.clock;
  if (dayOnly && !when.offset) {
    const found = findDay(day, { today: moment.today, todayFits: false });
    return "date" in found ? onceAt(found.date, "00:00", moment.zone).at : null;
  }
  const { schedule, question } = resolveWhen(when, context, NO_WORDS);
  const settled = schedule ?? question?.readings[0]?.schedule;
  return settled?.type === "once"
    ? toInstant(settled.at, settled.tz, settled.fold)
    : settled
      ? nextSlot(settled, context.now)
      : null;
}

function rangeOf(when: When, context: LanguageContext): { from: Instant; to: Instant } | null {
  const moment = momentIn(context, context.zone);
  const day = when.groups[0]?.days[0];
  if (!day) return null;
  const found = findDay(day, { today: moment.today, todayFits: true });
  if (!("date" in found)) return null;
  const length =
    day.type === "period" && !day.edge
      ? LENGTHS[day.unit]
      : day.type === "month" && !day.edge
        ? { months: 1 }
        : { days: 1 };
  const start = day.type === "period" && day.offset === 0 ? moment.today : found.date;
  const end =
    day.type === "period" && day.offset === 0 && day.unit === "week"
      ? moment.today.add({ days: 8 - moment.today.dayOfWeek })
      : found.date.add(length);
  const [from, to] = [onceAt(start, "00:00", moment.zone).at, onceAt(end, "00:00", moment.zone).at];
  return from === null || to === null ? null : { from, to };
}

const LENGTHS = {
  week: { days: 7 },
  workweek: { days: 5 },
  weekend: { days: 2 },
  month: { months: 1 },
  quarter: { months: 3 },
  season: { months: 3 },
  year: { years: 1 },
};

/** Quiet hours lie across the night: "10 to 7" is 22:00 to 07:00; "9 to 17" is written in 24 hours and is the day. */
function hoursOf(when: When): { start: LocalTime; end: LocalTime } | null {
  const { window } = when;
  if (!window) return null;
  const start = borrowHalf(window.start, undefined);
  const evening =
    !start.half && !start.exact && start.hour >= 6 && start.hour < 12 && window.end.hour <= 12
      ? { ...start, hour: start.hour + 12 }
      : start;
  const half = (clock: typeof start): typeof start =>
    clock.half ? { ...clock, hour: (clock.hour % 12) + (clock.half === "pm" ? 12 : 0) } : clock;
  return { start: clockText(half(evening)), end: clockText(half(window.end)) };
}
