/** What a look at something gave: a verdict, what was measured and, when it is bad, of which class the trouble is. */
import type { Approvable } from "./approval.ts";
import type { Instant } from "./schedule.ts";

export type Verdict = "good" | "bad";

/** `value` is a number found in an output or on a page, in whatever unit it is there. */
export type Unit = "ms" | "days" | "failures" | "value";

/**
 * Why a reading is bad, as one stable word: escalations of one action with the same word share a cause. Texts are
 * chosen by whoever shows it; `detail` beside it holds the technical word (`ECONNREFUSED`, `CERT_HAS_EXPIRED`).
 */
export type ErrorClass =
  /* the way there */
  | "timeout"
  | "dns"
  | "refused"
  | "unreachable"
  | "reset"
  /* an address that settings do not allow to be asked */
  | "forbidden"
  | "tls"
  | "certificate"
  | "redirects"
  | "protocol"
  /* the answer */
  | "status"
  | "text"
  | "unwanted"
  | "json"
  | "header"
  | "slow"
  | "expiring"
  | "record"
  | "value"
  | "changed"
  /* commands */
  | "unknownCommand"
  | "notApproved"
  | "folder"
  | "start"
  | "exit"
  | "flood"
  | "processes"
  | "tests"
  | "noReport"
  /* calls expected from outside */
  | "late"
  | "called";

/** What was seen, per sort of probe; null where nothing was. Times in milliseconds. */
export type Summary =
  | {
      probe: "command";
      exit: number | null;
      signal: string | null;
      ms: number | null;
      value: number | null;
      changed: boolean;
    }
  | {
      probe: "http";
      status: number | null;
      ms: number | null;
      /** Whether the text that is expected was there; null when none is. */
      found: boolean | null;
      tlsDays: number | null;
      redirects: number;
    }
  | { probe: "tcp"; ms: number | null }
  | { probe: "dns"; ms: number | null; records: string[]; changed: boolean }
  | {
      probe: "tls";
      ms: number | null;
      /** Whole days until the server's own certificate ends, negative when it has. */
      tlsDays: number | null;
      /** The same of whichever certificate of the chain ends first. */
      chainDays: number | null;
      /** OpenSSL's word for what is wrong with the chain or the name, else null. */
      problem: string | null;
    }
  | { probe: "domain"; ms: number | null; days: number | null; expiresAt: Instant | null }
  | {
      probe: "page";
      status: number | null;
      ms: number | null;
      value: number | null;
      changed: boolean;
      added: string[];
      removed: string[];
    }
  | {
      probe: "ping";
      state: "waiting" | "onTime" | "late" | "down" | "failed";
      lastAt: Instant | null;
      expectedAt: Instant | null;
      downAt: Instant | null;
      exit: number | null;
    }
  | {
      probe: "tests";
      report: "junit" | "tap" | "exit";
      exit: number | null;
      ms: number | null;
      passed: number;
      failed: number;
      skipped: number;
      total: number;
      /** Names of failed tests, at most twenty. */
      failing: string[];
    };

/** Why what is seen is not told: its action is under maintenance, or what it depends on is down. */
export type Held = "maintenance" | "unreachable";

/** What was seen and measured, without what was printed. */
export interface ReadingData {
  verdict: Verdict;
  summary: Summary;
  /** The one number worth a graph, in `unit`. */
  measure: number | null;
  unit: Unit | null;
  /** Null when good. */
  errorClass: ErrorClass | null;
  detail: string | null;
  held?: Held;
}

/** What a reading brought that is worth telling. */
export type Told = "down" | "up" | "flapping" | "steady" | "changed";

/** A reading as the ledger keeps it, in the `data` of its run. */
export interface RunData extends ReadingData {
  told: Told | null;
}

/** What a check looks at, for a card: technical words, as they were said. */
export interface CheckAbout {
  target: string;
  /** What has to hold: `200`, `"Add to cart"`, `value <= 85`. */
  expects: string[];
  /** The condition that may not hold. */
  badWhen?: string;
  alertAfter: number;
  /** Of a call that is expected: how long after it was due its absence is a failure. */
  graceMs?: number;
}

/** What the card of a check shows besides. */
export interface CheckPart {
  about: CheckAbout;
  /** What an owner has to approve before it runs. */
  approvable?: Approvable;
  /** The private chat it is in is of somebody who may not approve it: owners are asked in theirs. */
  askedElsewhere?: true;
  /** Where it is called, where it waits for that. */
  address?: string;
  /** The run whose result is still awaited. */
  run: number | null;
  reading: ReadingData | null;
}

/** What a check tells besides its escalations: what it sees has changed. */
export interface CheckNewsView {
  view: "checkNews";
  action: number;
  run: number;
  title: string;
  /** `changed`: what it sees; `result`: of a check whose every result is told. */
  told: "changed" | "result";
  reading: ReadingData;
  /** The end of what was printed. */
  text?: string;
  /** All of it, for those who want to read it. */
  log?: { name: string; text: string };
}
