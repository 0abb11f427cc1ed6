/** Removing what is old, a few rows at a time. */
import { and, asc, gt, inArray, max, ne, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Instant } from "../core/schedule.ts";
import type { Forgettable, PastStore } from "../core/store-past.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import { actions, deliveries, digests, escalations, hands, inbox, meta, questions, revisions, runs } from "./tables.ts";

/** Rows looked at in one go. */
const ROWS = 500;

type Forget = (after: number, before: Instant) => { after: number | null; removed: number };
type Aging = SQLiteTable & { id: SQLiteColumn };

/**
 * Rows whose numbers rise with their age: from the oldest on, until many in a row are young. One alone may be of a clock
 * that was wrong, years ahead, and must not keep all that came after it.
 */
function byAge(connection: Connection, table: Aging, at: SQLiteColumn, free: SQL): Forget {
  const { db } = connection;
  return atomic(connection, (after: number, before: Instant) => {
    const rows = db
      .select({ id: sql<number>`${table.id}`, at: sql<Instant>`${at}` })
      .from(table)
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(ROWS)
      .all();
    const old = rows.filter((row) => row.at < before).map(({ id }) => id);
    const newest = sql`${table.id} < (select max(id) from ${table})`;
    const gone = db
      .delete(table)
      .where(and(inArray(table.id, old), free, newest))
      .run();
    const last = old.length > 0 && rows.length === ROWS ? (rows.at(-1)?.id ?? null) : null;
    return { after: last, removed: gone.changes };
  });
}

/** What a card of an action, a run that is not over, an open escalation or the list may still be shown by. */
const unneeded = sql`${inArray(deliveries.state, ["sent", "failed", "dropped"])}
  and (shows <> 'card' or not exists (select 1 from actions a where a.id = deliveries.action and a.deleted_at is null))
  and not exists (select 1 from runs r where r.id = deliveries.run and r.state <> 'settled')
  and not exists (select 1 from escalations e where e.id = deliveries.escalation and e.state <> 'resolved')
  and not exists (select 1 from meta m where m.key >= 'list/' and m.key < 'list0' and m.value like deliveries.id || ' %')`;

function outputs({ db }: Connection): Forget {
  return (_, before) => {
    const old = sql`select id from runs where output is not null and ended_at < ${before} limit ${ROWS}`;
    const { changes } = db.update(runs).set({ output: null }).where(sql`${runs.id} in (${old})`).run();
    return { after: changes === ROWS ? 0 : null, removed: changes };
  };
}

/** One action at a time: its runs first, then all the rest of it. */
function deletedActions(connection: Connection): Forget {
  const { db } = connection;
  return atomic(connection, (after: number, before: Instant) => {
    const free = sql`${actions.deletedAt} is not null and ${actions.deletedAt} < ${before} and ${actions.id} > ${after}
      and ${actions.id} < (select max(id) from actions)
      and not exists (select 1 from runs r where r.action = ${actions.id} and r.wake_at is not null)
      and not exists (select 1 from escalations e where e.action = ${actions.id} and e.state <> 'resolved')`;
    const found = db.select({ id: actions.id }).from(actions).where(free).orderBy(asc(actions.id)).limit(1).get();
    if (!found) return { after: null, removed: 0 };
    const some = sql`select id from runs where action = ${found.id} and id < (select max(id) from runs) limit ${ROWS}`;
    const { changes } = db.delete(runs).where(sql`${runs.id} in (${some})`).run();
    if (changes === ROWS) return { after, removed: changes };
    const left = db
      .select({ id: max(runs.id) })
      .from(runs)
      .where(sql`${runs.action} = ${found.id}`)
      .get();
    if (left?.id) return { after: found.id, removed: changes };
    db.delete(digests).where(sql`${digests.action} = ${found.id}`).run();
    db.delete(hands).where(sql`${hands.action} = ${found.id}`).run();
    db.delete(meta)
      .where(sql`${meta.key} = ${`kept/${found.id}`}`)
      .run();
    db.delete(actions).where(sql`${actions.id} = ${found.id}`).run();
    return { after: found.id, removed: changes + 1 };
  });
}

export function forgetter(connection: Connection): Sync<PastStore>["forget"] {
  const forget: Record<Forgettable, Forget> = {
    outputs: outputs(connection),
    inbox: byAge(connection, inbox, inbox.receivedAt, ne(inbox.state, "new")),
    questions: byAge(connection, questions, questions.createdAt, ne(questions.state, "open")),
    deliveries: byAge(connection, deliveries, deliveries.createdAt, unneeded),
    revisions: byAge(connection, revisions, revisions.at, sql`true`),
    escalations: byAge(
      connection,
      escalations,
      escalations.openedAt,
      sql`state = 'resolved' and id < (select max(id) from escalations e where e.cause = escalations.cause)`,
    ),
    actions: deletedActions(connection),
  };
  return (what, after, before) => forget[what](after, before);
}
