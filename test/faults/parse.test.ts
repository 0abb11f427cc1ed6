import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";

it("parse ends in peace when whoever reads has had enough", { timeout: 60_000 }, async () => {
  const main = join(import.meta.dirname, "../../src/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main, "parse", "tea every day at 9"]);
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const [code] = await once(child, "close");
  expect({ code, said }).toEqual({ code: 0, said: "" });
});
