/**
 * Several requests in one message: one on each line, or "call mom tomorrow at 9 and dad at 10".
 *
 * A message is cut only where each part has a time and a task of its own, so that "bread and butter" stays one.
 */
import { type Analysis, analyse, READ_AT_MOST } from "./analyse.ts";
import { Reader } from "./grammar/grammar.ts";
import { languageOf } from "./languages.ts";
import type { LanguageContext, Question, Request } from "./request.ts";
import { tokenise } from "./text/tokenise.ts";
import { fromAnalysis, understand } from "./understand.ts";
import type { Group } from "./when/types.ts";

/** More lines than these are a text to be kept, not a list of requests. */
const MOST_LINES = 20;
/** So many places are tried in one line. */
const MOST_CUTS = 8;
/** Longer lines are read once, as a whole. */
const MOST_TOKENS = 60;

/** All that a message asks for, in its order; one answer unless it is clearly several. Never empty. */
export function understandAll(text: string, context: LanguageContext): (Request | Question)[] {
  const trimmed = text.trim();
  const lines = trimmed
    .split("\n")
    .map(withoutBullet)
    .filter((line) => line !== "");
  if (lines.length > 1 && lines.length <= MOST_LINES) {
    const all = lines.map((line) => lineOf(line, context));
    if (all.every((parts) => parts.every(standsAlone))) return all.flat();
  }
  return lines.length === 1 ? lineOf(trimmed, context) : [understand(trimmed, context)];
}

/** "- milk", "2. bread" */
function withoutBullet(line: string): string {
  return line.trim().replace(/^(?:[-*•–]|\d{1,2}[.)])\s+/u, "");
}

/** A request that is answered whatever stands around it. */
function standsAlone(request: Request | Question): boolean {
  if (request.intent === "remind") return request.schedule !== null;
  return request.intent !== "question" || (request.code !== "noTime" && request.code !== "noTask");
}

function lineOf(line: string, context: LanguageContext): (Request | Question)[] {
  const whole = understand(line, context);
  // A check has taken all of the sentence, its commas too.
  if (line.length > READ_AT_MOST || whole.intent === "check") return [whole];
  // What goes for one of several is not known.
  if (saysBesides(whole) || tokenise(line, languageOf(context.locale).lexicon).length > MOST_TOKENS) return [whole];
  const analysis = analyse(line, context);
  const cuts = cutsOf(analysis, context);
  const stops = cuts.filter(({ shares }) => !shares);
  if (stops.length > 0) {
    const parts = [...stops, { start: line.length }].map(({ start }, i) => line.slice(stops[i - 1]?.end ?? 0, start));
    const all = parts.map((part) => lineOf(part.trim(), context));
    if (all.every((requests) => requests.every(standsAlone))) return all.flat();
  }
  if (cuts.length === stops.length) return [whole];
  const requests = cutLine(line, analysis, context, null);
  return requests.length > 1 ? requests : [whole];
}

function saysBesides(read: Request | Question): boolean {
  return "besides" in (read.intent === "question" ? read.draft : read);
}

/** Cuts off the first request and goes on with the rest; `day` is what the request before said of its days. */
function cutLine(text: string, whole: Analysis, context: LanguageContext, day: Group | null): (Request | Question)[] {
  for (const cut of cutsOf(whole, context).filter(({ shares }) => shares)) {
    const [left, right] = [text.slice(0, cut.start).trim(), text.slice(cut.end).trim()];
    const first = analyse(left, context);
    if (!isWhole(first, left)) continue;
    const rest = analyse(right, context);
    if (!isWhole(rest, right) || isOnlyTime(rest, context)) continue;
    const shift = text.length - text.slice(cut.end).trimStart().length;
    // "call mum tomorrow and dad at 10" is one time, "standup daily at 9 and retro on friday at 3" are two.
    const isOne = covers(whole, first, 0) && covers(whole, rest, shift);
    if (isOne && !(saysClock(first) && saysClock(rest))) continue;
    const shared = first.when?.groups[0] ?? null;
    const head = requestOf(withDay(first, day), left, context);
    return [head, ...cutLine(right, rest, context, shared)];
  }
  return [requestOf(withDay(whole, day), text, context)];
}

