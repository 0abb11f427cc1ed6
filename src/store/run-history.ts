/** What became of the runs of one action, or of all that have something in common. */
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { RunOutcome } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Scope, Store } from "../core/store.ts";
import { within } from "./actions.ts";
import type { Connection, Sync } from "./connection.ts";
import { endedRun, labelledRun } from "./schema.ts";
import { select } from "./statement.ts";
import { actions, runs } from "./tables.ts";

type Port = Sync<
  Pick<
    Store["runs"],
    "history" | "labelled" | "ended" | "finished" | "failures" | "lastActive" | "dueBetween" | "amiss"
  >
>;

const fields = getTableColumns(runs);

/** Outcomes of runs that did what they were for, or tried. */
const didSomething: RunOutcome[] = ["succeeded", "failed", "interrupted"];

/** The plus keeps SQLite on the index of what has labels: it is walked from its newest end until there are enough. */
function labelledRuns(connection: Connection, now: () => Instant): Port["labelled"] {
  const labelled = (scope: Scope) =>
    select(connection, fields, (from) =>
      from
        .from(runs)
        .where(
          and(
            ...[labelledRun, lte(runs.dueAt, sql.placeholder("now"))],
            sql`${sql.placeholder("label")} in (select value from json_each(${runs.labels}))`,
            sql`+${runs.action} in (select ${actions.id} from ${actions} where ${within(scope)})`,
          ),
        )
        .orderBy(desc(runs.dueAt), desc(runs.id))
        .limit(sql.placeholder("limit")),
    );
  return (label, scope, limit) => labelled(scope).all({ label, limit, now: now() });
}

/** Walks the index of what has ended from its newest end; the plus as above. */
function endedRuns(connection: Connection): Port["ended"] {
  const ended = (scope: Scope) =>
    select(connection, fields, (from) =>
      from
        .from(runs)
        .where(
          and(
            ...[endedRun, gte(runs.endedAt, sql.placeholder("at"))],
            sql`+${runs.action} in (select ${actions.id} from ${actions} where ${within(scope)})`,
          ),
        )
        .orderBy(desc(runs.endedAt))
        .limit(sql.placeholder("limit")),
    );
  return (at, scope, limit) => ended(scope).all({ at, limit });
}

function finishedRuns(connection: Connection): Port["finished"] {
  const finished = select(connection, fields, (from) =>
    from
      .from(runs)
      .where(
        and(
          ...[eq(runs.action, sql.placeholder("action")), lt(runs.id, sql.placeholder("below"))],
          inArray(runs.outcome, didSomething),
        ),
      )
      .orderBy(desc(runs.id))
      .limit(sql.placeholder("limit")),
  );
  return (action, limit, below = Number.MAX_SAFE_INTEGER) => finished.all({ action, limit, below });
}

function failureCounter(connection: Connection): Port["failures"] {
  const failed = select(connection, { n: sql<number>`count(*)` }, (from) =>
    from.from(runs).where(
      and(
        ...[eq(runs.action, sql.placeholder("action")), eq(runs.outcome, "failed")],
        ...[gt(runs.endedAt, sql.placeholder("since")), sql`json_extract(${runs.data}, '$.held') is null`],
        sql`${runs.id} > coalesce(
          (select max(n.id) from runs n where n.action = ${sql.placeholder("action")} and n.outcome = 'succeeded'), 0)`,
      ),
    ),
  );
  return (action, since) => failed.get({ action, since })?.n ?? 0;
}

function amissRuns(connection: Connection): Port["amiss"] {
  const { id, action, outcome, reason, count, dueAt } = runs;
  const amiss = (scope: Scope) =>
    select(connection, { id, action, outcome, reason, count, dueAt, title: actions.title }, (from) =>
      from
        .from(runs)
        .innerJoin(actions, eq(actions.id, runs.action))
        .where(
          and(
            ...[endedRun, gte(runs.endedAt, sql.placeholder("from")), ne(runs.outcome, "succeeded")],
            ...[isNull(actions.deletedAt), within(scope)],
          ),
        )
        .orderBy(asc(runs.endedAt), asc(runs.id)),
    );
  return (from, scope) => amiss(scope).all({ from });
}

export function pastRuns(connection: Connection, now: () => Instant): Port {
  const history = select(connection, fields, (from) =>
    from
      .from(runs)
      .where(and(eq(runs.action, sql.placeholder("action")), lte(runs.dueAt, sql.placeholder("now"))))
      .orderBy(desc(runs.id))
      .limit(sql.placeholder("limit")),
  );
  const active = select(connection, fields, (from) =>
    from
      .from(runs)
      .where(
        and(
          eq(runs.action, sql.placeholder("action")),
          or(inArray(runs.outcome, didSomething), gt(runs.rings, 0), eq(runs.state, "waiting")),
        ),
      )
      .orderBy(desc(runs.id))
      .limit(1),
  );
  const between = select(connection, { ...fields, output: sql<string | null>`null` }, (from) =>
    from
      .from(runs)
      .where(
        and(
          ...[eq(runs.action, sql.placeholder("action")), gt(runs.id, sql.placeholder("after"))],
          ...[gte(runs.dueAt, sql.placeholder("from")), lt(runs.dueAt, sql.placeholder("to"))],
        ),
      )
      .orderBy(asc(runs.id))
      .limit(sql.placeholder("limit")),
  );
  return {
    history: (action, limit) => history.all({ action, limit, now: now() }),
    amiss: amissRuns(connection),
    labelled: labelledRuns(connection, now),
    ended: endedRuns(connection),
    finished: finishedRuns(connection),
    failures: failureCounter(connection),
    lastActive: (action) => active.get({ action }),
    dueBetween: (action, from, to, after, limit) => between.all({ action, from, to, after, limit }),
  };
}
