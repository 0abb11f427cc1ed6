/** Looks at an existing database before anything may be written to it. Opens it for reading only. */
import { type Stats, statSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError } from "./errors.ts";
import { lastStop } from "./marker.ts";
import { versionOf } from "./migrations.ts";

/**
 * Bytes up to which a database is compared with its indexes even after a mere kill, when SQLite's own log keeps it
 * sound. Beyond, that would hold up the start: 3 s instead of 0.8 s at 260 MB, a million runs.
 */
const smallFile = 64 * 1024 * 1024;

/** What a reader makes of the file while it is open. */
type Reader<T> = (raw: Database.Database, version: number) => T;

/**
 * Throws `StoreError` 6 when the database is damaged and 3 when a newer Belfry wrote it; otherwise hands the open
 * reader on. Returns null when there is no database yet. The pages are read through unless the file is as it was
 * left by an orderly stop.
 */
export function inspect<T>(path: string, known: number, then: Reader<T>): T | null {
  if (!exists(path)) return null;
  const raw = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const version = versionOf(raw);
    if (version > known)
      throw new StoreError(3, `${path} was written by a newer Belfry (schema ${version}, this one knows ${known}).`);
    if (version === 0) throw new StoreError(6, `${path} is not a database of Belfry.`);
    const stop = lastStop(path);
    if (stop !== "clean") readThrough(raw, path, stop === "altered" || statSync(path).size <= smallFile);
    return then(raw, version);
  } finally {
    raw.close();
  }
}

function exists(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return refuseOrphanedLog(path);
  if (!found.isFile()) throw new StoreError(6, `${path} is ${kindOf(found)} and not a database.`);
  if (found.size === 0) throw new StoreError(6, `${path} is empty.`);
  return true;
}

/** A log without its database would be played into the next one made. */
function refuseOrphanedLog(path: string): false {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false }))
    throw new StoreError(6, `${path} is missing, but its log ${path}-wal is there.`);
  return false;
}

function kindOf(found: Stats): string {
  return found.isDirectory() ? "a folder" : "no regular file";
}

/**
 * Reads every page, which finds any page that was overwritten. When `thorough`, each index is compared with its
 * table as well, which finds a page that an older state of itself has replaced. What SQLite's own check cannot see is
 * a page of zeros at the end of a long text, so that is looked for apart: no text is stored with a NUL.
 */
function readThrough(raw: Database.Database, path: string, thorough: boolean): void {
  const problem = raw.pragma(thorough ? "integrity_check(1)" : "quick_check(1)", { simple: true });
  if (problem !== "ok") throw new StoreError(6, `${path} is damaged (${String(problem).split("\n").join(" ")}).`);
  const tables = raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  for (const table of tables) {
    if (holdsNul(raw, table)) throw new StoreError(6, `${path} is damaged (a text in table ${table} is cut).`);
  }
}

function holdsNul(raw: Database.Database, table: string): boolean {
  const columns = raw.prepare("select name from pragma_table_info(?) where type = 'TEXT'").pluck().all(table);
  if (columns.length === 0) return false;
  const any = columns.map((column) => `instr("${column}", char(0)) > 0`).join(" or ");
  return raw.prepare(`select 1 from "${table}" where ${any} limit 1`).get() !== undefined;
}
