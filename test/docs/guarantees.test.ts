import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = new URL("../../docs/GUARANTEES.md", import.meta.url);
const text = readFileSync(page, "utf8").replaceAll("\n", " ");
const proofs = [...text.matchAll(/\]\((\.\.\/test\/[^)]+)\): \*([^*]+)\*/g)].map(([, file = "", name = ""]) => ({
  file,
  name,
}));

describe("the promises", () => {
  it.each(proofs)("are held by a test that exists: $name", ({ file, name }) => {
    const url = new URL(file, page);
    expect(existsSync(url) && readFileSync(url, "utf8").includes(name)).toBe(true);
  });

  it("each name one", () => {
    const rows = readFileSync(page, "utf8")
      .split("\n")
      .filter((line) => /^\| (?!promise|the other side)/.test(line));
    expect(rows.filter((row) => !/\): \*[^*]+\* \|$/.test(row))).toEqual([]);
    expect(rows.length).toBeGreaterThan(30);
  });
});
