/** The shapes a tokeniser sees in raw text, first match wins. Letters and single numbers are handled by tokenise.ts. */
import type { NumericDate, Token } from "./token.ts";

type Shaped = Pick<Token, "kind"> & Partial<Token>;

interface Shape {
  /** What it is, with an example. */
  name: string;
  pattern: RegExp;
  read(match: RegExpExecArray): Shaped | null;
}

const OPAQUE: Shaped = { kind: "opaque" };
const opaque = (): Shaped => OPAQUE;

function writtenTime(hour: string, minute: string, second: string | undefined): Shaped | null {
  const time = { hour: +hour, minute: +minute, second: second ? +second : 0, padded: /^0\d/.test(hour) };
  if (time.hour > 24 || time.minute > 59 || time.second > 59) return OPAQUE;
  return { kind: "time", time };
}

function numericDate(parts: string[], mark: NumericDate["mark"]): Shaped {
  return {
    kind: "numericDate",
    numericDate: { numbers: parts.map(Number), digits: parts.map((part) => part.length), mark },
  };
}

/** Quotations are opaque unless all they hold is a written date. */
const QUOTED_DATE = /^.\s*\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?\s*.$/u;
function quoted(match: RegExpExecArray): Shaped | null {
  return QUOTED_DATE.test(match[0]) ? null : OPAQUE;
}

