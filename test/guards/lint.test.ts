import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const config = JSON.parse(readFileSync(new URL("../../biome.json", import.meta.url), "utf8"));

/** The rules that Belfry's settings of the linter apply to `text` if it stands in src. */
function complaints(text: string): string[] {
  const dir = mkdtempSync(join(tmpdir(), "belfry-lint-"));
  mkdirSync(join(dir, "src"));
  writeFileSync(join(dir, "src", "example.ts"), text);
  writeFileSync(join(dir, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: dir, encoding: "utf8" });
  rmSync(dir, { recursive: true });
  const { diagnostics }: { diagnostics: { category: string }[] } = JSON.parse(stdout);
  return diagnostics.map(({ category }) => category.split("/").at(-1) ?? "");
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `export const x${i} = ${i};\n`).join("");
const body = (count: number) => Array.from({ length: count }, (_, i) => `  console.log(${i});\n`).join("");
const fixtures: [rule: string, text: string][] = [
  ["noExcessiveLinesPerFile", lines(251)],
  ["noExcessiveLinesPerFunction", `export function long() {\n${body(51)}}\n`],
  ["noExplicitAny", "export const x: any = 0;\n"],
  ["noDefaultExport", "export default 0;\n"],
  ["noBarrelFile", 'export { x } from "./x.ts";\n'],
  ["noReExportAll", 'export * from "./x.ts";\n'],
  ["useImportType", 'import { X } from "./x.ts";\nexport const x: X | null = null;\n'],
  ["useNodejsImportProtocol", 'import { join } from "path";\nexport const x = join("a", "b");\n'],
  ["noFloatingPromises", "async function x() {}\nexport function y() {\n  x();\n}\n"],
  ["noUnusedImports", 'import { x } from "./x.ts";\n'],
];

describe("the linter", () => {
  it.each(fixtures)("sees %s", (rule, text) => {
    expect(complaints(text)).toContain(rule);
  });

  it("has nothing to say about code that keeps to the limits", () => {
    expect(complaints(lines(250))).toEqual([]);
  });
});
