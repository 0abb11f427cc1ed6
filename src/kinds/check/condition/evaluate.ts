/** Whether a condition holds for a reading. */
import type { Condition, Value } from "./condition.ts";
import type { Operator } from "./tokens.ts";

/** A fact of the reading by its name; undefined and null are both "not known". */
export type Facts = (name: string) => Value | undefined;

/** Null: what is known does not decide it. */
export function evaluate(condition: Condition, facts: Facts): boolean | null {
  switch (condition.op) {
    case "test":
      return compare(facts(condition.name), condition.test, condition.value);
    case "not":
      return not(evaluate(condition.of, facts));
    default: {
      const results = condition.of.map((part) => evaluate(part, facts));
      const deciding = condition.op === "or";
      if (results.includes(deciding)) return deciding;
      return results.includes(null) ? null : !deciding;
    }
  }
}

function not(result: boolean | null): boolean | null {
  return result === null ? null : !result;
}

/** Texts are compared without regard to case when searched, exactly otherwise. A wrong type is not known. */
function compare(fact: Value | undefined, test: Operator, value: Value): boolean | null {
  const known = fact ?? null;
  // `json.error == null` asks whether something is missing, and that is always known.
  if (value === null) return test === "==" ? known === null : test === "!=" ? known !== null : null;
  if (known === null) return null;
  if (test === "contains") return String(known).toLowerCase().includes(String(value).toLowerCase());
  if (typeof known !== typeof value) return null;
  switch (test) {
    case "==":
      return known === value;
    case "!=":
      return known !== value;
    case "<":
      return known < value;
    case "<=":
      return known <= value;
    case ">":
      return known > value;
    case ">=":
      return known >= value;
  }
}

/**
 * The name in the first test that made the condition come out as it did: what to blame when it should have held
 * (`holds` false or null) or should not have (true).
 */
export function decidedBy(condition: Condition, facts: Facts): string {
  if (condition.op === "test") return condition.name;
  if (condition.op === "not") return decidedBy(condition.of, facts);
  const result = evaluate(condition, facts);
  const same = condition.of.find((part) => evaluate(part, facts) === result);
  return decidedBy(same ?? (condition.of[0] as Condition), facts);
}
