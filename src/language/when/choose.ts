/** Which words of the sentence are time. Chains of neighbouring phrases are rated; the best chain wins, others may add to it. */
import type { Match, Reader } from "../grammar/grammar.ts";
import type { Token } from "../text/token.ts";
import { adjective } from "./adjective.ts";
import { addPiece, emptyWhen } from "./assemble.ts";
import { namedTwice } from "./named-twice.ts";
import { blockedBy, insideWord, notTimes, placeScore, type Span } from "./place.ts";
import type { Phrase, Piece, When } from "./types.ts";

export interface Chosen {
  when: When;
  /** The tokens that said it, in order. */
  spans: Span[];
}

interface Chain extends Span {
  when: When;
  score: number;
  /** "daily standup at 9:25": an adjective that only adds to a time said elsewhere. */
  helps: boolean;
  /** Best strength of its phrases. */
  strength: number;
  /** The phrases, to be added to another chain. */
  parts: { phrase: Phrase; linked: boolean }[];
}

/** Chains kept per place; more would only be worse readings of the same words. */
const WIDTH = 6;

/** No time is said in more phrases than these; longer chains would only grow. */
const MOST_PHRASES = 16;

/** `leadIn` is the number of tokens at the beginning that only announce the task. */
export function chooseWhen(reader: Reader, leadIn: number): Chosen | null {
  const chains = allChains(reader, leadIn)
    .filter((chain) => counts(chain, reader.tokens, leadIn))
    .map((chain) => ({ ...chain, score: chain.score + placeScore(reader, chain) }));
  chains.sort((a, b) => b.score - a.score || a.from - b.from);
  const additions = chains.filter((chain) => chain.strength === 2 && !complete(chain.when));
  const all = chains.filter((chain) => complete(chain.when) && !chain.helps);
  // "keep asking every hour until done" adds to a time said elsewhere.
  const best = all.find((chain) => !additions.some((other) => isInside(chain, other))) ?? all[0];
  if (!best) return null;
  let when = best.when;
  const spans: Span[] = [best];
  for (const other of chains) {
    const overlaps = spans.some((span) => span.from < other.end && other.from < span.end);
    if (overlaps || boundsNothing(other, when) || ((other.strength < 2 || other.helps) && !supports(other, when)))
      continue;
    const joined = join(when, other, other.from < best.from);
    if (!joined) continue;
    when = joined;
    spans.push(other);
  }
  spans.sort((a, b) => a.from - b.from);
  return { when, spans: spans.map(({ from, end }) => ({ from, end })) };
}

function isInside(chain: Chain, other: Chain): boolean {
  return other.from <= chain.from && chain.end <= other.end && other.score > chain.score;
}

const ADDITIONS: ReadonlySet<Piece["is"]> = new Set([
  "until",
  "from",
  "count",
  "span",
  "except",
  "lead",
  "nag",
  "critical",
  "silent",
]);

/** "the lease ends on friday" says nothing of a single reminder. */
const BOUNDS: ReadonlySet<Piece["is"]> = new Set(["until", "from", "count", "span", "except"]);

function boundsNothing(chain: Chain, when: When): boolean {
  const series = chain.when.daily || [...chain.when.groups, ...when.groups].some(({ repeat }) => repeat);
  return !series && chain.parts.every(({ phrase }) => phrase.pieces.every(({ is }) => BOUNDS.has(is)));
}

/** What ends, counts or bounds a series may stand apart from it. */
function supports(chain: Chain, when: When): boolean {
  if (chain.helps) return helps(chain, when);
  return chain.parts.every(({ phrase }) => phrase.pieces.every(({ is }) => ADDITIONS.has(is)));
}

function join(when: When, chain: Chain, before: boolean): When | null {
  const first: When | null = before ? chain.when : when;
  if (before && (chain.when.groups.length > 1 || when.groups.length > 1)) return null;
  let joined: When | null = first;
  for (const { phrase, linked } of chain.parts) {
    if (before) break;
    for (const piece of phrase.pieces)
      joined = joined && addPiece(joined, piece, linked && piece.is !== "repeat" && piece.is !== "clocks");
  }
  return before ? joinGroups(chain.when, when) : joined && complete(joined) ? joined : null;
}

/** A daily standup at 9:25 happens daily; a weekly review on friday weekly; a monthly report tomorrow does not repeat. */
function helps(chain: Chain, when: When): boolean {
  const repeat = chain.when.groups[0]?.repeat;
  const group = when.groups[0];
  const unit = repeat?.unit;
  // "an annual pass" is a thing.
  if (!group || unit === "year") return false;
  // "biweekly sync, wednesdays at 11"
  if (group.repeat) return unit === "week" && (repeat?.interval ?? 1) > 1 && group.repeat.unit === "week";
  return group.days.length > 0 || ((unit === "day" || unit === "hour") && group.clocks.length > 0);
}

/** "at 9 … every monday": groups are merged field by field. */
function joinGroups(a: When, b: When): When | null {
  if ((b.offset || b.now) && a.groups.length) return null;
  let joined: When | null = b;
  for (const group of a.groups) {
    if (joined && group.days.length) joined = addPiece(joined, { is: "days", days: group.days }, false);
    if (joined && group.repeat) joined = addPiece(joined, { is: "repeat", repeat: group.repeat }, false);
    if (joined && group.part) joined = addPiece(joined, { is: "part", part: group.part }, false);
    if (joined && group.clocks.length) joined = addPiece(joined, { is: "clocks", clocks: group.clocks }, false);
  }
  if (!joined || (a.offset && b.groups.length) || (a.offset && b.offset)) return null;
  const { groups: _groups, ...rest } = a;
  return { ...rest, ...joined, leads: [...a.leads, ...joined.leads] };
}

function allChains(reader: Reader, leadIn: number): Chain[] {
  const { tokens } = reader;
  const ending: Chain[][] = Array.from({ length: tokens.length + 1 }, () => []);
  const blocked = [...notTimes(reader), ...namedTwice(reader)];
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
  const bareClock =
    first?.phrase.strength === 0 && first.phrase.pieces.every(({ is }) => is === "clocks" || is === "window");
  // "1030 on friday" may be a room; a bare number is a clock at the beginning, or behind another time.
  if (bareClock && (!starts || chain.parts.length === 1)) return false;
  if (starts && ends) return true;
  // "sat nav", "now that …": one short word at the beginning is not enough.
  if (starts && !chain.helps && chain.strength === 1 && chain.end - chain.from === 1) return false;
  return chain.strength === 2 || (chain.strength === 1 && (starts || ends));
}

/** Says enough to be set against the clock. */
function complete(when: When): boolean {
  return (
    when.offset !== undefined ||
    when.minute !== undefined ||
    when.now === true ||
    when.asap === true ||
    when.someday === true ||
    when.window !== undefined ||
    when.until !== undefined ||
    when.from !== undefined ||
    when.groups.some((group) => group.repeat || group.days.length > 0 || group.clocks.length > 0 || group.part)
  );
}
