import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureBuilt, root } from "../../scripts/ensure.mjs";
import { startProcess } from "../support/process.ts";

let dir: string;
let data: string;
beforeAll(async () => {
  await ensureBuilt();
  // A checkout of its own, whose sources may change.
  dir = mkdtempSync(join(tmpdir(), "belfry-stale-"));
  data = join(dir, "data");
  for (const name of ["dist", "src", "scripts", "drizzle", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, name), join(dir, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function stale(...options: string[]) {
  const asked = startProcess([join(dir, "dist/main.js"), "stale", ...options], { BELFRY_DATA: data });
  const { code } = await asked.ended;
  return { code, output: asked.output() };
}

it("says whether what runs was built of the sources that are here", async () => {
  expect(await stale()).toMatchObject({ code: 2, output: expect.stringContaining("not started on this data yet") });
  const running = startProcess([join(dir, "dist/main.js")], { BELFRY_DATA: data, BELFRY_PORT: "0" });
  await running.ready;
  expect(await stale()).toEqual({ code: 1, output: "Fresh: what runs was built of the sources here.\n" });
  expect(await stale("--quiet")).toEqual({ code: 1, output: "" });

  writeFileSync(join(dir, "src/new.ts"), "export const fresh = 1;\n");
  expect(await stale()).toMatchObject({
    code: 0,
    output: expect.stringContaining("Stale: what runs was built of other"),
  });
  const { code, output } = await stale("--json", "--data", data);
  expect({ code, ...JSON.parse(output) }).toMatchObject({ code: 0, stale: true, started: expect.any(String) });

  rmSync(join(dir, "src"), { recursive: true });
  expect(await stale()).toEqual({ code: 2, output: "There are no sources here to compare with.\n" });
  await running.end("SIGTERM");
});
