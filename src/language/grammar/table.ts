import type { LanguageContext } from "../request.ts";
import type { Token } from "../text/token.ts";
import type { Meanings } from "./meanings.ts";
import { compilePattern, type Node } from "./pattern.ts";

/** What an entry may know besides its captures. */
export interface Here {
  context: LanguageContext;
  /** The tokens the entry matched. */
  tokens: readonly Token[];
  /** The one before them, and the one behind them. */
  before: Token | undefined;
  after: Token | undefined;
}

/** One line of a grammar table: words, and what they mean. `mean` returns null when the words do not fit after all. */
export interface Entry {
  /** Place among all entries of the language, set when the grammar is compiled. */
  line: number;
  table: keyof Meanings;
  pattern: string;
  nodes: Node[];
  mean: (captures: Record<string, unknown>, here: Here) => unknown;
}

type CaptureOf<Ref extends string> = Ref extends `${infer As}:${infer Table}`
  ? { [K in As]: Table extends keyof Meanings ? Meanings[Table] : never }
  : Ref extends keyof Meanings
    ? { [K in Ref]: Meanings[K] }
    : never;
type Flat<Pattern extends string> = Pattern extends `${string}<${infer Ref}>${infer Rest}`
  ? CaptureOf<Ref> & Flat<Rest>
  : unknown;
type Optional<Captures> = { [K in keyof Captures]?: Captures[K] | undefined };
/** The captures of a pattern, read off the pattern's own text; those in brackets may be missing. */
export type Captures<Pattern extends string> = Pattern extends `${infer Before}[${infer Inside}]${infer After}`
  ? Flat<Before> & Optional<Flat<Inside>> & Captures<After>
  : Flat<Pattern>;

/** Begins a table: `const clock = table("clock")`, then `clock("half past <hour>", ({ hour }) => …)` for each line. */
export function table<Name extends keyof Meanings>(name: Name) {
  return <Pattern extends string>(
    pattern: Pattern,
    mean: (captures: Captures<Pattern>, here: Here) => Meanings[Name] | null,
  ): Entry => ({ line: 0, table: name, pattern, nodes: compilePattern(pattern), mean: mean as Entry["mean"] });
}