/** Sticky patterns. All are linear: no nested repetition over the same characters. */
export const SHAPES: Shape[] = [
  {
    name: 'quotation "see you at 5"',
    pattern: /"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|„[^“”\n]{1,300}[“”]/uy,
    read: quoted,
  },
  {
    name: "quotation 'see you at 5'",
    pattern: /(?<![\p{L}\p{N}])['‘][^'’\n]{2,300}['’](?![\p{L}\p{N}])/uy,
    read: quoted,
  },
  { name: "code `cron`", pattern: /`[^`\n]{1,300}`/uy, read: opaque },
  { name: "address https://…", pattern: /(?:https?|ftp|file|ssh|tel|mailto):\S+|www\.\S+/iuy, read: opaque },
  { name: "mail ana@example.com", pattern: /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/uy, read: opaque },
  {
    name: "domain monday.com",
    pattern:
      /(?:[a-z][\w-]{0,62}\.)+(?:com|org|net|io|dev|app|de|eu|co|ai|me|tv|info|uk|fr|es|ru|js|ts|py|md|txt|pdf|sh|rs|go)(?![\p{L}\p{N}])(?:\/\S*)?/iuy,
    read: opaque,
  },
  { name: "o'clock", pattern: /o['’]?\s?clock(?!\p{L})/iuy, read: () => ({ kind: "word", norm: "oclock" }) },
  {
    name: "a.m., p. m.",
    pattern: /(?<!\p{L})[ap]\.\s?m(?:\.|(?!\p{L}))/iuy,
    read: (m) => ({ kind: "word", norm: m[0].toLowerCase().startsWith("a") ? "am" : "pm" }),
  },
  { name: "handle @ana #team ~group $TICKER", pattern: /[@#~$](?=\p{L})[\p{L}\p{N}_-]+|#\d+/uy, read: opaque },
  {
    name: "zone Europe/Berlin, Etc/GMT-1",
    pattern:
      /(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z_]+(?:[/+-][A-Za-z0-9_]+)*/uy,
    read: () => ({ kind: "zone" }),
  },
  { name: "path /usr/bin", pattern: /(?<![\p{L}\p{N}])~?\/[\p{L}_.][\w./-]*/uy, read: opaque },
  { name: "percent code %e7%b7", pattern: /%[0-9a-f]{2}(?:%?[0-9a-f]{2})*/iuy, read: opaque },
  {
    name: "price $120.50, 5 €, 20 %",
    pattern:
      /[$€£¥]\s?\d[\d.,]*[km]?|\d[\d.,]*\s?(?:[$€£¥%]|(?:eur|usd|euros?|dollars?|bucks|pounds?|percent|prozent)(?!\p{L}))/iuy,
    read: opaque,
  },
  {
    name: "number key £1-2-3 1-800-273-8255",
    pattern:
      /\+\d[\d\s()-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|\d{1,4}-\d{3}-\d{3,4}(?:-\d{2,4})?(?![\d-])|\d{3}[.]\d{3}[.]\d{4}|\d{3}[- ]\d{4}(?![\d-])/uy,
    read: opaque,
  },
  {
    name: "RFC 3339 2026-11-05T09:00:00Z",
    pattern:
      /(\d{4}-\d{2}-\d{2})(?:[Tt]|\s(?=\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)))(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|z|[+-]\d{2}:?\d{2})?(?![\p{L}\p{N}])/uy,
    read: (m) => ({ kind: "instant", instant: { date: m[1] ?? "", time: m[2] ?? "", offset: m[3] ?? null } }),
  },
  { name: "version 1.2.3.4, v1.2", pattern: /v\d+(?:\.\d+)+|\d+\.\d+\.\d+\.\d+(?:\.\d+)*/iuy, read: opaque },
  {
    name: "date 2026-11-05",
    pattern: /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-]|[.:]\d|\p{L})/uy,
    read: (m) => numericDate([m[1] ?? "", m[3] ?? "", m[4] ?? ""], m[2] as "-"),
  },
  {
    name: "date 24.12.2026, 11/5/26",
    pattern: /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d|-(?!\d{1,2}[/.]\d)|[.]\d|\p{L})/uy,
    read: (m) => numericDate([m[1] ?? "", m[3] ?? "", m[4] ?? ""], m[2] as "-"),
  },
  {
    name: "clock 9:15, 21:30:05",
    pattern: /(\d{1,2})[:;](\d{2})(?::(\d{2}))?(?!\d|:\d)/uy,
    read: (m) => writtenTime(m[1] ?? "", m[2] ?? "", m[3]),
  },
  {
    name: "clock 15h30",
    pattern: /(\d{1,2})h(\d{2})(?![\p{L}\p{N}])/iuy,
    read: (m) => writtenTime((m[1] ?? "").padStart(2, "0"), m[2] ?? "", undefined),
  },
  {
    name: "month 2026-11, 11/2026",
    pattern: /(\d{4})([-/])(\d{1,2})(?![\d/-]|\p{L})|(?<![/-])(\d{1,2})([-/.])(\d{4})(?![\d/-]|\p{L})/uy,
    read: (m) => numericDate(m[1] ? [m[1], m[3] ?? ""] : [m[4] ?? "", m[6] ?? ""], (m[2] ?? m[5]) as "-"),
  },
  {
    name: "code ABC-12345-A1B2, 1-2-3",
    pattern: /\d+-\d+-\d+(?:-\d+)*|\d+\/-?\d+\/-?\d+|(?<!\d)-\d+\/\d+/uy,
    read: opaque,
  },
  { name: "code 2012-1400, 2200-25; not 630-930am", pattern: /\d{3,}-\d{2,}(?!\d|\s?[ap]\.?m)/iuy, read: opaque },
  {
    name: "date 24. 12. 2026",
    pattern: /(\d{1,2})\.\s(\d{1,2})\.\s?(\d{4})(?!\d)/uy,
    read: (m) => numericDate([m[1] ?? "", m[2] ?? "", m[3] ?? ""], "."),
  },
  {
    name: "ordinal or date 24.12.",
    pattern: /(\d{1,2})\.(\d{1,2})\.(?!\d)/uy,
    read: (m) => numericDate([m[1] ?? "", m[2] ?? ""], "."),
  },
  {
    name: "decimal 1.5",
    pattern: /(\d{1,6})[.,](\d{1,3})(?![\d.,]*\d)/uy,
    read: (m) => ({ kind: "decimal", value: +`${m[1]}.${m[2]}` }),
  },
];
