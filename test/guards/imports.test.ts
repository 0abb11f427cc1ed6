import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { version as swc } from "@swc/core";
import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";
import { describe, expect, it } from "vitest";

const config: IConfiguration = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
const rules = (config.forbidden ?? []).map((rule) => rule.name ?? "");

/** `rule: from → to` for everything the rules refuse below `dir`. */
async function refused(dir: string): Promise<string[]> {
  const baseDir = fileURLToPath(new URL(dir, import.meta.url));
  const result = await cruise(["src"], { ...config.options, ruleSet: config, validate: true, baseDir });
  const { summary } = result.output as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to.replace(/^.*node_modules/, "")}`);
}

describe("the guard of imports", () => {
  it("can read TypeScript, for which it needs the parser that the settings name", () => {
    expect(config.options).toMatchObject({ parser: "swc" });
    expect(swc).toMatch(/^1\./);
  });

  it("finds nothing in Belfry", async () => {
    expect(await refused("../..")).toEqual([]);
  });

  it("sees every kind of wrong import", async () => {
    const seen = await refused("./fixtures/imports");
    expect(new Set(seen.map((line) => line.split(":")[0]))).toEqual(new Set(rules));
  });

  it("sees types, re-exports and imports in the middle of a file", async () => {
    const seen = await refused("./fixtures/imports");
    expect(seen).toContain("floor-core: src/core/up.ts → src/time/up.ts");
    expect(seen).toContain("floor-app: src/app/up.ts → src/store/across.ts");
    expect(seen).toContain("floor-store: src/store/across.ts → src/kinds/across.ts");
    expect(seen.some((line) => line.startsWith("home-rrule-temporal: "))).toBe(true);
    expect(seen.some((line) => line.startsWith("home-temporal-polyfill: "))).toBe(true);
  });
});
