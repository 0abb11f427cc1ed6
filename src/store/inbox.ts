/** Updates as they came, kept before anything is done with them. */
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Store } from "../core/store.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import type { Ids } from "./ids.ts";
import { newInbox } from "./schema.ts";
import { select, slots, write } from "./statement.ts";
import { inbox } from "./tables.ts";

type Port = Sync<Store["inbox"]>;

/** Sets the state of a row that is still new; returns the number of rows. */
function finisher(connection: Connection) {
  return write(
    connection,
    connection.db
      .update(inbox)
      .set(slots(inbox, ["state"]))
      .where(and(eq(inbox.id, sql.placeholder("id")), newInbox)),
  );
}

/** For `commit`: false when the row is not new any more. */
export function inboxDone(connection: Connection): (id: number) => boolean {
  const finish = finisher(connection);
  return (id) => finish({ id, state: "done" }) === 1;
}

function adder(connection: Connection, ids: Ids): Port["add"] {
  const insert = write(
    connection,
    connection.db.insert(inbox).values(slots(inbox)).onConflictDoNothing({ target: inbox.key }),
  );
  return atomic(connection, (given) =>
    given
      .map((row) => ({ ...row, id: ids.next("inbox"), state: "new" as const, attempts: 0 }))
      .filter((row) => insert(row) === 1),
  );
}

export function inboxPort(connection: Connection, ids: Ids): Port {
  const open = select(connection, getTableColumns(inbox), (from) =>
    from
      .from(inbox)
      .where(and(newInbox, sql`${inbox.lane} not in (select value from json_each(${sql.placeholder("except")}))`))
      .orderBy(asc(inbox.id))
      .limit(sql.placeholder("limit")),
  );
  const attempt = connection.db
    .update(inbox)
    .set({ attempts: sql`${inbox.attempts} + 1` })
    .where(eq(inbox.id, sql.placeholder("id")))
    .returning({ attempts: inbox.attempts })
    .prepare();
  const finish = finisher(connection);
  return {
    add: adder(connection, ids),
    open: (limit, exceptLanes = []) => open.all({ limit, except: JSON.stringify(exceptLanes) }),
    attempt: (id) => attempt.get({ id })?.attempts ?? 0,
    finish: (id, state) => {
      finish({ id, state });
    },
  };
}
