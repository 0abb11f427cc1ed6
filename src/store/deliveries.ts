/** The outbox: what has to reach a chat, first in first out for each. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  ne,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Delivery, firstLane, type NewDelivery } from "../core/delivery.ts";
import type { Instant } from "../core/schedule.ts";
import type { Store } from "../core/store.ts";
import { alarms } from "./alarms.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import { replacer } from "./replacer.ts";
import { queuedDelivery, sendingDelivery, shownCard } from "./schema.ts";
import { perColumns, select, slots, write } from "./statement.ts";
import { chats, deliveries } from "./tables.ts";

type Port = Sync<Store["deliveries"]>;

const { shows: _, ...fields } = getTableColumns(deliveries);

const fresh = {
  channel: "telegram",
  address: null,
  thread: null,
  operation: "send",
  edits: null,
  editsMessage: null,
  answers: null,
  replyTo: null,
  must: true,
  silent: false,
  run: null,
  action: null,
  instead: null,
  escalation: null,
  state: "queued",
  attempts: 0,
  uncertain: 0,
  sentAt: null,
  messageId: null,
  parts: [],
  error: null,
} as const;

function toRow(patch: Partial<Delivery>): Partial<Delivery> & { shows?: string } {
  return patch.payload === undefined ? patch : { ...patch, shows: patch.payload.view };
}

export function deliveryWrites(connection: Connection) {
  const { db } = connection;
  const insert = write(
    connection,
    db.insert(deliveries).values(slots(deliveries)).onConflictDoNothing({ target: deliveries.dedupeKey }),
  );
  const dropQueued = write(
    connection,
    db
      .update(deliveries)
      .set({ state: "dropped" })
      .where(and(eq(deliveries.run, sql.placeholder("run")), queuedDelivery)),
  );
  const replace = replacer(connection);
  return {
    /** A second row with the same dedupe key is ignored. */
    add: (row: NewDelivery) => {
      const added = insert({ ...fresh, ...row, shows: row.payload.view }) === 1;
      if (added && row.operation === "edit") replace(row);
    },
    dropQueued: (run: number) => {
      dropQueued({ run });
    },
  };
}

/** Another delivery of the same chat, by another name. */
const other = alias(deliveries, "other");
/** `queuedDelivery` and `sendingDelivery` for it. */
const otherQueued = sql.raw("other.state = 'queued'");
const otherSending = sql.raw("other.state = 'sending'");

/** True where another delivery of the same chat meets the conditions. */
function another({ db }: Connection, ...conditions: (SQL | undefined)[]) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(other)
      .where(and(eq(other.chat, deliveries.chat), ...conditions)),
  );
}

function resting({ db }: Connection) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(chats)
      .where(and(eq(chats.id, deliveries.chat), isNotNull(chats.blockedAt))),
  );
}

/**
 * The queue of a chat, by number: a delivery waits while one of the chat is being sent, while an earlier one is due
 * too, and while an earlier one is between two tries. It does not wait for one that was meant for later. Nothing waits
 * in a chat that lets nothing in, if it has somewhere else to go.
 */
function queue(connection: Connection): Pick<Port, "due" | "nextDueAt"> {
  const now = sql.placeholder("now");
  const before = sql`${other.id} < ${deliveries.id}`;
  const tried = sql`${other.attempts} > 0`;
  const rests = resting(connection);
  const unless = (waits: SQL | undefined) =>
    and(
      queuedDelivery,
      or(
        and(not(another(connection, otherQueued, before, waits)), not(another(connection, otherSending)), not(rests)),
        and(isNotNull(deliveries.instead), rests),
      ),
    );
  const isDue = and(lte(deliveries.dueAt, now), unless(or(lte(other.dueAt, now), tried)));
  const chatsDue = select(connection, fields, (from) =>
    from
      .from(deliveries)
      .where(and(isDue, lt(deliveries.chat, firstLane)))
      .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
      .limit(sql.placeholder("limit")),
  );
  // Few, and found by their numbers: a long queue of the chats is not walked through for them.
  const lanesDue = select(connection, fields, (from) =>
    from
      .from(deliveries)
      .where(and(isDue, gte(deliveries.chat, firstLane)))
      .orderBy(asc(deliveries.chat), asc(deliveries.id)),
  );
  const heads = {
    telegram: (at: Instant, limit: number) => chatsDue.all({ now: at, limit }),
    outside: (at: Instant) => lanesDue.all({ now: at }).sort((a, b) => a.dueAt - b.dueAt || a.id - b.id),
  };
  const next = select(connection, { at: deliveries.dueAt }, (from) =>
    from.from(deliveries).where(unless(tried)).orderBy(asc(deliveries.dueAt)).limit(1),
  );
  return {
    due: (way, at, limit, withoutChats) => {
      const held = new Set(withoutChats);
      const found = heads[way](at, limit + held.size);
      return found.filter((row) => !held.has(row.chat)).slice(0, limit);
    },
    nextDueAt: () => next.get()?.at ?? null,
  };
}

