import { appendFileSync, chmodSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrateUp, shippedMigrations } from "../../src/store/migrations.ts";
import { connect, requireFullSync } from "../../src/store/sqlite.ts";
import { action, add } from "../contracts/store-rows.ts";
import { folder, openIn, present } from "./folder.ts";
import { sha256 } from "./others.ts";

/** The shipped migrations and one more. */
function withOneMore(...statements: string[]): string {
  const path = join(folder(), "migrations");
  cpSync(shippedMigrations, path, { recursive: true });
  const journalPath = join(path, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8"));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "next" });
  writeFileSync(journalPath, JSON.stringify(journal));
  writeFileSync(join(path, "next.sql"), statements.join("--> statement-breakpoint\n"));
  return path;
}

/** The first so many of the shipped migrations. */
function upTo(count: number): string {
  const path = join(folder(), "migrations");
  cpSync(shippedMigrations, path, { recursive: true });
  const journalPath = join(path, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8"));
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return path;
}

async function oneAction(): Promise<{ dataDir: string; path: string }> {
  const dataDir = folder();
  const store = await openIn(dataDir);
  await store.commit([add.action(action(1))]);
  await store.close();
  return { dataDir, path: join(dataDir, "belfry.db") };
}

/** Reads one value with a plain connection while nobody else has the file. */
function read(path: string, query: string): unknown {
  const raw = new Database(path, { readonly: true });
  try {
    return raw.prepare(query).pluck().get();
  } finally {
    raw.close();
  }
}

const shipped = () => readdirSync(shippedMigrations).filter((name) => name.endsWith(".sql")).length;

describe("the shape of the database", () => {
  it("is made once, and opening again changes nothing", async () => {
    const { dataDir, path } = await oneAction();
    const schema = "select group_concat(sql) from (select sql from sqlite_schema order by name)";
    const before = read(path, schema);
    const store = await openIn(dataDir);
    expect(await store.actions.get(1)).toEqual(action(1));
    await store.close();
    expect(read(path, schema)).toBe(before);
    expect(read(path, "pragma user_version")).toBe(shipped());
    expect(read(path, "select count(*) from __drizzle_migrations")).toBe(shipped());
    expect(readdirSync(dataDir)).not.toContain("backups");
  });

  it("is brought up after a backup that reads back and that nobody else may read", async () => {
    const { dataDir, path } = await oneAction();
    const migrations = withOneMore("alter table actions add column colour text;");
    const store = await openIn(dataDir, { migrations });
    expect(await store.actions.get(1)).toEqual(action(1));
    await store.close();
    expect(read(path, "pragma user_version")).toBe(shipped() + 1);
    const [backup = ""] = readdirSync(join(dataDir, "backups"));
    const copy = join(dataDir, "backups", backup);
    expect(backup).toBe(`belfry-${present}-v${shipped()}.db`);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(read(copy, "select title from actions")).toBe("Action 1");
    expect(read(copy, "select count(*) from pragma_table_info('actions') where name = 'colour'")).toBe(0);
  });

  it("of before reports went elsewhere is brought up with what its reports were, and nothing else of it", async () => {
    const dataDir = folder();
    const raw = new Database(join(dataDir, "belfry.db"));
    migrateUp(raw, upTo(9));
    const note = raw.prepare("insert into revisions values (?, 'action', 1, ?, ?, 1, 'edited', 1, 0, ?)");
    const image = (kind: string) => ({ kind, title: "It", spec: { what: ["failures"], to: 5 } });
    const stored = [null, image("report"), image("check")].map((one) => one && JSON.stringify(one));
    const [none, report, check] = stored;
    note.run(1, none, report, 1);
    note.run(2, report, report, 2);
    note.run(3, check, check, 3);
    raw.close();
    const { revisions } = await openIn(dataDir);
    const without = { kind: "report", title: "It", spec: { what: ["failures"] } };
    expect((await revisions.get(1))?.before).toBeNull();
    expect([await revisions.get(1), await revisions.get(2)].map((one) => one?.after)).toEqual([without, without]);
    expect((await revisions.get(2))?.before).toEqual(without);
    expect(await revisions.get(3)).toMatchObject({ before: image("check"), after: image("check") });
  });

  it("of before every kind had a rule for what is told is brought up with what its checks told", async () => {
    const dataDir = folder();
    const raw = new Database(join(dataDir, "belfry.db"));
    migrateUp(raw, upTo(14));
    const insert = raw.prepare(
      "insert into actions (id, title, kind, spec, schedule, leads, critical, policies, owner, chat, revision, created_at, updated_at) values (?, 'It', ?, ?, '{}', '[]', 0, ?, 1, 1, 1, 0, 0)",
    );
    const policies = { attempts: 1 };
    const told = (id: number, kind: string, spec: object) =>
      insert.run(id, kind, JSON.stringify(spec), JSON.stringify(policies));
    told(1, "check", { probe: {}, tell: "changes" });
    told(2, "check", { probe: {}, tell: "problems" });
    told(3, "report", { sources: [{ type: "ledger" }], charts: [] });
    told(4, "report", { sources: [{ type: "ledger" }], charts: [{ chart: "counts" }] });
    const image = { kind: "check", spec: { tell: "never" }, policies };
    const note = raw.prepare("insert into revisions values (1, 'action', 1, null, ?, 1, 'edited', 1, 0, 1)");
    note.run(JSON.stringify(image));
    raw.close();
    const { actions, revisions } = await openIn(dataDir);
    const rules = async (id: number) => {
      const action = await actions.get(id);
      return { spec: action?.spec, policies: action?.policies };
    };
    expect(await rules(1)).toEqual({ spec: { probe: {} }, policies: { ...policies, notify: "change" } });
    expect(await rules(2)).toEqual({ spec: { probe: {} }, policies });
    expect(await rules(3)).toMatchObject({ spec: { sources: [{ type: "ledger", digest: true }] } });
    expect(await rules(4)).toMatchObject({ spec: { sources: [{ type: "ledger" }] } });
    const after = { kind: "check", spec: {}, policies: { ...policies, notify: "never" } };
    expect((await revisions.get(1))?.after).toEqual(after);
  });

  it("stays as it was when a migration fails half way, and the backup is named", async () => {
    const { dataDir, path } = await oneAction();
    const migrations = withOneMore("alter table actions add column colour text;", "insert into nowhere values (1);");
    const failing = openIn(dataDir, { migrations });
    await expect(failing).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining("The last good backup is"),
    });
    expect(read(path, "pragma user_version")).toBe(shipped());
    const store = await openIn(dataDir);
    expect(await store.actions.get(1)).toEqual(action(1));
  });

  it("of a newer Belfry is refused, byte for byte as it was", async () => {
    const { dataDir, path } = await oneAction();
    const raw = new Database(path);
    raw.pragma("user_version = 9999");
    raw.close();
    const before = sha256(path);
    await expect(openIn(dataDir)).rejects.toMatchObject({ name: "StoreError", exitCode: 3 });
    expect(sha256(path)).toBe(before);
  });

  it("counts as newer from its first committed migration on, whatever the version says", async () => {
    const { dataDir, path } = await oneAction();
    const raw = new Database(path);
    raw.exec("insert into __drizzle_migrations (hash, created_at) values ('next', 1)");
    raw.close();
    await expect(openIn(dataDir)).rejects.toMatchObject({ exitCode: 3 });
  });

  it("is recovered from the log after a stop that was not orderly", async () => {
    const { dataDir, path } = await oneAction();
    const store = await openIn(dataDir);
    await store.commit([{ do: "putMeta", key: "in the log", value: "yes" }]);
    const copy = folder();
    for (const end of ["", "-wal"]) writeFileSync(join(copy, `belfry.db${end}`), readFileSync(`${path}${end}`));
    appendFileSync(join(copy, "belfry.db-wal"), "torn");
    const again = await openIn(copy);
    expect(await again.meta.get("in the log")).toBe("yes");
  });
});

describe("an open database", () => {
  it("syncs every commit, also after the first write, and refuses to run otherwise", async () => {
    const { path } = await oneAction();
    const raw = connect(path);
    raw.prepare("insert into meta values ('first', 'write')").run();
    expect(raw.pragma("synchronous", { simple: true })).toBe(2);
    expect(raw.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(() => requireFullSync(raw)).not.toThrow();
    raw.pragma("synchronous = normal");
    expect(() => requireFullSync(raw)).toThrow("would not sync");
    raw.close();
  });

  it("is nobody else's to read, with all that lies beside it", async () => {
    const dataDir = join(folder(), "made");
    await openIn(dataDir, { reserve: 1024, minFree: 0 });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const names = readdirSync(dataDir);
    expect(names).toEqual(
      expect.arrayContaining(["belfry.db", "belfry.db-wal", "belfry.db-shm", "belfry.db.lock", "reserve"]),
    );
    for (const name of names) expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it("that others could read is closed to them when it is opened", async () => {
    const { path } = await oneAction();
    chmodSync(path, 0o644);
    connect(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
