/**
 * Sources outside the ledger, read by the means and the rules of checks: the same network, the same commands. What
 * cannot be read is a problem in a few words; only being stopped is thrown.
 */
import { realpath } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { endDetail, endProblem } from "../check/command/command.ts";
import { openFileInside } from "../check/command/folder.ts";
import { runCommand } from "../check/command/run.ts";
import { fetchAnswer, textOf } from "../check/http/fetch.ts";
import { parseJsonPath, valueAt } from "../check/json-path.ts";
import type { CheckWorld } from "../check/kind.ts";
import { type ProbeContext, Trouble, within } from "../check/probe.ts";
import { tests, testsSpec } from "../check/tests/tests.ts";
import { cleanText } from "../check/text.ts";
import type { Read, SourcePorts } from "./sources.ts";

/** Where reports read besides the ledger. */
export interface Outdoors extends Pick<CheckWorld, "clock" | "log" | "network" | "commands"> {
  /** Complete paths of folders whose files may be read, besides the workspace of commands. */
  folders(): readonly string[];
}

const timeoutMs = 10_000;
/** More of a file is not read. */
const longestFile = 1_048_576;

/** `key` names the run to the commands. */
export function outsideSources(world: Outdoors, key: string): Omit<SourcePorts, "ledger"> {
  const contextOf = (signal: AbortSignal): ProbeContext => ({
    ...{ signal, clock: world.clock, log: world.log, previous: null, idempotencyKey: key, survives: false },
    ...{ network: world.network(), commands: world.commands(), calls: null },
  });
  return {
    http: (url, signal) => answered(signal, () => fetched(url, contextOf(signal))),
    command: (name, signal) => answered(signal, () => printed(name, contextOf(signal))),
    tests: (name, file, signal) => answered(signal, () => tested(name, file, contextOf(signal))),
    file: (path, signal) => answered(signal, () => readFile(path, [world.commands().workspace, ...world.folders()])),
    valueAt: (json, path) => {
      const steps = parseJsonPath(path);
      return steps && { value: valueAt(json, steps) };
    },
  };
}

async function answered(signal: AbortSignal, read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Trouble) return { problem: [error.errorClass, error.detail].filter(Boolean).join(" ") };
    throw error;
  }
}

async function fetched(url: string, context: ProbeContext): Promise<Read> {
  const ask = { url, method: "GET", redirects: "follow" } as const;
  const answer = await within(context, timeoutMs, (signal) => fetchAnswer(ask, { ...context, signal }));
  if (answer.status < 200 || answer.status > 299) return { problem: `HTTP ${answer.status}` };
  return answer.cut ? { problem: "too long" } : { text: textOf(answer) };
}

async function printed(named: string, context: ProbeContext): Promise<Read> {
  const ran = await runCommand({ named, parameters: {} }, null, context);
  const problem = endProblem(ran);
  return problem ? { problem: `${problem} ${endDetail(ran)}` } : { text: cleanText(ran.stdout) };
}

/** A run whose tests fail is no hole: that is what the report is to tell. */
async function tested(named: string, file: string | null, context: ProbeContext): Promise<Read> {
  const spec = testsSpec.parse({ type: "tests", run: { named }, file });
  const { summary, errorClass, detail } = await tests(spec, context);
  if (summary.probe !== "tests") return { problem: named };
  const { passed, failed, skipped, total, failing, ms, report } = summary;
  if (report !== "exit" && errorClass !== null && errorClass !== "tests")
    return { problem: [errorClass, detail].filter(Boolean).join(" ") };
  const counts = report === "exit" ? {} : { passed, failed, skipped, total, failing };
  return { text: JSON.stringify({ good: errorClass === null, ...counts, seconds: Math.round((ms ?? 0) / 1000) }) };
}

/** In the first of the folders that has it; links are followed only where they stay inside. */
async function readFile(path: string, folders: readonly string[]): Promise<Read> {
  for (const folder of folders) {
    const root = await realpath(folder).catch(() => null);
    if (root === null) continue;
    const handle = await openFileInside(root, resolve(root, path));
    if (!handle) continue;
    try {
      if ((await handle.stat()).size > longestFile) return { problem: "too long" };
      return { text: cleanText(await handle.readFile("utf8")) };
    } finally {
      await handle.close();
    }
  }
  return { problem: `no file ${relative("/", resolve("/", path))}` };
}
