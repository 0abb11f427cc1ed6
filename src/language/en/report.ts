/** How reports are asked for in English. */
import type { ReportWords } from "../report-words.ts";

const VERB = "^(?:please\\s+)?(?:(?:send|give|show|post|make)\\s+(?:me\\s+|us\\s+)?)?";
const LEAD = `${VERB}(?:a\\s+|the\\s+)?`;
const DAYS: Record<string, number> = { hour: 1 / 24, day: 1, week: 7, month: 30 };

export const EN_REPORT: ReportWords = {
  mentioned: /\b(?:report|digest|(?:summary|overview)\s+(?:of|on))\b/iu,
  reminded: /\b(?:remind(?:er)?|to-?do|task)\b/iu,
  now: /^now$/iu,
  named: /\b((?:daily|weekly|monthly)\s+report)\b/iu,
  cadences: [
    [/\bdaily\s+(?:report|digest)\b/iu, "every day"],
    [/\bmorning\s+digest\b/iu, "every day"],
    [/\bweekly\s+(?:report|digest)\b/iu, "every week"],
    [/\bmonthly\s+report\b/iu, "every month"],
  ],
  plain: (text) =>
    text
      .replace(/\b(?:summary|overview)(?=\s+(?:of|on)\b)/giu, "report")
      .replace(
        /\b((?:(?:uptime|latency|failures?)\s+and\s+)?(?:uptime|latency|response\s+times?|failed\s+runs|failures?))\s+report\b/iu,
        "report of $1",
      )
      .replace(/(?<=\breport\s.+)\s+(?:in\s+)?(?:here|this\s+(?:chat|group|topic))\b/iu, ""),
  // "the monthly report" is somebody's own.
  alone: new RegExp(`${VERB}(?:a\\s+)?(?:(?:daily|weekly|monthly)\\s+)?report$`, "iu"),
  digest: new RegExp(`${VERB}(?:a\\s+|the\\s+|my\\s+)?((?:(?:daily|weekly|morning)\\s+)?digest)$`, "iu"),
  digestDays: [
    [/(?<=\bdigest)\s+(?:(?:of|for)\s+)?yesterday\b/iu, "yesterday"],
    [/(?<=\bdigest)\s+(?:(?:of|for)\s+)?today\b/iu, "today"],
  ],
  how: new RegExp(`${LEAD}report\\s+(?:on\\s+)?how\\s+(.+?)\\s+(?:performed|performs|did|does|went|ran)$`, "iu"),
  howTitle: (target) => `How ${target} performed`,
  last: new RegExp(
    `${LEAD}report\\s+(?:of|on|for)\\s+(?:the\\s+)?(?:last|past)\\s+(\\d{1,3}\\s+)?(hour|day|week|month)s?$`,
    "iu",
  ),
  days: (unit) => DAYS[unit.toLowerCase()] ?? 1,
  of: new RegExp(
    `${LEAD}(?:(?:daily|weekly|monthly)\\s+)?report\\s+(?:(?:of|on|about|with)\\s+|(?=(?:the\\s+)?(?:uptime|latency|failed\\s+runs|failures|failure\\s+rate)\\b))(.+)$`,
    "iu",
  ),
  ofOne: /^(.+?)\s+(?:of|for)\s+(?!#)(.+)$/iu,
  to: /^(.+?)\s+(?:to|in(?:to)?(?=\s+(?:#|(?:the\s+|our\s+)?(?:group|topic|thread|\S+\s+(?:group|topic|thread)$))))\s+(.+)$/iu,
  me: /^(?:me|us|here|this\s+chat)$/iu,
  and: /\s*(?:,|&|\band\b)\s*/iu,
  labelled:
    /(?:(?<=^|\s)(?:(?:everything|all|actions?)\s+)?(?:of|for|from|with|labell?ed|tagged)\s+)?#(\p{L}[\p{L}\p{N}_-]*)/giu,
  article: /^(?:the|my)\s+(?=\S)/iu,
  topics: [
    [/^(?:all\s+|the\s+)*(?:(?:failed\s+)?runs|failures?|errors|failure\s+rate)$/iu, ["runs"]],
    [/^(?:the\s+)?uptime$/iu, ["uptime"]],
    [/^(?:the\s+)?(?:latency|response\s+times?)$/iu, ["latency"]],
    [/^(?:(?:all\s+|the\s+)*(?:failed|failing)\s+checks)$/iu, ["runs"]],
    [/^(?:(?:all|the|my|our|of)\s+)*(?:checks|monitors)$/iu, ["runs", "uptime", "latency"]],
    [/^(?:everything|all\s+(?:actions|runs))$/iu, ["runs", "uptime", "latency"]],
  ],
  path: "(?:the\\s+)?file\\s+",
  tests: /^(?:the\s+)?tests?\s+(?:runs?\s+)?(?:(?:of|with|from)\s+)?(\S+)$/iu,
  template: /[\s,]+(?:with|using|by)\s+(?:the\s+)?template\s+([\w-]{1,64})/iu,
  file: /[\s,]+as\s+(?:an?\s+)?(csv|html|md|markdown)(?:\s+file)?(?![\p{L}\d])/iu,
  otherFile:
    /[\s,]+as\s+(?:an?\s+)?(pdf|xlsx?|excel|word|docx?|json|xml|png|jpe?g|svg|zip|powerpoint|pptx?|spreadsheet)(?:\s+(?:file|document|attachment))?(?![\p{L}\d])/iu,
};
