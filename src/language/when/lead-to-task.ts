/** "the train is at 17:20, remind me 45 min before to leave": it rings then and not again, and the task is behind it. */
import type { Match, Reader } from "../grammar/grammar.ts";
import type { Phrase } from "./types.ts";

/** The most tokens of "and also please remind me". */
const LONGEST_REQUEST = 5;

/** Where a lead time is said that a task follows: whether its phrase holds the request for it or stands behind it. */
export function leadToTask(
  reader: Reader,
  { end, value }: Match<Phrase>,
  at: number,
): "with the request" | "behind the request" | null {
  if (!value.pieces.every(({ is }) => is === "lead" || is === "eve")) return null;
  if (reader.read("leadIn", end).length === 0 && reader.read("says", end).length === 0) return null;
  const begins = [at, at + 1].some((from) => reader.read("rings", from).some((rings) => rings.end < end));
  if (begins) return "with the request";
  for (let back = 1; back <= LONGEST_REQUEST && back <= at; back++)
    if (reader.read("rings", at - back).some((rings) => rings.end === at)) return "behind the request";
  return null;
}
