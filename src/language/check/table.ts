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
  /** Verbs that say it goes on: no check is made of them and a single time, which a person may mean for themselves. */
  lasting: RegExp;
  /** Halves of verbs that are left beside the time. */
  noise: RegExp | null;
}
