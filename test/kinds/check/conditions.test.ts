import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Condition, parseCondition, type Value } from "../../../src/kinds/check/condition/condition.ts";
import { decidedBy, evaluate } from "../../../src/kinds/check/condition/evaluate.ts";
import { ConditionError } from "../../../src/kinds/check/condition/tokens.ts";

const facts: Record<string, Value> = {
  status: 200,
  ms: 184,
  text: 'Buy: "Add to cart"',
  changed: false,
  "json.a[0].b-c": 7,
  "header.content-type": "text/html",
};
const know = (name: string) => facts[name];
const holds = (text: string) => evaluate(parseCondition(text), know);

describe("a condition", () => {
  it.each<[string, boolean | null]>([
    ["status == 200", true],
    ["status==200and ms<500", null],
    ['status == 200 and ms < 500 and text contains "Add to cart"', true],
    ["status == 404 or ms <= 184", true],
    ["status != 200", false],
    ["ms > -1", true],
    ["ms >= 184.5", false],
    ['text contains "ADD TO"', true],
    ['text contains "\\"Add"', true],
    ['text == "other"', false],
    ["changed", false],
    ["not changed", true],
    ["not (status == 200 and changed)", true],
    ["changed == false", true],
    ["json.a[0].b-c == 7", true],
    ['header.content-type contains "html"', true],
    ["nothing > 1", null],
    ["not nothing > 1", null],
    ["nothing > 1 and changed", false],
    ["nothing > 1 or status == 200", true],
    ["nothing == null", true],
    ["status != null", true],
    ['status == "200"', null],
    // `and` binds closer than `or`, `not` closer than both.
    ["status == 200 or changed and changed", true],
    ["(status == 200 or changed) and changed", false],
    ["not changed and changed", false],
  ])("%s is %s", (text, expected) => {
    if (text.startsWith("status==200and")) expect(() => parseCondition(text)).toThrow(ConditionError);
    else expect(holds(text)).toBe(expected);
  });

  it.each([
    ["", 0],
    ["status", null],
    ["status ==", 9],
    ["status == ms", 10],
    ["== 200", 0],
    ["status = 200", 7],
    ["status == 200 ms", 14],
    ["status == 200 and", 17],
    ["(status == 200", 14],
    ["status == 200)", 13],
    ['text contains "open', 14],
    ["status == 2e9", 10],
    ["status == 0x10", 10],
    ["process.exit()", 12],
    ["constructor[`x`]", 11],
    ["a; b", 1],
    ["200", 0],
    ["not", 3],
    ["and and and", 0],
    ["contains contains", 0],
  ] as [string, number | null][])("%j is pointed at where it is wrong", (text, at) => {
    let seen: number | null = null;
    try {
      parseCondition(text);
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      seen = error.at;
    }
    expect(seen).toBe(at);
  });

  it("has an end to its length, its words and its depth", () => {
    expect(() => parseCondition(`status == ${"1".repeat(600)}`)).toThrow(ConditionError);
    expect(() =>
      parseCondition(
        Array.from({ length: 130 }, () => "a")
          .join(" or ")
          .slice(0, 512),
      ),
    ).toThrow(ConditionError);
    expect(() => parseCondition(`${"(".repeat(200)}a`)).toThrow(ConditionError);
    expect(() => parseCondition(`${"not ".repeat(100)}a`)).toThrow(ConditionError);
    expect(parseCondition(`${"(".repeat(16)}a${")".repeat(16)}`)).toEqual(parseCondition("a"));
  });
});

const name = fc.constantFrom("a", "b", "c");
const test: fc.Arbitrary<Condition> = fc.record({
  op: fc.constant("test" as const),
  name,
  test: fc.constantFrom("==", "!=", "<", "<=", ">", ">=", "contains"),
  value: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom("", "x", 'q"\\', true, false, null)),
});
const condition = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    test,
    fc.record({ op: fc.constant("not" as const), of: tie("any") }),
    fc.record({
      op: fc.constantFrom("and" as const, "or" as const),
      of: fc.array(tie("any"), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).any;
const known = fc.record({
  a: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(null)),
  b: fc.constantFrom<Value>("x", "", null),
  c: fc.constantFrom<Value>(true, false, null),
});

function written(one: Condition): string {
  if (one.op === "test") return `${one.name} ${one.test} ${JSON.stringify(one.value)}`;
  if (one.op === "not") return `not (${written(one.of)})`;
  return one.of.map((part) => `(${written(part)})`).join(` ${one.op} `);
}

describe("any condition", () => {
  it("that is written down is read back as the same", () => {
    fc.assert(
      fc.property(condition, known, (one, seen) => {
        const text = written(one);
        fc.pre(text.length <= 512 && text.split(/[\s()]+|(?=[()])/).length < 60);
        const look = (key: string) => seen[key as keyof typeof seen];
        expect(evaluate(parseCondition(text), look)).toBe(evaluate(one, look));
      }),
    );
  });

  it("obeys De Morgan also where something is not known", () => {
    fc.assert(
      fc.property(condition, condition, known, (one, other, seen) => {
        const look = (key: string) => seen[key as keyof typeof seen];
        const not = (of: Condition): Condition => ({ op: "not", of });
        const left = not({ op: "and", of: [one, other] });
        expect(evaluate(left, look)).toBe(evaluate({ op: "or", of: [not(one), not(other)] }, look));
        expect(evaluate(not(not(one)), look)).toBe(evaluate(one, look));
      }),
    );
  });

  it("that is decided stays so when more becomes known", () => {
    fc.assert(
      fc.property(condition, known, known, (one, seen, more) => {
        const nullFree = !JSON.stringify(one).includes('"value":null');
        fc.pre(nullFree);
        const before = evaluate(one, (key) => seen[key as keyof typeof seen]);
        const after = evaluate(one, (key) => seen[key as keyof typeof seen] ?? more[key as keyof typeof more]);
        if (before !== null) expect(after).toBe(before);
      }),
    );
  });

  it("blames a fact it asks about", () => {
    fc.assert(
      fc.property(condition, known, (one, seen) => {
        expect(["a", "b", "c"]).toContain(decidedBy(one, (key) => seen[key as keyof typeof seen]));
      }),
    );
  });

  it("or anything else is either read or refused with a place, never more", () => {
    const words = fc.constantFrom(
      "a",
      "and",
      "or",
      "not",
      "(",
      ")",
      "==",
      "<",
      '"x"',
      '"',
      "1",
      ".",
      "[0]",
      " ",
      "\\",
      "é",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words).map((all) => all.join("")),
          fc.string(),
        ),
        (text) => {
          try {
            parseCondition(text);
          } catch (error) {
            expect(error).toBeInstanceOf(ConditionError);
          }
        },
      ),
    );
    for (const piece of ["a.", 'a["', "a[0].", '"\\"', "a- ", "-", " "]) {
      expect(() => parseCondition(piece.repeat(512 / piece.length))).toThrow(ConditionError);
    }
  });
});
