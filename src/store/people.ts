/** People and chats, and the few words kept about the whole (`meta`). All of it is small. */
import { asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Chat, Person } from "../core/chat.ts";
import type { Instant } from "../core/schedule.ts";
import type { Store } from "../core/store.ts";
import type { Connection, Sync } from "./connection.ts";
import { perColumns, select, slots, write } from "./statement.ts";
import { chats, conversations, meta, people } from "./tables.ts";

export function peopleWrites(connection: Connection, now: () => Instant) {
  const { db } = connection;
  const createdAt = sql`${sql.placeholder("now")}`;
  const newChat = { type: sql`${sql.placeholder("newType")}`, title: "", granted: false, createdAt };
  const newPerson = { name: "", role: "stranger" as const, createdAt };
  const chat = perColumns(connection, chats, (names) =>
    db
      .insert(chats)
      .values({ ...newChat, ...slots(chats, names) })
      .onConflictDoUpdate({ target: chats.id, set: slots(chats, names) }),
  );
  const person = perColumns(connection, people, (names) =>
    db
      .insert(people)
      .values({ ...newPerson, ...slots(people, names) })
      .onConflictDoUpdate({ target: people.id, set: slots(people, names) }),
  );
  const putPerson = (id: number, patch: Partial<Person>) => {
    person({ ...patch, id }, { now: now() });
  };
  const owners = select(connection, { id: people.id }, (from) => from.from(people).where(eq(people.role, "owner")));
  return {
    /** Makes the chat when it is new: its id tells its type, a group's is below zero. */
    putChat: (id: number, patch: Partial<Chat>) => {
      chat({ ...patch, id }, { now: now(), newType: id < 0 ? "group" : "private" });
    },
    putPerson,
    /** False when there is an owner. */
    claimOwner: (id: number) => {
      if (owners.get()) return false;
      putPerson(id, { role: "owner" });
      return true;
    },
  };
}

export function chatPort(connection: Connection): Sync<Omit<Store["chats"], "migrate">> {
  const fields = getTableColumns(chats);
  const byId = select(connection, fields, (from) => from.from(chats).where(eq(chats.id, sql.placeholder("id"))));
  const list = select(connection, fields, (from) => from.from(chats).orderBy(asc(chats.id)));
  return { get: (id) => byId.get({ id }), list: () => list.all() };
}

export function peoplePort(connection: Connection): Sync<Store["people"]> {
  const where = (condition: SQL) =>
    select(connection, getTableColumns(people), (from) => from.from(people).where(condition).orderBy(asc(people.id)));
  const byId = where(eq(people.id, sql.placeholder("id")));
  const byUsername = where(sql`lower(${people.username}) = lower(${sql.placeholder("username")})`);
  const withRole = where(eq(people.role, sql.placeholder("role")));
  return {
    get: (id) => byId.get({ id }),
    byUsername: (username) => byUsername.get({ username }),
    withRole: (role) => withRole.all({ role }),
  };
}

export function putMeta(connection: Connection): (key: string, value: string) => void {
  const put = write(
    connection,
    connection.db
      .insert(meta)
      .values(slots(meta))
      .onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.value` } }),
  );
  return (key, value) => {
    put({ key, value });
  };
}

export function metaPort(connection: Connection): Sync<Store["meta"]> {
  const byKey = select(connection, { value: meta.value }, (from) =>
    from.from(meta).where(eq(meta.key, sql.placeholder("key"))),
  );
  return { get: (key) => byKey.get({ key })?.value ?? null };
}

export function conversationPort(connection: Connection): Sync<Store["conversations"]> {
  const { db } = connection;
  const here = eq(conversations.key, sql.placeholder("key"));
  const byKey = select(connection, { value: conversations.value }, (from) => from.from(conversations).where(here));
  const put = write(
    connection,
    db
      .insert(conversations)
      .values(slots(conversations))
      .onConflictDoUpdate({ target: conversations.key, set: { value: sql`excluded.value` } }),
  );
  const remove = write(connection, db.delete(conversations).where(here));
  return {
    /** Undefined when there is none, as grammY expects of a storage. */
    read: (key) => byKey.get({ key })?.value,
    write: (key, value) => {
      put({ key, value });
    },
    remove: (key) => {
      remove({ key });
    },
  };
}
