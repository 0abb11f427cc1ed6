/** What /proc tells about processes: on Linux only, nothing elsewhere. See proc(5). */
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessStat {
  pid: number;
  parent: number;
  group: number;
  /** Ended, but not yet collected by its parent. */
  dead: boolean;
  /** Ticks since the machine was started: with the pid and the boot this names a process for ever. */
  started: string;
}

/** Different each time the machine is started; null where there is no /proc. */
export function bootId(): string | null {
  return contentOf("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}

/** Null when there is no such process. */
export function statOf(pid: number): ProcessStat | null {
  const text = contentOf(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The second field is the program's name in brackets, and may hold anything.
  const [state = "", parent, group, ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const started = rest[16] ?? "";
  return { pid, parent: Number(parent), group: Number(group), dead: "ZX".includes(state), started };
}

/** Whether this process is there, and not somebody else with its number. */
export function lives({ pid, started }: Pick<ProcessStat, "pid" | "started">): boolean {
  const stat = statOf(pid);
  return stat !== null && stat.started === started && !stat.dead;
}

export function allProcesses(): ProcessStat[] {
  return namesIn("/proc").flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null;
    return stat ? [stat] : [];
  });
}

/** How many a leader's group has, with all their descendants, also the dead that nobody has collected. 0 without /proc. */
export function sizeOf(leader: number): number {
  const family = new Set<number>();
  // Parents before their children.
  const byAge = allProcesses().sort((one, other) => Number(one.started) - Number(other.started) || one.pid - other.pid);
  for (const { pid, parent, group } of byAge) if (group === leader || family.has(parent)) family.add(pid);
  return family.size;
}

/** Threads of the whole machine, or of the container; one small file, whatever their number. 0 without /proc. */
export function threadCount(): number {
  return Number(/\/(\d+) /.exec(contentOf("/proc/loadavg") ?? "")?.[1] ?? 0);
}

/** Whether a process was started with this variable; false too when it is somebody else's. */
export function wasGiven(pid: number, name: string, value: string): boolean {
  return contentOf(`/proc/${pid}/environ`)?.split("\0").includes(`${name}=${value}`) ?? false;
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
}
