/** Edits in the outbox that a newer one makes needless. */
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { NewDelivery } from "../core/delivery.ts";
import type { Connection } from "./connection.ts";
import { queuedDelivery } from "./schema.ts";
import { write } from "./statement.ts";
import { deliveries } from "./tables.ts";

/** Earlier edits of the same message that nothing has been tried with: the new one says all they would have said. */
export function replacer(connection: Connection): (row: NewDelivery) => void {
  const drop = (same: SQL) =>
    write(
      connection,
      connection.db
        .update(deliveries)
        .set({ state: "dropped" })
        .where(
          and(
            eq(deliveries.chat, sql.placeholder("chat")),
            queuedDelivery,
            eq(deliveries.operation, "edit"),
            eq(deliveries.attempts, 0),
            ne(deliveries.id, sql.placeholder("id")),
            same,
          ),
        ),
    );
  const byDelivery = drop(eq(deliveries.edits, sql.placeholder("target")));
  const byMessage = drop(eq(deliveries.editsMessage, sql.placeholder("target")));
  return ({ id, chat, edits, editsMessage }) => {
    if (typeof edits === "number") byDelivery({ id, chat, target: edits });
    if (typeof editsMessage === "number") byMessage({ id, chat, target: editsMessage });
  };
}
