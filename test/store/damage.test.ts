import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { action, add, delivery, fire, help, newRun, start } from "../contracts/store-rows.ts";
import { folder, openIn } from "./folder.ts";
import { mountable, mountTmpfs, sha256, storeIn } from "./others.ts";

const pageSize = 4096;

/** A folder with a database that was closed in order, with rows in every large table and some longer than a page. */
async function filled(): Promise<{ dataDir: string; path: string }> {
  const dataDir = folder();
  const store = await openIn(dataDir);
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  await store.commit(numbers.map((id) => add.action(action(id, { source: { chat: 1, message: id } }))));
  await store.fire(numbers.map((id) => fire(id, start, start + 1)));
  const long = { ...help, text: "é".repeat(6_000) } as typeof help;
  await store.commit(numbers.map((id) => add.delivery(delivery(id, id % 10 === 0 ? { payload: long } : {}))));
  await store.commit(
    [1, 2, 3].map((id) => add.run(newRun(id, start + 9, { state: "settled", output: "o".repeat(20_000) }))),
  );
  await store.close();
  return { dataDir, path: join(dataDir, "belfry.db") };
}

async function refusal(dataDir: string): Promise<{ exitCode: number; message: string } | null> {
  return openIn(dataDir).then(
    async (store) => {
      await store.close();
      return null;
    },
    (error) => error,
  );
}

/** What a check of each page by itself says. */
function sound(path: string): unknown {
  const raw = new Database(path, { readonly: true });
  try {
    return raw.pragma("quick_check", { simple: true });
  } finally {
    raw.close();
  }
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const content = readFileSync(path);
  bytes.copy(content, at);
  writeFileSync(path, content);
}

describe("a database that was damaged while Belfry was stopped", () => {
  it.each([
    ["zeros", () => Buffer.alloc(pageSize)],
    ["noise", () => randomBytes(pageSize)],
  ])("is refused and left as it is, whichever page is overwritten with %s", async (_, bytes) => {
    const { dataDir, path } = await filled();
    const good = join(folder(), "good.db");
    copyFileSync(path, good);
    const missed: number[] = [];
    for (let page = 0; page < statSync(good).size / pageSize; page += 1) {
      copyFileSync(good, path);
      overwrite(path, page * pageSize, bytes());
      const before = sha256(path);
      if ((await refusal(dataDir))?.exitCode !== 6) missed.push(page);
      else expect(sha256(path)).toBe(before);
    }
    expect(missed).toEqual([]);
  });

  it("is refused with the name of the last good backup", async () => {
    const { dataDir, path } = await filled();
    const backups = join(dataDir, "backups");
    mkdirSync(backups);
    for (const name of ["belfry-900-v1.db", "belfry-1000-v1.db", "belfry-1100-v1.db.part"]) {
      copyFileSync(path, join(backups, name));
    }
    overwrite(path, 20 * pageSize, randomBytes(pageSize));
    const refused = await refusal(dataDir);
    expect(refused?.message).toContain(`The last good backup is ${join(backups, "belfry-1000-v1.db")}.`);
    expect(refused?.message).not.toContain("\n");
  });

  it("is found where an older state of a page stands in an index, though each page by itself is sound", async () => {
    const { dataDir, path } = await filled();
    const raw = new Database(path, { readonly: true });
    const page = raw.prepare("select rootpage from sqlite_schema where name = 'hands_at'").pluck().get() as number;
    raw.close();
    const at = (page - 1) * pageSize;
    const older = Buffer.from(readFileSync(path).subarray(at, at + pageSize));
    const store = await openIn(dataDir);
    await store.actions.rehand([{ id: 200, expectNextAt: start + 1, nextAt: start + 5 }]);
    await store.close();
    overwrite(path, at, older);
    expect(sound(path)).toBe("ok");
    expect((await refusal(dataDir))?.exitCode).toBe(6);
  });

  it("is found after a kill as well", async () => {
    const { dataDir, path } = await filled();
    const other = storeIn(dataDir);
    expect(await other.said()).toBe("open");
    await other.kill();
    overwrite(path, 20 * pageSize, Buffer.alloc(pageSize));
    expect((await refusal(dataDir))?.exitCode).toBe(6);
  });
});

describe("something that is no database", () => {
  const broken: [string, (path: string) => void][] = [
    ["a header of zeros", (path) => overwrite(path, 0, Buffer.alloc(100))],
    ["an empty file", (path) => truncateSync(path)],
    ["half a file", (path) => truncateSync(path, 10 * pageSize)],
    ["noise", (path) => writeFileSync(path, randomBytes(50_000))],
    ["text", (path) => writeFileSync(path, "dear diary")],
  ];
  it.each(broken)("such as %s is refused and left as it is", async (_, breakIt) => {
    const { dataDir, path } = await filled();
    breakIt(path);
    const before = sha256(path);
    expect(await refusal(dataDir)).toMatchObject({ name: "StoreError", exitCode: 6 });
    expect(sha256(path)).toBe(before);
  });

  it("such as a folder, somebody else's database or a log alone is refused", async () => {
    const { dataDir, path } = await filled();
    rmSync(path);
    mkdirSync(path);
    expect(await refusal(dataDir)).toMatchObject({ exitCode: 6, message: expect.stringContaining("is a folder") });
    rmSync(path, { recursive: true });
    const foreign = new Database(path);
    foreign.exec("create table recipes (name text)");
    foreign.close();
    expect((await refusal(dataDir))?.exitCode).toBe(6);
    rmSync(path);
    writeFileSync(`${path}-wal`, "x");
    expect((await refusal(dataDir))?.exitCode).toBe(6);
  });

  it("such as a folder that cannot be made is refused", async () => {
    expect((await refusal("/proc/belfry"))?.exitCode).toBe(6);
    const file = join(folder(), "file");
    writeFileSync(file, "");
    expect((await refusal(join(file, "data")))?.exitCode).toBe(6);
  });

  it.skipIf(!mountable)("such as a folder that cannot be written is refused", async () => {
    const { dataDir } = await filled();
    const fixed = join(folder(), "fixed");
    mountTmpfs(fixed, "ro");
    expect((await refusal(fixed))?.exitCode).toBe(6);
    expect(await refusal(dataDir)).toBeNull();
  });
});
