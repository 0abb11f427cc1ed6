/** Opens the database file the way Belfry needs it. */
import { chmodSync, closeSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { busyTimeout } from "./attempt.ts";
import { sync } from "./backup.ts";
import { StoreError } from "./errors.ts";
import { migrateUp } from "./migrations.ts";

/** Pages in the log before it is moved into the database; fewer cost a third of the throughput. */
const checkpointPages = 8_000;
/** Up to 3.51.2 a write during a checkpoint could corrupt the log (SQLite's "WAL-reset" bug). */
const oldestSqlite = [3, 51, 3];

/**
 * Makes a new, empty database. It gets its name only when it is complete, so a file of this name is never half
 * made, whenever the power fails.
 */
export function create(path: string, migrations: string): void {
  const part = `${path}.new`;
  for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
  closeSync(openSync(part, "w", 0o600));
  const raw = new Database(part);
  try {
    migrateUp(raw, migrations);
  } finally {
    raw.close();
  }
  renameSync(part, path);
  sync(dirname(path));
}

/** SQLite gives the log files the mode of the database file. */
export function connect(path: string): Database.Database {
  chmodSync(path, 0o600);
  const raw = new Database(path, { fileMustExist: true, timeout: busyTimeout });
  try {
    requireVersion(raw.prepare("select sqlite_version()").pluck().get() as string);
    raw.pragma("journal_mode = wal");
    // better-sqlite3 is built to run a WAL database at NORMAL, which loses acknowledged writes in a power cut.
    raw.pragma("synchronous = full");
    raw.pragma("foreign_keys = on");
    raw.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** To be called after the first write, which is when the setting takes its final value. */
export function requireFullSync(raw: Database.Database): void {
  const level = raw.pragma("synchronous", { simple: true });
  if (level !== 2) throw new StoreError(6, `SQLite would not sync every commit to disk (synchronous is ${level}).`);
}

function requireVersion(version: string): void {
  const parts = version.split(".").map(Number);
  const differs = oldestSqlite.findIndex((part, index) => part !== parts[index]);
  if (differs !== -1 && (parts[differs] ?? 0) < (oldestSqlite[differs] ?? 0))
    throw new StoreError(6, `SQLite ${version} is too old; Belfry needs ${oldestSqlite.join(".")}.`);
}
