/**
 * What was read of a command's outputs, and in the end how it ended, written to a file as it comes: whoever takes the
 * command up after a kill -9 has it all. Not synced: what ends a machine ends its processes. A file that is not there
 * any more, or is not whole, says that something is missing.
 */
import { closeSync, constants, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Piece } from "./output.ts";

const verdict = z.object({
  exit: z.number().nullable(),
  signal: z.string().nullable(),
  by: z.enum(["itself", "timeout", "flood", "processes", "aborted"]),
});

/** How it was seen to end. */
export type Verdict = z.infer<typeof verdict>;

export interface Recorded {
  pieces: Piece[];
  /** Null when nobody has seen its end. */
  verdict: Verdict | null;
  /** Nothing is missing. */
  whole: boolean;
}

const tags = { stdout: 1, stderr: 2, verdict: 3 } as const;

/** A byte for what it is, four for its length. */
const HEAD = 5;

export function addPiece(file: string, { from, data }: Piece): void {
  add(file, from, data);
}

export function addVerdict(file: string, { exit, signal, by }: Verdict): void {
  add(file, "verdict", Buffer.from(JSON.stringify({ exit, signal, by })));
}

/** One that cannot be written is taken away, since it would look whole; nobody begins it anew. */
function add(file: string, tag: keyof typeof tags, data: Buffer): void {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(tags[tag]);
  head.writeUInt32BE(data.length, 1);
  try {
    const fd = openSync(file, constants.O_APPEND | constants.O_WRONLY);
    try {
      writeFileSync(fd, Buffer.concat([head, data]));
    } finally {
      closeSync(fd);
    }
  } catch {
    rmSync(file, { force: true });
  }
}

export function readRecord(file: string): Recorded {
  const recorded: Recorded = { pieces: [], verdict: null, whole: true };
  try {
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; ) {
      const end = at + HEAD + bytes.readUInt32BE(at + 1);
      if (end > bytes.length) throw new Error("it was cut off");
      const data = bytes.subarray(at + HEAD, end);
      const tag = bytes.readUInt8(at);
      if (tag === tags.verdict) recorded.verdict = verdict.parse(JSON.parse(data.toString()));
      else recorded.pieces.push({ from: tag === tags.stdout ? "stdout" : "stderr", data });
      at = end;
    }
  } catch {
    rmSync(file, { force: true });
    recorded.whole = false;
  }
  return recorded;
}
