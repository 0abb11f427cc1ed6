/** Which words of the sentence are time. Chains of neighbouring phrases are rated; the best chain wins, others may add to it. */
import type { Match, Reader } from "../grammar/grammar.ts";
import type { Token } from "../text/token.ts";
import { adjective } from "./adjective.ts";
import { addPiece, emptyWhen } from "./assemble.ts";
import { outsideClauses } from "./clauses.ts";
import { HOUR } from "./duration.ts";
import { boundsNothing, type Chain, complete, dayOf, join, supports } from "./join.ts";
import { namedTwice } from "./named-twice.ts";
import { blockedBy, endOfRequest, insideWord, notTimes, placeScore, type Span } from "./place.ts";
import { takenBack } from "./taken-back.ts";
import type { Group, Phrase, Piece, When } from "./types.ts";

export interface Chosen {
  when: When;
  /** The tokens that said it, in order. */
  spans: Span[];
}

/** Chains kept per place; more would only be worse readings of the same words. */
const WIDTH = 6;

/** No time is said in more phrases than these; longer chains would only grow. */
const MOST_PHRASES = 16;

/** `leadIn` is the number of tokens at the beginning that only announce the task. */
export function chooseWhen(reader: Reader, leadIn: number): Chosen | null {
  const wrong = takenBack(reader);
  const counting = allChains(reader, leadIn, wrong).filter((chain) => counts(chain, reader.tokens, leadIn));
  const requested = endOfRequest(reader);
  const chains = outsideClauses(counting, reader, leadIn).map((chain) => ({
    ...chain,
    score: chain.score + placeScore(reader, chain, requested),
  }));
  chains.sort((a, b) => b.score - a.score || a.from - b.from);
  const additions = chains.filter((chain) => chain.strength === 2 && !complete(chain.when));
  const all = chains.filter((chain) => complete(chain.when) && !chain.helps);
  const saysClock = all.some(({ when }) => when.groups.some(({ clocks }) => clocks.length > 0));
  const whole = all.filter(({ when }) => !(saysClock && when.groups.some(({ part }) => part === "afterWork")));
  // "keep asking every hour until done" adds to a time said elsewhere.
  const apart = (chain: Chain) => !additions.some((other) => isInside(chain, other));
  const best = whole.find(apart) ?? whole[0];
  if (!best) return null;
  let when = best.when;
  const spans: Span[] = [best];
  let events: Span[] = [];
  for (const other of chains) {
    const overlaps = [...spans, ...events].some((span) => span.from < other.end && other.from < span.end);
    if (
      overlaps ||
      !apart(other) ||
      boundsNothing(other, when) ||
      ((other.strength < 2 || other.helps) && !supports(other, when))
    )
      continue;
    const joined = join(when, other, other.from < best.from) ?? another(reader, { ...best, when }, other);
    if (!joined) {
      // "meeting friday at 10, remind me at 9": the time of the event says the day of the reminder.
      const day = dayOf(other, when);
      if (day) [when, events] = [day, [...events, other]];
      continue;
    }
    when = joined;
    spans.push(other);
  }
  const cut = [...spans, ...wrong].sort((a, b) => a.from - b.from).flatMap((span) => withoutStaying(reader, span));
  return { when: asLength(when), spans: cut.map(({ from, end }) => ({ from, end })) };
}

/** "monday 9am gym and friday at 10": a day and its clock time behind an "and", at the end. */
function another(reader: Reader, one: Chain, other: Chain): When | null {
  const [first, last] = one.from < other.from ? [one, other] : [other, one];
  const isLinked = [2, 1].some((back) =>
    reader.read("link", last.from - back).some(({ end, value }) => value && end === last.from),
  );
  const ends = reader.tokens.slice(last.end).every(({ kind }) => kind === "mark");
  const all = [first, last].flatMap(({ when }) => when.groups);
  const dated =
    all.length > 1 && all.every(({ days, clocks, repeat }) => days.length > 0 && clocks.length > 0 && !repeat);
  return isLinked && ends && dated && !first.when.offset && !last.when.offset
    ? { ...last.when, ...first.when, groups: all }
    : null;
}

/** "2h" is in two hours when nothing else was said. */
function asLength(when: When): When {
  const [
    {
      days,
      clocks: [clock, ...clocks],
      repeat,
    } = emptyGroup,
    ...groups
  ] = when.groups;
  if (!clock?.lasts || [days, clocks, groups].some((more) => more.length > 0) || repeat || when.daily) return when;
  return { ...when, groups: [], offset: { months: 0, days: 0, ms: clock.hour * HOUR }, bareOffset: true };
}
const emptyGroup: Group = { days: [], clocks: [] };

/** What of the words of time is not part of the task as well. */
function withoutStaying(reader: Reader, { from, end }: Span): Span[] {
  for (let at = from; at < end; at++) {
    const stays = Math.max(at, ...reader.read("stays", at).map((one) => one.end));
    if (stays > at && stays <= end)
      return [{ from, end: at }, ...withoutStaying(reader, { from: stays, end })].filter(
        (span) => span.from < span.end,
      );
  }
  return [{ from, end }];
}

