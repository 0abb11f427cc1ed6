/** Days of actions whose runs are squashed; see `schema.ts`. */
import type { Digest } from "../core/digest.ts";
import type { Kit } from "./columns.ts";

export function digestTable({ table, text, int, instant, json, index }: Kit) {
  return table(
    "digests",
    {
      /** Action and begin of the day. */
      key: text("key").primaryKey(),
      action: int("action").notNull(),
      from: instant("from_at").notNull(),
      /** Of `data`, to be added up: those that did something, and those of them that failed. */
      runs: int("runs").notNull(),
      failed: int("failed").notNull(),
      data: json<Digest>("data").notNull(),
    },
    (t) => [index("digests_action").on(t.action, t.from)],
  );
}
