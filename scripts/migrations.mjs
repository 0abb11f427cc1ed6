/** Are the migrations in drizzle/ what the tables in src/store ask for? Generated anew in a copy, so nothing is written. */
import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "./ensure.mjs";

/** One sentence per migration that `drizzle-kit generate` would add or change in the project at `from`. */
export async function migrationProblems(from = root) {
  const copy = join(root, ".setup", `migrations-${process.pid}`);
  try {
    await mkdir(copy, { recursive: true });
    for (const part of ["drizzle", "drizzle.config.ts", "src", "package.json"]) {
      await cp(join(from, part), join(copy, part), { recursive: true });
    }
    const kit = join(root, "node_modules", "drizzle-kit", "bin.cjs");
    const { code, output } = await run(process.execPath, [kit, "generate"], { cwd: copy, keep: true });
    if (code !== 0) return [`drizzle-kit generate failed: ${output.trim()}`];
    return await differences(join(from, "drizzle"), join(copy, "drizzle"));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function differences(before, after) {
  const problems = [];
  for (const file of await readdir(after, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath ?? file.path, file.name).slice(after.length + 1);
    const [old, made] = await Promise.all([text(join(before, path)), text(join(after, path))]);
    if (old !== made) problems.push(`drizzle/${path} is not what src/store asks for; run \`npm run migrations\``);
  }
  return problems;
}

async function text(path) {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
