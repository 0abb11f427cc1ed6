/**
 * Where a report takes its material from. A source that cannot be read leaves a hole that the report names; it does
 * not stop the others.
 */
import { z } from "zod";
import type { Instant } from "../../core/schedule.ts";
import { webAddress } from "../check/http/http.ts";
import type { Span } from "./figures/span.ts";
import type { LedgerAction } from "./ledger.ts";
import type { Value } from "./value.ts";

/** Names that templates have already. */
const taken = ["title", "period", "from", "to", "words", "this", "number", "else", "show", "chart"];

/** How templates name the source. */
const name = z
  .string()
  .regex(/^[A-Za-z][\w-]{0,31}$/, "is one word of letters, digits, - and _")
  .refine((word) => !taken.includes(word), "is taken");

/** `a.b[0]`: one value inside JSON; empty for all of it. */
const path = z.string().max(200).default("");
const as = z.enum(["text", "json", "lines"]).default("text");

const ledger = z.strictObject({
  type: z.literal("ledger"),
  name,
  /** Ids; together with `labels`, either is enough. Both empty: every action of the report's chat. */
  actions: z.array(z.number().int().positive()).max(200).default([]),
  labels: z.array(z.string().min(1).max(64)).max(20).default([]),
  /** Begins here where the report's window begins earlier, in milliseconds since 1970. */
  since: z.number().int().nullable().default(null),
  /** Without the actions that are left out of digests. */
  digest: z.boolean().default(false),
});

const http = z.strictObject({
  type: z.literal("http"),
  name,
  url: webAddress,
  path,
});

/** A command that the configuration names. */
const command = z.strictObject({ type: z.literal("command"), name, command: z.string().min(1).max(64), as, path });

/** A test run by a command that the configuration names; `report` is its JUnit file, null reads what it prints. */
const tests = z.strictObject({
  type: z.literal("tests"),
  name,
  command: z.string().min(1).max(64),
  report: z.string().min(1).max(500).nullable().default(null),
});

/** Below the workspace or a folder of the configuration; the reader refuses what leads out of it. */
const file = z.strictObject({ type: z.literal("file"), name, file: z.string().min(1).max(500), as, path });

export const sourceSpec = z.discriminatedUnion("type", [ledger, http, command, tests, file]);
export type SourceSpec = z.infer<typeof sourceSpec>;

/** What was read, or a code or the first line of why not. */
export type Read = { text: string } | { problem: string };

export interface LedgerAsk {
  actions: number[];
  labels: string[];
  window: Span;
  digest: boolean;
}

/** Everything live that gathering touches. They answer problems; they reject only when the signal is aborted. */
export interface SourcePorts {
  /** Actions of this owner and chat only. Readings reach a little before the window, so that its start is known. */
  ledger(ask: LedgerAsk): Promise<LedgerAction[]>;
  http(url: string, signal: AbortSignal): Promise<Read>;
  command(name: string, signal: AbortSignal): Promise<Read>;
  /** JSON with the counts and the failing names. */
  tests(command: string, report: string | null, signal: AbortSignal): Promise<Read>;
  file(path: string, signal: AbortSignal): Promise<Read>;
  /** One value inside JSON, undefined where nothing is; null for a path that is none. */
  valueAt(json: unknown, path: string): { value: unknown } | null;
}

export type Material =
  | { name: string; type: "ledger"; window: Span; actions: LedgerAction[] }
  | { name: string; type: "data"; value: Value }
  | { name: string; type: "problem"; problem: string };

/** In the order of the sources. Rejects with the reason of `signal` when that is aborted. */
export async function gather(
  sources: readonly SourceSpec[],
  window: Span,
  ports: SourcePorts,
  signal: AbortSignal,
): Promise<Material[]> {
  const material = await Promise.all(sources.map((source) => gatherOne(source, window, ports, signal)));
  signal.throwIfAborted();
  return material;
}

async function gatherOne(source: SourceSpec, window: Span, ports: SourcePorts, signal: AbortSignal): Promise<Material> {
  const { name } = source;
  if (source.type === "ledger") {
    const cut = { from: later(window.from, source.since), to: window.to };
    const { actions, labels, digest } = source;
    return { name, type: "ledger", window: cut, actions: await ports.ledger({ actions, labels, window: cut, digest }) };
  }
  const read = await ask(source, ports, signal);
  if ("problem" in read) return { name, type: "problem", problem: read.problem };
  const as = "as" in source ? source.as : "json";
  if (as === "text") return { name, type: "data", value: read.text };
  if (as === "lines") return { name, type: "data", value: read.text.split(/\r?\n/).filter((line) => line !== "") };
  return jsonOf(name, read.text, "path" in source ? source.path : "", ports);
}

function ask(source: Exclude<SourceSpec, { type: "ledger" }>, ports: SourcePorts, signal: AbortSignal): Promise<Read> {
  switch (source.type) {
    case "http":
      return ports.http(source.url, signal);
    case "command":
      return ports.command(source.command, signal);
    case "tests":
      return ports.tests(source.command, source.report, signal);
    case "file":
      return ports.file(source.file, signal);
  }
}

function jsonOf(name: string, text: string, path: string, ports: SourcePorts): Material {
  const json = parsed(text);
  const found = json && ports.valueAt(json.value, path);
  if (!found || found.value === undefined) return { name, type: "problem", problem: json ? `json ${path}` : "json" };
  // What JSON.parse gives is a Value, and a part of it is one.
  return { name, type: "data", value: found.value as Value };
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function later(at: Instant, since: Instant | null): Instant {
  return since === null ? at : Math.max(at, since);
}
