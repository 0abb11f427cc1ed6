/**
 * Belfry as `npm start` composes it, but its store is watched: at the n-th passing of the failpoint named in FAILPOINT
 * the process dies as by kill -9 (`due.tx@1`) or stands still there (`in.tx.before@1:hang`).
 */
import { join } from "node:path";
import { openBelfryFile } from "../../src/belfry-file.ts";
import { checkSettings } from "../../src/checks.ts";
import { compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { diskFiles } from "../../src/disk-files.ts";
import { openChildren } from "../../src/kinds/check/command/children.ts";
import { findContainment, groupOnly } from "../../src/kinds/check/command/containment.ts";
import { createLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open.ts";
import { systemClock } from "../../src/time/clock.ts";
import { withFailpoints } from "../support/failpoints.ts";

const { FAILPOINT = "", CONTAINED = "", ...env } = process.env;
const [, name, nth, how] = /^([\w.]+)@(\d+)(?::(\w+))?$/.exec(FAILPOINT) ?? [];
const passed = { times: 0 };

const read = readConfig(env);
if ("problems" in read) throw new Error(read.problems.join("\n"));
const { token, ...config } = read.config;
if (token === null) throw new Error("a token is needed");
const log = createLog({ level: "info", secrets: [token] });
const clock = systemClock((error) => log.error({ error: String(error) }, "an alarm failed"));
const store = await openStore({ dataDir: config.dataDir, log, now: () => clock.now() });

const path = join(config.dataDir, "belfry.toml");
const file = openBelfryFile(path, diskFiles(path));
file.look();
const running = await compose({
  file,
  publicUrl: () => "http://127.0.0.1:8788",
  checks: checkSettings(file, {
    ...{ workspace: config.dataDir, inherited: {} },
    containment: CONTAINED === "" ? groupOnly : await findContainment(),
    children: await openChildren(join(config.dataDir, "children"), log),
  }),
  config: { ...config, token },
  members: [],
  clock,
  log,
  store: withFailpoints(store, async (point) => {
    if (point !== name) return;
    passed.times += 1;
    if (passed.times !== Number(nth)) return;
    process.stdout.write(`At ${point}.\n`);
    if (how !== "hang") process.kill(process.pid, "SIGKILL");
    await new Promise(() => {});
  }),
  say: (line) => process.stdout.write(`${line}\n`),
  fatal: (exitCode) => process.exit(exitCode),
});
process.on("SIGTERM", async () => {
  await running.stop(Number(process.env.GRACE_MS ?? 25_000));
  await store.close();
  process.exit(0);
});
await running.start();
process.stdout.write("Belfry is ready.\n");
