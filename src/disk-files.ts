/** Files on the disk, as `openBelfryFile` looks at them. */
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Files } from "./belfry-file.ts";

/** Paths that are not complete are meant from the folder of `home`. */
export function diskFiles(home: string): Files {
  const complete = (path: string) => resolve(dirname(home), path);
  return {
    look(path) {
      const stat = statSync(complete(path), { throwIfNoEntry: false });
      if (!stat) return null;
      const mark = [stat.mtimeMs, stat.ctimeMs, stat.size, stat.ino].join("/");
      const ours = process.getuid === undefined || stat.uid === process.getuid();
      return { mark, private: ours && (stat.mode & 0o077) === 0 };
    },
    read: (path) => readFileSync(complete(path), "utf8"),
  };
}
