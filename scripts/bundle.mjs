/**
 * Puts compiled modules and the packages they use into a few files: a start then reads five files instead of a
 * thousand, which halves the time until Belfry is ready.
 */
import { promises as fs } from "node:fs";
import { join, relative, sep } from "node:path";
import { build, stop } from "esbuild";

/** Left as packages: what has a native part, starts threads from its own files, or is read only where it is needed. */
const external = ["better-sqlite3", "@resvg/resvg-js", "pino", "echarts"];

/** Packages that are CommonJS ask for `require`. */
const require = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`;

/** Bundles `main.js` of the folder `from` into the folder `to`; what is imported while running stays apart. */
export async function bundle(from, to) {
  await build({
    absWorkingDir: from,
    entryPoints: ["main.js"],
    outdir: to,
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external,
    banner: { js: require },
    plugins: [ownPlace(from)],
    logLevel: "warning",
  });
  // It keeps a process of its own, which would stay as long as Belfry, whose process this becomes.
  await stop();
}

/** All outputs lie in one folder; a module still finds the files beside it where it would have lain itself. */
function ownPlace(from) {
  return {
    name: "own place",
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        if (!path.startsWith(from + sep)) return null;
        const place = `./${relative(from, path).split(sep).join("/")}`;
        const contents = await fs.readFile(join(path), "utf8");
        return { contents: contents.replaceAll("import.meta.url", `new URL("${place}", import.meta.url).href`) };
      });
    },
  };
}
