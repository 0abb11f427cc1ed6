import { describe, expect, it } from "vitest";
import { compileGrammar, Reader } from "../../src/language/grammar/grammar.ts";
import type { Node } from "../../src/language/grammar/pattern.ts";
import type { Entry } from "../../src/language/grammar/table.ts";
import { languageOf } from "../../src/language/languages.ts";
import { tokenise } from "../../src/language/text/tokenise.ts";
import { at } from "./support.ts";

/** What may stand for a token that is read by its shape. */
const SHAPES: Record<string, string[]> = {
  integer: "0100 1 2 3 4 5 9 10 12 13 15 20 25 30 45 100 830 930 1730 2026 2027 2031".split(" "),
  decimal: "1.5 2.5 9.30 17.45".split(" "),
  ordinalNumber: "1st 2nd 3rd 4th 9th 15th 31st 1. 3. 15.".split(" "),
  time: "9:30 08:15 17:45 2:30 0:20 1h20".split(" "),
  numericDate: "24.12.2026 11/5/2026 2026-11-05 24.12.".split(" "),
  instant: ["2026-11-05T09:00:00Z", "2026-11-05T09:00+02:00"],
  zonePath: ["Europe/Berlin", "Asia/Tokyo"],
  name: "Tokyo Berlin Atlantis london Anna cat Berliner Atlantiser".split(" "),
  handle: ["@ana"],
};
const TRIES = 3000;
const DEEPEST = 4;

/** Always the same choices (mulberry32: neighbouring seeds have nothing in common). */
function chooser(seed: number) {
  let state = seed;
  return <T>(list: readonly T[]): T => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return list[Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * list.length)] as T;
  };
}

/** The tables of a language, and which entries were read over a whole sentence. */
function listen(locale: string) {
  const { grammar, lexicon } = languageOf(locale);
  const all = [...new Set([...grammar.tables.values()].flatMap(({ byFirst }) => [...byFirst.values()].flat()))];
  const entries = all.sort((a, b) => a.line - b.line);
  let heard = new Set<number>();
  let whole = 0;
  const told = entries.map((entry, index): Entry => {
    const mean: Entry["mean"] = (captures, here) => {
      const value = entry.mean(captures, here);
      if (value !== null && value !== undefined && here.tokens.length === whole) heard.add(index);
      return value;
    };
    return { ...entry, mean };
  });
  const compiled = compileGrammar(told);
  const context = at("2026-11-24T14:05:00+01:00", "Europe/Berlin", locale);
  /** Also behind a number, as the "p" of "9p" stands. */
  const reads = (index: number, sentence: string): boolean =>
    ["", "9"].some((before, from) => {
      const tokens = tokenise(before + sentence, lexicon);
      whole = tokens.length - from;
      heard = new Set();
      new Reader(compiled, tokens, context).read(entries[index]?.table ?? "phrase", from);
      return heard.has(index);
    });
  return { entries, reads };
}

function speaker(entries: readonly Entry[], seed: number) {
  const choose = chooser(seed);
  const table = (name: string, depth: number): string => {
    const shapes = SHAPES[name];
    if (shapes) return choose(shapes);
    const lines = entries.filter((entry) => entry.table === name);
    const short = lines.filter(({ pattern }) => !pattern.includes("<") || /^<\w+>$/u.test(pattern));
    const line = choose(depth >= DEEPEST && short.length > 0 ? short : lines);
    return depth > DEEPEST * 2 ? "" : say(line.nodes, depth + 1);
  };
  const say = (nodes: readonly Node[], depth: number): string =>
    nodes
      .map((node): string => {
        if (node.type === "word") return node.word;
        if (node.type === "words") return choose([...node.words]);
        if (node.type === "either") return say(choose(node.options), depth);
        if (node.type === "optional") return choose([true, false, false]) ? say(node.nodes, depth) : "";
        return table(node.table, depth);
      })
      .filter((part) => part !== "")
      .join(" ");
  return (entry: Entry): string => say(entry.nodes, 0);
}

/** "9 - 11" and "9-11", "9 p" and "9p". */
const glued = (sentence: string): string =>
  sentence.replaceAll(/\s*([-/:+.'])\s*/gu, "$1").replaceAll(/(\d) (?=\p{L})/gu, "$1");

describe.each(["en", "de"])("every entry of the grammar: %s", (locale) => {
  const { entries, reads } = listen(locale);

  it("is read in a sentence made of its own words, and not when one of them is another", () => {
    const never: string[] = [];
    const always: string[] = [];
    entries.forEach((entry, index) => {
      const speak = speaker(entries, index + 1);
      let found: string | undefined;
      for (let i = 0; i < TRIES && found === undefined; i++) {
        const said = speak(entry);
        found = [said, glued(said), said.slice(0, 1).toUpperCase() + said.slice(1)].find(
          (sentence) => sentence !== "" && reads(index, sentence),
        );
      }
      const name = `${entry.table}: ${entry.pattern}`;
      if (found === undefined) never.push(name);
      else {
        const parts = found.split(" ");
        const wrong = parts.map((_, place) => parts.map((part, i) => (i === place ? "blorp" : part)).join(" "));
        if (wrong.every((sentence) => reads(index, sentence))) always.push(`${name} (${found})`);
      }
    });
    expect(never, "cannot be said, or another entry says the same").toEqual([]);
    expect(always, "is read whatever is said").toEqual([]);
  });
});
