/**
 * The one form in which a person says what a reading has to be:
 *
 *     status == 200 and ms < 500 and text contains "Add to cart"
 *     value > 85
 *     not (json.queue.length <= 100 or changed)
 *
 *     condition = both { "or" both }
 *     both      = one { "and" one }
 *     one       = "not" one | "(" condition ")" | name | name operator value
 *     operator  = == != < <= > >= contains
 *     value     = number | "text" | true | false | null
 *
 * A name is a fact of the reading (`factNames`). What is not known makes a test unknown, neither true nor false:
 * `not`, `and` and `or` follow Kleene, so `ms < 500 or status == 200` is true without `ms` when the status is 200.
 * At most 512 characters, 128 words and 16 brackets deep; there is no way to call anything.
 */
import { z } from "zod";
import { ConditionError, type Operator, type Token, tokens } from "./tokens.ts";

export type Value = number | string | boolean | null;

export type Condition =
  | { op: "and" | "or"; of: Condition[] }
  | { op: "not"; of: Condition }
  /** Without an operator the fact itself has to be true. */
  | { op: "test"; name: string; test: Operator; value: Value };

const MAX_LENGTH = 512;
const MAX_TOKENS = 128;
const MAX_DEPTH = 16;

/** @throws ConditionError with the place of what is wrong. */
export function parseCondition(text: string): Condition {
  if (text.length > MAX_LENGTH) throw new ConditionError(MAX_LENGTH, `is longer than ${MAX_LENGTH} characters`);
  const words = tokens(text);
  const over = words[MAX_TOKENS];
  if (over) throw new ConditionError(over.at, `has more than ${MAX_TOKENS} words`);
  const reader: Reader = { words, next: 0, end: text.length };
  const condition = either(reader, 0);
  const rest = words[reader.next];
  if (rest) throw new ConditionError(rest.at, "goes on where it should end");
  return condition;
}

interface Reader {
  words: Token[];
  next: number;
  /** Where to point when more was expected. */
  end: number;
}

function either(reader: Reader, depth: number): Condition {
  return joined(reader, "or", () => joined(reader, "and", () => one(reader, depth)));
}

function joined(reader: Reader, op: "and" | "or", part: () => Condition): Condition {
  const first = part();
  const of = [first];
  while (take(reader, op)) of.push(part());
  return of.length === 1 ? first : { op, of };
}

function one(reader: Reader, depth: number): Condition {
  const word = reader.words[reader.next];
  if (!word) throw new ConditionError(reader.end, "ends too early");
  if (depth > MAX_DEPTH) throw new ConditionError(word.at, `is more than ${MAX_DEPTH} deep`);
  reader.next += 1;
  if (word.token === "not") return { op: "not", of: one(reader, depth + 1) };
  if (word.token === "(") {
    const inner = either(reader, depth + 1);
    if (!take(reader, ")")) throw new ConditionError(reader.words[reader.next]?.at ?? reader.end, "lacks a bracket");
    return inner;
  }
  if (word.token !== "name") throw new ConditionError(word.at, "needs a name");
  return test(reader, word.name);
}

function test(reader: Reader, name: string): Condition {
  const operator = reader.words[reader.next];
  if (operator?.token !== "op") return { op: "test", name, test: "==", value: true };
  const value = reader.words[reader.next + 1];
  if (value?.token !== "value") throw new ConditionError(value?.at ?? reader.end, "needs a number or a text in quotes");
  reader.next += 2;
  return { op: "test", name, test: operator.op, value: value.value };
}

function take(reader: Reader, token: Token["token"]): boolean {
  if (reader.words[reader.next]?.token !== token) return false;
  reader.next += 1;
  return true;
}

/** Every test in it, in order. */
export function testsOf(condition: Condition): Extract<Condition, { op: "test" }>[] {
  if (condition.op === "test") return [condition];
  return condition.op === "not" ? testsOf(condition.of) : condition.of.flatMap(testsOf);
}

/** A condition as it is stored: its text, refused when it cannot be read. */
export const conditionText = z.string().superRefine((text, context) => {
  try {
    parseCondition(text);
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error;
    context.addIssue({ code: "custom", message: error.message });
  }
});
