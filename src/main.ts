#!/usr/bin/env node
/** Where everything begins: the command line, and for `start` the process it runs in. */
import { readFileSync } from "node:fs";
import { program } from "./cli/program.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

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
    return stale(builds, options, (line) => process.stdout.write(`${line}\n`));
  },
  io: {
    now: () => Date.now(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: new Intl.DateTimeFormat().resolvedOptions().locale,
    input: process.stdin,
    write: (line) => process.stdout.write(`${line}\n`),
  },
}).parseAsync();
