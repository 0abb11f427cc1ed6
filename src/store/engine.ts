/** What the engine writes by the thousand: one transaction per batch, since each transaction costs one disk sync. */
import { and, eq, sql } from "drizzle-orm";
import { Conflict } from "../core/errors.ts";
import type { Fire, Settle } from "../core/store.ts";
import { handMover } from "./actions.ts";
import { applyAll, type Writes } from "./commit.ts";
import { atomic, type Connection } from "./connection.ts";
import { select, write } from "./statement.ts";
import { actions } from "./tables.ts";

/** Moves the hands of due actions and writes their runs. Returns how many actions moved. */
export function firer(connection: Connection, to: Writes): (fires: Fire[]) => number {
  const move = handMover(connection);
  const asRead = select(connection, { id: actions.id }, (from) =>
    from
      .from(actions)
      .where(and(eq(actions.id, sql.placeholder("id")), eq(actions.revision, sql.placeholder("revision")))),
  );
  const unpause = write(
    connection,
    connection.db
      .update(actions)
      .set({ pause: null })
      .where(eq(actions.id, sql.placeholder("id"))),
  );
  return atomic(connection, (fires) => {
    let moved = 0;
    for (const fire of fires) {
      if (!asRead.get({ id: fire.action, revision: fire.expectRevision })) continue;
      if (!move(fire.action, fire.expectNextAt, fire.nextAt)) continue;
      moved += 1;
      if (fire.unpause) unpause({ id: fire.action });
      for (const run of fire.runs) to.runs.add(run);
    }
    return moved;
  });
}

/** Writes how runs ended, with what each brings along. Returns the indexes of those that were void. */
export function settler(connection: Connection, to: Writes): (settles: Settle[]) => number[] {
  const settleOne = (entry: Settle): boolean => {
    if (!to.runs.settle(entry.run, entry.attempt, entry.patch)) return false;
    applyAll(to, entry.changes);
    return true;
  };
  /** A savepoint of its own, so that a conflict in one entry leaves the others alone. */
  const alone = atomic(connection, settleOne);
  const holds = (entry: Settle): boolean => {
    if (entry.changes.length === 0) return settleOne(entry);
    try {
      return alone(entry);
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  };
  return atomic(connection, (settles) => settles.flatMap((entry, index) => (holds(entry) ? [] : [index])));
}
