/** Patterns of the tables of checks, found in whatever case a text is written. */
import { LETTERS, small } from "../text/letters.ts";
import type { CheckTable, CheckTerm } from "./table.ts";

const host = "(?:[\\p{L}\\d][\\p{L}\\d-]*\\.)+[\\p{L}\\d-]{2,}";

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
  record: "a|aaaa|cname|mx|ns|txt|srv|caa|ptr",
  word: "[^\\s,]+",
  program: "(?:\\.{0,2}\\/)?[\\p{L}\\d][\\p{L}\\d_.\\/-]{0,100}",
  name: "[\\p{L}\\d][\\p{L}\\d_.-]{0,63}",
  argv: "`[^`]{1,4096}`",
  status: "[1-5]\\d\\d(?:\\s*(?:-|–|,|\\/|or|oder|to|bis)\\s*[1-5]\\d\\d)*",
  quoted: `["“”„«][^"“”„»]{1,1024}["“”»]|'[^']{1,1024}'`,
  path: "[\\w$]+(?:\\.[\\w$-]+|\\[[^\\]\\s]{1,64}\\])*",
  header: "[a-z][\\w-]{0,63}",
  sign: "==?|!=|<=?|>=?",
  number: "-?\\d+(?:[.,]\\d+)?",
  other: "-?\\d+(?:[.,]\\d+)?",
  count: "\\d{1,3}",
  unit: "ms|milliseconds?|millisekunden?|seconds?|secs?|sekunden?|s|minutes?|mins?|minuten?|m|hours?|hrs?|h|stunden?|std|days?|tage?n?|d|weeks?|wochen?|w|months?|monat(?:en?)?",
};

/** What a pattern has found: where, how long, and what stands in its places, as it was written. */
export interface Found {
  index: number;
  length: number;
  groups: Record<string, string>;
}

/** Null when the text holds no such thing. */
export type Pattern = (text: string) => Found | null;

/** A pattern as it is written in a table, between words. */
export function compiled(pattern: string, terms: CheckTable["terms"], before = ""): Pattern {
  const whole = pattern
    .replace(/\{(verb|tell|my)\}/g, (_, term: CheckTerm) => `(?:${terms[term].join("|")})`)
    .replace(/(?<!\\p)\{([a-z]+)\}/gi, (_, name: string) => `(?<${name}>${places[name]})`)
    .replaceAll(" ?", "\\s*")
    .replaceAll(" ", "\\s+");
  const source = `${before}(?<![\\p{L}\\d])(?:${whole})(?=[\\s,;!?]|\\.(?![\\p{L}\\d])|$)`;
  // All is compared in small letters: with the flag for any case it would take five times as long to compile.
  const expression = new RegExp(source.replaceAll("\\p{L}", LETTERS), "du");
  return (text) => {
    const found = expression.exec(small(text));
    if (!found) return null;
    const groups = Object.entries(found.indices?.groups ?? {}).flatMap(([name, place]) =>
      place ? [[name, text.slice(...place)] as const] : [],
    );
    return { index: found.index, length: found[0].length, groups: Object.fromEntries(groups) };
  };
}
