/** A command from its start to its end, or from where an earlier Belfry has left it. */
import { join } from "node:path";
import { codeOf } from "../net/dial.ts";
import { type ProbeContext, Trouble } from "../probe.ts";
import type { Left, Place } from "./children.ts";
import { type Group, type Start, startGroup } from "./group.ts";
import { type About, clear, giveUp, lastedIn, nameIn } from "./place.ts";
import { lives } from "./proc.ts";
import { type Ended, watch } from "./process.ts";
import { addVerdict, readRecord } from "./record.ts";
import { LONGEST_TIMEOUT_MS } from "./settings.ts";
import { startSupervised, takeOver } from "./supervised.ts";

type Context = Pick<ProbeContext, "commands" | "clock" | "signal" | "log">;

export interface Ran extends Ended {
  ms: number;
  /** Where it ran, no link left in it. */
  folder: string;
  /** As it was given to the start. */
  before: string;
}

/** Where something is missing of an output, nobody knows how much. */
const missing = Buffer.from("[… ? B …]\n");

/** @throws Trouble("start"); the reason of the signal when that is aborted. */
export async function carryOut(start: Start, about: About, timeoutMs: number, context: Context): Promise<Ended> {
  const { children } = context.commands;
  if (children === null) return watched(startGroup(start), timeoutMs, context);
  const place = await orTrouble(() => children.open(about));
  return inPlace(place, context, async () => {
    const group = await orTrouble(async () => startSupervised(start, place.path, about));
    const ended = await watched(group, timeoutMs, context);
    place.over = isOver(group);
    return ended;
  });
}

/**
 * As if the earlier Belfry had not been killed: with the time it was given then, and all that it has printed. What is
 * missing of that after all, because there was no room to keep it or the supervisor was killed as well, is marked.
 * @throws the reason of the signal when that is aborted.
 */
export async function takeUp({ place, note }: Left, context: Context): Promise<Ran> {
  const { clock, log } = context;
  log.info({ run: note.key, pid: note.pid }, "a command that was begun before is taken up");
  const recorded = readRecord(join(place.path, nameIn.record));
  const isHeard = recorded.verdict !== null || lives(note);
  // The clock may have been set meanwhile.
  const left = Math.min(Math.max(0, note.until - clock.now()), LONGEST_TIMEOUT_MS);
  const ended = await inPlace(place, context, async () => {
    return { ...(await watched(takeOver(place.path, note, recorded), left, context)), ...recorded.verdict };
  });
  const { ms, endedAt } = lastedIn(place.path);
  const by = ended.by === "itself" && endedAt > note.until ? "timeout" : ended.by;
  const output = [...(recorded.whole ? [] : [missing]), ended.output, ...(isHeard ? [] : [missing])];
  const { folder, before } = note;
  return { ...ended, by, output: Buffer.concat(output), ms, folder, before };
}

/** A place is of use until its run is settled, when its command has come to an end at all. */
async function inPlace(place: Place, { commands, signal }: Context, ends: () => Promise<Ended>): Promise<Ended> {
  const abort = () => giveUp(place.path);
  signal.addEventListener("abort", abort, { once: true });
  try {
    const ended = await ends();
    if (place.key !== null) addVerdict(join(place.path, nameIn.record), ended);
    commands.children?.leave(place);
    return ended;
  } catch (error) {
    clear(place.path);
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** Whether both its outputs have come to their end: nobody will write into its pipes any more. */
function isOver({ stdout, stderr }: Group): boolean {
  return stdout.readableEnded && stderr.readableEnded;
}

async function watched(group: Group, timeoutMs: number, { commands, signal }: Context): Promise<Ended> {
  const ended = await watch(group, { ...commands.limits, timeoutMs }, signal);
  signal.throwIfAborted();
  return ended;
}

/** @throws Trouble("start") in place of whatever else is thrown. */
async function orTrouble<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble("start", codeOf(error));
  }
}
