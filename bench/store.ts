/**
 * How many runs the store carries per second: due → fire → due → claim → settle in batches of 500 with a sync to
 * disk per transaction, against a hand-written loop (due → next slot and run → outcome) over two tables that hold the
 * same of an action and what is needed of a run, in the same process, turn about.
 *
 *   npx tsx bench/store.ts [rows …]     10000 100000 by default
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Action } from "../src/core/action.ts";
import { runKey } from "../src/core/run.ts";
import type { Store } from "../src/core/store.ts";
import { openStore } from "../src/store/open.ts";

const batch = 500;
const start = 1_800_000_000_000;
const rounds = 3;

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function action(id: number): Action {
  return {
    id,
    title: `Water the plants ${id}`,
    kind: "reminder",
    spec: { text: null },
    schedule: { type: "cron", cron: "0 9 * * *", tz: "Europe/Berlin" },
    leads: [],
    nag: null,
    critical: false,
    silent: false,
    policies: { misfire: "once", misfireWindowMs: null, overlap: "allow", attempts: 3 },
    gates: [],
    labels: [],
    parent: null,
    destination: null,
    owner: 1,
    chat: 1,
    thread: null,
    source: { chat: 1, message: id },
    nextAt: start,
    pause: null,
    skipUntil: null,
    revision: 1,
    createdAt: start,
    updatedAt: start,
    deletedAt: null,
  };
}

/** Milliseconds the work takes. */
async function timed(work: () => Promise<void> | void): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

async function fill(store: Store, rows: number): Promise<void> {
  for (let id = 1; id <= rows; id += batch) {
    const ids = Array.from({ length: Math.min(batch, rows - id + 1) }, (_, index) => id + index);
    await store.commit(ids.map((one) => ({ do: "addAction", row: action(one) })));
  }
}

/** What ticker and runner do, without what they think. */
async function carry(store: Store, now: number, parts: Map<string, number>): Promise<number> {
  const note = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
    const before = performance.now();
    const result = await work();
    parts.set(part, (parts.get(part) ?? 0) + performance.now() - before);
    return result;
  };
  for (;;) {
    const due = await note("actions.due", () => store.actions.due(now, batch));
    if (due.length === 0) break;
    const fires = due.map(({ id, nextAt, revision }) => ({
      action: id,
      expectNextAt: nextAt ?? 0,
      expectRevision: revision,
      nextAt: now + 86_400_000,
      unpause: false,
      runs: [
        { key: runKey(id, now), action: id, slot: now, lead: 0, trigger: "schedule" as const, dueAt: now, missed: 0 },
      ],
    }));
    await note("fire", () => store.fire(fires));
  }
  for (let done = 0; ; ) {
    const open = await note("runs.due", () => store.runs.due(now, batch, []));
    if (open.length === 0) return done;
    const ids = open.map((run) => run.id);
    const claimed = await note("claim", () => store.runs.claim(ids, now));
    const settles = claimed.map(({ run }) => ({
      run: run.id,
      attempt: run.attempts,
      patch: { state: "settled" as const, outcome: "succeeded" as const, endedAt: now },
      changes: [],
    }));
    await note("settle", () => store.runs.settle(settles));
    done += claimed.length;
  }
}

function rawTables(path: string, rows: number): Database.Database {
  const raw = new Database(path);
  raw.pragma("journal_mode = wal");
  raw.pragma("synchronous = full");
  raw.pragma("wal_autocheckpoint = 8000");
  raw.exec(`create table actions (id integer primary key, title text, kind text, spec text, schedule text, policies text,
      owner integer, chat integer, next_at integer, created_at integer);
    create index actions_next on actions (next_at);
    create table runs (id integer primary key, key text unique, action integer, slot integer, state text, outcome text,
      started_at integer, ended_at integer, attempts integer);
    create index runs_action on runs (action)`);
  const insert = raw.prepare("insert into actions values (?, ?, ?, ?, ?, ?, 1, 1, ?, ?)");
  raw.transaction(() => {
    for (let id = 1; id <= rows; id += 1) {
      const { title, kind, spec, schedule, policies } = action(id);
      const [specText, scheduleText, policiesText] = [spec, schedule, policies].map((value) => JSON.stringify(value));
      insert.run(id, title, kind, specText, scheduleText, policiesText, start, start);
    }
  })();
  return raw;
}

interface RawAction {
  id: number;
  spec: string;
  schedule: string;
  policies: string;
  next_at: number;
}

/** Two transactions per batch: next slot and claimed run; outcome. */
function rawCarry(raw: Database.Database, now: number): void {
  const due = raw.prepare("select * from actions where next_at <= ? order by next_at, id limit ?");
  const move = raw.prepare("update actions set next_at = ? where id = ? and next_at = ?");
  const insert = raw.prepare(
    "insert into runs (key, action, slot, state, started_at, attempts) values (?, ?, ?, 'running', ?, 1) on conflict do nothing",
  );
  const settle = raw.prepare(
    "update runs set state = 'settled', outcome = ?, ended_at = ? where id = ? and attempts = 1",
  );
  const claim = raw.transaction((rows: RawAction[]) =>
    rows.map(({ id, next_at, spec, schedule, policies }) => {
      for (const text of [spec, schedule, policies]) JSON.parse(text);
      move.run(now + 86_400_000, id, next_at);
      return insert.run(runKey(id, now), id, now, now).lastInsertRowid;
    }),
  );
  const finish = raw.transaction((ids: (number | bigint)[]) => {
    for (const id of ids) settle.run("succeeded", now, id);
  });
  for (;;) {
    const rows = due.all(now, batch) as RawAction[];
    if (rows.length === 0) return;
    finish(claim(rows));
  }
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function compare(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "belfry-bench-"));
  const store = await openStore({ dataDir: join(folder, "belfry"), log: silent, now: () => start, reserve: 0 });
  const raw = rawTables(join(folder, "raw.db"), rows);
  const parts = new Map<string, number>();
  const ours: number[] = [];
  const theirs: number[] = [];
  await fill(store, rows);
  for (let round = 0; round < rounds; round += 1) {
    const now = start + round * 86_400_000;
    theirs.push(await timed(() => rawCarry(raw, now)));
    ours.push(await timed(async () => void (await carry(store, now, parts))));
  }
  const perSecond = (ms: number) => Math.round((rows * 1000) / ms);
  const [own, ceiling] = [perSecond(median(ours)), perSecond(median(theirs))];
  console.log(`${rows} due: store ${own} runs/s, raw loop ${ceiling} runs/s, ${Math.round((100 * own) / ceiling)} %`);
  for (const [part, ms] of parts) console.log(`  ${part}: ${((ms * 1000) / rows / rounds).toFixed(1)} µs per run`);
  await store.close();
  raw.close();
  rmSync(folder, { recursive: true });
}

const sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000]) await compare(rows);
