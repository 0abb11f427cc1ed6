/** "on friday at 9 tell Jo that we move on 30 june": what is told has days of its own. */
import type { Reader } from "../grammar/grammar.ts";
import { addsOnly, type Chain, complete } from "./join.ts";
import type { Span } from "./place.ts";
import type { When } from "./types.ts";

/** Chains without those of a clause where the sentence has said a time before it. */
export function outsideClauses(chains: readonly Chain[], reader: Reader, leadIn: number): Chain[] {
  const said = chains.filter((chain) => complete(chain.when) && !addsOnly(chain));
  const clauses = clausesOf(reader, leadIn).filter(({ from }) => said.some(({ end }) => end <= from));
  return chains.filter((chain) => {
    const clause = clauses.find(({ from, end }) => from <= chain.from && chain.end <= end);
    if (!clause || addsOnly(chain)) return true;
    // "remind me every tuesday that practice is at 6"
    return said.some(({ when, end }) => end === clause.from && !saysClock(when)) && saysClockOnly(chain.when);
  });
}

/** From the word that begins a clause to the next mark. */
function clausesOf(reader: Reader, leadIn: number): Span[] {
  const { tokens } = reader;
  const clauses: Span[] = [];
  for (let from = leadIn + 1; from < tokens.length; from++) {
    if (reader.read("clause", from).length === 0) continue;
    const mark = tokens.findIndex(({ kind, norm }, at) => at > from && kind === "mark" && /^[,;.!?()]$/u.test(norm));
    clauses.push({ from, end: mark < 0 ? tokens.length : mark });
  }
  return clauses;
}

function saysClock({ offset, groups }: When): boolean {
  return offset !== undefined || groups.some(({ clocks, part }) => clocks.length > 0 || part);
}

function saysClockOnly({ offset, groups }: When): boolean {
  return offset === undefined && groups.every(({ days, repeat }) => days.length === 0 && !repeat);
}
