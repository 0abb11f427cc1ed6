/** Which build runs, and which one would be made of the sources that lie here. Both are hashes of the sources. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "./core/log.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Notes on the data which build works with it. Run from the sources there is none. A full disk is no reason not to start. */
export function noteBuild(dataDir: string, log: Log): void {
  try {
    const build = read(join(root, "dist", ".source"));
    if (build !== null) writeFileSync(join(dataDir, "build"), `${build}\n`);
  } catch (error) {
    log.warn({ error: String(error) }, "which build runs could not be noted; belfry stale may be wrong");
  }
}

/** The build that was started last on this data, null where none was. */
export function startedBuild(dataDir: string): string | null {
  return read(join(dataDir, "build"));
}

/** What would be built here; null where there are no sources, as in an image. */
export async function sourcesHere(): Promise<string | null> {
  const script = join(root, "scripts", "fingerprint.mjs");
  if (!existsSync(script) || !existsSync(join(root, "src"))) return null;
  const { fingerprint } = (await import(script)) as { fingerprint(dir: string): string };
  return fingerprint(root);
}

function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}
