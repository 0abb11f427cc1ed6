/** Reports that a test run writes to files: found before it, read after it, believed only when the run has written them. */
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FolderRefused, openFileInside, openFolder } from "../command/folder.ts";

const MAX_BYTES = 8 * 1_048_576;
const MAX_FILES = 200;

/** Path → what it looked like. */
export type Marks = ReadonlyMap<string, string>;

/** @param report a file or a folder of `.xml` files, from `folder` (without links); must really be inside it */
export async function marksOf(folder: string, report: string): Promise<Marks> {
  const marks = new Map<string, string>();
  for (const file of await filesOf(folder, report)) {
    const handle = await openFileInside(folder, file);
    if (!handle) continue;
    const { size, mtimeNs, ino } = await handle.stat({ bigint: true });
    await handle.close();
    marks.set(file, `${size} ${mtimeNs} ${ino}`);
  }
  return marks;
}

/** What the run wrote: texts of the files that are new or have changed since `before`, at most 8 MiB in all. */
export async function freshReports(folder: string, report: string, before: Marks): Promise<string[]> {
  const texts: string[] = [];
  let left = MAX_BYTES;
  for (const [file, mark] of await marksOf(folder, report)) {
    if (before.get(file) === mark) continue;
    const text = await readUpTo(folder, file, left);
    left -= Buffer.byteLength(text);
    texts.push(text);
  }
  return texts;
}

async function filesOf(folder: string, report: string): Promise<string[]> {
  try {
    const opened = await openFolder(folder, report);
    const names = (await readdir(opened.startIn)).filter((name) => name.endsWith(".xml")).sort();
    await opened.close();
    return names.slice(0, MAX_FILES).map((name) => join(opened.path, name));
  } catch (error) {
    if (!(error instanceof FolderRefused)) throw error;
    return error.code === "invalid_cwd" ? [resolve(folder, report)] : [];
  }
}

/** Nothing when it is too big or gone. */
async function readUpTo(folder: string, file: string, limit: number): Promise<string> {
  const handle = await openFileInside(folder, file);
  if (!handle) return "";
  try {
    return (await handle.stat()).size > limit ? "" : await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}
