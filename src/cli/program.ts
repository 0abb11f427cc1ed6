/** The command line: `belfry start` and what can be asked without a running Belfry. Each command loads what it needs when it is called. */
import { Command } from "commander";
import type { ParseIo, ParseOptions } from "./parse.ts";
import type { StaleOptions } from "./stale.ts";

export interface Commands {
  version: string;
  start(): Promise<void>;
  /** Whether what runs is older than the sources; resolves with the exit code. */
  stale(options: StaleOptions): Promise<number>;
  io: ParseIo;
}

/** An unknown command, option or argument is refused by name, with exit code 1. */
export function program({ version, start, stale, io }: Commands): Command {
  const belfry = new Command("belfry")
    .description("Turns a sentence into a scheduled action and does it, on time.")
    .version(version)
    .showHelpAfterError("See `belfry --help`.");
  belfry
    .command("start", { isDefault: true })
    .description("run Belfry; without a bot token, the playground")
    .action(start);
  belfry
    .command("parse")
    .description("show what a sentence would be understood as; nothing is stored")
    .argument("[sentence...]", "the sentence")
    .option("--jsonl", 'read lines {"text","ref","tz"} and write lines {"when","task"}')
    .option("--zone <zone>", "time zone, by its IANA name")
    .option("--now <instant>", "pretend it is this instant, in RFC 3339")
    .option("--language <tag>", "language of the sentence and of the answer, such as de")
    .action(async (words: string[], options: ParseOptions) => {
      const { parse } = await import("./parse.ts");
      await parse(words.join(" "), options, io).catch((error: Error) => belfry.error(error.message, { exitCode: 1 }));
    });
  belfry
    .command("stale")
    .description("whether what runs was built of other sources than those here: exit code 0 stale, 1 fresh, 2 unknown")
    .option("--data <folder>", "where the data of what runs is; BELFRY_DATA or ./data without it")
    .option("--json", "write it as JSON")
    .option("--quiet", "write nothing")
    .action(async (options: StaleOptions) => {
      process.exitCode = await stale(options);
    });
  return belfry;
}
