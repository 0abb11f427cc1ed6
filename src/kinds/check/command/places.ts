/** Places for commands, made in stock and used again and again: making a file costs more than most commands. */
import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { empty, nameIn } from "./place.ts";

/** Made at one go: mkfifo(1) takes as long for many. */
const stock = 16;

const run = promisify(execFile);

export interface Places {
  /** An empty one. @throws what making it throws. */
  next(): Promise<string>;
  /** One whose pipes nobody holds open. */
  put(place: string): void;
}

export function placesIn(root: string): Places {
  const ready: string[] = [];
  const making = { now: null as Promise<void> | null };
  const make = async () => {
    const made = Array.from({ length: stock }, () => mkdtempSync(join(root, "command-")));
    const pipes = made.flatMap((place) => [join(place, nameIn.stdout), join(place, nameIn.stderr)]);
    await run("mkfifo", pipes);
    ready.push(...made);
  };
  return {
    async next() {
      for (let place = ready.pop(); ; place = ready.pop()) {
        if (place !== undefined) {
          empty(place);
          return place;
        }
        making.now ??= make().finally(() => {
          making.now = null;
        });
        await making.now;
      }
    },
    put: (place) => void ready.push(place),
  };
}
