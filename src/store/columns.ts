/**
 * The words in which the tables are written. One kit per database gives the same nine words; `schema.ts` uses
 * nothing else, so a second database is a second kit and not a second schema.
 */
import { customType, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** JSON as text. Null is stored as NULL, not as the word `null`. */
const jsonText = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => "text",
  toDriver: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
  fromDriver: (text) => (text === null ? null : JSON.parse(text)),
});

export const sqliteKit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  /** One word of a fixed list. */
  oneOf: <const Words extends [string, ...string[]]>(name: string, words: Words) => text(name, { enum: words }),
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: "boolean" }),
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  instant: (name: string) => integer(name),
  /** Never filtered by: what a query looks for gets a column of its own. */
  json: <T>(name: string) => jsonText(name).$type<T>(),
  index,
  uniqueIndex,
};

export type Kit = typeof sqliteKit;
