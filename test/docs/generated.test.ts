import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { configTable, envExample, variables } from "../../src/config.ts";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

describe("what is made from the configuration", () => {
  it.each(Object.keys(variables))(".env.example and the README name %s", (name) => {
    expect(envExample()).toContain(`\n#${name}=`);
    expect(configTable()).toContain(`| \`${name}\` |`);
  });

  it(".env.example is up to date", () => {
    expect(read(".env.example")).toBe(envExample());
  });

  it("the README's table is up to date", () => {
    expect(read("README.md")).toContain(configTable());
  });
});
