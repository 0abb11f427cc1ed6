/**
 * Which processes Belfry has started, kept in a folder: what a killed Belfry leaves running is found by the next one,
 * and ended before anything runs again. A pid alone names nobody, since it is given to others afterwards.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Log } from "../../../core/log.ts";
import { allProcesses, bootId, statOf, wasGiven } from "./proc.ts";

/** Given to each command; with it the processes of a run are known. */
export const keyVariable = "BELFRY_IDEMPOTENCY_KEY";

export interface Children {
  /**
   * Writes down the leader of a group, which must not have done anything yet. Returns what forgets it again.
   * @throws what writing a file throws.
   */
  note(pid: number, key: string): () => void;
}

const noted = z.object({
  pid: z.number().int().min(2),
  /** As /proc tells it. */
  started: z.string().min(1),
  /** The run's, which each process of the group has in its environment. */
  key: z.string().min(1),
  boot: z.string().min(1),
});

type Noted = z.infer<typeof noted>;

/** A second in all. */
const looks = 20;
const lookMs = 50;

/**
 * Ends what an earlier Belfry with this folder has left running. Nobody else may have the folder.
 * Null where there is no /proc: there nothing is written down and nothing can be found.
 */
export async function openChildren(folder: string, log: Log): Promise<Children | null> {
  const boot = bootId();
  if (boot === null) {
    log.warn(
      {},
      "this system has no /proc: what a command does when Belfry is killed cannot be ended at the next start",
    );
    return null;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = readdirSync(folder).map((name) => join(folder, name));
  await endAll(
    files.flatMap(read).filter((one) => one.boot === boot && isOurs(one)),
    log,
  );
  for (const file of files) rmSync(file, { recursive: true });
  return {
    note(pid, key) {
      const started = statOf(pid)?.started ?? "";
      const file = join(folder, `${pid}.json`);
      writeFileSync(file, JSON.stringify({ pid, started, key, boot } satisfies Noted), { mode: 0o600 });
      return () => rmSync(file, { force: true });
    },
  };
}

/** A file that was not written to its end is of a process that was not let go. */
function read(file: string): Noted[] {
  try {
    return [noted.parse(JSON.parse(readFileSync(file, "utf8")))];
  } catch {
    return [];
  }
}

/**
 * The leader lives, and is the one it was; or it has gone and others of the group live on: then nobody else can have
 * got its pid, but a group of the same number may have come and lost its leader as well, so they must have the run's key.
 */
function isOurs({ pid, started, key }: Noted): boolean {
  const leader = statOf(pid);
  if (leader) return leader.started === started;
  return living(pid).some((member) => wasGiven(member.pid, keyVariable, key));
}

function living(group: number) {
  return allProcesses().filter((one) => one.group === group && !one.dead);
}

async function endAll(orphans: Noted[], log: Log): Promise<void> {
  for (const { pid, key } of orphans) {
    log.warn({ pid, run: key }, "a command was still running from before; it is ended");
    signal(pid, "SIGTERM");
  }
  for (const { pid } of await leftOf(orphans)) signal(pid, "SIGKILL");
  for (const { pid, key } of await leftOf(orphans)) log.error({ pid, run: key }, "a command cannot be ended");
}

/** Those of which something lives on after a second. */
async function leftOf(orphans: Noted[]): Promise<Noted[]> {
  const left = () => orphans.filter((one) => living(one.pid).length > 0 && isOurs(one));
  for (let look = 0; look < looks && left().length > 0; look++) await pause(lookMs);
  return left();
}

/** One that has gone meanwhile, or has changed its user, is left. */
function signal(group: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(-group, name);
  } catch {}
}
