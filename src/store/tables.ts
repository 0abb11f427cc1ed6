/** The schema on SQLite. Migrations are generated from this file: `npm run migrations`. */
import { sqliteKit } from "./columns.ts";
import { defineSchema } from "./schema.ts";

export const {
  actions,
  hands,
  runs,
  deliveries,
  escalations,
  maintenance,
  hooks,
  approvals,
  inbox,
  questions,
  revisions,
  chats,
  people,
  meta,
  conversations,
} = defineSchema(sqliteKit);
