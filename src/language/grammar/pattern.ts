/**
 * The little language of the grammar tables.
 *
 *   tomorrow              the word itself
 *   [on] [the]            may be missing
 *   (next|coming up)      one of these
 *   \\( \\)                 brackets that are meant as such
 *   <weekday>             something another table describes; its meaning is handed to `mean` as `weekday`
 *   <from:clock>          the same under another name
 *
 * Patterns are compiled once, when the tables are loaded.
 */
export type Node =
  | { type: "word"; word: string }
  | { type: "words"; words: ReadonlySet<string> }
  | { type: "ref"; table: string; as: string }
  | { type: "either"; options: Node[][] }
  | { type: "optional"; nodes: Node[] };

const PART = /\\(?<mark>[()[\]<>])|\[|\]|\((?<words>[^()]+)\)|<(?:(?<as>\w+):)?(?<table>\w+)>|(?<word>[^\s[\]()<>]+)/gu;

/** Throws on an unbalanced bracket: a mistake in a table, found when it is loaded. */
export function compilePattern(pattern: string): Node[] {
  const stack: Node[][] = [[]];
  for (const { 0: part, groups } of pattern.matchAll(PART)) {
    const level = stack[stack.length - 1];
    if (!level) throw new Error(`Unbalanced bracket in the pattern "${pattern}"`);
    if (part === "[") stack.push([]);
    else if (part === "]") {
      stack.pop();
      stack[stack.length - 1]?.push({ type: "optional", nodes: level });
    } else if (groups?.words) level.push(alternatives(groups.words));
    else if (groups?.mark) level.push({ type: "word", word: groups.mark });
    else if (groups?.table) level.push({ type: "ref", table: groups.table, as: groups.as ?? groups.table });
    else if (groups?.word) level.push({ type: "word", word: groups.word });
  }
  const nodes = stack[0];
  if (stack.length !== 1 || !nodes) throw new Error(`Unbalanced bracket in the pattern "${pattern}"`);
  return nodes;
}

function alternatives(words: string): Node {
  const options = words.split("|");
  if (options.every((option) => !option.includes(" "))) return { type: "words", words: new Set(options) };
  return {
    type: "either",
    options: options.map((option) => option.split(" ").map((word) => ({ type: "word", word }))),
  };
}
