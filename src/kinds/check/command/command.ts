/** Runs a command: exit 0 is good, and its output may be read for a number or watched for change. */
import { z } from "zod";
import type { ErrorClass } from "../../../core/reading.ts";
import { isSame, remember } from "../difference.ts";
import { findNumber, numberSpec } from "../number.ts";
import type { Observation, Probe } from "../probe.ts";
import { cleanText, headAndTail } from "../text.ts";
import type { Ran } from "./carry.ts";
import { commandChoice, runCommand } from "./run.ts";
import { timeout } from "./settings.ts";

export const commandSpec = z.strictObject({
  type: z.literal("command"),
  run: commandChoice,
  /** Null takes what the named command says, else 30 s. */
  timeoutMs: timeout.nullable().default(null),
  /** Which number of the output is `value`; null reads none. */
  number: numberSpec.nullable().default(null),
});

type CommandSpec = z.infer<typeof commandSpec>;

export const command: Probe<CommandSpec> = async (spec, context) => {
  const ran = await runCommand(spec.run, spec.timeoutMs, context);
  const text = cleanText(ran.output);
  const value = spec.number === null ? null : findNumber(text, spec.number);
  const { previous } = context;
  const errorClass = endProblem(ran) ?? (spec.number !== null && value === null ? "value" : null);
  const observation: Observation = {
    verdict: errorClass ? "bad" : "good",
    summary: {
      probe: "command",
      exit: ran.exit,
      signal: ran.signal,
      ms: ran.ms,
      value,
      changed: previous !== null && !isSame(previous, text),
    },
    measure: value ?? ran.ms,
    unit: value === null ? "ms" : "value",
    errorClass,
    detail: errorClass ? endDetail(ran) : null,
    keep: remember(text),
    text,
  };
  return text === "" ? observation : { ...observation, output: headAndTail(ran.output) };
};

/** Null when it ended by itself and well. */
export function endProblem(ran: Ran): ErrorClass | null {
  if (ran.by === "timeout" || ran.by === "flood" || ran.by === "processes") return ran.by;
  return ran.exit === 0 ? null : "exit";
}

export function endDetail(ran: Ran): string {
  return ran.signal ?? String(ran.exit);
}
