/** The text of a condition → its words. */

export type Token =
  /** Position in the text, for pointing at what is wrong. */
  { at: number } & (
    | { token: "name"; name: string }
    | { token: "value"; value: number | string | boolean | null }
    | { token: "op"; op: Operator }
    | { token: "and" | "or" | "not" | "(" | ")" }
  );

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "contains";

/** Thrown for a text that is no condition. `at` counts characters from 0. */
export class ConditionError extends Error {
  readonly at: number;

  constructor(at: number, what: string) {
    super(`${what} at ${at + 1}`);
    this.name = "ConditionError";
    this.at = at;
  }
}

const pattern =
  /\s*(?:([()])|(==|!=|<=|>=|<|>)|(-?\d{1,15}(?:\.\d{1,15})?)(?![\w.])|("(?:[^"\\]|\\["\\])*")|([A-Za-z_][\w-]*(?:\.[A-Za-z_$][\w$-]*|\[\d{1,9}\]|\["[^"\\]*"\])*))/y;

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new ConditionError(at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0), "cannot be read");
    found.push(token(match, match.index + match[0].search(/\S/)));
  }
  return found;
}

function token(match: RegExpExecArray, at: number): Token {
  const [, bracket, op, number, string, word = ""] = match;
  if (bracket) return { at, token: bracket as "(" | ")" };
  if (op) return { at, token: "op", op: op as Operator };
  if (number) return { at, token: "value", value: Number(number) };
  if (string) return { at, token: "value", value: string.slice(1, -1).replace(/\\(.)/g, "$1") };
  switch (word) {
    case "and":
    case "or":
    case "not":
      return { at, token: word };
    case "contains":
      return { at, token: "op", op: word };
    case "true":
    case "false":
      return { at, token: "value", value: word === "true" };
    case "null":
      return { at, token: "value", value: null };
    default:
      return { at, token: "name", name: word };
  }
}
