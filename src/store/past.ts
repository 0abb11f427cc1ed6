/** What is old: squashed into digests, forgotten, copied. In small pieces, so that nothing else has to wait. */
import { and, asc, desc, eq, getTableColumns, gte, isNotNull, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Digest } from "../core/digest.ts";
import { Conflict } from "../core/errors.ts";
import type { Run } from "../core/run.ts";
import type { Instant } from "../core/schedule.ts";
import type { LateSlots, PastStore } from "../core/store-past.ts";
import { atomic, type Connection, type Sync } from "./connection.ts";
import { forgetter } from "./forget.ts";
import { endedRun, wakingRun } from "./schema.ts";
import { select, slots, write } from "./statement.ts";
import { digests, runs } from "./tables.ts";

type Port = Sync<Omit<PastStore, "backUp">>;

/** What is less late is not late, milliseconds. */
const LATE = 60_000;
/** Actions looked at in one go. */
const ACTIONS = 200;

/** Settled runs that may be squashed, action by action. */
function oldRuns(connection: Connection): Port["runs"] {
  const action = eq(runs.action, sql.placeholder("action"));
  const following = select(connection, { action: sql<number | null>`min(${runs.action})` }, (from) =>
    from.from(runs).where(sql`${runs.action} > ${sql.placeholder("after")}`),
  );
  const kept = select(connection, { id: runs.id }, (from) =>
    from.from(runs).where(action).orderBy(sql`${runs.id} desc`).limit(1).offset(sql.placeholder("skip")),
  );
  const newest = (outcome: string): SQL =>
    sql`(select max(n.id) from runs n where n.action = ${sql.placeholder("action")} and n.outcome = ${outcome})`;
  const old = select(connection, getTableColumns(runs), (from) =>
    from
      .from(runs)
      .where(
        and(
          ...[action, lt(runs.id, sql.placeholder("below")), lt(runs.dueAt, sql.placeholder("before"))],
          ...[eq(runs.state, "settled"), isNotNull(runs.outcome)],
          ...["succeeded", "failed"].map((outcome) => sql`${runs.id} is not ${newest(outcome)}`),
        ),
      )
      .orderBy(asc(runs.id))
      .limit(sql.placeholder("limit")),
  );
  return (after, { keep, before, limit }) => {
    let at = after;
    for (let looked = 0; looked < ACTIONS; looked++) {
      const next = following.get({ after: at })?.action ?? null;
      if (next === null) return { after: null, runs: [] };
      const below = kept.get({ action: next, skip: keep - 1 })?.id;
      const found: Run[] = below === undefined ? [] : old.all({ action: next, below, before, limit });
      // A full page may not be all of them.
      if (found.length > 0) return { after: found.length === limit ? at : next, runs: found };
      at = next;
    }
    return { after: at, runs: [] };
  };
}

function squasher(connection: Connection): Port["squash"] {
  const { db } = connection;
  const set = slots(digests);
  const put = write(connection, db.insert(digests).values(set).onConflictDoUpdate({ target: digests.key, set }));
  const remove = write(
    connection,
    db
      .delete(runs)
      .where(
        and(eq(runs.state, "settled"), sql`${runs.id} in (select value from json_each(${sql.placeholder("ids")}))`),
      ),
  );
  return atomic(connection, (days: Digest[], ids: number[]) => {
    for (const day of days) {
      const { action, from, outcomes } = day;
      const tried = outcomes.succeeded + outcomes.failed + outcomes.interrupted;
      put({ key: keyOf(action, from), action, from, runs: tried, failed: outcomes.failed, data: day });
    }
    // Counted twice or not at all is worse than a run that stays a day longer.
    if (remove({ ids: JSON.stringify(ids) }) !== ids.length) throw new Conflict(0, "squash");
  });
}

function keyOf(action: number, from: Instant): string {
  return `${action}@${from}`;
}

/** From then on at the earliest, what was due before and had not begun. */
function lateRuns(connection: Connection): Port["late"] {
  const { action, count, outcome, reason, dueAt } = runs;
  const fields = { action, count, outcome, reason, dueAt };
  const at = sql.placeholder("at");
  const due = and(eq(runs.trigger, "schedule"), eq(runs.lead, 0), lte(runs.dueAt, at));
  const begun = sql`coalesce(${runs.startedAt}, ${at}) >= ${at}`;
  const over = select(connection, fields, (from) =>
    from.from(runs).where(and(endedRun, gte(runs.endedAt, at), due, begun)),
  );
  const live = select(connection, fields, (from) => from.from(runs).where(and(wakingRun, due, begun)));
  return (at) => {
    const found = new Map<number, LateSlots & { late: boolean }>();
    for (const run of [...over.all({ at }), ...live.all({ at })]) {
      const slots = found.get(run.action) ?? { action: run.action, missed: 0, runs: false, late: false };
      if (run.outcome === "missed" && run.reason === "away") slots.missed += run.count;
      else if (run.outcome !== "skipped" && run.outcome !== "missed") slots.runs = true;
      slots.late ||= slots.missed > 0 || (slots.runs && at - run.dueAt >= LATE);
      found.set(run.action, slots);
    }
    return [...found.values()].flatMap(({ late, ...slots }) => (late ? [slots] : []));
  };
}

export function pastPort(connection: Connection): Port {
  const between = select(connection, { data: digests.data }, (from) =>
    from
      .from(digests)
      .where(
        and(
          eq(digests.action, sql.placeholder("action")),
          gte(digests.from, sql.placeholder("from")),
          lt(digests.from, sql.placeholder("to")),
        ),
      )
      .orderBy(asc(digests.from)),
  );
  const newest = select(connection, { at: runs.endedAt }, (from) =>
    from.from(runs).where(endedRun).orderBy(desc(runs.endedAt)).limit(1),
  );
  return {
    digests: (actions, from, to) =>
      actions.flatMap((action) => between.all({ action, from, to }).map(({ data }) => data)),
    late: lateRuns(connection),
    lastEnd: () => newest.get()?.at ?? null,
    runs: oldRuns(connection),
    squash: squasher(connection),
    forget: forgetter(connection),
  };
}
