/** The file a command's first item names, so that no shell and no system looks for it elsewhere. */
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { Trouble } from "../probe.ts";

/**
 * A name with a slash is a path from `cwd`; any other is looked for in the absolute folders of `path`.
 * @throws Trouble("start", "ENOENT") when there is no such program that may be run.
 */
export async function findProgram(name: string, cwd: string, path: string): Promise<string> {
  const places = name.includes("/")
    ? [resolve(cwd, name)]
    : path
        .split(":")
        .filter((folder) => isAbsolute(folder))
        .map((folder) => join(folder, name));
  for (const place of places) if (await isProgram(place)) return place;
  throw new Trouble("start", "ENOENT");
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
