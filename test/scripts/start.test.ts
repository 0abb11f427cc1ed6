import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "belfry-start-"));

/** Stands where Belfry would: says what it was given and whether a process came with it, ends in order when told to. */
const program = `
import { existsSync, readFileSync } from "node:fs";
process.on("SIGTERM", () => process.exit(7));
const children = "/proc/self/task/" + process.pid + "/children";
const left = existsSync(children) ? readFileSync(children, "utf8").trim() : "";
process.stdout.write(\`\${process.env["IN_FILE"]} \${process.env["IN_BOTH"]}\${left && " and a child"}\`);
setInterval(() => {}, 1000);
export {};
`;

beforeAll(() => {
  for (const part of ["scripts", "package.json", "package-lock.json", "tsconfig.json"]) {
    cpSync(join(root, part), join(dir, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
  mkdirSync(join(dir, "src"));
  writeFileSync(join(dir, "src", "main.ts"), program);
  writeFileSync(join(dir, ".env"), "IN_FILE=file\nIN_BOTH=file\n");
});
afterAll(() => rmSync(dir, { recursive: true }));

/** `npm start` in the copy; what it says on each stream, and its exit code after SIGTERM was sent to npm itself. */
async function startAndStop() {
  const env = { ...process.env, IN_BOTH: "environment" };
  const npm = spawn("npm", ["start", "--silent"], { cwd: dir, env });
  const said = { out: "", err: "" };
  npm.stderr.on("data", (chunk) => {
    said.err += String(chunk);
  });
  const ended = once(npm, "close");
  said.out = String((await once(npm.stdout, "data"))[0]);
  npm.kill("SIGTERM");
  const [code] = await ended;
  return { ...said, code };
}

describe("npm start", () => {
  it("builds, reads .env below the environment, and hands signals and exit code through", async () => {
    const first = await startAndStop();
    expect(first).toMatchObject({ out: "file environment", code: 7 });
    expect(first.err).toContain("Building");
  });

  it("starts at once the second time", async () => {
    const { out, err } = await startAndStop();
    expect(out).toBe("file environment");
    expect(err).not.toMatch(/Building|Installing/);
  });
});
