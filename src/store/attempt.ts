/**
 * How a synchronous piece of database work is tried. Another program may hold the file (a backup tool, a shell):
 * SQLite waits for it 250 ms at most, blocking the process, and from then on one caller asks again every 25 ms
 * without waiting while the others queue up behind it, so the process stays responsive however long it lasts.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { BelfryError } from "../core/errors.ts";
import type { Log } from "../core/log.ts";
import type { Sync } from "./connection.ts";
import { sqliteCode } from "./errors.ts";

/** Milliseconds SQLite itself waits for a lock; the longest stall there is. */
export const busyTimeout = 250;
const pause = 25;
/** Milliseconds of waiting after which it is worth a line in the log. */
const alarmAfter = 3_000;

export interface Attempts {
  run<T>(fn: () => T): Promise<T>;
  /** True while another program holds the file. */
  locked(): boolean;
}

interface Options {
  raw: Database;
  log: Log;
  /** Called when a write found no room. */
  onFull(): void;
}

export function attempts({ raw, log, onFull }: Options): Attempts {
  const gate: { closed: Promise<void> | null } = { closed: null };

  function translate(error: unknown): unknown {
    const code = sqliteCode(error);
    if (code !== "SQLITE_FULL" && !code.startsWith("SQLITE_IOERR")) return error;
    log.error({ code }, "the database could not be written");
    onFull();
    return new BelfryError("diskFull");
  }

  async function insist<T>(fn: () => T): Promise<T> {
    raw.pragma("busy_timeout = 0");
    try {
      for (let waited = 0; ; waited += pause) {
        if (waited === alarmAfter) log.error({ ms: waited }, "another program holds the database locked");
        await delay(pause);
        try {
          return fn();
        } catch (error) {
          if (!isBusy(error)) throw translate(error);
        }
      }
    } finally {
      if (raw.open) raw.pragma(`busy_timeout = ${busyTimeout}`);
    }
  }

  /** Reading goes on while the gate is closed; writing fails at once then, and waits. */
  async function run<T>(fn: () => T): Promise<T> {
    for (;;) {
      try {
        return fn();
      } catch (error) {
        if (!isBusy(error)) throw translate(error);
      }
      if (!gate.closed) break;
      await gate.closed;
    }
    const insisting = insist(fn);
    const open = () => {
      gate.closed = null;
    };
    gate.closed = insisting.then(open, open);
    return insisting;
  }

  return { run, locked: () => gate.closed !== null };
}

function isBusy(error: unknown): boolean {
  return sqliteCode(error).startsWith("SQLITE_BUSY");
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** The asynchronous port made of synchronous functions, each tried by `attempts`. */
export function lift<Port>(to: Attempts, part: Sync<Port>): Port {
  const lifted = Object.entries(part as Functions).map(([name, fn]) => [
    name,
    (...args: unknown[]) => to.run(() => fn(...args)),
  ]);
  return Object.fromEntries(lifted) as Port;
}
