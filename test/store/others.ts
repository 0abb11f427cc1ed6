/** Other processes that want the same files, and small file systems. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const root = join(import.meta.dirname, "../..");

export interface Other {
  /** What it says next; "" when it has ended. */
  said(): Promise<string>;
  /** Lets it go on. */
  tell(): void;
  /** Stops it in its tracks, as SIGSTOP does. */
  freeze(): void;
  kill(): Promise<void>;
}

function other(command: string, args: string[]): Other {
  const child = spawn(command, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const lines = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
  const ended = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  return {
    said: async () => String((await lines.next()).value ?? "").trim(),
    tell: () => child.stdin.write("\n"),
    freeze: () => child.kill("SIGSTOP"),
    kill,
  };
}

/** A program that holds the write lock of a database until it is told to let go. Says "locked", then "free". */
export function lockOf(path: string): Other {
  const script = `const db = new (require("better-sqlite3"))(process.argv[1]);
    db.exec("begin immediate");
    console.log("locked");
    process.stdin.once("data", () => { db.exec("rollback"); console.log("free"); process.exit(0); });`;
  return other(process.execPath, ["-e", script, path]);
}

/** Another Belfry on a data folder: says "open" and stays, or says why not. `limit` is the longest file it may write. */
export function storeIn(dataDir: string, doing = "stay", limit?: number): Other {
  const args = ["--import", "tsx", join(import.meta.dirname, "tenant.ts"), dataDir, doing];
  if (limit === undefined) return other(process.execPath, args);
  return other("prlimit", [`--fsize=${limit}`, process.execPath, ...args]);
}

/** True when the command runs here. */
export function can(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** True when this process may mount. */
export const mountable = can("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt");

/** Mounts a file system in memory in this folder for the test. */
export function mountTmpfs(path: string, options: string): void {
  mkdirSync(path, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]);
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", path]);
  });
}

/** Takes every byte that is free on the file system. */
export function fillDisk(path: string): void {
  for (const size of [1024 * 1024, 4 * 1024]) {
    const some = Buffer.alloc(size, 1);
    try {
      for (;;) writeFileSync(path, some, { flag: "a" });
    } catch {
      // Full, as wanted.
    }
  }
}

export function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