/** Without a borrowed day the sentence may be anything; with one it is something new. */
function requestOf(analysis: Analysis, text: string, context: LanguageContext): Request | Question {
  const alone = understand(text, context);
  return alone.intent === "remind" || alone.intent === "question" ? fromAnalysis(analysis, context, text) : alone;
}

interface Cut {
  /** Offsets of the words between. */
  start: number;
  end: number;
  /** The second part may leave out its day. */
  shares: boolean;
}

function cutsOf({ tokens, language }: Analysis, context: LanguageContext): Cut[] {
  const reader = new Reader(language.grammar, tokens, context);
  const cuts: Cut[] = [];
  const tells = reader.read("states", behindOpeners(reader)).length > 0;
  for (let at = 1; at < tokens.length && cuts.length < MOST_CUTS; at++) {
    const takesBack = Math.max(at, ...reader.read("takesBack", at).map(({ end }) => end));
    if (takesBack > at) {
      at = takesBack - 1;
      continue;
    }
    const found = reader.read("cut", at).sort((a, b) => b.end - a.end)[0];
    const next = found && tokens[found.end];
    if (!next || next.glued || reader.read("goesOn", found.end).length > 0) continue;
    if (tells && found.value && asksFor(reader, found.end)) continue;
    cuts.push({ start: tokens[at]?.start ?? 0, end: tokens[found.end - 1]?.end ?? 0, shares: found.value });
    at = found.end - 1;
  }
  return cuts;
}

/** "ok so" */
function behindOpeners(reader: Reader): number {
  let at = 0;
  for (let end = 0; end >= at; ) {
    at = end;
    end = Math.max(-1, ...[...reader.read("opener", at), ...reader.read("address", at)].map((one) => one.end));
  }
  return at;
}

/** "remind me", "wake me", also behind an "and so". */
function asksFor(reader: Reader, at: number): boolean {
  const behind = Math.max(at, ...reader.read("address", at).map(({ end }) => end));
  return [at, behind].some((from) => [...reader.read("request", from), ...reader.read("wakes", from)].length > 0);
}

/** A task, and a time of its own at an end of it: "tell her friday works" is none. */
function isWhole({ when, places, hasTask }: Analysis, text: string): boolean {
  if (!when || !hasTask) return false;
  const atAnEnd = places.some(({ start, end }) => start === 0 || /^[\s\p{P}]*$/u.test(text.slice(end)));
  const group = when.groups[0];
  const says =
    when.offset !== undefined ||
    group?.repeat !== undefined ||
    when.groups.some(({ clocks, part }) => clocks.length > 0 || part !== undefined) ||
    group?.days.every(
      ({ type }) => type === "relative" || type === "weekday" || type === "date" || type === "monthDay",
    ) === true;
  return says && (atAnEnd || when.offset !== undefined || when.groups.some(({ clocks }) => clocks.length > 0));
}

/** "for 10 days" of "8pm for 10 days" is no task. */
function isOnlyTime({ task, language }: Analysis, context: LanguageContext): boolean {
  const tokens = tokenise(task, language.lexicon);
  return new Reader(language.grammar, tokens, context).read("phrase", 0).some(({ end }) => end === tokens.length);
}

function saysClock({ when }: Analysis): boolean {
  return when?.groups.some(({ clocks }) => clocks.length > 0) === true;
}

/** The whole reads all times of the part as its own; the part begins at `shift`. */
function covers(whole: Analysis, part: Analysis, shift: number): boolean {
  return part.places.every((mine) =>
    whole.places.some((place) => place.start <= mine.start + shift && mine.end + shift <= place.end),
  );
}

/** "… tomorrow at 9 and dad at 10": the second is tomorrow, too. */
function withDay(analysis: Analysis, day: Group | null): Analysis {
  const { when } = analysis;
  const [group, ...others] = when?.groups ?? [];
  if (!when || !day || !group || others.length || when.offset || when.from) return analysis;
  if (group.days.length > 0 || group.repeat) return analysis;
  const { days, repeat } = day;
  return { ...analysis, when: { ...when, groups: [{ ...group, days, ...(repeat ? { repeat } : {}) }] } };
}
