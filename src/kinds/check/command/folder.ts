/** A folder below the workspace, held open so that nobody can put another one in its place. */
import { constants } from "node:fs";
import { type FileHandle, open, readlink, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";

/** Codes as the compatible doors answer them. */
export class FolderRefused extends Error {
  readonly code: "invalid_cwd" | "cwd_outside_repo";

  constructor(code: FolderRefused["code"], folder: string) {
    super(`${code} ${JSON.stringify(folder)}`);
    this.name = "FolderRefused";
    this.code = code;
  }
}

export interface OpenFolder {
  /** Where it really is, no symbolic link left in it. */
  path: string;
  /** What to start a process in: the folder that was looked at, even if its name now leads elsewhere. */
  startIn: string;
  close(): Promise<void>;
}

/**
 * Opens `folder` (relative to `root`, or absolute) after every symbolic link in it has been followed.
 * @throws FolderRefused when it is no folder or not inside `root`.
 */
export async function openFolder(root: string, folder: string): Promise<OpenFolder> {
  const top = await realpath(root);
  const handle = await opened(resolve(top, folder), folder);
  try {
    const path = await placeOf(handle, resolve(top, folder));
    if (!isInside(top, path)) throw new FolderRefused("cwd_outside_repo", folder);
    // In the child this still names our handle: the folder itself, not its name.
    const byHandle = `/proc/${process.pid}/fd/${handle.fd}`;
    return { path, startIn: process.platform === "linux" ? byHandle : path, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whether `path` is `root` or below it; both without links. */
function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

async function opened(path: string, folder: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  } catch {
    throw new FolderRefused("invalid_cwd", folder);
  }
}

/** Opens a file only if it really is inside `root` (without links); null when there is none or it is elsewhere. */
export async function openFileInside(root: string, path: string): Promise<FileHandle | null> {
  try {
    // Not waiting: a named pipe would be waited for until somebody writes to it.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if ((await handle.stat()).isFile() && isInside(root, await placeOf(handle, path))) return handle;
    await handle.close();
    return null;
  } catch {
    return null;
  }
}

async function placeOf(handle: FileHandle, path: string): Promise<string> {
  return process.platform === "linux" ? readlink(`/proc/self/fd/${handle.fd}`) : realpath(path);
}
