/**
 * `<data>/belfry.toml`: named commands, channels, who is told of what. Every problem is reported at once, with its
 * place; a key that means nothing is a problem too, since it was meant to mean something.
 */
import type { z } from "zod";
import { type Problem, routesOf } from "./belfry-routes.ts";
import { type NamedCommand, schema, words } from "./belfry-schema.ts";
import { channelTypes } from "./channels/index.ts";
import type { Sender } from "./core/bulletin.ts";
import type { EscalationRules } from "./core/escalation.ts";
import type { Retention } from "./core/retention.ts";
import { distance, nearest } from "./nearest.ts";
import { lineOf, parseToml, type Toml } from "./toml.ts";

export interface BelfryToml {
  escalation: EscalationRules;
  /** By name, as routes name them. */
  senders: ReadonlyMap<string, Sender>;
  commands: Record<string, NamedCommand>;
  reports: {
    /** Files below these may be read by reports; complete paths. */
    folders: string[];
    /** By the names by which reports choose them. */
    templates: Record<string, string>;
  };
  retention: Retention;
  /** Called as long as everything is well; null calls nobody. */
  heartbeat: string | null;
  network: {
    /** Hosts, addresses and ranges of local networks that checks may ask. */
    allow: string[];
  };
}

/** What lies outside the text. */
export interface Surroundings {
  /** Content of a file that holds a secret, or null where it cannot be read. */
  secret(path: string): string | null;
  /** Nobody but the file's owner may read or write it. */
  private: boolean;
}

/** Reads the text of the file. Each problem is one sentence; none holds a secret. */
export function readBelfryToml(source: string, around: Surroundings): { file: BelfryToml } | { problems: string[] } {
  const parsed = parseToml(source);
  if ("problem" in parsed) return { problems: [`belfry.toml, ${parsed.problem}`] };
  const problems: Problem[] = [];
  const read = schema.safeParse(parsed.value);
  if (!read.success) problems.push(...read.error.issues.flatMap(explained));
  const senders = openSenders(parsed.value, around, problems);
  if (!read.success) return { problems: told(source, problems) };
  const { routes, contacts, ...times } = read.data.escalation;
  const resolved = routesOf({ routes, contacts, senders: senders.open, types: senders.types, problems });
  problems.push(...unsafe(read.data.commands, around));
  if (problems.length > 0) return { problems: told(source, problems) };
  const rules: EscalationRules = {
    ...{ routes: resolved, staleMs: times.stale_threshold, cycles: times.cycles, repeatMs: times.repeat },
    ...{ askAgainMs: times.ask_again, ackMs: times.ack_expires },
  };
  const { commands, reports, network, retention } = read.data;
  const heartbeat = read.data.heartbeat.url ?? null;
  return { file: { escalation: rules, senders: senders.open, commands, reports, network, retention, heartbeat } };
}

/** What holds without a file. */
export function emptyBelfryToml(): BelfryToml {
  const read = readBelfryToml("", { secret: () => null, private: true });
  if ("problems" in read) throw new Error("an empty file has problems");
  return read.file;
}

/** The section's name is its type where it names none. */
function openSenders({ channels }: Toml, around: Surroundings, problems: Problem[]) {
  const open = new Map<string, Sender>();
  const types = new Map<string, string>();
  for (const [key, given] of Object.entries(isTable(channels) ? channels : {})) {
    if (!isTable(given)) continue;
    const settings: Toml = { type: key, ...given };
    types.set(key, String(settings.type));
    const type = channelTypes.get(String(settings.type));
    if (!type) {
      const message = `must be one of ${[...channelTypes.keys()].join(", ")}; a section of another name says its type`;
      problems.push({ path: ["channels", key, "type"], message });
      continue;
    }
    const filled = withSecrets(settings, ["channels", key], around, problems);
    const read = type.settings.safeParse(filled);
    if (read.success) open.set(key, type.open(read.data));
    else {
      const issues = read.error.issues.flatMap(explained);
      problems.push(...issues.map(({ path, message }) => ({ path: ["channels", key, ...path], message })));
    }
  }
  return { open, types };
}

/** `password_file` → `password`, and so on. */
function withSecrets(settings: Toml, path: PropertyKey[], around: Surroundings, problems: Problem[]): Toml {
  const filled = { ...settings };
  for (const secret of ["password", "secret", "token"]) {
    const key = `${secret}_file`;
    const file = settings[key];
    if (file === undefined) continue;
    delete filled[key];
    const content = typeof file === "string" ? around.secret(file) : null;
    if (settings[secret] !== undefined) problems.push({ path: [...path, key], message: `and ${secret} are both set` });
    else if (content === null) problems.push({ path: [...path, key], message: "names a file that cannot be read" });
    else if (content.trim() === "") problems.push({ path: [...path, key], message: "names an empty file" });
    // Whatever is wrong with the file has been said: the missing secret is not said again.
    filled[secret] = content?.trim() || settings[secret] || "-".repeat(16);
  }
  return filled;
}

/** A text for bash does whatever it says: it must be the owner's own. */
function unsafe(commands: Record<string, NamedCommand>, around: Surroundings): Problem[] {
  if (around.private) return [];
  return Object.entries(commands)
    .filter(([, { shell }]) => shell === true)
    .map(([key]) => ({
      path: ["commands", key, "shell"],
      message: "needs a belfry.toml that only its owner can read or write: chmod 600",
    }));
}

function isTable(value: unknown): value is Toml {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function explained(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === "invalid_key")
    return issue.issues.flatMap(explained).map(({ message }) => ({ path: issue.path, message }));
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path, message: plain(issue) }];
  return issue.keys.map((key) => {
    const like = nearest(key, words);
    const hint = distance(key, like) <= 3 ? `; did you mean ${like}?` : "";
    return { path: [...issue.path, key], message: `is not a setting${hint}` };
  });
}

/** zod's own words where they are not written for people. */
function plain({ code, message, ...issue }: z.core.$ZodIssue): string {
  if (code === "invalid_type" && "expected" in issue)
    return /received undefined$/.test(message) ? "is missing" : `must be a ${String(issue.expected)}`;
  const small = code === "too_small" && "minimum" in issue && /number/.test(message);
  const big = code === "too_big" && "maximum" in issue && /number/.test(message);
  if (small) return `must be ${String(issue.minimum)} at least`;
  return big ? `must be ${String(issue.maximum)} at most` : message;
}

function told(source: string, problems: Problem[]): string[] {
  return problems
    .map(({ path, message }) => ({ line: lineOf(source, path), where: path.join("."), message }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ line, where, message }) => `belfry.toml${line === null ? "" : `, line ${line}`}: ${where} ${message}`);
}
