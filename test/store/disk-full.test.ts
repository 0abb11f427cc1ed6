import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/core/store.ts";
import { folder, openIn } from "./folder.ts";
import { can, fillDisk, mountable, mountTmpfs, storeIn } from "./others.ts";

const kibibyte = 1024;

const note = (key: string, size = 1) => [{ do: "putMeta", key, value: "x".repeat(size) } as const];

/** Number of writes that were acknowledged before one failed, and how that one failed. */
async function writeUntilFull(store: Store): Promise<{ acknowledged: number; code: string }> {
  for (let acknowledged = 0; ; acknowledged += 1) {
    try {
      await store.commit(note(`n${acknowledged}`, 3_000));
    } catch (error) {
      return { acknowledged, code: (error as { code: string }).code };
    }
  }
}

describe("a full disk", () => {
  it.skipIf(!mountable)("is told, keeps what was acknowledged, and is over when space is freed", async () => {
    const dataDir = join(folder(), "small");
    mountTmpfs(dataDir, "size=4m");
    const options = { reserve: 512 * kibibyte, minFree: 256 * kibibyte };
    const store = await openIn(dataDir, options);
    expect(await store.writable()).toBe(true);
    fillDisk(join(dataDir, "filler"));
    expect(await store.writable()).toBe(false);
    const { acknowledged, code } = await writeUntilFull(store);
    expect(code).toBe("diskFull");
    expect(existsSync(join(dataDir, "reserve"))).toBe(false);
    await store.commit(note("the owner is told"));

    rmSync(join(dataDir, "filler"));
    expect(await store.writable()).toBe(true);
    expect(existsSync(join(dataDir, "reserve"))).toBe(true);
    await store.commit(note("afterwards"));
    await store.close();
    const again = await openIn(dataDir, options);
    for (let index = 0; index < acknowledged; index += 1) expect(await again.meta.get(`n${index}`)).toHaveLength(3_000);
    expect(await again.meta.get(`n${acknowledged}`)).toBeNull();
    expect(await again.meta.get("the owner is told")).toBe("x");
  });

  it.skipIf(!mountable)("does not keep Belfry from starting while it has its reserve", async () => {
    const dataDir = join(folder(), "small");
    mountTmpfs(dataDir, "size=4m");
    const options = { reserve: 512 * kibibyte, minFree: 0 };
    await (await openIn(dataDir, options)).close();
    fillDisk(join(dataDir, "filler"));
    const store = await openIn(dataDir, options);
    await store.commit(note("the owner is told"));
    await store.close();
    fillDisk(join(dataDir, "filler"));
    await expect(openIn(dataDir, options)).rejects.toMatchObject({ name: "StoreError", exitCode: 6 });
  });

  it.skipIf(!can("prlimit", "--version"))("a write that fails for another reason is told the same way", async () => {
    const dataDir = folder();
    const other = storeIn(dataDir, "fill", 1024 * kibibyte);
    const [acknowledged = "", code] = (await other.said()).split(" ");
    expect(code).toBe("diskFull");
    expect(Number(acknowledged)).toBeGreaterThan(5);
    await other.kill();
    const store = await openIn(dataDir);
    for (let index = 0; index < Number(acknowledged); index += 1) {
      expect(await store.meta.get(`fill/${index}`)).toHaveLength(20_000);
    }
  });
});
