/** A process that opens a data folder, for the tests: `tenant.ts <folder> stay|fill`. */
import { setTimeout as delay } from "node:timers/promises";
import { BelfryError } from "../../src/core/errors.ts";
import type { Store } from "../../src/core/store.ts";
import { StoreError } from "../../src/store/errors.ts";
import { openStore } from "../../src/store/open.ts";

const [dataDir = "", doing] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Writes until nothing more fits; says how many writes were acknowledged, and with what it ended. */
async function fill(store: Store): Promise<string> {
  for (let acknowledged = 0; ; acknowledged += 1) {
    try {
      await store.commit([{ do: "putMeta", key: `fill/${acknowledged}`, value: "x".repeat(20_000) }]);
    } catch (error) {
      return `${acknowledged} ${error instanceof BelfryError ? error.code : error}`;
    }
  }
}

try {
  const store = await openStore({ dataDir, log: silent, now: () => 0, reserve: 0 });
  await store.commit([{ do: "putMeta", key: "tenant", value: "was here" }]);
  console.log(doing === "fill" ? await fill(store) : "open");
  await delay(600_000);
} catch (error) {
  console.log(error instanceof StoreError ? `exit ${error.exitCode}` : String(error));
}
