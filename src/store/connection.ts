/** One open database, as the query files see it. */
import type { Database } from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";

export interface Connection {
  raw: Database;
  db: BetterSQLite3Database;
}

/** A port of the store as plain synchronous functions; `lift` in `attempt.ts` makes them asynchronous. */
export type Sync<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result
    : never;
};

/**
 * `fn` as one transaction that takes the write lock at its beginning, so that it never has to give up half way.
 * Within another transaction it is a savepoint. Anything thrown rolls back.
 */
export function atomic<Args extends unknown[], Result>(
  { raw }: Connection,
  fn: (...args: Args) => Result,
): (...args: Args) => Result {
  return raw.transaction(fn).immediate;
}
