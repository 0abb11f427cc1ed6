/** One command as a process group: held to its limits, ended whole, its output read up to a limit. */
import { crowdWatch } from "./crowd.ts";
import type { End, Group } from "./group.ts";
import { closeOutputs, collect, type Printed } from "./output.ts";

export interface Limits {
  timeoutMs: number;
  outputBytes: number;
  /** Of it and all that it starts; more, and they are killed. Only where there is a /proc. */
  processes: number;
  graceMs: number;
}

export interface Ended extends End, Printed {
  /** What ended it: itself, its time, its output, its many processes, or whoever no longer wants it. */
  by: "itself" | "timeout" | "flood" | "processes" | "aborted";
}

/** Between two looks at how many processes it has. */
const COUNT_MS = 50;

/** Waited for after the end, for the rest of an output that something has kept open. */
const DRAIN_MS = 500;

/**
 * Watches it to its end. When the signal is aborted it gets SIGTERM and after `graceMs` SIGKILL, and `by` says so; the
 * same at the end of its time. Once this resolves, nothing of its group is alive.
 * @throws what its start throws.
 */
export async function watch(group: Group, limits: Limits, signal: AbortSignal): Promise<Ended> {
  const state: { by: Ended["by"] } = { by: "itself" };
  const timers: NodeJS.Timeout[] = [];
  const end = (by: Ended["by"]) => {
    if (state.by !== "itself") return;
    state.by = by;
    group.kill(by === "flood" || by === "processes" ? "SIGKILL" : "SIGTERM");
    timers.push(setTimeout(() => group.kill("SIGKILL"), limits.graceMs));
  };
  const abort = () => end("aborted");
  const closed = Promise.all(
    [group.stdout, group.stderr].map((output) => new Promise((done) => output.once("close", done))),
  );
  const printed = collect(group, limits.outputBytes, () => end("flood"));
  const time = setTimeout(() => end("timeout"), limits.timeoutMs);
  const isCrowd = crowdWatch(group.pid, limits.processes, (on) => group.kill(on ? "SIGSTOP" : "SIGCONT"));
  timers.push(
    time,
    setInterval(() => isCrowd() && end("processes"), COUNT_MS),
  );
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    const ended = await group.ended;
    clearTimeout(time);
    // Whatever it left behind in its group; an output held open by a runaway is not waited for long.
    group.kill("SIGKILL");
    timers.push(setTimeout(() => closeOutputs(group), DRAIN_MS));
    await closed;
    return { ...ended, by: state.by, ...printed() };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
