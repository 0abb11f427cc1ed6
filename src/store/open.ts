/**
 * Opens the data folder: lock, look, back up before a change of shape, migrate, hand out the store. Nothing is
 * written to a database that does not pass.
 */
import { mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Log } from "../core/log.ts";
import type { Instant } from "../core/schedule.ts";
import type { Store } from "../core/store.ts";
import { actionPort } from "./actions.ts";
import { type Attempts, attempts, lift } from "./attempt.ts";
import { backUp, lastBackup } from "./backup.ts";
import { type Ballast, ballast } from "./ballast.ts";
import { inspect } from "./check.ts";
import { committer, tableWrites } from "./commit.ts";
import type { Connection, Sync } from "./connection.ts";
import { deliveryPort } from "./deliveries.ts";
import { firer, settler } from "./engine.ts";
import { StoreError, sqliteCode } from "./errors.ts";
import { escalationPort, maintenancePort } from "./escalations.ts";
import { approvalPort, hookPort } from "./hooks.ts";
import { countIds } from "./ids.ts";
import { inboxPort } from "./inbox.ts";
import { type Lock, takeLock } from "./lock.ts";
import { markClean, markDirty } from "./marker.ts";
import { chatMigrator } from "./migrate-chat.ts";
import { knownVersion, migrateUp, shippedMigrations } from "./migrations.ts";
import { backUpOnline } from "./nightly.ts";
import { pastPort } from "./past.ts";
import { chatPort, conversationPort, metaPort, peoplePort } from "./people.ts";
import { questionPort } from "./questions.ts";
import { revisionPort } from "./revisions.ts";
import { runPort } from "./runs.ts";
import { connect, create, requireFullSync } from "./sqlite.ts";
import { topicPort } from "./topics.ts";

const mebibyte = 1024 * 1024;

export interface StoreOptions {
  /** Folder of everything Belfry keeps; made when it is missing. The database in it is `belfry.db`. */
  dataDir: string;
  log: Log;
  now(): Instant;
  /** Bytes of free disk below which `writable` is false; 64 MiB. */
  minFree?: number;
  /** Bytes held in reserve for a full disk; 8 MiB. */
  reserve?: number;
  /** Folder of migrations; those in `drizzle/sqlite`. */
  migrations?: string;
}

/** Throws `StoreError` with the exit code the process should end with. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, log, now, minFree = 64 * mebibyte, reserve = 8 * mebibyte } = options;
  const path = join(dataDir, "belfry.db");
  makeFolder(dataDir);
  const lock = takeLock(`${path}.lock`);
  const opened: { raw?: Connection["raw"] } = {};
  const spare = ballast({ path: join(dataDir, "reserve"), bytes: reserve, minFree, log });
  try {
    if (spare.free() < reserve / 2) spare.release();
    const raw = openDatabase(path, join(dataDir, "backups"), options);
    opened.raw = raw;
    await spare.keep();
    const tries = attempts({ raw, log, onFull: () => makeRoom(raw, spare) });
    const parts = { path, lock, tries, spare, minFree, connection: { raw, db: drizzle({ client: raw }) } };
    const store = assemble(parts, now);
    await writeFirst(store, now(), path);
    requireFullSync(raw);
    return store;
  } catch (error) {
    opened.raw?.close();
    lock.release();
    throw error;
  }
}

/** On a full disk the first try makes room and the second uses it. */
async function writeFirst(store: Store, now: Instant, path: string): Promise<void> {
  const write = () => store.commit([{ do: "putMeta", key: "openedAt", value: String(now) }]);
  await write()
    .catch(write)
    .catch((error: unknown) => {
      throw new StoreError(6, `${path} cannot be written: no room on the disk, or the disk fails.`, error);
    });
}

function makeFolder(dataDir: string): void {
  try {
    mkdirs(dataDir);
  } catch (error) {
    throw new StoreError(6, `The data folder ${dataDir} cannot be made.`, error);
  }
}

