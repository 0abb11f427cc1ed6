/** What the sources are, as one hash. Read by whatever Node is installed: no syntax newer than Node 14. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** One hash over everything dist/ depends on: names and contents, so neither clocks nor checkouts matter. */
export function fingerprint(dir) {
  const hash = createHash("sha256");
  const files = filesBelow(join(dir, "src"));
  const how = [fileURLToPath(new URL("bundle.mjs", import.meta.url)), join(dir, "tsconfig.json")];
  for (const file of [...how, join(dir, "package-lock.json"), ...files]) {
    hash.update(relative(dir, file).split(sep).join("/")).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** All files below a folder, in the order of their names. */
export function filesBelow(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(dir, entry.name)) : [join(dir, entry.name)]));
}
