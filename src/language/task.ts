/** The task: the person's own words without the time and without "remind me to". */
import type { Reader } from "./grammar/grammar.ts";
import type { Token } from "./text/token.ts";
import type { Span } from "./when/place.ts";

/** Lead-ins stand one behind the other: "btw, could you please remind me to". */
const MOST_LEAD_INS = 6;

/** So many words may stand before a request without a meaning of their own: "lol so hey remind me to". */
const MOST_STRAY = 5;

/** The token behind all that only announces the task. */
export function beginOfTask(reader: Reader): number {
  const begin = behindLeadIns(reader, 0);
  // Whatever stands before "remind me to" is said to Belfry, too, unless somebody else is asked: "tell Jo to remind me".
  for (let at = 0; at <= begin + MOST_STRAY && reader.read("phrase", at).length === 0; at++) {
    const end = Math.max(begin, ...reader.read("wholeRequest", at).map((one) => one.end));
    const ofOthers = at > begin && reader.read("others", at - 1).length > 0;
    if (end > begin && end < reader.tokens.length && !ofOthers && !refersBack(reader, end))
      return behindLeadIns(reader, end);
  }
  return begin;
}

function behindLeadIns(reader: Reader, from: number): number {
  let begin = from;
  for (let n = 0; n < MOST_LEAD_INS && reader.read("ownErrand", begin).length === 0; n++) {
    const ends = [...reader.read("opener", begin), ...reader.read("leadIn", begin)].map(({ end }) => end);
    if (ends.length === 0) break;
    begin = Math.max(...ends);
  }
  return begin;
}

/** `isEmpty` when nothing is left, or nothing but "remind me". */
export function cutTask(
  text: string,
  tokens: readonly Token[],
  spans: readonly Span[],
  read: (rest: Token[]) => Reader,
): { task: string; kept: Token[]; isEmpty: boolean } {
  const rest = tokens.filter((_, index) => !spans.some((span) => index >= span.from && index < span.end));
  let kept = withoutLastMark(rest, tokens, spans.at(-1)?.end).slice(addressEnd(tokens, spans[0]?.from ?? 0, read));
  // ", please remind me to …" behind a time at the beginning
  if (spans[0]?.from === 0) kept = withoutFirstMark(kept, text.includes("\n"));
  const reader = read(kept);
  let isEmpty = isOnlyLeadOut(reader) || kept.every(({ kind, norm }) => kind === "mark" && /^\p{P}+$/u.test(norm));
  const begin = Math.max(beginOfTask(reader), behindContext(tokens, kept, spans, reader));
  // What is nothing but a lead-in is the task itself ("reminder").
  isEmpty ||= begin >= kept.length;
  kept = kept.slice(begin < kept.length ? begin : 0);
  // "todo: friday 10:00 - finish slides"
  if (begin > 0 && spans.length > 0) kept = withoutFirstMark(kept, text.includes("\n"));
  const last = tokens.indexOf(kept.at(-1) as Token);
  // "put the kettle on at 6" keeps its "on".
  const cutBehind = spans.some(({ from }) => from === last + 1) && !beginsWithOwn(read(tokens.slice(last + 1)));
  kept = withoutLeadOut(kept, read(kept), kept.length < rest.length || spans.length > 0, cutBehind);
  return { task: trimmed(pieces(text, tokens, kept).join(" ")), kept, isEmpty };
}

/**
 * "the train leaves at 9, remind me at 8 to pack": what stands before the mark says why, and when; it is no part of the
 * task where it has a time of its own. 0 where there is nothing of the kind.
 */
function behindContext(tokens: readonly Token[], kept: Token[], spans: readonly Span[], reader: Reader): number {
  for (let at = 2; at < kept.length; at++) {
    const ends = reader.read("wholeRequest", at).map(({ end }) => end);
    const parted = kept[at - 1]?.kind === "mark" || reader.read("address", at - 1).some(({ end }) => end === at);
    if (ends.length === 0 || !parted || refersBack(reader, at)) continue;
    const begin = tokens.indexOf(kept[at - 1] as Token);
    const isTimed =
      spans.some(({ from }) => from < begin) ||
      kept
        .slice(0, at)
        .some((_, i) => reader.read("phrase", i).some(({ end, value }) => end < at && value.strength > 1));
    if (isTimed) return Math.max(...ends);
  }
  return 0;
}

