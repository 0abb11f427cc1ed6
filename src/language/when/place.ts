/** Where in a sentence words of time stand: what is no time, what cuts a word, which place is the surest. */
import type { Reader } from "../grammar/grammar.ts";
import type { Token } from "../text/token.ts";

/** Tokens `from` to `end` (not included). */
export interface Span {
  from: number;
  end: number;
}

/** `requested` is the end of a request in the middle. "remind me tomorrow that rent is due on friday": the time beside "remind me" is meant before any other, then the last one. */
export function placeScore(reader: Reader, { from, end }: Span, requested: number): number {
  const follows = reader.read("leadIn", end).length > 0 || reader.read("says", end).length > 0;
  const opens = (at: number): boolean =>
    [...reader.read("leadIn", at), ...reader.read("wakes", at)].some((match) => match.end === from && from - at > 1);
  const announced = [2, 3, 4, 5].some((back) => from >= back && opens(from - back));
  if ((announced && from > 5) || from >= requested) return ASKED_FOR;
  if (announced && follows) return BESIDE_LEAD_IN;
  if (from === 0 && reader.read("leadIn", end).some((match) => match.end - end > 1)) return BESIDE_LEAD_IN;
  return reader.tokens.slice(end).every((token) => token.kind === "mark") ? AT_THE_END : 0;
}
/** "I have a flight friday at 6, remind me to leave at 3": where a request ends that stands behind a mark, or the end. */
export function endOfRequest(reader: Reader): number {
  const { tokens } = reader;
  for (let at = 2; at < tokens.length; at++) {
    const [request] = reader.read("wholeRequest", at);
    if (!request) continue;
    if (tokens[at - 1]?.kind === "mark" || reader.read("address", at - 1).some(({ end }) => end === at))
      return request.end;
  }
  return tokens.length;
}

/** "my flight is at 6 am on saturday, remind me at 3:30": whatever was said before. */
const ASKED_FOR = 80;
const BESIDE_LEAD_IN = 25;
const AT_THE_END = 3;

export function notTimes(reader: Reader): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < reader.tokens.length; from++) {
    const end = Math.max(0, ...reader.read("notTime", from).map((match) => match.end));
    if (end > from) spans.push({ from, end });
  }
  return spans;
}

/** A phrase that lies in such words, or cuts them, is no time; one that says more is ("last monday of march"). */
export function blockedBy(blocked: readonly Span[], from: number, end: number): boolean {
  return blocked.some((span) => {
    const apart = end <= span.from || from >= span.end;
    const wider = from <= span.from && end >= span.end && end - from > span.end - span.from;
    return !apart && !wider;
  });
}

/** "stand-up", "and/or", "today's": a phrase neither begins nor ends inside such a word. */
export function insideWord(tokens: readonly Token[], at: number): boolean {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!here || !before) return false;
  if (here.glued && here.start === before.start && here.kind === "word")
    return here.norm !== before.norm && before.text === here.text;
  const joins = (token: Token | undefined): boolean =>
    token?.kind === "mark" && token.glued && (token.norm === "-" || token.norm === "'" || token.norm === "_");
  const joinedAfter = joins(here) && after?.glued === true && after.kind === "word" && before.kind === "word";
  const joinedBefore =
    joins(before) &&
    here.glued &&
    here.kind === "word" &&
    /^(?:word|number)$/.test(tokens[at - 2]?.kind ?? "") &&
    before.glued;
  return joinedAfter || joinedBefore;
}
