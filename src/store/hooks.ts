/** Addresses that others may call, and what owners have approved. */
import { eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { Approval } from "../core/approval.ts";
import type { Hook, HookCall } from "../core/hook.ts";
import type { Store } from "../core/store.ts";
import type { Connection, Sync } from "./connection.ts";
import { select, slots, write } from "./statement.ts";
import { approvals, hooks } from "./tables.ts";

export function hookWrites(connection: Connection) {
  const { db } = connection;
  const insert = write(connection, db.insert(hooks).values(slots(hooks)).onConflictDoNothing());
  const call = write(
    connection,
    db
      .update(hooks)
      .set(slots(hooks, ["calledAt", "exit", "log"]))
      .where(eq(hooks.action, sql.placeholder("action"))),
  );
  const approve = write(
    connection,
    db
      .insert(approvals)
      .values(slots(approvals))
      .onConflictDoUpdate({
        target: approvals.action,
        set: { key: sql`excluded.key`, by: sql`excluded.by_person`, at: sql`excluded.at` },
      }),
  );
  const withdraw = write(connection, db.delete(approvals).where(eq(approvals.action, sql.placeholder("action"))));
  return {
    /** False when the action has one. */
    add: ({ last, ...row }: Hook) => insert({ ...row, ...calledAs(last) }) === 1,
    /** False when there is none. */
    call: (action: number, last: HookCall) => call({ action, ...calledAs(last) }) === 1,
    approve: (row: Approval) => {
      approve({ ...row });
    },
    withdraw: (action: number) => {
      withdraw({ action });
    },
  };
}

function calledAs(call: HookCall | null) {
  return { calledAt: call?.at ?? null, exit: call?.exit ?? null, log: call?.log ?? null };
}

export function hookPort(connection: Connection): Sync<Store["hooks"]> {
  const where = (condition: SQL) => {
    const found = select(connection, getTableColumns(hooks), (from) => from.from(hooks).where(condition));
    return (values: Record<string, unknown>): Hook | null => {
      const row = found.get(values);
      if (row === null) return null;
      const { calledAt, exit, log, ...hook } = row;
      return { ...hook, last: calledAt === null ? null : { at: calledAt, exit, log } };
    };
  };
  const byToken = where(eq(hooks.token, sql.placeholder("token")));
  const ofAction = where(eq(hooks.action, sql.placeholder("action")));
  return { byToken: (token) => byToken({ token }), ofAction: (action) => ofAction({ action }) };
}

export function approvalPort(connection: Connection): Sync<Store["approvals"]> {
  const of = select(connection, getTableColumns(approvals), (from) =>
    from.from(approvals).where(eq(approvals.action, sql.placeholder("action"))),
  );
  return { of: (action) => of.get({ action }) };
}
