#!/usr/bin/env node
/** Where everything begins: the command line, and for `start` the process it runs in. */
import { readFileSync } from "node:fs";
import { program } from "./cli/program.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const enough = () => process.exit(0);

/** Whoever reads may have had enough of it: `| head`. */
function print(line: string): void {
  if (!process.stdout.listeners("error").includes(enough)) process.stdout.on("error", enough);
  process.stdout.write(`${line}\n`);
}

await program({
  version,
  start: async () => {
    const { start } = await import("./start.ts");
    await start(process.env);
  },
  stale: async (options) => {
    const { stale } = await import("./cli/stale.ts");
    const { sourcesHere, startedBuild } = await import("./build.ts");
    const builds = {
      started: startedBuild(options.data ?? (process.env.BELFRY_DATA || "./data")),
      sources: await sourcesHere(),
    };
    return stale(builds, options, print);
  },
  io: {
    now: () => Date.now(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: new Intl.DateTimeFormat().resolvedOptions().locale,
    input: process.stdin,
    write: print,
  },
}).parseAsync();
