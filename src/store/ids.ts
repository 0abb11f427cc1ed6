/**
 * Numbers of rows, counted in memory from the highest one stored. There is one writer (see `lock.ts`), and whoever
 * prunes a table leaves its newest row (see `forget.ts`), so that no number comes twice.
 */
import { max } from "drizzle-orm";
import type { Entity } from "../core/store.ts";
import type { Connection } from "./connection.ts";
import { actions, deliveries, escalations, inbox, maintenance, questions, revisions, runs } from "./tables.ts";

const tables = {
  action: actions,
  delivery: deliveries,
  escalation: escalations,
  inbox,
  maintenance,
  question: questions,
  revision: revisions,
  run: runs,
} as const;

export interface Ids {
  next(entity: Entity | "inbox"): number;
}

export function countIds({ db }: Connection): Ids {
  const last = new Map<string, number>();
  for (const [entity, table] of Object.entries(tables)) {
    const highest = db
      .select({ id: max(table.id) })
      .from(table)
      .get();
    last.set(entity, highest?.id ?? 0);
  }
  return {
    next: (entity) => {
      const id = (last.get(entity) ?? 0) + 1;
      last.set(entity, id);
      return id;
    },
  };
}