/** "no milk left, remind me to buy some" is about what was said before. */
function refersBack(reader: Reader, from: number): boolean {
  return reader.tokens.some((_, i) => i >= from && reader.read("refers", i).length > 0);
}

/** The "between" of "every weekday between 9am". */
function isOnlyLeadOut(reader: Reader): boolean {
  return reader.read("leadOut", 0).some(({ end }) => end === reader.tokens.length);
}

function beginsWithOwn(reader: Reader): boolean {
  return reader.read("leadOut", 0).some(({ value }) => !value);
}

/** "ok so, good morning" and its like are no longer, in tokens. */
const LONGEST_ADDRESS = 6;

/** "ok so" of "ok so tomorrow at 2 call Ana": the tokens before the time, when they are nothing but that. */
function addressEnd(tokens: readonly Token[], time: number, read: (rest: Token[]) => Reader): number {
  if (time > LONGEST_ADDRESS) return 0;
  const reader = read(tokens.slice(0, time));
  let at = 0;
  while (at < time) {
    const ends = [...reader.read("address", at), ...reader.read("opener", at)].map(({ end }) => end);
    if (ends.length === 0) return 0;
    at = Math.max(...ends);
  }
  return at === time ? time : 0;
}

/** Dashes stay where they begin the lines of a list. */
function withoutFirstMark(kept: Token[], isList: boolean): Token[] {
  const marks = isList ? /^[,;:.|/=>]$/ : /^[,;:.|/=>-]$/;
  const begin = kept.findIndex(({ kind, norm }) => !(kind === "mark" && marks.test(norm)));
  return begin > 0 ? kept.slice(begin) : kept;
}

/** "… at 5 PM." ends with the sentence's mark, not the task's; `behind` is the token behind the last words of time. */
function withoutLastMark(rest: Token[], tokens: readonly Token[], behind = tokens.length): Token[] {
  const after = new Set(tokens.slice(behind));
  if (rest.some((token) => after.has(token) && token.kind !== "mark")) return rest;
  return rest.filter((token) => !after.has(token) || !/^[.,;:!?]$/.test(token.norm));
}

function withoutLeadOut(kept: Token[], reader: Reader, changed: boolean, cutBehind: boolean): Token[] {
  if (!changed) return kept;
  for (let at = 1; at < kept.length; at++) {
    // "turn the lights on" keeps its "on".
    const belongs = kept.some((_, from) => reader.read("notTime", from).some(({ end }) => from < at && end > at));
    if (!belongs && reader.read("leadOut", at).some(({ end, value }) => end === kept.length && (value || cutBehind)))
      return kept.slice(0, at);
  }
  return kept;
}

/** Runs of kept tokens as written; line breaks inside a run stay. */
function pieces(text: string, tokens: readonly Token[], kept: readonly Token[]): string[] {
  const runs: { start: number; end: number; last: number }[] = [];
  const index = new Map(tokens.map((token, i) => [token, i]));
  for (const token of kept) {
    const at = index.get(token) ?? 0;
    const run = runs[runs.length - 1];
    if (run && run.last === at - 1) {
      run.end = token.end;
      run.last = at;
    } else runs.push({ start: token.start, end: token.end, last: at });
  }
  return runs.map(({ start, end }) => text.slice(start, end).trim()).filter((piece) => piece !== "");
}

function trimmed(task: string): string {
  return task
    .replace(/^[\s,;:.!?]+(?=[^\s,;:.!?])/u, "")
    .replaceAll(/\(\s*\)|\[\s*\]/gu, "")
    .replace(/(?:[\s,;:]|\s[-–—/|=]+(?=\s*$))+$/u, "")
    .replaceAll(/ ([,.;!?])(?=\s|$)/gu, "$1")
    .trim();
}

/** A word is written in its own way: "iPhone", "https://example.com", "run.sh", "8pm". */
const OWN_WAY = /^[^\s]*(?:\p{Lu}|[\p{L}\p{N}][:/.@_\\=][\p{L}\p{N}/]|\d)/u;

/** A task as a title: first letter large, also behind an opening quotation or bracket. */
export function titleOf(task: string): string {
  const found = /^(["'“‘„«([]?)(\p{Ll})/u.exec(task);
  const [opening = "", letter] = found?.slice(1) ?? [];
  if (!letter || OWN_WAY.test(task)) return task;
  return opening + letter.toUpperCase() + task.slice(opening.length + letter.length);
}
