/** Open failures, and the times when nothing is raised. */
import { and, asc, desc, eq, getTableColumns, gt, lt, lte, sql } from "drizzle-orm";
import type { Escalation, Maintenance } from "../core/escalation.ts";
import type { Store } from "../core/store.ts";
import type { Connection, Sync } from "./connection.ts";
import { openEscalation, steppingEscalation } from "./schema-escalations.ts";
import { perColumns, select, slots, write } from "./statement.ts";
import { escalations, maintenance } from "./tables.ts";

const fields = getTableColumns(escalations);

export function escalationWrites(connection: Connection) {
  const { db } = connection;
  const insert = write(connection, db.insert(escalations).values(slots(escalations)).onConflictDoNothing());
  const update = perColumns(connection, escalations, (names) =>
    db
      .update(escalations)
      .set(slots(escalations, names))
      .where(
        and(eq(escalations.id, sql.placeholder("whereId")), eq(escalations.revision, sql.placeholder("whereRevision"))),
      ),
  );
  const putMaintenance = write(
    connection,
    db
      .insert(maintenance)
      .values(slots(maintenance))
      .onConflictDoUpdate({ target: maintenance.id, set: { until: sql`excluded.until_at` } }),
  );
  return {
    /** False when one is open for the same cause. */
    add: (row: Escalation) => insert({ ...row }) === 1,
    /** False when somebody was faster. */
    set: (id: number, revision: number, patch: Partial<Escalation>) =>
      update({ ...patch }, { whereId: id, whereRevision: revision }) === 1,
    /** A second row of the same number only moves its end. */
    putMaintenance: (row: Maintenance) => {
      putMaintenance({ ...row });
    },
  };
}

export function escalationPort(connection: Connection): Sync<Store["escalations"]> {
  const byId = select(connection, fields, (from) =>
    from.from(escalations).where(eq(escalations.id, sql.placeholder("id"))),
  );
  const last = select(connection, fields, (from) =>
    from
      .from(escalations)
      .where(eq(escalations.cause, sql.placeholder("cause")))
      .orderBy(desc(escalations.id))
      .limit(1),
  );
  const open = select(connection, fields, (from) =>
    from.from(escalations).where(openEscalation).orderBy(asc(escalations.id)),
  );
  const openOf = select(connection, fields, (from) =>
    from
      .from(escalations)
      .where(
        sql`${openEscalation} and ${escalations.action} in (select value from json_each(${sql.placeholder("actions")}))`,
      )
      .orderBy(asc(escalations.id)),
  );
  const due = select(connection, fields, (from) =>
    from
      .from(escalations)
      .where(and(steppingEscalation, lte(escalations.nextStepAt, sql.placeholder("now"))))
      .orderBy(asc(escalations.nextStepAt), asc(escalations.id))
      .limit(sql.placeholder("limit")),
  );
  const next = select(connection, { at: escalations.nextStepAt }, (from) =>
    from.from(escalations).where(steppingEscalation).orderBy(asc(escalations.nextStepAt)).limit(1),
  );
  return {
    get: (id) => byId.get({ id }),
    last: (cause) => last.get({ cause }),
    open: () => open.all(),
    openOf: (actions) => openOf.all({ actions: JSON.stringify(actions) }),
    due: (now, limit) => due.all({ now, limit }),
    nextStepAt: () => next.get()?.at ?? null,
  };
}

export function maintenancePort(connection: Connection): Sync<Store["maintenance"]> {
  const ahead = select(connection, getTableColumns(maintenance), (from) =>
    from
      .from(maintenance)
      .where(gt(maintenance.until, sql.placeholder("now")))
      .orderBy(asc(maintenance.until), asc(maintenance.id)),
  );
  const byId = select(connection, getTableColumns(maintenance), (from) =>
    from.from(maintenance).where(eq(maintenance.id, sql.placeholder("id"))),
  );
  const between = select(connection, getTableColumns(maintenance), (from) =>
    from
      .from(maintenance)
      .where(and(gt(maintenance.until, sql.placeholder("from")), lt(maintenance.from, sql.placeholder("to"))))
      .orderBy(asc(maintenance.until), asc(maintenance.id)),
  );
  return {
    get: (id) => byId.get({ id }),
    between: (from, to) => between.all({ from, to }),
    ahead: (now) => ahead.all({ now }).sort((a, b) => a.from - b.from || a.id - b.id),
  };
}
