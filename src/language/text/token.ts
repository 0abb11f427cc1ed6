/** What the tokeniser hands to the grammar: words, numbers and ready-made shapes such as `9:15` or `2026-11-05`. */

/** `opaque` stands for something no time is read in: a quotation, an address, a price, a code. */
export type TokenKind =
  | "word"
  | "number"
  | "decimal"
  | "ordinal"
  | "time"
  | "numericDate"
  | "instant"
  | "zone"
  | "mark"
  | "opaque";

/** A written clock time. `padded` is true for `08:00`, which is never an afternoon. */
export interface WrittenTime {
  hour: number;
  minute: number;
  second: number;
  padded: boolean;
}

/** `24.12.2026`, `2026-12`: the numbers as written and what stands between them. */
export interface NumericDate {
  numbers: number[];
  digits: number[];
  mark: "/" | "-" | "." | " ";
}

/** An RFC 3339 date and time; `offset` is null when none was written. */
export interface WrittenInstant {
  date: string;
  time: string;
  offset: string | null;
}

export interface Token {
  kind: TokenKind;
  /** As written. */
  text: string;
  /** Lower case, aliases and typing mistakes replaced. */
  norm: string;
  /** Offsets into the text, UTF-16 units. */
  start: number;
  end: number;
  /** No white space before it. */
  glued: boolean;
  /** Of number, decimal and ordinal. */
  value?: number;
  time?: WrittenTime;
  numericDate?: NumericDate;
  instant?: WrittenInstant;
}

/** What the tokeniser must know of a language. */
export interface Lexicon {
  /** Spelling variants, slang and abbreviations → the word the grammar uses. */
  aliases: ReadonlyMap<string, string>;
  /** Words that are recognised with one typing mistake. */
  fuzzy: readonly string[];
  /** The same with two slips: long words that are like no others. */
  fuzzier: readonly string[];
  /** Real words that look like a mistyped time word. */
  notTypos: ReadonlySet<string>;
  /** Words that may stand before a number without a space: "at9am". */
  prefixes: ReadonlySet<string>;
  /** Letters that may follow a number without a space: "20m", "5pm", "48h". */
  suffixes: ReadonlySet<string>;
  /** "1st", "2nd"; for German the ordinal point is a shape of its own. */
  ordinalSuffixes: ReadonlySet<string>;
  /** A number with a point behind it is an ordinal ("3. Dezember"). */
  ordinalPoint: boolean;
}
