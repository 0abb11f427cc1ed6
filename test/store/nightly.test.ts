import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { tooMany } from "../../src/store/nightly.ts";
import { action, add, start } from "../contracts/store-rows.ts";
import { folder, openIn } from "./folder.ts";

const day = 86_400_000;

describe("the nightly copy", () => {
  it("holds what was there, can be opened, and is nobody else's to read", async () => {
    const dataDir = folder();
    const store = await openIn(dataDir);
    await store.commit([add.action(action(1)), add.action(action(2))]);
    const path = await store.past.backUp(start);
    await store.commit([add.action(action(3))]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataDir, "backups"))).toHaveLength(1);
    const elsewhere = folder();
    writeFileSync(join(elsewhere, "belfry.db"), readFileSync(path));
    const restored = await openIn(elsewhere);
    expect((await restored.actions.list({})).map(({ id }) => id)).toEqual([1, 2]);
  });

  it("is made while writing goes on", async () => {
    const store = await openIn(folder());
    await store.commit([add.action(action(1))]);
    const copying = store.past.backUp(start);
    for (let id = 2; id < 200; id++) await store.commit([add.action(action(id))]);
    const copy = new Database(await copying, { readonly: true });
    const count = copy.prepare("select count(*) from actions").pluck().get();
    copy.close();
    expect(count).toBeGreaterThanOrEqual(1);
  });

  it("that does not pass is not kept", async () => {
    const dataDir = folder();
    const store = await openIn(dataDir);
    await store.commit(Array.from({ length: 300 }, (_, i) => add.action(action(i + 1))));
    await store.close();
    const path = join(dataDir, "belfry.db");
    const pages = readFileSync(path);
    const opened = await openIn(dataDir);
    // Under the running process, as a failing disk would.
    const at = pages.indexOf("Action 150");
    pages.fill(0xff, at - (at % 4096), at - (at % 4096) + 64);
    writeFileSync(path, pages);
    await expect(opened.past.backUp(start)).rejects.toThrow();
    expect(readdirSync(join(dataDir, "backups"))).toEqual([]);
  });

  it("is one of seven days and four weeks", () => {
    const names = Array.from({ length: 60 }, (_, i) => `belfry-${start - i * day}-v4.db`);
    const left = names.filter((name) => !tooMany([...names, "notes.txt"]).includes(name));
    expect(left.slice(0, 7)).toEqual(names.slice(0, 7));
    expect(left.length).toBeGreaterThanOrEqual(9);
    expect(left.length).toBeLessThanOrEqual(10);
    expect(tooMany([...names, "notes.txt"])).not.toContain("notes.txt");
  });
});
