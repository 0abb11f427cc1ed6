/**
 * The life of the process: configuration, lock and database, parts, readiness; then signals, and everything in
 * reverse. Exit codes: 0 fine, 1 wrong configuration, 3 newer schema, 4 another process runs, 5 another poller,
 * 6 unusable database.
 */
import { join } from "node:path";
import { tellOwners } from "./app/engine/notices.ts";
import { type BelfryFile, openBelfryFile } from "./belfry-file.ts";
import { noteBuild } from "./build.ts";
import { hooksOf } from "./calls.ts";
import { checkSettings } from "./checks.ts";
import { compose, type Running } from "./compose.ts";
import { type Config, readConfig } from "./config.ts";
import { diskFiles } from "./disk-files.ts";
import { hookRoutes } from "./http/hooks.ts";
import { routes, startHttp } from "./http/server.ts";
import { openChildren } from "./kinds/check/command/children.ts";
import { findContainment } from "./kinds/check/command/containment.ts";
import { createLog, outliveReader } from "./log.ts";
import { startPlayground } from "./playground/server.ts";
import { StoreError } from "./store/errors.ts";
import { openStore } from "./store/open.ts";
import { systemClock } from "./time/clock.ts";
import { BadWorkspace, openWorkspace } from "./workspace.ts";

/** Milliseconds from the first SIGTERM until running work is given up. */
const grace = 25_000;
/** Milliseconds between two looks at belfry.toml. */
const lookEvery = 5_000;

/** Runs until a signal or a fatal error; sets the exit code. */
export async function start(env: Record<string, string | undefined>): Promise<void> {
  process.umask(0o077);
  outliveReader(process.stdout);
  const read = readConfig(env);
  if ("problems" in read) return refuse(1, read.problems.join("\n"));
  const parts: Stop[] = [];
  try {
    await startParts(read.config, env, parts);
  } catch (error) {
    await stopAll(parts);
    const known = explain(error, read.config);
    if (!known) throw error;
    refuse(known.exitCode, known.message);
  }
}

type Stop = () => Promise<void>;

async function startParts(given: Config, inherited: Record<string, string | undefined>, parts: Stop[]): Promise<void> {
  const dataDir = given.token === null ? join(given.dataDir, "playground") : given.dataDir;
  const log = createLog({ level: given.logLevel, secrets: given.token === null ? [] : [given.token] });
  const clock = systemClock((error) => log.error({ error: String(error) }, "an alarm failed"));
  // Its lock comes first: a second process must not touch what the first one works with.
  const store = await openStore({ dataDir, log, now: () => clock.now() });
  parts.push(() => store.close());
  noteBuild(given.dataDir, log);
  const path = join(dataDir, "belfry.toml");
  const file = openBelfryFile(path, diskFiles(path));
  const looked = file.look();
  if (looked.news === "broken") throw new BadFile(looked.problems.join("\n"));
  const workspace = openWorkspace(given.workspace, dataDir);
  const started: { running: Running | null } = { running: null };
  const calls = hookRoutes(
    () => started.running && hooksOf(started.running.belfry),
    () => clock.monotonic(),
  );
  const door = routes(() => started.running?.health() ?? ["starting"], calls);
  const { config, members, page, url } = await listen({ ...given, dataDir }, door, parts);
  const finish = endOnce(parts);
  const containment = await findContainment();
  if (process.pid === 1)
    log.warn({}, "Belfry is process 1 here, and dead processes pile up: start it below an init such as tini");
  const children = await openChildren(join(dataDir, "children"), log);
  const checks = checkSettings(file, { workspace, inherited, containment, children });
  const publicUrl = () => given.publicUrl ?? url;
  const running = await compose({ config, members, clock, log, store, file, publicUrl, say, checks, fatal: finish });
  started.running = running;
  parts.push(keepReading(file, running));
  parts.push(() => running.stop(grace));
  onSignals(finish);
  await running.start();
  say(page ? `Belfry is ready. Open ${page}` : "Belfry is ready.");
}

/** What was wrong with belfry.toml at the start, when there is nothing yet that could go on to hold. */
class BadFile extends Error {}

/** Looks whether belfry.toml has changed; returns what ends that. */
function keepReading(file: BelfryFile, { belfry }: Running): Stop {
  const tell = async (code: "badFile" | "goodFile", args: { problem?: string }) => {
    await belfry.store.commit(await tellOwners(belfry, `file/${belfry.clock.now()}`, code, args));
    belfry.wake();
  };
  const look = async () => {
    const wasBroken = file.problems().length > 0;
    const looked = file.look();
    if (looked.news === "loaded") {
      belfry.log.info({}, "belfry.toml was read anew");
      if (wasBroken) await tell("goodFile", {});
    } else if (looked.news === "broken") {
      belfry.log.warn({ problems: looked.problems }, "belfry.toml is broken; what was read before goes on to hold");
      await tell("badFile", { problem: looked.problems.join("\n").slice(0, 1_000) });
    }
  };
  const failed = (error: unknown) => belfry.log.error({ error: String(error) }, "belfry.toml could not be looked at");
  const timer = setInterval(() => void look().catch(failed), lookEvery).unref();
  return async () => clearInterval(timer);
}

/** Opens the port. Without a token a local Telegram with data of its own is behind it as well. */
async function listen(config: Config, door: ReturnType<typeof routes>, parts: Stop[]) {
  const { dataDir, port, host } = config;
  if (config.token !== null) {
    const server = await startHttp(door, host, port);
    parts.push(() => server.close());
    return { config: { ...config, token: config.token }, members: [], page: null, url: server.url };
  }
  const telegram = await startPlayground({ dataDir: join(dataDir, "telegram"), port, host, more: door });
  parts.push(() => telegram.close());
  const { token, apiRoot } = telegram;
  const having = (standing: string) => telegram.people.filter((one) => one.standing === standing).map((one) => one.id);
  return {
    config: { ...config, token, apiRoot, owners: having("owner") },
    members: having("member"),
    page: telegram.url,
    url: telegram.url,
  };
}

/** Stops everything in reverse, once, and ends the process with the code. */
function endOnce(parts: Stop[]): (exitCode: number, why?: string) => void {
  const begun = { yes: false };
  return (exitCode, why) => {
    if (begun.yes) return;
    begun.yes = true;
    if (why) process.stderr.write(`${why}\n`);
    void stopAll(parts).finally(() => process.exit(exitCode));
  };
}

async function stopAll(parts: Stop[]): Promise<void> {
  for (const stop of parts.reverse())
    await stop().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
}

/** The first signal ends in order, the second at once. */
function onSignals(finish: (exitCode: number) => void): void {
  const seen = { count: 0 };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      seen.count += 1;
      if (seen.count > 1) process.exit(130);
      say("Stopping in order. The same signal again stops at once.");
      finish(0);
    });
  }
}

function explain(error: unknown, { host, port }: Config): { exitCode: number; message: string } | null {
  if (error instanceof BadFile || error instanceof BadWorkspace) return { exitCode: 1, message: error.message };
  if (error instanceof StoreError) return { exitCode: error.exitCode, message: error.message };
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return { exitCode: 1, message: `Port ${port} is taken. Set BELFRY_PORT to another one, or to 0 for any.` };
  if (syscall === "listen" || syscall === "getaddrinfo")
    return { exitCode: 1, message: `BELFRY_HOST is ${host}, and this machine cannot listen there (${code}).` };
  return null;
}

function refuse(exitCode: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
