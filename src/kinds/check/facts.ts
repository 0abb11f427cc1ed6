/** The names a condition may use for each sort of probe, and what they stand for in a reading. */

import type { ErrorClass, Summary } from "../../core/reading.ts";
import type { Value } from "./condition/condition.ts";
import type { Facts } from "./condition/evaluate.ts";
import type { Operator } from "./condition/tokens.ts";
import { parseJsonPath, valueAt } from "./json-path.ts";
import type { Observation } from "./probe.ts";

/** `any` is a value inside JSON: known only when it is there. */
type FactType = "number" | "text" | "truth" | "any";

/** `json.a.b[0]` and `header.content-type` besides, where there are such. */
const factNames: Record<Summary["probe"], Readonly<Record<string, FactType>>> = {
  command: { exit: "number", ms: "number", value: "number", text: "text", changed: "truth", json: "any" },
  http: { status: "number", ms: "number", tlsDays: "number", text: "text", header: "text", json: "any" },
  tcp: { ms: "number" },
  dns: { ms: "number", text: "text", changed: "truth" },
  tls: { ms: "number", tlsDays: "number", chainDays: "number" },
  domain: { ms: "number", days: "number" },
  page: {
    status: "number",
    ms: "number",
    value: "number",
    text: "text",
    changed: "truth",
    header: "text",
    json: "any",
  },
  ping: { exit: "number", state: "text", text: "text" },
  tests: {
    exit: "number",
    ms: "number",
    passed: "number",
    failed: "number",
    skipped: "number",
    total: "number",
    text: "text",
  },
};

/** Null for a name that this probe does not have. */
export function factType(probe: Summary["probe"], name: string): FactType | null {
  const { base, rest } = parts(name);
  const names = factNames[probe];
  const type = Object.hasOwn(names, base) ? (names[base] ?? null) : null;
  if (base === "header") return type && rest ? type : null;
  if (base === "json") return type && parseJsonPath(rest) ? type : null;
  return rest === "" ? type : null;
}

/** Whether a fact of that type can be compared in that way with that value. */
export function fitsFact(type: FactType, test: Operator, value: Value): boolean {
  if (value === null) return test === "==" || test === "!=";
  if (type === "any") return test !== "contains" || typeof value === "string";
  if (test === "contains") return type === "text" && typeof value === "string";
  if (type === "truth") return typeof value === "boolean" && (test === "==" || test === "!=");
  return typeof value === (type === "number" ? "number" : "string");
}

/** The facts of one reading. JSON is read at most once. */
export function factsOf(observation: Observation): Facts {
  const { summary, text, headers } = observation;
  const seen: Record<string, unknown> = { ...summary };
  let json: { value: unknown } | null = null;
  return (name) => {
    const { base, rest } = parts(name);
    if (base === "text") return text;
    if (base === "header") return headers?.[rest.toLowerCase()];
    if (base !== "json") return plain(seen[base]);
    json ??= { value: parsed(text ?? "") };
    return plain(valueAt(json.value, parseJsonPath(rest) ?? []));
  };
}

const classes: Record<string, ErrorClass> = {
  status: "status",
  header: "header",
  json: "json",
  ms: "slow",
  tlsDays: "expiring",
  chainDays: "expiring",
  days: "expiring",
  changed: "changed",
  exit: "exit",
  failed: "tests",
  passed: "tests",
};

/** The class of trouble when a condition turned a reading bad because of that fact. */
export function classOf(name: string): ErrorClass {
  return classes[parts(name).base] ?? "value";
}

/** `json.a.b` → json and a.b; `json[0]` → json and [0]. */
function parts(name: string): { base: string; rest: string } {
  const end = name.search(/[.[]/);
  if (end === -1) return { base: name, rest: "" };
  return { base: name.slice(0, end), rest: name.slice(name[end] === "." ? end + 1 : end) };
}

function plain(value: unknown): Value | undefined {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return value === null ? null : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
