import { isWithin } from "./distance.ts";
import { SHAPES } from "./shapes.ts";
import type { Lexicon, Token } from "./token.ts";

const SPACE = /(?:\s|\p{Cf}|\uFE0F)+/uy;
const NUMBER = /\d+/uy;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/uy;
const REST_OF_CODE = /[\p{L}\p{N}\p{M}_]+/uy;
/** Marks that are written in several ways. */
const MARKS: Record<string, string> = { "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "&": "and" };
/** Longest run of letters that is still compared with words. */
const LONGEST_WORD = 24;

/** Splits a text. Linear in its length; never throws. Offsets point into `text` itself. */
export function tokenise(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space) {
      at += space.length;
      glued = false;
      continue;
    }
    const read = shape(text, at) ?? numeric(text, at, lexicon) ?? word(text, at, lexicon) ?? mark(text, at);
    for (const token of read) tokens.push({ ...token, glued: token.start === at ? glued : true });
    at = read[read.length - 1]?.end ?? text.length;
    glued = true;
  }
  return tokens;
}

type Raw = Omit<Token, "glued">;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function shape(text: string, at: number): Raw[] | null {
  for (const { pattern, read } of SHAPES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const shaped = found && read(found);
    if (!found || !shaped) continue;
    const end = at + found[0].length;
    if (splitsANumber(text, at, end)) continue;
    return [{ text: found[0], norm: found[0].toLowerCase(), start: at, end, ...shaped }];
  }
  return null;
}

function splitsANumber(text: string, at: number, end: number): boolean {
  const digit = /\d/;
  return digit.test(text[end - 1] ?? "") && digit.test(text[end] ?? "") && end > at;
}

/** "20", "20m", "5pm", "1st"; other letters behind a number make a code ("221b", "4x4"). */
function numeric(text: string, at: number, lexicon: Lexicon): Raw[] | null {
  const digits = matchAt(NUMBER, text, at);
  if (!digits) return null;
  const end = at + digits.length;
  const value = Number(digits);
  const written = matchAt(WORD, text, end) ?? "";
  const letters = written.toLowerCase();
  const whole = digits + letters;
  const alias = lexicon.aliases.get(whole);
  if (alias && letters) return words(text, at, end + letters.length, alias);
  // "3D" is no three days.
  if (digits.length > 6 || written === "D") return [code(text, at)];
  const number: Raw = { kind: "number", text: digits, norm: digits, start: at, end, value };
  if (lexicon.ordinalPoint && text[end] === "." && digits.length < 3 && !/\d/.test(text[end + 1] ?? ""))
    return [{ ...number, kind: "ordinal", text: `${digits}.`, end: end + 1 }];
  if (
    !letters ||
    (end + letters.length < text.length &&
      /[\d_]/.test(text[end + letters.length] ?? "") &&
      !lexicon.suffixes.has(letters))
  )
    return letters ? [code(text, at)] : [number];
  if (lexicon.ordinalSuffixes.has(letters))
    return [{ ...number, kind: "ordinal", text: whole, norm: whole, end: end + letters.length }];
  if (lexicon.suffixes.has(letters)) return [number];
  return [code(text, at)];
}

function code(text: string, at: number): Raw {
  const all = matchAt(REST_OF_CODE, text, at) ?? text.slice(at, at + 1);
  return { kind: "opaque", text: all, norm: all.toLowerCase(), start: at, end: at + all.length };
}

function word(text: string, at: number, lexicon: Lexicon): Raw[] | null {
  const letters = matchAt(WORD, text, at);
  if (!letters) return null;
  const end = at + letters.length;
  const previous = text[at - 1] ?? "";
  if (/[\d_]/.test(text[end] ?? "") && !isTimeWord(letters, lexicon)) {
    const whole = code(text, at);
    const alias = lexicon.aliases.get(whole.norm);
    return alias ? words(text, at, whole.end, alias) : [whole];
  }
  if (previous === "_") return [code(text, at)];
  return words(text, at, end, normalWord(letters, lexicon));
}

/** "Feb13", "Sat5" and "at9" are split; "A4" and "Q3x" are codes. */
function isTimeWord(letters: string, lexicon: Lexicon): boolean {
  return (
    lexicon.suffixes.has(letters.toLowerCase()) ||
    lexicon.prefixes.has(letters.toLowerCase()) ||
    (letters.length >= 3 && lexicon.aliases.has(letters.toLowerCase()))
  );
}

function normalWord(letters: string, lexicon: Lexicon): string {
  const lower = letters.normalize("NFKC").toLowerCase().replaceAll("’", "'");
  const alias = lexicon.aliases.get(lower);
  if (alias) return alias;
  if (lower.length < 6 || lower.length > LONGEST_WORD || lower.includes("'") || lexicon.notTypos.has(lower))
    return lower;
  if (lexicon.fuzzy.includes(lower)) return lower;
  const meant =
    lexicon.fuzzy.find((known) => isWithin(1, lower, known)) ??
    lexicon.fuzzier.find((known) => isWithin(2, lower, known));
  return meant ?? lower;
}

/** One alias may stand for several words ("eod" → "end of day"): all share the written place. */
function words(text: string, start: number, end: number, norm: string): Raw[] {
  const raw = text.slice(start, end);
  return norm.split(" ").map((part) => ({ kind: "word", text: raw, norm: part, start, end }));
}

/** A sign and what belongs to it: variation selectors, skin tones, signs joined to it. */
const SIGN = /\P{M}(?:[\uFE0E\uFE0F\u20E3\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic})*/uy;

function mark(text: string, at: number): Raw[] {
  const char = matchAt(SIGN, text, at) ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
  return [
    {
      kind: "mark",
      text: char,
      norm: MARKS[char] ?? char,
      start: at,
      end: at + char.length,
    },
  ];
}
