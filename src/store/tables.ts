/** The schema on SQLite. Migrations are generated from this file: `npm run migrations`. */
import { sqliteKit } from "./columns.ts";
import { defineSchema } from "./schema.ts";

export const {
  actions,
  hands,
  runs,
  deliveries,
  digests,
  escalations,
  maintenance,
  hooks,
  approvals,
  inbox,
  questions,
  revisions,
  chats,
  topics,
  people,
  meta,
  conversations,
} = defineSchema(sqliteKit);
