/**
 * A file that holds space in reserve. On a full disk SQLite can write nothing at all, not even a deletion; giving
 * the reserve back makes room to tell somebody.
 */
import { randomBytes } from "node:crypto";
import { rmSync, statfsSync } from "node:fs";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Log } from "../core/log.ts";

export interface Ballast {
  /** Makes the file when it is missing and there is room; a failure is logged and tried again at the next call. */
  keep(): Promise<void>;
  release(): void;
  /** Bytes that may be written on this disk; 0 when it is gone. */
  free(): number;
}

interface Options {
  path: string;
  bytes: number;
  /** Bytes that must remain free besides the ballast. */
  minFree: number;
  log: Log;
}

export function ballast({ path, bytes, minFree, log }: Options): Ballast {
  const free = () => {
    try {
      const { bavail, bsize } = statfsSync(dirname(path));
      return bavail * bsize;
    } catch {
      return 0;
    }
  };
  return {
    free,
    keep: async () => {
      const size = await stat(path).then(
        (found) => found.size,
        () => 0,
      );
      if (size === bytes || free() < minFree + bytes) return;
      const part = `${path}.part`;
      try {
        // Random, so that no file system compresses it away.
        await writeFile(part, randomBytes(bytes), { mode: 0o600 });
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        log.warn({ error: String(error) }, "no room for the reserve file");
      }
    },
    release: () => {
      rmSync(path, { force: true });
      log.warn({ bytes }, "the reserve file was given up to make room");
    },
  };
}
