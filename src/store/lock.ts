/**
 * One process per data folder. The lock is an exclusive transaction on a small SQLite file beside the database: the
 * operating system frees it when the process dies, however it dies, and a copy of the file locks nothing.
 */
import { closeSync, existsSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError, sqliteCode } from "./errors.ts";

export interface Lock {
  release(): void;
}

/** Takes the lock at once or throws `StoreError` 4; 6 when the lock file cannot be made. */
export function takeLock(path: string): Lock {
  const lock = open(path);
  try {
    // Nothing is ever written, so nothing need be logged: no second file, and no need of room on a full disk.
    lock.pragma("journal_mode = memory");
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (sqliteCode(error).startsWith("SQLITE_BUSY"))
      throw new StoreError(4, `Another process is using this data: ${path} is locked.`, error);
    throw new StoreError(6, `${path} is not Belfry's lock file; move it away and start again.`, error);
  }
  return {
    release: () => {
      lock.close();
    },
  };
}

function open(path: string): Database.Database {
  try {
    makeFile(path);
    return new Database(path, { timeout: 0 });
  } catch (error) {
    throw new StoreError(6, `The lock file ${path} cannot be written.`, error);
  }
}

/** Opens the file only when it is new: closing it again would drop a lock that this very process holds on it. */
function makeFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, "wx", 0o600));
}
