/**
 * Drizzle builds the SQL once, better-sqlite3 runs it many times. Between the two, drizzle's own prepared queries
 * look at every parameter and every column of every row again; here that is decided once, which is twice as fast on
 * the wide rows of the ledger.
 */
import type { Database, RunResult } from "better-sqlite3";
import { Column, getTableColumns, is, Param, Placeholder, type Query, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteSelectBuilder, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Connection } from "./connection.ts";

/** Values of the placeholders, by name. */
type Values = Record<string, unknown>;
type Built = { toSQL(): Query };
type Fields = Record<string, SQLiteColumn | SQL>;

/** `:name` for each of the columns named (all when none is), as values of a statement. */
export function slots<T extends SQLiteTable>(table: T, names = Object.keys(getTableColumns(table))) {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as T["$inferInsert"];
}

/** A statement that writes; returns the number of rows it changed. */
export function write({ raw }: Connection, query: Built): (values: Values) => number {
  const { statement, bind } = compile(raw, query);
  return (values) => statement.run(bind(values)).changes;
}

/** A query for rows made of these columns, or of what SQL computes from them. */
export function select<F extends Fields, Row>(
  { raw, db }: Connection,
  fields: F,
  build: (query: SQLiteSelectBuilder<F, "sync", RunResult>) => Built & { all(): Row[] },
) {
  const { statement, bind } = compile(raw, build(db.select(fields) as SQLiteSelectBuilder<F, "sync", RunResult>));
  const toRow = reader<Row>(fields);
  statement.raw();
  return {
    all: (values: Values = {}): Row[] => (statement.all(bind(values)) as unknown[][]).map(toRow),
    get: (values: Values = {}): Row | null => {
      const found = statement.get(bind(values)) as unknown[] | undefined;
      return found === undefined ? null : toRow(found);
    },
  };
}

/**
 * A statement that differs from call to call only in the columns it sets, prepared for each set of columns when it
 * first occurs. The number of sets is small, since patches are written in code.
 */
export function perColumns(connection: Connection, table: SQLiteTable, build: (names: string[]) => Built) {
  const columns = getTableColumns(table);
  const prepared = new Map<string, (values: Values) => number>();
  return (patch: Values, where: Values = {}): number => {
    const names = Object.keys(patch).filter((name) => name in columns && patch[name] !== undefined);
    const key = names.join();
    let run = prepared.get(key);
    if (run === undefined) {
      run = write(connection, build(names));
      prepared.set(key, run);
    }
    return run({ ...patch, ...where });
  };
}

function compile(raw: Database, query: Built) {
  const { sql: text, params } = query.toSQL();
  const readers = params.map(readerOf);
  return { statement: raw.prepare(text), bind: (values: Values) => readers.map((read) => withoutNul(read(values))) };
}

/**
 * No text in the database holds a NUL: PostgreSQL refuses it, SQLite's functions disagree about it, and a page of
 * zeros in the middle of a text can be told from what was written (see `check.ts`).
 */
function withoutNul(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
}

function readerOf(param: unknown): (values: Values) => unknown {
  if (is(param, Placeholder)) {
    const { name } = param;
    return (values) => values[name];
  }
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder } = param;
    const { name } = param.value;
    return (values) => {
      const value = values[name];
      return value === null || value === undefined ? null : encoder.mapToDriverValue(value);
    };
  }
  return () => param;
}

/** Columns that SQLite gives as they are need no decoding. */
function reader<Row>(fields: Fields): (values: unknown[]) => Row {
  const columns = Object.entries(fields).map(([name, column], index) => ({
    name,
    index,
    decode: is(column, Column) && column.dataType !== "number" && column.dataType !== "string" ? column : null,
  }));
  return (values) => {
    const row: Values = {};
    for (const { name, index, decode } of columns) {
      const value = values[index];
      row[name] = decode === null || value === null ? value : decode.mapFromDriverValue(value);
    }
    return row as Row;
  };
}
