/**
 * The texts that are made from src/config.ts: all of .env.example, and the table in the README.
 *
 *   node scripts/generated.mjs    writes them
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tsImport } from "tsx/esm/api";
import { root } from "./ensure.mjs";

const table = /(<!-- configuration -->\n)[\s\S]*?(<!-- \/configuration -->)/;

/** File name → what should be in it. */
export async function generated() {
  const { configTable, envExample } = await tsImport("../src/config.ts", import.meta.url);
  const readme = await readFile(join(root, "README.md"), "utf8");
  return {
    ".env.example": envExample(),
    "README.md": readme.replace(table, (_, open, close) => `${open}${configTable()}\n${close}`),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, text] of Object.entries(await generated())) await writeFile(join(root, file), text);
}
