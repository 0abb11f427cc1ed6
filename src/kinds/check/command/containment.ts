/** What this machine offers to hold a command and everything it starts. Looked for once, at the start. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface Containment {
  /** Path of prlimit(1): memory, processor time and open files of each process are limited. Null: they are not. */
  prlimit: string | null;
  /**
   * unshare(1) with its options: the command gets a namespace of processes and all of them end with it, also those
   * that left its group and session. Null: such runaways outlive the command.
   */
  namespace: string[] | null;
}

export interface CommandLimits {
  /** Read of both outputs together; more, and the command is killed. */
  outputBytes: number;
  /** Writable memory of one process. */
  memoryBytes: number;
  /** Of one command, with all that it has started; more, and they are killed. */
  processes: number;
  /** Of one process. */
  openFiles: number;
  /** Between asking it to end and ending it. */
  graceMs: number;
}

export const defaultLimits: CommandLimits = {
  outputBytes: 1_048_576,
  memoryBytes: 512 * 1_048_576,
  processes: 64,
  openFiles: 1_024,
  graceMs: 5_000,
};

/** Nothing but the process group. */
export const groupOnly: Containment = { prlimit: null, namespace: null };

const run = promisify(execFile);
const folders = ["/usr/bin", "/bin"];
const shell = "/bin/sh";

/** Unprivileged users need a namespace of users first; then programs with rights of their own (sudo) lose them. */
const namespaces = [[], ["--user", "--map-current-user"]].map((options) => [
  ...options,
  "--pid",
  "--fork",
  "--kill-child",
  "--",
]);

export async function findContainment(): Promise<Containment> {
  const prlimit = await first(folders.map((folder) => [`${folder}/prlimit`, "--core=0", "--data=536870912", "--"]));
  const namespace = await first(
    namespaces.flatMap((options) => folders.map((folder) => [`${folder}/unshare`, ...options])),
  );
  return { prlimit: prlimit?.[0] ?? null, namespace };
}

async function first(wrappers: string[][]): Promise<string[] | null> {
  for (const wrapper of wrappers) if (await works(wrapper)) return wrapper;
  return null;
}

/** A try with a command that must come back with its own exit code. */
async function works([program = "", ...options]: string[]): Promise<boolean> {
  try {
    await run(program, [...options, shell, "-c", "exit 7"], { timeout: 5_000 });
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === 7;
  }
}

/**
 * `argv` as it is started. In a namespace a shell is process 1, since that one cannot be asked to end (signals it does
 * not handle are not delivered) and has to collect the dead; the command is given to it as items and its program by
 * its full path, so nothing in it is read by that shell.
 */
export function contained(
  argv: readonly string[],
  to: Containment,
  limits: CommandLimits,
  cpuSeconds: number,
): string[] {
  const namespaced = to.namespace ? [...to.namespace, shell, "-c", '"$@"; exit $?', shell, ...argv] : [...argv];
  if (to.prlimit === null) return namespaced;
  const caps = [`--data=${limits.memoryBytes}`, `--cpu=${cpuSeconds}`, `--nofile=${limits.openFiles}`, "--core=0"];
  return [to.prlimit, ...caps, "--", ...namespaced];
}
