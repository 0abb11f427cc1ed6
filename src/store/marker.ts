/** A note beside the database that says how the file looked when it was last closed in order. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

interface Look {
  size: number;
  mtimeMs: number;
}

function look(path: string): Look {
  const { size, mtimeMs } = statSync(path);
  return { size, mtimeMs };
}

function walSize(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * `clean`: closed in order and nothing has touched the file since. `altered`: closed in order and changed afterwards,
 * by a person, a program or a broken disk. `open`: never closed, as after a kill or a power cut.
 */
export type Stop = "clean" | "altered" | "open";

/** How the last run of Belfry left this file. */
export function lastStop(path: string): Stop {
  const noted = readNote(path);
  if (noted === null || walSize(path) > 0) return "open";
  const now = look(path);
  return noted.size === now.size && noted.mtimeMs === now.mtimeMs ? "clean" : "altered";
}

function readNote(path: string): Partial<Look> | null {
  try {
    return JSON.parse(readFileSync(`${path}.clean`, "utf8")) as Partial<Look>;
  } catch {
    return null;
  }
}

/** To be called when the database is open, before the first write. */
export function markDirty(path: string): void {
  rmSync(`${path}.clean`, { force: true });
}

/** To be called when the database is closed. Without effect while its log still holds something. */
export function markClean(path: string): void {
  if (walSize(path) > 0) return;
  const part = `${path}.clean.part`;
  writeFileSync(part, JSON.stringify(look(path)), { mode: 0o600 });
  renameSync(part, `${path}.clean`);
}
