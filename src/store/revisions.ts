/** What people changed, so that it can be taken back. */
import { and, asc, desc, eq, getTableColumns, gte, type SQL, sql } from "drizzle-orm";
import type { Revision, Store } from "../core/store.ts";
import type { Connection, Sync } from "./connection.ts";
import { select, slots, write } from "./statement.ts";
import { revisions } from "./tables.ts";

const fields = getTableColumns(revisions);

export function revisionWrites(connection: Connection) {
  const { db } = connection;
  const insert = write(connection, db.insert(revisions).values(slots(revisions)));
  const markUndone = write(
    connection,
    db
      .update(revisions)
      .set({ undone: true })
      .where(and(eq(revisions.id, sql.placeholder("id")), eq(revisions.undone, false))),
  );
  return {
    add: (row: Revision) => {
      insert({ ...row });
    },
    /** False when it has been taken back before. */
    markUndone: (id: number) => markUndone({ id }) === 1,
  };
}

export function revisionPort(connection: Connection): Sync<Store["revisions"]> {
  const newestOf = (where: SQL | undefined) =>
    select(connection, fields, (from) => from.from(revisions).where(where).orderBy(desc(revisions.id)).limit(1));
  const byId = newestOf(eq(revisions.id, sql.placeholder("id")));
  const newest = newestOf(
    and(
      eq(revisions.actor, sql.placeholder("actor")),
      eq(revisions.undone, false),
      gte(revisions.at, sql.placeholder("since")),
    ),
  );
  const latestOf = newestOf(
    and(
      eq(revisions.entity, sql.placeholder("entity")),
      eq(revisions.entityId, sql.placeholder("id")),
      eq(revisions.undone, false),
    ),
  );
  const group = select(connection, fields, (from) =>
    from
      .from(revisions)
      .where(eq(revisions.group, sql.placeholder("group")))
      .orderBy(asc(revisions.id)),
  );
  return {
    get: (id) => byId.get({ id }),
    newest: (actor, since) => newest.get({ actor, since }),
    latestOf: (entity, id) => latestOf.get({ entity, id }),
    group: (id) => group.all({ group: id }),
  };
}
