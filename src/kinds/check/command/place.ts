/** The folder of one command, in which the next Belfry finds it: who it is, its outputs, what was read, how it ended. */
import { closeSync, constants, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { Socket } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { bootId, statOf } from "./proc.ts";

/** Given to each command; with it the processes of a run are known. */
export const keyVariable = "BELFRY_IDEMPOTENCY_KEY";

const noted = z.object({
  pid: z.number().int().min(2),
  /** As /proc tells it. */
  started: z.string().min(1),
  boot: z.string().min(1),
  /** The run's, which each process of the group has in its environment. */
  key: z.string().min(1),
  /** The next Belfry takes it up; else it is ended. */
  survives: z.boolean(),
  /** When its time is over. */
  until: z.number(),
  /** Where it runs, no link left in it. */
  folder: z.string(),
  /** What whoever runs it wants back with what came of it. */
  before: z.string(),
});

export type Noted = z.infer<typeof noted>;

/** What there is to know of a command before it is started. */
export type About = Omit<Noted, "pid" | "started" | "boot">;

export const nameIn = {
  note: "note.json",
  /** Named pipes: the supervisor keeps them open, so that nobody who writes to them is ever without a reader. */
  stdout: "out",
  stderr: "err",
  record: "record",
  /** The supervisor's: one line with the exit code. */
  exit: "exit",
} as const;

/** Of what an earlier command has left. */
export function empty(place: string): void {
  for (const name of [nameIn.exit, nameIn.record]) writeFileSync(join(place, name), "", { mode: 0o600 });
}

/** Writes down the leader of a group, which must not have done anything yet. @throws what writing a file throws. */
export function writeNote(place: string, about: About, pid: number): void {
  const who = { pid, started: statOf(pid)?.started ?? "", boot: bootId() ?? "" };
  write(place, { ...who, ...about });
}

/** It is asked to end: what comes of it from now on is not its own result, and the next Belfry ends what is left. */
export function giveUp(place: string): void {
  const note = readNote(place);
  if (note) write(place, { ...note, survives: false });
}

function write(place: string, note: Noted): void {
  writeFileSync(join(place, nameIn.note), JSON.stringify(note), { mode: 0o600 });
}

/** Null too when it was not written to its end: then the process was not let go. */
export function readNote(place: string): Noted | null {
  try {
    return noted.parse(JSON.parse(readFileSync(join(place, nameIn.note), "utf8")));
  } catch {
    return null;
  }
}

/** What the command ended with; 128 and the number of the signal that ended it. Null while it has not. */
export function exitIn(place: string): number | null {
  try {
    const line = /^(\d+)\n$/.exec(readFileSync(join(place, nameIn.exit), "latin1"));
    return line ? Number(line[1]) : null;
  } catch {
    return null;
  }
}

/** Milliseconds from its being written down to its end, or to the last that was heard of it. */
export function lastedIn(place: string): { ms: number; endedAt: number } {
  const timeOf = (name: string) => statSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs;
  const noted = timeOf(nameIn.note) ?? 0;
  const endedAt = timeOf(exitIn(place) === null ? nameIn.record : nameIn.exit) ?? noted;
  return { ms: Math.max(0, Math.round(endedAt - noted)), endedAt };
}

/** Reads its pipes. They end when nobody holds them open to write any more, at once when nobody does now. */
export function listenTo(place: string): { stdout: Socket; stderr: Socket } {
  const [stdout, stderr] = openPipes(place, constants.O_RDONLY | constants.O_NONBLOCK);
  const reading = { readable: true, writable: false };
  return { stdout: new Socket({ fd: stdout, ...reading }), stderr: new Socket({ fd: stderr, ...reading }) };
}

/** Both or none. */
export function openPipes(place: string, flags: number): [stdout: number, stderr: number] {
  const stdout = openSync(join(place, nameIn.stdout), flags);
  try {
    return [stdout, openSync(join(place, nameIn.stderr), flags)];
  } catch (error) {
    closeSync(stdout);
    throw error;
  }
}

/** Nothing waits for it, and what cannot be removed is of no use to anybody. */
export function clear(place: string): void {
  rm(place, { recursive: true, force: true }).catch(() => {});
}
