import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * Named tables in one file of JSON lines: `[table, key, value]`, or `[table, key]` for a removal.
 *
 * Each change is one write before anything is answered, so a killed process loses nothing it had accepted. A line torn
 * by a kill is ignored. At opening the file is rewritten with only the newest line of each key (tmp, then rename).
 */
export interface Journal {
  table<Value>(name: string): Table<Value>;
  close(): void;
}

/** A map whose changes are on disk when the call returns. Iterates in the order of first insertion. */
export interface Table<Value> {
  get(key: string): Value | undefined;
  put(key: string, value: Value): void;
  delete(key: string): void;
  values(): Value[];
}

type Rows = Map<string, unknown>;

/** Opens the journal at `path`, creates it when missing. */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const tables = existsSync(path) ? readTables(path) : new Map<string, Rows>();
  compact(path, tables);
  const file = openSync(path, "a", 0o600);
  return {
    table<Value>(name: string): Table<Value> {
      const rows = rowsOf(tables, name) as Map<string, Value>;
      return {
        get: (key) => rows.get(key),
        put(key, value) {
          writeSync(file, line([name, key, value]));
          rows.set(key, value);
        },
        delete(key) {
          if (!rows.delete(key)) return;
          writeSync(file, line([name, key]));
        },
        values: () => [...rows.values()],
      };
    },
    close: () => closeSync(file),
  };
}

function readTables(path: string): Map<string, Rows> {
  const tables = new Map<string, Rows>();
  for (const text of readFileSync(path, "utf8").split("\n")) {
    const entry = parseLine(text);
    if (!entry) continue;
    const [name, key, ...value] = entry;
    if (value.length > 0) rowsOf(tables, name).set(key, value[0]);
    else rowsOf(tables, name).delete(key);
  }
  return tables;
}

function compact(path: string, tables: Map<string, Rows>): void {
  const lines: string[] = [];
  for (const [name, rows] of tables) for (const [key, value] of rows) lines.push(line([name, key, value]));
  writeFileSync(`${path}.tmp`, lines.join(""), { mode: 0o600 });
  renameSync(`${path}.tmp`, path);
}

function parseLine(text: string): [string, string, ...unknown[]] | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rowsOf(tables: Map<string, Rows>, name: string): Rows {
  const known = tables.get(name);
  if (known) return known;
  const rows: Rows = new Map();
  tables.set(name, rows);
  return rows;
}

function line(entry: unknown[]): string {
  return `${JSON.stringify(entry)}\n`;
}
