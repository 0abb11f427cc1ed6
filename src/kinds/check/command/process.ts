/** One command as a process group: started with nothing but what it is given, ended whole, its output read up to a limit. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { setPriority } from "node:os";
import type { Readable, Writable } from "node:stream";
import { codeOf } from "../net/dial.ts";
import { Trouble } from "../probe.ts";
import { crowdWatch } from "./crowd.ts";

export interface Job {
  /** Program by its full path, then its arguments. */
  argv: readonly string[];
  cwd: string;
  env: Record<string, string>;
  timeoutMs: number;
  outputBytes: number;
  /** Of it and all that it starts; more, and they are killed. Only where there is a /proc. */
  processes: number;
  graceMs: number;
  /** Writes down its pid before it is let go, and returns what forgets that; null: it is let go at once. */
  note: ((pid: number) => () => void) | null;
}

export interface Ended {
  /** Null when a signal ended it. */
  exit: number | null;
  signal: string | null;
  /** What ended it: itself, its time, its output, its many processes, or whoever no longer wants it. */
  by: "itself" | "timeout" | "flood" | "processes" | "aborted";
  /** Both outputs as they came, at most `outputBytes`. */
  output: Buffer;
  stdout: Buffer;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** Waits for a line before it becomes the command, which therefore never acts when who started it dies before that. */
const gate = ["/bin/sh", "-c", 'unset PWD; read -r _ <&3 && exec "$@" 3<&-', "sh"];

/** Between two looks at how many processes it has. */
const COUNT_MS = 50;

/** Behind Belfry, which has to be on time: see nice(1). */
const NICE = 10;

/** Waited for after the end, for the rest of an output that something has kept open. */
const DRAIN_MS = 500;

/**
 * Runs it to its end. When the signal is aborted it gets SIGTERM and after `graceMs` SIGKILL, and `by` says so; the
 * same at the end of its time. Once this resolves, nothing of its group is alive.
 * @throws Trouble("start") when there is no such program or it cannot be started.
 */
export function runProcess(job: Job, signal: AbortSignal): Promise<Ended> {
  const { child, forget } = start(job);
  return new Promise((done, fail) => {
    const state: { by: Ended["by"]; exit: number | null; signal: string | null } = {
      by: "itself",
      exit: null,
      signal: null,
    };
    const timers: NodeJS.Timeout[] = [];
    const end = (by: Ended["by"]) => {
      if (state.by !== "itself") return;
      state.by = by;
      kill(child, by === "flood" || by === "processes" ? "SIGKILL" : "SIGTERM");
      timers.push(setTimeout(() => kill(child, "SIGKILL"), job.graceMs));
    };
    const abort = () => end("aborted");
    const output = collect(child, job.outputBytes, () => end("flood"));
    timers.push(setTimeout(() => end("timeout"), job.timeoutMs));
    const isCrowd = crowdWatch(child.pid ?? 0, job.processes, (on) => kill(child, on ? "SIGSTOP" : "SIGCONT"));
    timers.push(setInterval(() => isCrowd() && end("processes"), COUNT_MS));
    signal.addEventListener("abort", abort, { once: true });
    const settle = (finish: () => void) => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      forget();
      finish();
    };
    child.once("error", (error) => settle(() => fail(new Trouble("start", codeOf(error)))));
    child.once("exit", (exit, by) => {
      Object.assign(state, { exit, signal: by });
      // Whatever it left behind in its group; an output held open by a runaway is not waited for long.
      kill(child, "SIGKILL");
      timers.push(setTimeout(() => closeOutputs(child), DRAIN_MS));
    });
    child.once("close", () => settle(() => done({ ...state, ...output() })));
    if (signal.aborted) abort();
  });
}

function start({ argv, cwd, env, note }: Job): { child: Child; forget: () => void } {
  const [program = "", ...rest] = note ? [...gate, ...argv] : argv;
  try {
    const stdio: ("ignore" | "pipe")[] = ["ignore", "pipe", "pipe", ...(note ? ["pipe" as const] : [])];
    const child = spawn(program, rest, { cwd, env, detached: true, stdio });
    if (child.pid !== undefined) setPriority(child.pid, NICE);
    return { child: child as Child, forget: note ? letGo(child, note) : () => {} };
  } catch (error) {
    throw new Trouble("start", codeOf(error));
  }
}

/** Once it is written down. When that fails it comes to its end at the gate. */
function letGo({ pid, stdio }: ChildProcess, note: (pid: number) => () => void): () => void {
  const line = stdio[3] as Writable;
  line.on("error", () => {});
  try {
    // One that could not be started has none, and says so itself.
    const forget = pid === undefined ? () => {} : note(pid);
    line.write("\n");
    return forget;
  } finally {
    line.end();
  }
}

/** The whole group; one that is gone already, or that has changed its user, is no error here. */
function kill(child: Child, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(codeOf(error))) throw error;
  }
}

function closeOutputs(child: Child): void {
  child.stdout.destroy();
  child.stderr.destroy();
}

function collect(child: Child, limit: number, flood: () => void): () => { output: Buffer; stdout: Buffer } {
  const output = collected(limit);
  const stdout = collected(limit);
  let size = 0;
  for (const from of [child.stdout, child.stderr]) {
    from.on("data", (data: Buffer) => {
      if (size > limit) return;
      output.add(data);
      if (from === child.stdout) stdout.add(data);
      size += data.length;
      if (size <= limit) return;
      flood();
      closeOutputs(child);
    });
  }
  return () => ({ output: output.read(), stdout: stdout.read() });
}

/** Copied together: a program may print a byte at a time, and each piece kept as it came would cost a hundred. */
function collected(limit: number): { add(data: Buffer): void; read(): Buffer } {
  let bytes = Buffer.alloc(0);
  let size = 0;
  return {
    add(data) {
      const end = Math.min(limit, size + data.length);
      if (end > bytes.length) {
        const wider = Buffer.alloc(Math.min(limit, Math.max(16_384, end, 2 * bytes.length)));
        bytes.copy(wider, 0, 0, size);
        bytes = wider;
      }
      size += data.copy(bytes, size, 0, end - size);
    },
    read: () => bytes.subarray(0, size),
  };
}
