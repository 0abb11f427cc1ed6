import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { broken, filesBelow, ruleNames, unlisted } from "./rules.ts";

const fixtures = filesBelow(fileURLToPath(new URL("./fixtures/house", import.meta.url)), "src");
const long = { path: "src/app/long.ts", text: "export const x = 0;\n".repeat(251) };
const skipped = { path: "test/some.test.ts", text: 'it.skip("rings", () => {});\n' };

describe("the rules of the house", () => {
  it("are each broken by a fixture that is seen", () => {
    const seen = broken([...fixtures, long, skipped]);
    expect(ruleNames.filter((name) => !seen.some((line) => line.endsWith(name)))).toEqual([]);
  });

  it("see each of the fixtures", () => {
    const seen = broken(fixtures);
    const wrong = fixtures.filter(({ path }) => path.startsWith("src/wrong/"));
    expect(wrong.filter(({ path }) => !seen.some((line) => line.startsWith(`${path} `)))).toEqual([]);
  });

  it("leave alone what only looks alike", () => {
    expect(broken(fixtures.filter(({ path }) => !path.startsWith("src/wrong/")))).toEqual([]);
    expect(broken([{ ...long, text: long.text.slice(20) }])).toEqual([]);
  });

  it("see an operation that is not listed, and a missing list", () => {
    expect(unlisted(fixtures, "src/operations")).toEqual(["forgotten.ts", "used-by-add.ts"]);
    expect(unlisted(fixtures, "src/wrong")).toBe(null);
  });
});
