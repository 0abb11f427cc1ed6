/** The folder commands run in and whose files reports may read. */
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

export class BadWorkspace extends Error {}

/**
 * Makes it when it is missing, for its owner only, and follows every link in it.
 * @param given BELFRY_WORKSPACE; null takes a folder of its own inside the data directory, which must exist
 * @throws BadWorkspace, in a sentence for whoever set it.
 */
export function openWorkspace(given: string | null, dataDir: string): string {
  const folder = given ?? join(dataDir, "workspace");
  const path = made(folder);
  // Else everything would be within reach: the database, belfry.toml and what is secret in it.
  const data = realpathSync(dataDir);
  if (data === path || data.startsWith(path.endsWith(sep) ? path : path + sep))
    throw refused(folder, `holds Belfry's own data (${data}); choose one that does not`);
  // Whoever may write there can put another program in the place of one that Belfry runs.
  if ((statSync(path).mode & 0o002) !== 0) throw refused(folder, "can be written by everybody; chmod o-w would do");
  return path;
}

function made(folder: string): string {
  try {
    // Not its parents: whoever mistyped a path is told.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    // The dot is found in folders only.
    accessSync(`${folder}/.`, constants.R_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw refused(folder, `is no folder Belfry can use or make (${(error as NodeJS.ErrnoException).code})`);
  }
}

function refused(folder: string, why: string): BadWorkspace {
  return new BadWorkspace(`The workspace ${folder} ${why}. BELFRY_WORKSPACE sets it.`);
}
