/** Copies of the database, made before it is changed in shape. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Instant } from "../core/schedule.ts";

/** `belfry-<milliseconds>-v<schema>.db`; a name like this is given only to a copy that has been read back. */
const pattern = /^belfry-(\d+)-v\d+\.db$/;

/** Writes a copy with mode 0600 and returns its path. Throws when the copy does not read back. */
export function backUp(from: Database.Database, folder: string, version: number, now: Instant): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `belfry-${now}-v${version}.db`);
  const part = `${path}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, "w", 0o600));
  from.prepare("vacuum into ?").run(part);
  readBack(part);
  sync(part);
  renameSync(part, path);
  sync(folder);
  return path;
}

function readBack(path: string): void {
  const copy = new Database(path, { readonly: true });
  try {
    const said = copy.pragma("quick_check(1)", { simple: true });
    if (said !== "ok") throw new Error(`the backup ${path} does not read back: ${said}`);
  } finally {
    copy.close();
  }
}

/** Forces a file or a folder to disk. */
export function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** When a copy of that name was made, null for any other file. */
export function madeAt(name: string): Instant | null {
  const made = pattern.exec(name)?.[1];
  return made === undefined ? null : Number(made);
}

/** Path of the newest backup, null when there is none. */
export function lastBackup(folder: string): string | null {
  try {
    const newest = readdirSync(folder)
      .filter((name) => madeAt(name) !== null)
      .sort((a, b) => (madeAt(a) ?? 0) - (madeAt(b) ?? 0))
      .at(-1);
    return newest === undefined ? null : join(folder, newest);
  } catch {
    return null;
  }
}
