/** Texts made to be slow: of full length, all of time words. */
import type { Node } from "../../src/language/grammar/pattern.ts";
import { languageOf } from "../../src/language/languages.ts";

const LENGTH = 512;

/** Time words in a random order, always the same ones. */
export function nonsense(count: number): string[] {
  const words =
    "every monday tuesday at 9 and 5 , until friday for 3 weeks except in may the last of month next tomorrow 10:30 half past 2nd - / quarter noon am pm".split(
      " ",
    );
  let seed = 7;
  const pick = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    // The low bits of such a generator repeat.
    return words[Math.floor((seed / 2_147_483_648) * words.length)] ?? "";
  };
  return Array.from({ length: count }, () => Array.from({ length: 120 }, pick).join(" ").slice(0, LENGTH));
}

/** What numbers and written times look like, and short phrases. */
const SHAPES =
  "3|12|930|2027|1.5|3rd|9:30|9am|24.12.|24.12.2026|11/5|2026-11-05|1 h|3 days|may 3|3 may|3 may 2027|monday 9am|every 3 days|1 day before".split(
    "|",
  );
const SEPARATORS = [" ", ", ", " and ", ", and ", "-", " / ", " to ", " of the ", " before ", " every "];

/** Every word of the grammar, over and over, with each thing that may stand between. */
export function repeated(locale: string): string[] {
  const words = new Set(SHAPES);
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === "word") words.add(node.word);
      else if (node.type === "words") for (const word of node.words) words.add(word);
      else if (node.type === "either") node.options.forEach(walk);
      else if (node.type === "optional") walk(node.nodes);
    }
  };
  for (const { byFirst } of languageOf(locale).grammar.tables.values())
    for (const entries of byFirst.values()) for (const { nodes } of entries) walk(nodes);
  return [...words].flatMap((word) =>
    SEPARATORS.map((separator) => `${word}${separator}`.repeat(LENGTH).slice(0, LENGTH)),
  );
}
