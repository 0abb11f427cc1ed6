/**
 * Keeps what belfry.toml says up to date. A file that is broken changes nothing: what was read last goes on to hold,
 * and the problems are told, once for each way in which it is broken.
 */
import { type BelfryToml, emptyBelfryToml, readBelfryToml } from "./belfry-toml.ts";

/** The files it looks at; see `diskFiles`. */
export interface Files {
  /** Something that changes whenever the file does, and who may read or write it; null where there is none. */
  look(path: string): { mark: string; private: boolean } | null;
  /** @throws when it cannot be read */
  read(path: string): string;
}

export type Looked =
  | { news: "none" }
  | { news: "loaded" }
  /** What was read last goes on to hold. */
  | { news: "broken"; problems: string[] };

export interface BelfryFile {
  current(): BelfryToml;
  /** What is wrong with the file as it was looked at last; nothing where what it says holds. */
  problems(): string[];
  /** Reads it again if it, or a file that it names, has changed. */
  look(): Looked;
}

/** Reads nothing yet: until the first `look` what holds is what holds without a file. */
export function openBelfryFile(path: string, files: Files): BelfryFile {
  let current = emptyBelfryToml();
  let problems: string[] = [];
  /** What each file looked like just before it was read. */
  let seen: Map<string, string> | null = null;
  const markOf = (one: string) => files.look(one)?.mark ?? "";
  const unchanged = () => seen !== null && [...seen].every(([one, mark]) => markOf(one) === mark);
  const broken = (found: string[]): Looked => {
    problems = found;
    return { news: "broken", problems };
  };
  return {
    current: () => current,
    problems: () => problems,
    look() {
      if (unchanged()) return { news: "none" };
      const first = seen === null;
      const about = files.look(path);
      const marks = new Map([[path, about?.mark ?? ""]]);
      seen = marks;
      const secret = (file: string) => {
        marks.set(file, markOf(file));
        return readOrNull(files, file);
      };
      const source = about === null ? "" : readOrNull(files, path);
      if (source === null) return broken(["belfry.toml cannot be read"]);
      const read = readBelfryToml(source, { secret, private: about?.private ?? true });
      if ("problems" in read) return broken(read.problems);
      current = read.file;
      problems = [];
      return first && about === null ? { news: "none" } : { news: "loaded" };
    },
  };
}

function readOrNull(files: Files, path: string): string | null {
  try {
    return files.read(path);
  } catch {
    return null;
  }
}
