/**
 * A command that goes on when Belfry is killed. Its leader is a shell that waits for a line before it starts the
 * command, holds its outputs open, and writes down how it ended: whoever dies before the line, nothing has begun, and
 * whoever dies after it can be taken over from.
 */
import type { ChildProcess } from "node:child_process";
import { closeSync, constants } from "node:fs";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { type End, endOf, type Group, killGroup, type Start, spawnLeader } from "./group.ts";
import { closeOutputs, type Piece } from "./output.ts";
import { type About, exitIn, listenTo, type Noted, nameIn, openPipes, writeNote } from "./place.ts";
import { lives } from "./proc.ts";
import { addPiece, type Recorded } from "./record.ts";

/**
 * Nothing but what is built into a shell, and no variable but `_`: the command's environment is its own. Signals that
 * it handles are the command's to die of. At its end it stands still, so that what is in the pipes can be read, until
 * it is killed with all that the command has left.
 */
const supervisor = [
  "unset PWD",
  "read -r _ <&3 || exit",
  "trap : HUP INT TERM PIPE",
  // In a shell of its own, so that what this one says of its end is not among what it prints.
  `(exec "$@") >"$0/${nameIn.stdout}" 2>"$0/${nameIn.stderr}" 3>&- 4>&- 5>&-`,
  "set -- $?",
  `echo "$1" >"$0/${nameIn.exit}"`,
  'echo "$1" >&3',
  "while :; do kill -STOP $$; done",
].join("\n");

/** Between two looks at one that was started by somebody else. */
const LOOK_MS = 50;

/**
 * `place` is its folder, an empty one.
 * @throws Trouble("start"), and what opening and writing files throws; then nothing has begun.
 */
export function startSupervised(start: Start, place: string, about: About): Group {
  // Somebody holds both ends from the beginning: an output without a writer is over.
  const held = openPipes(place, constants.O_RDWR);
  try {
    const outputs = listenTo(place);
    try {
      const argv = ["/bin/sh", "-c", supervisor, place, ...start.argv];
      const child = spawnLeader(start, argv, ["ignore", "ignore", "ignore", "pipe", ...held]);
      const ended = Promise.race([exitOn(child), endOf(child)]);
      const { pid = 0 } = child;
      letGo(child, () => pid > 0 && writeNote(place, about, pid));
      const keep = (piece: Piece) => about.survives && addPiece(join(place, nameIn.record), piece);
      return { pid, ...outputs, earlier: [], keep, ended, kill: (signal) => killGroup(pid, signal) };
    } catch (error) {
      closeOutputs(outputs);
      throw error;
    }
  } finally {
    for (const fd of held) closeSync(fd);
  }
}

/** Once it is written down. When that fails it comes to its end before the command begins. */
function letGo({ stdio }: ChildProcess, note: () => void): void {
  const line = stdio[3] as Duplex;
  try {
    note();
    line.write("\n");
  } finally {
    line.end();
  }
}

/** Never when it is killed before it can tell. */
function exitOn({ stdio }: ChildProcess): Promise<End> {
  const line = stdio[3] as Duplex;
  line.on("error", () => {});
  return new Promise((done) => {
    let text = "";
    line.on("data", (data: Buffer) => {
      text += data.toString("latin1");
      if (text.endsWith("\n")) done({ exit: Number(text), signal: null });
    });
  });
}

/** One that an earlier Belfry has started, alive or not. @throws what opening a file throws, once it is ended. */
export function takeOver(place: string, note: Noted, { pieces }: Recorded): Group {
  // Its number may be somebody else's by now.
  const kill = (signal: NodeJS.Signals) => lives(note) && killGroup(note.pid, signal);
  const keep = (piece: Piece) => addPiece(join(place, nameIn.record), piece);
  try {
    return { pid: note.pid, ...listenTo(place), earlier: pieces, keep, ended: endSeen(place, note), kill };
  } catch (error) {
    kill("SIGKILL");
    throw error;
  }
}

/** It cannot be waited for as a child can. */
function endSeen(place: string, note: Noted): Promise<End> {
  return new Promise((done) => {
    const look = () => {
      // In this order: it may end between the two.
      const gone = !lives(note);
      const exit = exitIn(place);
      if (exit === null && !gone) return setTimeout(look, LOOK_MS);
      // There is one signal that it does not outlive.
      return done({ exit, signal: exit === null ? "SIGKILL" : null });
    };
    look();
  });
}
