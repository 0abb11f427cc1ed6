import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { broken, filesBelow, unlisted } from "./guards/rules.ts";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const source = filesBelow(root, "src");
const tests = filesBelow(root, "test").filter(({ path }) => !path.startsWith("test/guards/"));

describe("the sources", () => {
  it("keep the rules of the house", () => {
    expect(broken([...source, ...tests, ...filesBelow(root, "bench")])).toEqual([]);
  });

  it.each(["src/app/operations", "src/kinds", "src/channels"])("are all listed in the index of %s", (dir) => {
    expect(unlisted(source, dir)).toEqual([]);
  });
});