function claimer(connection: Connection): Port["claim"] {
  const claim = write(
    connection,
    connection.db
      .update(deliveries)
      .set({ state: "sending", attempts: sql`${deliveries.attempts} + 1` })
      .where(and(eq(deliveries.id, sql.placeholder("id")), queuedDelivery)),
  );
  return atomic(connection, (ids: number[]) => ids.filter((id) => claim({ id }) === 1));
}

function updater(connection: Connection): Port["update"] {
  const update = perColumns(connection, deliveries, (names) =>
    connection.db
      .update(deliveries)
      .set(names.length > 0 ? slots(deliveries, names) : { id: sql`id` })
      .where(eq(deliveries.id, sql.placeholder("whereId"))),
  );
  return (id, patch) => {
    update(toRow(patch), { whereId: id });
  };
}

/** Single deliveries and those of a run, newest first. */
function lookups(connection: Connection): Pick<Port, "get" | "byKey" | "byMessage" | "ofRun" | "cardOf" | "lastCard"> {
  const newest = (where: SQL | undefined) =>
    select(connection, fields, (from) => from.from(deliveries).where(where).orderBy(desc(deliveries.id)));
  const byId = newest(eq(deliveries.id, sql.placeholder("id")));
  const byKey = newest(eq(deliveries.dedupeKey, sql.placeholder("key")));
  const chat = eq(deliveries.chat, sql.placeholder("chat"));
  const byMessage = newest(and(chat, eq(deliveries.messageId, sql.placeholder("message"))));
  const ofRun = newest(eq(deliveries.run, sql.placeholder("run")));
  const showing = inArray(deliveries.state, ["queued", "sending", "sent"]);
  const cardOf = newest(
    and(eq(deliveries.action, sql.placeholder("action")), chat, shownCard, ne(deliveries.operation, "delete"), showing),
  );
  const isHere = and(chat, sql`${deliveries.thread} is ${sql.placeholder("thread")}`);
  const late = gte(deliveries.createdAt, sql.placeholder("since"));
  // The plus keeps SQLite on the index of what a chat was shown.
  const theirs = eq(deliveries.answers, sql.placeholder("person"));
  const lastCard = newest(and(isHere, theirs, shownCard, late, sql`+${deliveries.operation} <> 'delete'`, showing));
  return {
    get: (id) => byId.get({ id }),
    byKey: (key) => byKey.get({ key }),
    byMessage: (ref) => byMessage.get({ ...ref }),
    ofRun: (run) => ofRun.all({ run }),
    lastCard: ({ chat, thread }, person, since) => lastCard.get({ chat, thread, person, since }),
    cardOf: (action, of) => cardOf.get({ action, chat: of }),
  };
}

export function deliveryPort(connection: Connection): Port {
  const sending = select(connection, fields, (from) =>
    from.from(deliveries).where(sendingDelivery).orderBy(asc(deliveries.chat), asc(deliveries.id)),
  );
  const amount = (where: SQL) => select(connection, { n: count() }, (from) => from.from(deliveries).where(where));
  const [queued, underWay] = [amount(queuedDelivery), amount(sendingDelivery)];
  const here = eq(deliveries.chat, sql.placeholder("chat"));
  const queuedHere = amount(sql`${queuedDelivery} and ${here}`);
  const underWayHere = amount(sql`${sendingDelivery} and ${here}`);
  return {
    ...lookups(connection),
    ...queue(connection),
    claim: claimer(connection),
    update: updater(connection),
    orphans: () => sending.all(),
    ...alarms(connection, fields),
    waiting: (chat) =>
      chat === undefined
        ? (queued.get()?.n ?? 0) + (underWay.get()?.n ?? 0)
        : (queuedHere.get({ chat })?.n ?? 0) + (underWayHere.get({ chat })?.n ?? 0),
  };
}
