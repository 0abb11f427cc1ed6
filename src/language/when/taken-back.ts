/** "tomorrow at 9, no wait, at 10": of two words of time with a correction between them the second is meant. */
import type { Reader } from "../grammar/grammar.ts";
import type { Span } from "./place.ts";
import type { Piece } from "./types.ts";

/** What was said wrong, and the words that take it back. */
export function takenBack(reader: Reader): Span[] {
  const spans: Span[] = [];
  for (let at = 1; at < reader.tokens.length; at++) {
    const begin = Math.max(0, ...reader.read("takesBack", at).map(({ end }) => end));
    const wrong = begin > at ? wrongBefore(reader, at, begin) : null;
    if (wrong === null) continue;
    spans.push({ from: wrong, end: begin });
    at = begin;
  }
  return spans;
}

/** The longest words of time before the correction that say the same kinds of things as those behind it. */
function wrongBefore(reader: Reader, end: number, begin: number): number | null {
  const right = kindsFrom(reader, begin);
  let from: number | null = null;
  for (let at = end - 1; at >= 0 && at > end - LONGEST; at--) {
    const fits = reader
      .read("phrase", at)
      .some(
        (one) => (one.end === end || one.end === from) && one.value.pieces.some((piece) => right.has(kindOf(piece))),
      );
    if (fits) from = at;
  }
  return from;
}

/** What the two phrases behind a place say: "wednesday at 2". */
function kindsFrom(reader: Reader, begin: number): Set<ReturnType<typeof kindOf>> {
  const first = reader.read("phrase", begin);
  const second = first.flatMap(({ end }) => reader.read("phrase", end));
  return new Set([...first, ...second].flatMap(({ value }) => value.pieces.map(kindOf)));
}

const LONGEST = 12;

function kindOf({ is }: Piece): "day" | "clock" | "series" | "other" {
  switch (is) {
    case "days":
      return "day";
    case "clocks":
    case "part":
    case "window":
      return "clock";
    case "offset":
    case "repeat":
      return "series";
    default:
      return "other";
  }
}
