/** A command as a process group, from its start to its end. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import type { Readable } from "node:stream";
import { codeOf } from "../net/dial.ts";
import { Trouble } from "../probe.ts";
import type { Outputs } from "./output.ts";

/** How the command itself ended. */
export interface End {
  /** Null when a signal ended it; 128 and its number where a shell tells of it (Linux). */
  exit: number | null;
  signal: string | null;
}

export interface Group extends Outputs {
  /** Its leader. */
  pid: number;
  /** Rejects with Trouble("start") when it could not be started. Others of the group may live on. */
  ended: Promise<End>;
  /** All of it; one that is gone already, or that has changed its user, is no error here. */
  kill(signal: NodeJS.Signals): void;
}

export interface Start {
  /** Program by its full path, then its arguments. */
  argv: readonly string[];
  cwd: string;
  env: Record<string, string>;
}

/** Behind Belfry, which has to be on time: see nice(1). */
const NICE = 10;

/** The command is its leader, and outlives nobody: its outputs are pipes to this process. */
export function startGroup(start: Start): Group {
  const child = spawnLeader(start, start.argv, ["ignore", "pipe", "pipe"]);
  const { stdout, stderr } = child as ChildProcessByStdio<null, Readable, Readable>;
  const { pid = 0 } = child;
  const ended = endOf(child);
  return { pid, stdout, stderr, earlier: [], keep: () => {}, ended, kill: (signal) => killGroup(pid, signal) };
}

/** @throws Trouble("start") */
export function spawnLeader(
  { cwd, env }: Pick<Start, "cwd" | "env">,
  [program = "", ...rest]: readonly string[],
  stdio: ("ignore" | "pipe" | number)[],
): ChildProcess {
  try {
    const child = spawn(program, rest, { cwd, env, detached: true, stdio });
    if (child.pid !== undefined) setPriority(child.pid, NICE);
    return child;
  } catch (error) {
    throw new Trouble("start", codeOf(error));
  }
}

export async function endOf(child: ChildProcess): Promise<End> {
  try {
    const [exit, signal] = await once(child, "exit");
    return { exit, signal };
  } catch (error) {
    throw new Trouble("start", codeOf(error));
  }
}

export function killGroup(leader: number, signal: NodeJS.Signals): void {
  if (leader === 0) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(codeOf(error))) throw error;
  }
}
