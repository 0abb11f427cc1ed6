/** Actions: rows and the clock hand. */
import {
  and,
  asc,
  count,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  isNull,
  lte,
  or,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Action } from "../core/action.ts";
import type { Instant } from "../core/schedule.ts";
import type { Scope, Store } from "../core/store.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import { awaitsEvent, hasParent, wakingRun } from "./schema.ts";
import { perColumns, select, slots, write } from "./statement.ts";
import { actions, hands, runs } from "./tables.ts";

type Port = Sync<Store["actions"]>;

const { sourceChat: _chat, sourceMessage: _message, event: _event, ...columns } = getTableColumns(actions);
const fields = { ...columns, nextAt: hands.at };

function toRow(patch: Partial<Action>): Partial<typeof actions.$inferSelect> {
  const { source, schedule } = patch;
  return {
    ...patch,
    ...(source === undefined ? {} : { sourceChat: source?.chat ?? null, sourceMessage: source?.message ?? null }),
    ...(schedule === undefined ? {} : { event: schedule.type === "event" ? schedule.on : null }),
  };
}

/** Actions that meet a condition, by number. */
function query(connection: Connection, where: SQL | undefined, limit: number | Placeholder = -1) {
  return select(connection, fields, (from) =>
    from.from(actions).leftJoin(hands, eq(hands.action, actions.id)).where(where).orderBy(asc(actions.id)).limit(limit),
  );
}

/** The actions with these numbers; one that does not exist is left out. */
export function actionsById(connection: Connection): (ids: number[]) => Map<number, Action> {
  const byIds = query(connection, sql`${actions.id} in (select value from json_each(${sql.placeholder("ids")}))`);
  return (ids) => new Map(byIds.all({ ids: JSON.stringify(ids) }).map((action) => [action.id, action]));
}

function handWrites(connection: Connection) {
  const { db } = connection;
  const remove = write(connection, db.delete(hands).where(eq(hands.action, sql.placeholder("action"))));
  const put = write(
    connection,
    db
      .insert(hands)
      .values(slots(hands))
      .onConflictDoUpdate({ target: hands.action, set: { at: sql`excluded.at` } }),
  );
  return (action: number, at: Instant | null) => (at === null ? remove({ action }) : put({ action, at }));
}

/** What a person changes, for `commit`. */
export function actionWrites(connection: Connection) {
  const { db } = connection;
  const insert = write(connection, db.insert(actions).values(slots(actions)));
  const update = perColumns(connection, actions, (names) =>
    db
      .update(actions)
      .set(names.length > 0 ? slots(actions, names) : { id: sql`id` })
      .where(and(eq(actions.id, sql.placeholder("whereId")), eq(actions.revision, sql.placeholder("whereRevision")))),
  );
  const putHand = handWrites(connection);
  return {
    add: (row: Action) => {
      insert(toRow(row));
      if (row.nextAt !== null && row.deletedAt === null) putHand(row.id, row.nextAt);
    },
    /** False when the revision is another one. A deleted action loses its hand. */
    set: (id: number, expectRevision: number, patch: Partial<Action>) => {
      if (update(toRow(patch), { whereId: id, whereRevision: expectRevision }) === 0) return false;
      if (typeof patch.deletedAt === "number") putHand(id, null);
      else if (patch.nextAt !== undefined) putHand(id, patch.nextAt);
      return true;
    },
  };
}

/** Moves one clock hand if it is where it is expected to be, and tells whether it was. */
export function handMover(
  connection: Connection,
): (action: number, from: Instant | null, to: Instant | null) => boolean {
  const { db } = connection;
  const here = and(eq(hands.action, sql.placeholder("action")), eq(hands.at, sql.placeholder("from")));
  const move = write(
    connection,
    db
      .update(hands)
      .set(slots(hands, ["at"]))
      .where(here),
  );
  const remove = write(connection, db.delete(hands).where(here));
  const alive = query(connection, and(eq(actions.id, sql.placeholder("action")), isNull(actions.deletedAt)));
  const add = write(connection, db.insert(hands).values(slots(hands)).onConflictDoNothing());
  return (action, from, to) => {
    if (from !== null) return (to === null ? remove({ action, from }) : move({ action, from, at: to })) === 1;
    return to !== null && alive.get({ action }) !== null && add({ action, at: to }) === 1;
  };
}

function clock(connection: Connection): Pick<Port, "due" | "nextAt"> {
  const due = select(connection, fields, (from) =>
    from
      .from(hands)
      .innerJoin(actions, eq(actions.id, hands.action))
      .where(lte(hands.at, sql.placeholder("now")))
      .orderBy(asc(hands.at), asc(hands.action))
      .limit(sql.placeholder("limit")),
  );
  const next = select(connection, { at: hands.at }, (from) => from.from(hands).orderBy(asc(hands.at)).limit(1));
  return {
    due: (now, limit) => due.all({ now, limit }),
    nextAt: () => next.get()?.at ?? null,
  };
}

const live = or(
  isNotNull(hands.at),
  isNotNull(actions.pause),
  isNotNull(actions.event),
  eq(actions.schedule, { type: "manual" }),
  sql`${actions.id} in (select ${runs.action} from ${runs} where ${wakingRun})`,
);

/** Not deleted, and of this chat or person. Where only what is live is wanted, the hands have to be joined. */
export function within(scope: Scope) {
  return and(
    isNull(actions.deletedAt),
    scope.live ? live : undefined,
    scope.chat === undefined ? undefined : eq(actions.chat, scope.chat),
    scope.owner === undefined ? undefined : eq(actions.owner, scope.owner),
  );
}

export function actionPort(connection: Connection): Port {
  const { db } = connection;
  const byId = query(connection, eq(actions.id, sql.placeholder("id")));
  const bySource = query(
    connection,
    and(eq(actions.sourceChat, sql.placeholder("chat")), eq(actions.sourceMessage, sql.placeholder("message"))),
  );
  const children = query(
    connection,
    and(hasParent, eq(actions.parent, sql.placeholder("parent")), isNull(actions.deletedAt)),
  );
  // Found by their event, so that order is made afterwards.
  const awaiting = select(connection, fields, (from) =>
    from
      .from(actions)
      .leftJoin(hands, eq(hands.action, actions.id))
      .where(
        sql`${awaitsEvent} and ${actions.event} in (select value from json_each(${sql.placeholder("events")})) and ${isNull(actions.deletedAt)}`,
      ),
  );
  const page = query(
    connection,
    and(isNull(actions.deletedAt), gt(actions.id, sql.placeholder("afterId"))),
    sql.placeholder("limit"),
  );
  const move = handMover(connection);
  const soonest = (a: Action, b: Action) =>
    (a.nextAt ?? Number.MAX_VALUE) - (b.nextAt ?? Number.MAX_VALUE) || a.id - b.id;
  return {
    get: (id) => byId.get({ id }),
    list: (scope) => query(connection, within(scope)).all({}).sort(soonest),
    count: (scope) => {
      const from = db.select({ n: count() }).from(actions).leftJoin(hands, eq(hands.action, actions.id));
      return from.where(within(scope)).get()?.n ?? 0;
    },
    children: (parent) => children.all({ parent }),
    bySource: (source) => bySource.all({ ...source }),
    awaiting: (events) => awaiting.all({ events: JSON.stringify(events) }).sort((a, b) => a.id - b.id),
    ...clock(connection),
    page: (afterId, limit) => page.all({ afterId, limit }),
    rehand: atomic(
      connection,
      (given) => given.filter(({ id, expectNextAt, nextAt }) => move(id, expectNextAt, nextAt)).length,
    ),
  };
}
