/**
 * The log: one JSON line per event on stderr. The line is scrubbed as text, after everything else, because a secret
 * may sit anywhere: in a message, in the address inside a nested error, in a stack.
 */
import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config.ts";
import { scrub } from "./secrets.ts";

export interface LogOptions {
  level: LogLevel;
  /** Replaced wherever they appear, besides everything that looks like a bot token. */
  secrets: readonly string[];
  /** Standard error unless given. */
  destination?: DestinationStream;
}

/** The logger; one per process. */
export function createLog({ level, secrets, destination = process.stderr }: LogOptions): Logger {
  if (destination === process.stderr) outliveReader(process.stderr);
  return pino({ level, base: null }, { write: (line) => destination.write(scrub(line, secrets)) });
}

/** Whoever reads the stream may go away (EPIPE) and a disk may be full (ENOSPC): neither may end the process. */
export function outliveReader(stream: NodeJS.WriteStream): void {
  stream.on("error", () => {});
}
