import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Log } from "../../src/core/log.ts";
import type { Store } from "../../src/core/store.ts";
import { openStore, type StoreOptions } from "../../src/store/open.ts";
import { start } from "../contracts/store-rows.ts";

/** A folder of its own, gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "belfry-store-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A log that keeps its messages. */
export function keepingLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const keep = (_: object, message: string) => {
    lines.push(message);
  };
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}

/** The present of the stores opened here: what the tests write is past by then. */
export const present = start + 365 * 86_400_000;

/** A store without a reserve file, closed after the test. */
export async function openIn(dataDir: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({
    dataDir,
    log: keepingLog(),
    now: () => present,
    reserve: 0,
    ...options,
  });
  onTestFinished(() => store.close());
  return store;
}
