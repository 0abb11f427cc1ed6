import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { folder, keepingLog, openIn } from "./folder.ts";
import { lockOf } from "./others.ts";

describe("while another program holds the database", () => {
  it("the process goes on turning and reading, an alarm is logged, and the work is done afterwards", async () => {
    const dataDir = folder();
    const log = keepingLog();
    const store = await openIn(dataDir, { log });
    const other = lockOf(join(dataDir, "belfry.db"));
    expect(await other.said()).toBe("locked");
    const events: string[] = [];
    const writes = [1, 2, 3].map(async (number) => {
      await store.commit([{ do: "putMeta", key: `write ${number}`, value: "done" }]);
      events.push(`write ${number}`);
    });
    expect(await store.writable()).toBe(false);
    let turns = 0;
    let stalls = 0;
    for (let before = performance.now(); log.lines.length === 0; before = performance.now()) {
      await delay(1);
      turns += 1;
      if (performance.now() - before > 200) stalls += 1;
    }
    expect(log.lines).toEqual(["another program holds the database locked"]);
    expect(turns).toBeGreaterThan(100);
    // Waiting inside SQLite would stall the process at every one of 120 tries; a slow machine may stall it at some.
    expect(stalls).toBeLessThan(60);
    expect(await store.meta.get("write 1")).toBeNull();
    other.tell();
    expect(await other.said()).toBe("free");
    events.push("free");
    await Promise.all(writes);
    expect(events).toEqual(["free", "write 1", "write 2", "write 3"]);
    expect(await store.writable()).toBe(true);
    expect(await store.meta.get("write 3")).toBe("done");
  });
});
