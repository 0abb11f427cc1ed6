/** May everything that ships with Belfry be passed on under Belfry's licence? */

const allowed = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  // Binds changes to its own files only; what ships is the package as it came.
  "MPL-2.0",
]);

/** One sentence for each package of a package-lock's `packages` that ships and has no licence from the list. */
export function licenceProblems(packages) {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .filter(([, { license }]) => !permits(license ?? ""))
    .map(([path, { license }]) => `${path.replace(/^.*node_modules\//, "")}: ${license ?? "no licence named"}`);
}

/** SPDX: of `A OR B` one is enough, of `A AND B` both are needed. */
function permits(licence) {
  const choices = licence.replace(/^\((.*)\)$/, "$1").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((one) => allowed.has(one.trim())));
}
