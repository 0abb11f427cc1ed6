/** The tables of what comes from outside and of what is allowed to go out; see `schema.ts`. */
import type { Kit } from "./columns.ts";

export function hookTable({ table, text, int, instant, uniqueIndex }: Kit) {
  return table(
    "hooks",
    {
      action: int("action").primaryKey(),
      token: text("token").notNull(),
      createdAt: instant("created_at").notNull(),
      calledAt: instant("called_at"),
      exit: int("exit"),
      log: text("log"),
    },
    (t) => [uniqueIndex("hooks_token").on(t.token)],
  );
}

export function approvalTable({ table, text, int, instant }: Kit) {
  return table("approvals", {
    action: int("action").primaryKey(),
    key: text("key").notNull(),
    by: int("by_person").notNull(),
    at: instant("at").notNull(),
  });
}
