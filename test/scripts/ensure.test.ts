import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureBuilt, ensureInstalled, ensureNode } from "../../scripts/ensure.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "belfry-ensure-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function put(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

function filesIn(path: string): string[] {
  const below = readdirSync(join(dir, path), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return below.map((entry) => relative(join(dir, path), join(entry.parentPath, entry.name))).sort();
}

const read = (path: string) => readFileSync(join(dir, path), "utf8");

describe("a Node that is too old", () => {
  it.each(["14.21.3", "18.20.0", "20.18.1"])("%s is refused in one sentence", (version) => {
    expect(() => ensureNode(version)).toThrow(`Belfry needs Node 20.19 or newer; this is Node ${version}.`);
  });

  it.each(["20.19.0", "22.0.0", "24.11.0"])("is not %s", (version) => {
    expect(() => ensureNode(version)).not.toThrow();
  });
});

describe("building", () => {
  beforeEach(() => {
    symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
    const options = { target: "ES2023", module: "NodeNext", rootDir: "src", rewriteRelativeImportExtensions: true };
    put({
      "package.json": '{ "type": "module" }',
      "package-lock.json": "{}",
      "tsconfig.json": JSON.stringify({ compilerOptions: { ...options, types: ["node"] }, include: ["src"] }),
      "src/main.ts": 'import { page } from "./page/page.ts";\nconsole.log(page);\n',
      "src/page/page.ts": `import { readFileSync } from "node:fs";
export const page: string = readFileSync(new URL("index.html", import.meta.url), "utf8");\n`,
      "src/page/index.html": "<p>1</p>\n",
    });
  });

  const runs = () => execFileSync(process.execPath, [join(dir, "dist/main.js")], { encoding: "utf8" }).trim();

  it("makes one program of the sources, which finds the files that lay beside them", async () => {
    await ensureBuilt(dir);
    expect(runs()).toBe("<p>1</p>");
    expect(filesIn("dist")).toEqual([".source", "main.js", "page/index.html"]);
  });

  it("is not done again while nothing changed", async () => {
    await ensureBuilt(dir);
    put({ "dist/main.js": "as it was left" });
    await ensureBuilt(dir);
    expect(read("dist/main.js")).toBe("as it was left");
  });

  it("is done again when a source or a page changed, and forgets what was removed", async () => {
    await ensureBuilt(dir);
    put({ "src/page/index.html": "<p>2</p>\n" });
    await ensureBuilt(dir);
    expect(runs()).toBe("<p>2</p>");
    put({ "src/main.ts": "console.log(2);\n" });
    rmSync(join(dir, "src/page"), { recursive: true });
    await ensureBuilt(dir);
    expect(runs()).toBe("2");
    expect(filesIn("dist")).toEqual([".source", "main.js"]);
  });

  it("stops with a sentence when the sources do not compile, and keeps what was built", async () => {
    await ensureBuilt(dir);
    put({ "src/main.ts": 'export const a: number = "one";\n' });
    await expect(ensureBuilt(dir)).rejects.toThrow("The sources do not compile");
    expect(runs()).toBe("<p>1</p>");
  });

  it("is done once when asked for by several at a time", async () => {
    await Promise.all([ensureBuilt(dir), ensureBuilt(dir), ensureBuilt(dir)]);
    expect(runs()).toBe("<p>1</p>");
    expect(existsSync(join(dir, ".setup/lock"))).toBe(false);
  });
});

describe("installing", () => {
  it("names what is needed when SQLite cannot be compiled", async () => {
    put({
      "package.json": '{ "name": "bare", "version": "1.0.0" }',
      "package-lock.json": '{ "name": "bare", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": {} } }',
    });
    const failure = await ensureInstalled(dir).catch((error: unknown) => error);
    expect(String(failure)).toContain("sudo apt-get install python3 make g++");
  });

  it("looks and does nothing when all is there", async () => {
    await ensureInstalled(root);
  });
});
