/**
 * What nothing durable with a ledger can beat on this machine: the smallest tables that could do, a hand-written loop
 * of two transactions per batch of 500 (hand and run; outcome), each synced to disk.
 */
import Database from "better-sqlite3";

const BATCH = 500;
const DAY = 86_400_000;

export function rawTables(path: string, rows: number, due: number): Database.Database {
  const raw = new Database(path);
  raw.pragma("journal_mode = wal");
  raw.pragma("synchronous = full");
  raw.pragma("wal_autocheckpoint = 8000");
  raw.exec(`create table actions (id integer primary key, title text, spec text, next_at integer);
    create index actions_next on actions (next_at);
    create table runs (id integer primary key, action integer, slot integer, state text, outcome text, started integer,
      ended integer, unique (action, slot))`);
  const insert = raw.prepare("insert into actions values (?, ?, ?, ?)");
  raw.transaction(() => {
    for (let id = 1; id <= rows; id++) insert.run(id, `Water the plants ${id}`, "{}", due);
  })();
  return raw;
}

export function rawCarry(raw: Database.Database, now: number): void {
  const due = raw.prepare("select id, title, spec, next_at from actions where next_at <= ? order by next_at limit ?");
  const move = raw.prepare("update actions set next_at = ? where id = ? and next_at = ?");
  const insert = raw.prepare("insert into runs (action, slot, state, started) values (?, ?, 'running', ?)");
  const settle = raw.prepare("update runs set state = 'settled', outcome = ?, ended = ? where id = ?");
  const claim = raw.transaction((rows: { id: number; next_at: number }[]) =>
    rows.map(({ id, next_at }) => {
      move.run(now + DAY, id, next_at);
      return insert.run(id, now, now).lastInsertRowid;
    }),
  );
  const finish = raw.transaction((ids: (number | bigint)[]) => {
    for (const id of ids) settle.run("succeeded", now, id);
  });
  for (;;) {
    const rows = due.all(now, BATCH) as { id: number; next_at: number }[];
    if (rows.length === 0) return;
    finish(claim(rows));
  }
}
