/**
 * The form of the tables of checks: for each way to say something, patterns in one language. A pattern is a regular
 * expression in which a space stands for any space, ` ?` for one or none, and `{url}` and the like for what stands in its place.
 */
import type { Severity } from "../../core/escalation.ts";

/** What is looked at. */
export type FormName =
  | "page"
  | "tcp"
  /** A host and a port that may be another than the web's. */
  | "service"
  | "dns"
  | "tls"
  | "domain"
  /** A text on a page that is told when it is there, or when it is not. */
  | "appears"
  | "missing"
  | "web"
  | "ping"
  | "tests"
  | "argv"
  | "command";

/**
 * Words for the other patterns: `{verb}` of watching, `{tell}` asks to be told when something is so, `{my}` may stand
 * before an address and says what is there.
 */
export type CheckTerm = "verb" | "tell" | "my";

/** What is said of it besides. The first pattern that fits is taken, each clause at most once. */
export type ClauseName =
  | "status"
  | "contains"
  | "lacks"
  | "json"
  /** What a name has to resolve to. */
  | "resolves"
  | "header"
  | "slower"
  | "days"
  | "alertAfter"
  | "alertAtOnce"
  | "recoverAfter"
  | "outside"
  | "over"
  | "under"
  /** What a check does anyhow. */
  | "tellFailure"
  | "tellChange"
  | "tellAlways"
  | "tellNever"
  | "severity"
  /** What it is called. */
  | "called"
  | "grace";

export interface CheckTable {
  terms: Record<CheckTerm, string[]>;
  forms: Record<FormName, string[]>;
  /** How programs are spoken of, by whatever name. */
  programs: Record<"run" | "check", string[]>;
  clauses: Record<ClauseName, string[]>;
  /** Severities as they are said. */
  severities: Record<string, Severity>;
  /** Units of time as they are said, in milliseconds. */
  units: [RegExp, number][];
  /** What stands before the time by which something is expected, and what that becomes. */
  by: [RegExp, string];
  /** Said before a time that is meant for each day. */
  daily: string;
  /** Halves of verbs that are left beside the time. */
  noise: RegExp | null;
}

const host = "(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+[\\p{L}\\d-]{2,}";

/** Of version 4, or of version 6 in brackets. */
const address = "\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[\\da-f:]+\\]";

const places: Record<string, string> = {
  url: `https?:\\/\\/[^\\s,"]+|(?:${host}|${address})(?::\\d{1,5})?(?:\\/[^\\s,"]*)?`,
  host,
  machine: `${host}|${address}`,
  service: "ssh|sftp|ftp|smtp|imap|mysql|mariadb|postgres(?:ql)?|redis|mongo(?:db)?|rdp|ldap|mqtt",
  anyHost: `${host}|${address}|[a-z\\d][\\w-]*`,
  address,
  /** A name of the own network; behind it a port, not a clock time. */
  local: "[a-z][\\w-]*(?=:\\d{2,5}(?![\\d:]))",
  port: "\\d{1,5}",
  record: "A|AAAA|CNAME|MX|NS|TXT|SRV|CAA|PTR",
  word: "[^\\s,]+",
  program: "(?:\\.{0,2}\\/)?[\\p{L}\\d][\\p{L}\\d_.\\/-]{0,100}",
  name: "[\\p{L}\\d][\\p{L}\\d_.-]{0,63}",
  argv: "`[^`]{1,4096}`",
  status: "[1-5]\\d\\d(?:\\s*(?:-|–|,|\\/|or|oder|to|bis)\\s*[1-5]\\d\\d)*",
  quoted: `["“”„«][^"“”„»]{1,1024}["“”»]|'[^']{1,1024}'`,
  path: "[\\w$]+(?:\\.[\\w$-]+|\\[[^\\]\\s]{1,64}\\])*",
  header: "[A-Za-z][\\w-]{0,63}",
  sign: "==?|!=|<=?|>=?",
  number: "-?\\d+(?:[.,]\\d+)?",
  other: "-?\\d+(?:[.,]\\d+)?",
  count: "\\d{1,3}",
  unit: "ms|milliseconds?|millisekunden?|seconds?|secs?|sekunden?|s|minutes?|mins?|minuten?|m|hours?|hrs?|h|stunden?|std|days?|tage?n?|d|weeks?|wochen?|w|months?|monat(?:en?)?",
};

/** A pattern as it is written in a table, between words; groups have the names of the places. */
export function compiled(pattern: string, terms: CheckTable["terms"], before = ""): RegExp {
  const whole = pattern
    .replace(/\{(verb|tell|my)\}/g, (_, term: CheckTerm) => `(?:${terms[term].join("|")})`)
    .replace(/(?<!\\p)\{([a-z]+)\}/gi, (_, name: string) => `(?<${name}>${places[name]})`)
    .replaceAll(" ?", "\\s*")
    .replaceAll(" ", "\\s+");
  return new RegExp(`${before}(?<![\\p{L}\\d])(?:${whole})(?=[\\s,;!?]|\\.(?![\\p{L}\\d])|$)`, "iu");
}
