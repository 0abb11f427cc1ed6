/**
 * What has to be in place before anything of Belfry can run: a recent Node, the packages, the built files.
 * Each step looks first and does only what is missing, so it costs a few milliseconds when all is there.
 *
 *   node scripts/ensure.mjs          packages only
 *   node scripts/ensure.mjs build    packages and dist/
 *
 * This file is read by whatever Node is installed, however old: no syntax and no import newer than Node 14.
 */
import { spawn } from "node:child_process";
import { existsSync, promises as fs, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { filesBelow, fingerprint } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

/** A reason to stop that a person can act on. Printed without a stack. */
export class Stop extends Error {}

/** Runs `main` and turns a `Stop` into one clear message and exit code 1. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Throws `Stop` when this Node is older than the oldest one Belfry runs on. */
export function ensureNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Stop(`Belfry needs Node ${oldestNode.join(".")} or newer; this is Node ${version}. See https://nodejs.org`);
}

/** Runs a program in the project folder; resolves with its exit code and, when asked to keep it, what it printed. */
export function run(file, args, { cwd = root, env = process.env, keep = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (to) => (chunk) => {
      output = (output + chunk).slice(-1_000_000);
      if (!keep) to.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: signal ? 1 : code, output }));
  });
}

/** Installs the packages of package-lock.json when one is missing, of another version, or built for another Node. */
export async function ensureInstalled(dir = root) {
  ensureNode();
  if (installed(dir) && nativeLoads(dir)) return;
  await withLock(join(dir, ".setup"), async () => {
    if (!installed(dir)) {
      console.error("Installing packages. The first time this takes a minute or two …");
      await npm(dir, ["ci", "--include=dev", "--no-fund", "--no-audit"]);
    }
    if (!nativeLoads(dir)) {
      console.error("Building SQLite for this Node …");
      await npm(dir, ["rebuild", "better-sqlite3"]);
      if (!nativeLoads(dir)) throw new Stop(cannotCompile);
    }
  });
}

const cannotCompile = `better-sqlite3 could not be built. No ready-made build fits this machine, so it has to be compiled,
and for that python3, make and g++ must be installed. On Debian or Ubuntu:

  sudo apt-get install python3 make g++

Then run the same command again.`;

async function npm(dir, args) {
  const cli = process.env.npm_execpath ?? "";
  const own = basename(cli).startsWith("npm");
  const { code, output } = await run(own ? process.execPath : "npm", own ? [cli, ...args] : args, { cwd: dir });
  if (code === 0) return;
  if (/better-sqlite3|node-gyp|gyp ERR/.test(output)) throw new Stop(`\n${cannotCompile}`);
  throw new Stop(`\n\`npm ${args[0]}\` failed; what it printed is above.`);
}

/** npm writes node_modules/.package-lock.json last, so an install that was interrupted is seen as missing. */
function installed(dir) {
  const there = join(dir, "node_modules", ".package-lock.json");
  if (!existsSync(there)) return false;
  const wanted = JSON.parse(readFileSync(join(dir, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(there, "utf8")).packages;
  return Object.keys(wanted).every(
    (path) => path === "" || found[path]?.version === wanted[path].version || (!found[path] && wanted[path].optional),
  );
}

function nativeLoads(dir) {
  try {
    const Database = createRequire(join(dir, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/** Builds dist/ from src/ when a source differs from what dist/ was made of: main.js and its parts, and other files than .ts as they are. */
export async function ensureBuilt(dir = root) {
  const source = fingerprint(dir);
  if (await builtFrom(dir, source)) return;
  await withLock(join(dir, ".setup"), async () => {
    if (await builtFrom(dir, source)) return;
    const [compiled, next] = [join(dir, ".setup", "compiled"), join(dir, ".setup", "dist")];
    console.error("Building …");
    for (const left of [compiled, next]) await fs.rm(left, { recursive: true, force: true });
    await fs.mkdir(next, { recursive: true });
    const tsc = join(dir, "node_modules", "typescript", "bin", "tsc");
    const { code } = await run(process.execPath, [tsc, "-p", "tsconfig.json", "--outDir", compiled], { cwd: dir });
    if (code !== 0) throw new Stop("\nThe sources do not compile; what the compiler says is above.");
    const { bundle } = await import("./bundle.mjs");
    await bundle(compiled, next);
    await fs.rm(compiled, { recursive: true });
    for (const file of filesBelow(join(dir, "src")).filter((path) => !path.endsWith(".ts"))) {
      await fs.cp(file, join(next, relative(join(dir, "src"), file)));
    }
    await fs.writeFile(join(next, ".source"), source);
    await fs.rm(join(dir, "dist"), { recursive: true, force: true });
    await fs.rename(next, join(dir, "dist"));
  });
}

async function builtFrom(dir, source) {
  const stamp = join(dir, "dist", ".source");
  return existsSync(stamp) && (await fs.readFile(stamp, "utf8")) === source;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await command(async () => {
    await ensureInstalled();
    if (process.argv[2] === "build") await ensureBuilt();
  });
}
