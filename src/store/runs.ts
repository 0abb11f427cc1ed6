/** The ledger: runs found, claimed and counted. */
import { and, asc, desc, eq, getTableColumns, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { NewRun, Run, RunState } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { Scope, Store } from "../core/store.ts";
import { actionsById, within } from "./actions.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import type { Ids } from "./ids.ts";
import { pastRuns } from "./run-history.ts";
import { endedRun, wakingRun } from "./schema.ts";
import { perColumns, select, slots, write } from "./statement.ts";
import { actions, digests, runs } from "./tables.ts";

type Port = Sync<Omit<Store["runs"], "settle">>;

const fields = getTableColumns(runs);

/** What "nothing happened yet" looks like, for the columns a new run does not name. */
const fresh = {
  slotTo: sql`null`,
  count: sql`1`,
  state: sql`'open'`,
  outcome: sql`null`,
  reason: sql`null`,
  startedAt: sql`null`,
  endedAt: sql`null`,
  attempts: sql`0`,
  crashes: sql`0`,
  missed: sql`0`,
  note: sql`null`,
  rings: sql`0`,
  output: sql`null`,
  data: sql`null`,
  answeredBy: sql`null`,
  labels: sql`null`,
};

/** A settled run wakes no more; see the column. */
function restIfSettled(patch: Partial<Run>): Partial<Run> {
  return patch.state === "settled" ? { ...patch, wakeAt: null } : patch;
}

export function runWrites(connection: Connection, ids: Ids) {
  const { db } = connection;
  const insert = perColumns(connection, runs, (names) =>
    db
      .insert(runs)
      .values({ ...fresh, ...slots(runs, names) })
      .onConflictDoNothing({ target: runs.key }),
  );
  const updateWhere = (...conditions: SQL[]) =>
    perColumns(connection, runs, (names) =>
      db
        .update(runs)
        .set(names.length > 0 ? slots(runs, names) : { id: sql`id` })
        .where(and(eq(runs.id, sql.placeholder("whereId")), ...conditions)),
    );
  const update = updateWhere(sql`${runs.state} in (select value from json_each(${sql.placeholder("whereStates")}))`);
  const drop = write(
    connection,
    db.delete(runs).where(and(eq(runs.id, sql.placeholder("id")), eq(runs.state, "settled"))),
  );
  const settle = updateWhere(eq(runs.state, "running"), eq(runs.attempts, sql.placeholder("whereAttempt")));
  return {
    /** A run whose key exists is left alone. An open run wakes when it is due unless it says otherwise. */
    add: (row: NewRun) => {
      const wakeAt = (row.state ?? "open") === "open" ? row.dueAt : null;
      insert(restIfSettled({ wakeAt, ...row, id: row.id ?? ids.next("run") }));
    },
    /** False when the run is in none of these states. */
    set: (id: number, expectState: RunState[], patch: Partial<Run>) =>
      update(restIfSettled(patch), { whereId: id, whereStates: JSON.stringify(expectState) }) === 1,
    /** False when it is not over, or not there. */
    drop: (id: number) => drop({ id }) === 1,
    /** False when the attempt is no longer the one that runs. */
    settle: (id: number, attempt: number, patch: Partial<Run>) =>
      settle(restIfSettled(patch), { whereId: id, whereAttempt: attempt }) === 1,
  };
}

const claimable = inArray(runs.state, ["open", "waiting"]);

/** Runs that are still to be done, in order of waking. */
function agenda(connection: Connection): Pick<Port, "due" | "nextWakeAt"> {
  const due = select(connection, fields, (from) =>
    from
      .from(runs)
      .where(and(lte(runs.wakeAt, sql.placeholder("now")), claimable))
      .orderBy(asc(runs.wakeAt), asc(runs.id))
      .limit(sql.placeholder("limit")),
  );
  const next = select(connection, { at: runs.wakeAt }, (from) =>
    from
      .from(runs)
      .where(and(isNotNull(runs.wakeAt), claimable))
      .orderBy(asc(runs.wakeAt))
      .limit(1),
  );
  return {
    due: (now, limit, without) => {
      const held = new Set(without);
      const found = due.all({ now, limit: limit + held.size });
      return found.filter((run) => !held.has(run.id)).slice(0, limit);
    },
    nextWakeAt: () => next.get()?.at ?? null,
  };
}

function withActions(connection: Connection) {
  const actionsOf = actionsById(connection);
  return (found: Run[]) => {
    const actions = actionsOf([...new Set(found.map((run) => run.action))]);
    return found.flatMap((run) => {
      const action = actions.get(run.action);
      return action ? [{ run, action }] : [];
    });
  };
}

function claimer(connection: Connection): Port["claim"] {
  const claim = write(
    connection,
    connection.db
      .update(runs)
      .set({
        state: "running",
        attempts: sql`${runs.attempts} + 1`,
        startedAt: sql`coalesce(${runs.startedAt}, ${sql.placeholder("now")})`,
      })
      .where(and(eq(runs.id, sql.placeholder("id")), lte(runs.wakeAt, sql.placeholder("now")), claimable)),
  );
  const byIds = select(connection, fields, (from) =>
    from.from(runs).where(sql`${runs.id} in (select value from json_each(${sql.placeholder("ids")}))`),
  );
  const complete = withActions(connection);
  return atomic(connection, (ids: number[], now: Instant) => {
    const claimed = ids.filter((id) => claim({ id, now }) === 1);
    return complete(byIds.all({ ids: JSON.stringify(claimed) }));
  });
}

function counters(connection: Connection): Pick<Port, "stats" | "since" | "lastFailed"> {
  const counts = {
    runs: sql<number>`count(*) filter (where ${runs.outcome} in ('succeeded', 'failed', 'interrupted'))`,
    failed: sql<number>`count(*) filter (where ${runs.outcome} = 'failed')`,
  };
  const action = eq(runs.action, sql.placeholder("action"));
  const stats = select(connection, counts, (from) => from.from(runs).where(and(action, eq(runs.lead, 0))));
  const last = select(connection, fields, (from) =>
    from
      .from(runs)
      .where(and(action, isNotNull(runs.outcome)))
      .orderBy(desc(runs.id))
      .limit(1),
  );
  const since = select(connection, counts, (from) =>
    from.from(runs).where(and(endedRun, gte(runs.endedAt, sql.placeholder("at")))),
  );
  const sinceOf = (scope: Scope) =>
    select(connection, counts, (from) =>
      from
        .from(runs)
        .innerJoin(actions, eq(actions.id, runs.action))
        .where(and(endedRun, gte(runs.endedAt, sql.placeholder("at")), within(scope))),
    );
  const lastFailed = select(connection, fields, (from) =>
    from
      .from(runs)
      .where(
        and(
          ...[endedRun, eq(runs.outcome, "failed"), gte(runs.endedAt, sql.placeholder("at"))],
          sql`not exists (select 1 from runs newer where newer.action = ${runs.action} and newer.id > ${runs.id})`,
        ),
      )
      .orderBy(asc(runs.id)),
  );
  const squashed = select(
    connection,
    { runs: sql<number>`coalesce(sum(${digests.runs}), 0)`, failed: sql<number>`coalesce(sum(${digests.failed}), 0)` },
    (from) => from.from(digests).where(eq(digests.action, sql.placeholder("action"))),
  );
  const none = { runs: 0, failed: 0 };
  return {
    stats: (id) => {
      const [kept, past] = [stats.get({ action: id }) ?? none, squashed.get({ action: id }) ?? none];
      return { runs: kept.runs + past.runs, failed: kept.failed + past.failed, last: last.get({ action: id }) };
    },
    since: (at, scope) => ({ ...none, ...(scope === undefined ? since : sinceOf(scope)).get({ at }) }),
    lastFailed: (at) => lastFailed.all({ at }),
  };
}

export function runPort(connection: Connection, now: () => Instant): Port {
  const one = (where: SQL) => select(connection, fields, (from) => from.from(runs).where(where));
  const byId = one(eq(runs.id, sql.placeholder("id")));
  const byKey = one(eq(runs.key, sql.placeholder("key")));
  const live = (where: SQL) =>
    select(connection, fields, (from) => from.from(runs).where(and(wakingRun, where)).orderBy(asc(runs.wakeAt)));
  // The plus keeps SQLite from walking through the whole history of each action instead of the few live runs.
  const of = sql`+${runs.action} in (select value from json_each(${sql.placeholder("actions")}))`;
  const waiting = live(sql`${eq(runs.state, "waiting")} and ${of}`);
  const running = live(eq(runs.state, "running"));
  const complete = withActions(connection);
  return {
    get: (id) => byId.get({ id }),
    byKey: (key) => byKey.get({ key }),
    ...agenda(connection),
    claim: claimer(connection),
    ...pastRuns(connection, now),
    waiting: (actions) => waiting.all({ actions: JSON.stringify(actions) }),
    orphans: () => complete(running.all()),
    ...counters(connection),
  };
}
