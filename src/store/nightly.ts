/**
 * The nightly copy: made page by page while work goes on, then opened and looked through in a thread of its own, as if
 * it had to be used. Only a copy that passed has a name that `backup.ts` believes.
 */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import type { Instant } from "../core/schedule.ts";
import { madeAt, sync } from "./backup.ts";

/** Pages copied between two turns of everything else: a few milliseconds. */
const PAGES = 500;
/** One copy of each of the last days, one of each of the last weeks. */
const DAYS = 7;
const WEEKS = 4;
const dayMs = 86_400_000;

/** Path of the copy, which nobody else may read. @throws when it cannot be made or does not pass */
export async function backUpOnline(from: Database, folder: string, now: Instant): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const version = Number(from.pragma("user_version", { simple: true }));
  const path = join(folder, `belfry-${now}-v${version}.db`);
  const part = `${path}.part`;
  for (const left of readdirSync(folder).filter((name) => /\.part(?:-\w+)?$/.test(name))) rmSync(join(folder, left));
  closeSync(openSync(part, "w", 0o600));
  try {
    await from.backup(part, { progress: () => PAGES });
    await lookThrough(part, version);
    sync(part);
    renameSync(part, path);
    sync(folder);
  } finally {
    rmSync(part, { force: true });
  }
  for (const old of tooMany(readdirSync(folder))) rmSync(join(folder, old));
  return path;
}

/** Opens it as a database of that shape, counts what is in it and checks every page and index. */
const looking = `
const { parentPort, workerData } = require("node:worker_threads");
const copy = require(workerData.library)(workerData.path);
copy.pragma("journal_mode = delete");
const said = copy.pragma("integrity_check(1)", { simple: true });
const version = copy.pragma("user_version", { simple: true });
copy.prepare("select count(*) from actions").get();
copy.close();
parentPort.postMessage(said !== "ok" ? said : version !== workerData.version ? "it has another shape" : null);
`;

async function lookThrough(path: string, version: number): Promise<void> {
  const library = createRequire(import.meta.url).resolve("better-sqlite3");
  const worker = new Worker(looking, { eval: true, workerData: { library, path, version } });
  const problem = await new Promise<unknown>((done, fail) => {
    worker.once("message", done);
    worker.once("error", fail);
    worker.once("exit", () => fail(new Error("looking through it ended early")));
  });
  if (problem !== null) throw new Error(`the copy does not read back: ${String(problem)}`);
}

/** Names of copies that are neither the newest of one of the last days nor of one of the last weeks that have any. */
export function tooMany(names: readonly string[]): string[] {
  const copies = names
    .flatMap((name) => {
      const at = madeAt(name);
      return at === null ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at);
  const newestOf = (lengthMs: number, most: number) => {
    const firsts = new Map<number, string>();
    for (const { name, at } of copies) {
      const period = Math.floor(at / lengthMs);
      if (!firsts.has(period)) firsts.set(period, name);
    }
    return [...firsts.values()].slice(0, most);
  };
  const keep = new Set([...newestOf(dayMs, DAYS), ...newestOf(7 * dayMs, WEEKS)]);
  return copies.filter(({ name }) => !keep.has(name)).map(({ name }) => name);
}
