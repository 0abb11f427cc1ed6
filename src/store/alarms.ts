/** Deliveries that tell of escalations. */
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Store } from "../core/store.ts";
import type { View } from "../core/view.ts";
import type { Connection, Sync } from "./connection.ts";
import { alarm, queuedDelivery } from "./schema.ts";
import { select, slots, write } from "./statement.ts";
import { deliveries } from "./tables.ts";

type Port = Sync<Store["deliveries"]>;
/** The columns of a delivery. */
type Fields = Omit<typeof deliveries._.columns, "shows">;

/** What was told of escalations, oldest first. */
export function alarms(connection: Connection, fields: Fields): Pick<Port, "alarms" | "ofEscalation"> {
  const late = select(connection, fields, (from) =>
    from
      .from(deliveries)
      .where(
        and(
          eq(deliveries.chat, sql.placeholder("chat")),
          alarm,
          gt(deliveries.createdAt, sql.placeholder("since")),
          eq(deliveries.operation, "send"),
        ),
      )
      .orderBy(asc(deliveries.createdAt), asc(deliveries.id)),
  );
  const ofOne = select(connection, fields, (from) =>
    from
      .from(deliveries)
      .where(and(eq(deliveries.escalation, sql.placeholder("escalation")), alarm))
      .orderBy(asc(deliveries.id)),
  );
  return {
    alarms: (chat, since) => late.all({ chat, since }),
    ofEscalation: (escalation) => ofOne.all({ escalation }),
  };
}

/** Those that are not on their way are not sent any more. */
export function noticeDropper(connection: Connection): (escalation: number) => void {
  const drop = write(
    connection,
    connection.db
      .update(deliveries)
      .set({ state: "dropped" })
      .where(and(eq(deliveries.escalation, sql.placeholder("escalation")), alarm, queuedDelivery)),
  );
  return (escalation) => {
    drop({ escalation });
  };
}

/** Returns false when something was tried with it and must not have been. */
export function rewriter(connection: Connection): (id: number, payload: View, untried: boolean) => boolean {
  const same = eq(deliveries.id, sql.placeholder("whereId"));
  const shows = (where: SQL | undefined) =>
    write(
      connection,
      connection.db
        .update(deliveries)
        .set(slots(deliveries, ["payload", "shows"]))
        .where(where),
    );
  const anyway = shows(same);
  const ifUntried = shows(and(same, queuedDelivery, eq(deliveries.attempts, 0)));
  return (id, payload, untried) => (untried ? ifUntried : anyway)({ payload, shows: payload.view, whereId: id }) === 1;
}
