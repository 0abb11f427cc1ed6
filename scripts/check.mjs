/** `npm run check`: everything a machine can say about the code without running it. One line each, then all problems. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { command, ensureInstalled, root, run } from "./ensure.mjs";

/** Name → what is wrong, one entry per problem or per page of a tool's own words. */
const checks = {
  "types of the sources": () => tool("typescript/bin/tsc", "-p", "tsconfig.json", "--noEmit", "--pretty", "false"),
  "types of the tests": () => tool("typescript/bin/tsc", "-p", "tsconfig.test.json", "--pretty", "false"),
  "lint and format": () =>
    tool("@biomejs/biome/bin/biome", "ci", "--colors=off", "--diagnostic-level=warn", "--error-on-warnings", "."),
  "who imports whom": () => tool("dependency-cruiser/bin/dependency-cruise.mjs", "src"),
  "nothing unused": () => tool("knip/bin/knip.js", "--no-progress"),
  migrations: async () => (await import("./migrations.mjs")).migrationProblems(),
  licences: async () => {
    const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
    return (await import("./licences.mjs")).licenceProblems(lock.packages);
  },
  "generated texts": async () => {
    const made = await (await import("./generated.mjs")).generated();
    const wrong = await Promise.all(
      Object.entries(made).map(async ([file, text]) => (await readFile(join(root, file), "utf8")) !== text && file),
    );
    return wrong.filter(Boolean).map((file) => `${file} is out of date; run \`node scripts/generated.mjs\``);
  },
};

/** A program of an installed package; what it says is kept when it fails. */
async function tool(program, ...args) {
  const { code, output } = await run(process.execPath, [join(root, "node_modules", program), ...args], { keep: true });
  return code === 0 ? [] : [output.trim() || `exit code ${code}`];
}

/** A check that breaks down is a check that fails. */
async function outcome(check) {
  try {
    return await check();
  } catch (error) {
    return [String(error)];
  }
}

await command(() => ensureInstalled());
const failed = [];
for (const [name, check] of Object.entries(checks)) {
  const started = performance.now();
  const problems = await outcome(check);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? "✔" : "✘"} ${name} ${seconds} s`);
  if (problems.length > 0) failed.push(`\n✘ ${name}\n${problems.join("\n")}`);
}
console.log(failed.join("\n"));
process.exitCode = failed.length === 0 ? 0 : 1;
