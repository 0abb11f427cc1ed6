import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, openIn } from "./folder.ts";
import { storeIn } from "./others.ts";

describe("one process per data folder", () => {
  it("a second process is told at once, and may start when the first was killed", async () => {
    const dataDir = folder();
    const first = storeIn(dataDir);
    expect(await first.said()).toBe("open");
    await expect(openIn(dataDir)).rejects.toMatchObject({ name: "StoreError", exitCode: 4 });
    expect(await storeIn(dataDir).said()).toBe("exit 4");
    await first.kill();
    const store = await openIn(dataDir);
    expect(await store.meta.get("tenant")).toBe("was here");
  });

  it("a process that stands still keeps what it has", async () => {
    const dataDir = folder();
    const first = storeIn(dataDir);
    expect(await first.said()).toBe("open");
    first.freeze();
    await expect(openIn(dataDir)).rejects.toMatchObject({ name: "StoreError", exitCode: 4 });
  });

  it("a second store in the same process is refused too, and closing lets the next one in", async () => {
    const dataDir = folder();
    const store = await openIn(dataDir);
    await expect(openIn(dataDir)).rejects.toMatchObject({ exitCode: 4 });
    expect(await storeIn(dataDir).said()).toBe("exit 4");
    await store.close();
    await openIn(dataDir);
  });

  it("a copied lock file locks nothing", async () => {
    const dataDir = folder();
    const first = storeIn(dataDir);
    expect(await first.said()).toBe("open");
    const copy = join(folder(), "copy");
    await first.kill();
    cpSync(dataDir, copy, { recursive: true });
    const store = await openIn(copy);
    await openIn(dataDir);
    expect(await store.meta.get("tenant")).toBe("was here");
  });

  it("a start that fails leaves no lock behind", async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, "belfry.db"), "");
    await expect(openIn(dataDir)).rejects.toMatchObject({ exitCode: 6 });
    rmSync(join(dataDir, "belfry.db"));
    await openIn(dataDir);
  });

  it("something else in the place of the lock file is left alone", async () => {
    const dataDir = folder();
    writeFileSync(
      join(dataDir, "belfry.db.lock"),
      "my shopping list, which is longer than a header of SQLite is".repeat(9),
    );
    await expect(openIn(dataDir)).rejects.toMatchObject({ exitCode: 6 });
  });
});
