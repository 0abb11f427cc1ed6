import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { licenceProblems } from "../../scripts/licences.mjs";
import { migrationProblems } from "../../scripts/migrations.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the check of licences", () => {
  it("names what may not be passed on, and only of what ships", () => {
    const packages = {
      "": { license: "MIT" },
      "node_modules/fine": { license: "MIT" },
      "node_modules/choice": { license: "(GPL-3.0 OR MIT)" },
      "node_modules/a/node_modules/both": { license: "MIT AND GPL-3.0" },
      "node_modules/copyleft": { license: "AGPL-3.0-only" },
      "node_modules/silent": {},
      "node_modules/tool": { license: "GPL-3.0", dev: true },
    };
    expect(licenceProblems(packages)).toEqual([
      "both: MIT AND GPL-3.0",
      "copyleft: AGPL-3.0-only",
      "silent: no licence named",
    ]);
  });
});

describe("the check of migrations", () => {
  it("finds nothing in Belfry", async () => {
    expect(await migrationProblems()).toEqual([]);
  });

  it("sees a table that has no migration", async () => {
    const copy = mkdtempSync(join(tmpdir(), "belfry-migrations-"));
    for (const part of ["drizzle", "src", "drizzle.config.ts", "package.json"]) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    const table = 'export const extra = sqliteTable("extra", { id: integer("id").primaryKey() });';
    const words = `\nimport { integer, sqliteTable } from "drizzle-orm/sqlite-core";\n${table}\n`;
    appendFileSync(join(copy, "src", "store", "tables.ts"), words);
    const problems = await migrationProblems(copy);
    rmSync(copy, { recursive: true });
    expect(problems.join("\n")).toMatch(/drizzle\/sqlite\/0\d+_\w+\.sql is not what src\/store asks for/);
  });
});

describe("the check for what is unused", () => {
  it("sees a file, an export, a type and a dependency", () => {
    const args = ["node_modules/knip/bin/knip.js", "--no-progress", "--config", join(root, "knip.json")];
    const directory = "test/guards/fixtures/unused";
    const { stdout, status } = spawnSync(process.execPath, [...args, "--directory", directory], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status).not.toBe(0);
    for (const name of ["src/forgotten.ts", "unusedExport", "UnusedType", "croner"]) expect(stdout).toContain(name);
  });
});