/** Node's own `recursive` goes round for ever where a folder refuses new ones as "not found", as below /proc. */
function mkdirs(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) mkdirs(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function openDatabase(path: string, backups: string, options: StoreOptions): Connection["raw"] {
  const { log, now, migrations = shippedMigrations } = options;
  try {
    const known = knownVersion(migrations);
    const version = inspect(path, known, (raw, found) => {
      if (found < known) log.info({ backup: backUp(raw, backups, found, now()) }, "backed up before an update");
      return found;
    });
    if (version === null) create(path, migrations);
    const raw = connect(path);
    markDirty(path);
    if (version !== null && version < known) migrateUp(raw, migrations);
    return raw;
  } catch (error) {
    throw explain(error, path, backups);
  }
}

/** Gives up the reserve, and what the log holds besides the database: that may be more. */
function makeRoom(raw: Connection["raw"], spare: Ballast): void {
  spare.release();
  try {
    raw.pragma("wal_checkpoint(truncate)");
  } catch {
    // As full as before; what was committed is in the log and safe.
  }
}

/** One sentence for the operator, and where the last good backup is. */
function explain(error: unknown, path: string, backups: string): unknown {
  const code = sqliteCode(error);
  if (code.startsWith("SQLITE_BUSY")) return new StoreError(4, `Another program holds ${path} locked.`, error);
  if (error instanceof StoreError && error.exitCode !== 6) return error;
  const known =
    error instanceof StoreError ||
    code !== "" ||
    (error instanceof Error && sqliteCode(error.cause) !== "") ||
    (error instanceof Error && "errno" in error);
  if (!known) return error;
  const what = error instanceof StoreError ? error.message : `${path} cannot be used (${(error as Error).message}).`;
  const backup = lastBackup(backups);
  return new StoreError(6, `${what} ${backup ? `The last good backup is ${backup}.` : "There is no backup."}`, error);
}

interface Parts {
  path: string;
  lock: Lock;
  tries: Attempts;
  spare: Ballast;
  minFree: number;
  connection: Connection;
}

function assemble({ path, lock, tries, spare, minFree, connection }: Parts, now: () => Instant): Store {
  const ids = countIds(connection);
  const writes = tableWrites(connection, ids, now);
  const runs = { ...runPort(connection, now), settle: settler(connection, writes) };
  const chats = { ...chatPort(connection), migrate: chatMigrator(connection) };
  const base: Sync<Pick<Store, "commit" | "fire" | "newId">> = {
    newId: (entity) => ids.next(entity),
    commit: committer(connection, writes),
    fire: firer(connection, writes),
  };
  return {
    ...lift<Pick<Store, "commit" | "fire" | "newId">>(tries, base),
    actions: lift<Store["actions"]>(tries, actionPort(connection)),
    runs: lift<Store["runs"]>(tries, runs),
    deliveries: lift<Store["deliveries"]>(tries, deliveryPort(connection)),
    escalations: lift<Store["escalations"]>(tries, escalationPort(connection)),
    maintenance: lift<Store["maintenance"]>(tries, maintenancePort(connection)),
    hooks: lift<Store["hooks"]>(tries, hookPort(connection)),
    approvals: lift<Store["approvals"]>(tries, approvalPort(connection)),
    past: {
      ...lift<Omit<Store["past"], "backUp">>(tries, pastPort(connection)),
      backUp: (at) => backUpOnline(connection.raw, join(dirname(path), "backups"), at),
    },
    inbox: lift<Store["inbox"]>(tries, inboxPort(connection, ids)),
    questions: lift<Store["questions"]>(tries, questionPort(connection)),
    revisions: lift<Store["revisions"]>(tries, revisionPort(connection)),
    chats: lift<Store["chats"]>(tries, chats),
    topics: lift<Store["topics"]>(tries, topicPort(connection)),
    people: lift<Store["people"]>(tries, peoplePort(connection)),
    meta: lift<Store["meta"]>(tries, metaPort(connection)),
    conversations: lift<Store["conversations"]>(tries, conversationPort(connection)),
    writable: async () => {
      if (tries.locked() || spare.free() < minFree) return false;
      await spare.keep();
      return true;
    },
    close: async () => {
      if (!connection.raw.open) return;
      try {
        connection.raw.pragma("wal_checkpoint(truncate)");
      } finally {
        connection.raw.close();
        markClean(path);
        lock.release();
      }
    },
  };
}
