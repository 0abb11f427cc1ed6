/** What is said of a check besides what it looks at. Each changes the check that is being made. */
import type { Notify } from "../../core/notify.ts";
import type { CheckSaid, Places } from "./forms.ts";
import type { CheckTable, ClauseName } from "./table.ts";
import { bare, daysOf, dot, milliseconds } from "./units.ts";

/** Conditions said one by one; all of the good ones have to hold, and none of the bad ones may. */
export interface Making extends CheckSaid {
  good: string[];
  bad: string[];
}

/** False where the clause makes no sense for such a check, and is not one. */
type Read = (making: Making, places: Places, table: CheckTable) => boolean | undefined;

/** In the order in which they are tried. */
export const clauseReaders: [ClauseName, Read][] = [
  [
    "status",
    ({ spec: { probe } }, { status, quoted }) => {
      if (probe.type !== "http") return false;
      // "expect ok" is what is expected anyhow.
      Object.assign(
        probe,
        status === undefined ? {} : { status: statusOf(status) },
        quoted ? { contains: bare(quoted) } : {},
      );
      return true;
    },
  ],
  ["lacks", (making, { quoted }) => text(making, "lacks", quoted)],
  ["contains", (making, { quoted }) => text(making, "contains", quoted)],
  ["json", (making, { path, sign, word, quoted }) => condition(making.good, `json.${path}`, sign, quoted ?? word)],
  [
    "resolves",
    ({ spec: { probe } }, { word }) => {
      if (probe.type !== "dns") return false;
      probe.expected = word;
      return true;
    },
  ],
  [
    "header",
    (making, { header, sign, word, quoted }) => {
      return condition(making.good, `header.${header?.toLowerCase()}`, sign ?? "contains", quoted ?? `"${word}"`);
    },
  ],
  ["days", (making, { count, unit }, table) => days(making, daysOf(count, unit, table))],
  ["slower", (making, { number, unit }, table) => slower(making, milliseconds(number, unit, table))],
  [
    "grace",
    ({ spec: { probe } }, { number, unit }, table) => {
      if (probe.type !== "ping") return false;
      probe.graceMs = milliseconds(number, unit, table);
      return true;
    },
  ],
  ["alertAfter", ({ spec }, { count, twice }) => set(spec, "alertAfter", twice ? 2 : Number(count))],
  ["alertAtOnce", ({ spec }) => set(spec, "alertAfter", 1)],
  ["recoverAfter", ({ spec }, { count }) => set(spec, "recoverAfter", Number(count))],
  ["outside", (making, { number, other }) => bounds(making, `value < ${dot(number)} or value > ${dot(other)}`)],
  ["over", (making, { number }) => bounds(making, `value > ${dot(number)}`)],
  ["under", (making, { number }) => bounds(making, `value < ${dot(number)}`)],
  // Where a page is watched its changes are told, too.
  ["tellFailure", (making) => making.notify === "change" || told(making, "failure")],
  ["tellChange", changing],
  ["tellAlways", (making) => told(making, "always")],
  ["tellNever", (making) => told(making, "never")],
  [
    "called",
    (making, { quoted, name = bare(quoted) }) => {
      making.title = name;
      return true;
    },
  ],
  [
    "severity",
    ({ spec }, { word = "" }, { severities }) => {
      const severity = severities[word.toLowerCase()];
      return severity === undefined ? false : set(spec, "severity", severity);
    },
  ],
];

function set(spec: CheckSaid["spec"], field: string, value: unknown): boolean {
  spec[field] = value;
  return true;
}

function told(making: Making, notify: Notify): boolean {
  making.notify = notify;
  return true;
}

/** One, several, or from and to. */
function statusOf(said: string): unknown {
  const codes = (said.match(/\d{3}/g) ?? []).map(Number);
  const [from, to] = codes;
  if (codes.length === 1) return from;
  return codes.length === 2 && /-|–|to|bis/i.test(said) ? { from, to } : codes;
}

function text(making: Making, field: "contains" | "lacks", quoted: string | undefined): boolean {
  const { probe } = making.spec;
  const expected = bare(quoted);
  if (probe.type === "http") probe[field] = expected;
  else if (["command", "tests", "page", "dns", "ping"].includes(String(probe.type)))
    (field === "contains" ? making.good : making.bad).push(`text contains ${JSON.stringify(expected)}`);
  else return false;
  return true;
}

function condition(conditions: string[], name: string, sign = "==", value = ""): boolean {
  const operator = sign === "=" ? "==" : sign;
  const given = /^["“”„«']/u.test(value) ? JSON.stringify(bare(value)) : plain(value);
  conditions.push(`${name} ${operator} ${given}`);
  return true;
}

/** What is no number, truth or nothing is a text. */
function plain(value: string): string {
  return /^(?:-?\d+(?:\.\d+)?|true|false|null)$/i.test(value) ? value.toLowerCase() : JSON.stringify(value);
}

function days({ spec: { probe } }: Making, count: number): boolean {
  if (probe.type === "http") probe.minTlsDays = count;
  else if (probe.type === "tls" || probe.type === "domain") probe.minDays = count;
  else return false;
  return true;
}

function slower({ spec: { probe }, bad }: Making, ms: number): boolean {
  if (probe.type === "ping" || probe.type === "domain") return false;
  if (probe.type === "http") probe.maxMs = ms;
  else bad.push(`ms > ${ms}`);
  return true;
}

/** An address of which nothing but its changes matters is watched as a page. */
function changing(making: Making): boolean {
  const { probe } = making.spec;
  const { type, url, ...more } = probe;
  if (type === "http" && Object.keys(more).length === 0) making.spec.probe = { type: "page", url };
  return told(making, "change");
}

function bounds({ spec: { probe }, bad }: Making, bad1: string): boolean {
  if (probe.type !== "command" && probe.type !== "page") return false;
  probe.number = "last";
  bad.push(bad1);
  return true;
}
