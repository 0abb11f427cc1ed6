/** Topics of groups by their names, as far as Telegram has told them. */
import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { TopicName } from "../core/chat.ts";
import type { Store } from "../core/store.ts";
import type { Connection, Sync } from "./connection.ts";
import { select, slots, write } from "./statement.ts";
import { topics } from "./tables.ts";

const { key: _, ...fields } = getTableColumns(topics);
const ofChat = eq(topics.chat, sql.placeholder("chat"));
const here = and(ofChat, eq(topics.thread, sql.placeholder("thread")));

/** Writes a topic's name; without a name there is no such topic. */
export function topicNamer(connection: Connection): (row: TopicName) => void {
  const { db } = connection;
  const put = write(
    connection,
    db
      .insert(topics)
      .values(slots(topics))
      .onConflictDoUpdate({ target: topics.key, set: { name: sql`excluded.name` } }),
  );
  const drop = write(connection, db.delete(topics).where(here));
  return ({ chat, thread, name }) => {
    if (name === null) drop({ chat, thread });
    else put({ chat, thread, name, key: `${chat}/${thread}` });
  };
}

export function topicPort(connection: Connection): Sync<Store["topics"]> {
  const byPlace = select(connection, fields, (from) => from.from(topics).where(here));
  const all = select(connection, fields, (from) => from.from(topics).where(ofChat).orderBy(asc(topics.name)));
  return { get: (chat, thread) => byPlace.get({ chat, thread }), of: (chat) => all.all({ chat }) };
}