function isInside(chain: Chain, other: Chain): boolean {
  return other.from <= chain.from && chain.end <= other.end && other.end - other.from > chain.end - chain.from;
}

function allChains(reader: Reader, leadIn: number, wrong: readonly Span[]): Chain[] {
  const { tokens } = reader;
  const ending: Chain[][] = Array.from({ length: tokens.length + 1 }, () => []);
  const blocked = [...notTimes(reader), ...namedTwice(reader), ...wrong];
  for (let at = 0; at < tokens.length; at++) {
    if (insideWord(tokens, at)) continue;
    const phrases = reader
      .read("phrase", at)
      .filter((match) => !blockedBy(blocked, at, match.end) && !insideWord(tokens, match.end))
      .flatMap((match) => adjective(reader, match, at, leadIn));
    if (phrases.length === 0) continue;
    const before = [...chainsBefore(reader, ending, at), null];
    for (const match of phrases) for (const previous of before) extend(ending, previous, match, at);
  }
  return ending.flat();
}

interface Before {
  chain: Chain;
  linked: boolean;
  /** Tokens of the link. */
  link: number;
}

function chainsBefore(reader: Reader, ending: Chain[][], at: number): Before[] {
  const before: Before[] = (ending[at] ?? []).map((chain) => ({ chain, linked: false, link: 0 }));
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const found = reader.read("link", from).find(({ end }) => end === at);
    if (found) for (const chain of ending[from] ?? []) before.push({ chain, linked: found.value, link: at - from });
  }
  return before;
}

function extend(ending: Chain[][], before: Before | null, match: Match<Phrase>, at: number): void {
  const linked = before?.linked ?? false;
  const list = ending[match.end];
  if (!list || (before && before.chain.parts.length >= MOST_PHRASES)) return;
  const score = (before?.chain.score ?? 0) + (before?.link ?? 0) * (linked ? 9 : 7) + scoreOf(match, at);
  const worst = list.length < WIDTH ? null : list[WIDTH - 1];
  if (worst && score + COMPLETES <= worst.score) return;
  let when: When | null = before?.chain.when ?? emptyWhen();
  for (const piece of match.value.pieces) when = when && addPiece(when, piece, linked);
  if (!when) return;
  const chain: Chain = {
    from: before?.chain.from ?? at,
    end: match.end,
    when,
    score: score + (completes(before?.chain.when, when) ? COMPLETES : 0),
    helps: (before?.chain.helps ?? false) || match.value.helps === true,
    strength: Math.max(before?.chain.strength ?? 0, match.value.strength),
    parts: [...(before?.chain.parts ?? []), { phrase: match.value, linked }],
  };
  const place = list.findIndex((other) => other.score < chain.score);
  list.splice(place < 0 ? list.length : place, 0, chain);
  list.length = Math.min(list.length, WIDTH);
}

/** A day and a clock time together are more surely meant than either alone. */
function completes(before: When | undefined, after: When): boolean {
  const full = (when: When | undefined): boolean =>
    when?.groups.some((g) => (g.days.length > 0 || g.repeat) && g.clocks.length > 0) === true;
  return full(after) && !full(before);
}
const COMPLETES = 1;

/** Long phrases over short ones, sure over likely, one phrase over two for the same words. */
function scoreOf(match: Match<Phrase>, at: number): number {
  return (match.end - at) * 10 + match.value.strength * 2 - 6;
}

/** A chain of weak words counts only at an end of the sentence, or when it is all there is. */
function counts(chain: Chain, tokens: readonly Token[], leadIn: number): boolean {
  const { when } = chain;
  const series = when.daily || when.groups.some((group) => group.repeat);
  if (!series && complete(when) && (when.span || when.count || when.except)) return false;
  const starts = chain.from === 0 || chain.from === leadIn;
  const ends = tokens.slice(chain.end).every((token) => token.kind === "mark");
  const [first] = chain.parts;
  const bareClock = first?.phrase.strength === 0 && first.phrase.pieces.every(isBareClock);
  // "1030 on friday" may be a room; a bare number is a clock at the beginning, or behind another time.
  if (bareClock && !saysPart(chain) && (!starts || chain.parts.length === 1)) return false;
  if (starts && ends) return true;
  // "sat nav", "now that …": one short word at the beginning is not enough.
  if (starts && !chain.helps && chain.strength === 1 && chain.end - chain.from === 1) return false;
  return chain.strength === 2 || (chain.strength === 1 && (starts || ends));
}

/** "yoga 7-8 tomorrow evening" */
function saysPart({ when, parts }: Chain): boolean {
  return parts.length > 1 && when.window !== undefined && when.groups.some(({ part }) => part !== undefined);
}

/** "10a" and "0915" are written like clock times, "9" and "1030" like any number. */
function isBareClock(piece: Piece): boolean {
  if (piece.is === "window") return true;
  return (
    piece.is === "clocks" &&
    piece.clocks.every(({ half, exact, minutes, hour }) => !half && !(exact && minutes && hour < 10))
  );
}
