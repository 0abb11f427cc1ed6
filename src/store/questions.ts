/** Questions that wait for a button or for words. */
import { and, asc, desc, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Question, Store } from "../core/store.ts";
import type { Connection, Sync } from "./connection.ts";
import { openQuestion } from "./schema.ts";
import { select, slots, write } from "./statement.ts";
import { questions } from "./tables.ts";

const fields = getTableColumns(questions);

export function questionWrites(connection: Connection) {
  const { db } = connection;
  const insert = write(connection, db.insert(questions).values(slots(questions)));
  const close = write(
    connection,
    db
      .update(questions)
      .set(slots(questions, ["state"]))
      .where(and(eq(questions.id, sql.placeholder("id")), openQuestion)),
  );
  return {
    add: (row: Question) => {
      insert({ ...row });
    },
    /** False when it is over already. */
    close: (id: number, state: "answered" | "expired") => close({ id, state }) === 1,
  };
}

export function questionPort(connection: Connection): Sync<Store["questions"]> {
  const byId = select(connection, fields, (from) =>
    from.from(questions).where(eq(questions.id, sql.placeholder("id"))),
  );
  const openFor = select(connection, fields, (from) =>
    from
      .from(questions)
      .where(
        and(eq(questions.chat, sql.placeholder("chat")), eq(questions.person, sql.placeholder("person")), openQuestion),
      )
      .orderBy(desc(questions.id)),
  );
  const expired = select(connection, fields, (from) =>
    from
      .from(questions)
      .where(and(openQuestion, lte(questions.expiresAt, sql.placeholder("now"))))
      .orderBy(asc(questions.expiresAt), asc(questions.id))
      .limit(sql.placeholder("limit")),
  );
  const next = select(connection, { at: questions.expiresAt }, (from) =>
    from.from(questions).where(openQuestion).orderBy(asc(questions.expiresAt)).limit(1),
  );
  return {
    get: (id) => byId.get({ id }),
    openFor: (chat, person) => openFor.all({ chat, person }),
    expired: (now, limit) => expired.all({ now, limit }),
    nextExpiry: () => next.get()?.at ?? null,
  };
}
