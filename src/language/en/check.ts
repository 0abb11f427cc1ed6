/** How checks are asked for in English. */
import type { CheckTable } from "../check/table.ts";

const told = "(?:tell|notify|message)(?: (?:me|us))?";
const when =
  "(?:(?:warn|alert|bad|red|slow|fail|tell|ring|notify)(?: (?:me|us))?(?: (?:if|when))?(?: it(?: is|'s)?)? )";

export const EN_CHECK: CheckTable = {
  forms: {
    verb: [
      "(?:please )?(?:check|watch|monitor)(?: (?:that|if|whether))?",
      "(?:(?:do|run) )?(?:an? )?(?:health|uptime)[ -]?checks?:?(?: (?:of|on|for))?",
    ],
    ping: ["(?:expect|await|wait for) (?:a )?(?:daily )?(?:ping|heartbeat|sign of life) (?:from|of|by) {name}"],
    argv: ["(?:run|check|execute)(?: (?:the )?command)?:? {argv}"],
    tests: [
      "(?:run|check) (?:the )?{name} (?:test )?suite",
      "(?:run|check) (?:the )?(?:unit )?tests? (?:with|by|using|through|of) {name}",
      "(?:run|check) (?:the )?{name} tests?",
      "(?:run|check) (?:the )?(?:unit )?(?:tests?|test suite)(?: with| by| using| through)?:? {argv}",
    ],
    page: ["{verb} (?:the )?(?:web ?page|page) {url}(?: for changes?)?", "{verb} {url} for changes?"],
    tcp: ["{verb} (?:tcp|port) {anyHost}:{port}", "{verb} {address}:{port}(?: port)?"],
    dns: ["{verb} dns (?:of )?{host}(?: {record}\\b)?(?: (?:is|=) {word})?"],
    tls: ["(?:{verb} )?(?:the )?(?:tls|ssl|certificate|cert) (?:of |for )?{host}(?::{port})?"],
    domain: ["(?:{verb} )?(?:the )?domain (?:of |expiry of )?{host}"],
    web: ["{verb} {url}"],
    command: ["(?:run|check) (?:the command )?{name}"],
  },
  clauses: {
    status: ["expect(?:ing|s)?(?: status)? {status}(?: (?:and|with) {quoted})?"],
    contains: ["(?:expect(?:ing|s)?|with|contain(?:s|ing)?)(?: the text)? {quoted}"],
    lacks: ["(?:without|not|no|lacks)(?: the text)? {quoted}"],
    json: ["(?:expect(?:ing|s)? )?json {path}\\s*{sign}\\s*(?:{quoted}|{word})"],
    header: ["(?:expect(?:ing|s)? )?(?:the )?header {header}(?:\\s*{sign}\\s*| contains )(?:{quoted}|{word})"],
    days: [
      `${when}?(?:the )?(?:certificate|cert|tls|domain)(?: is)?(?: (?:valid|good))?(?: for)?(?: (?:at least|less than|under|fewer than|below|ends in|has))* {count} days?(?: left)?`,
      `(?:${when}|with )?(?:at least|less than|under|fewer than|below) {count} days?(?: left)?`,
    ],
    slower: [
      `${when}?(?:it )?(?:(?:is|takes) )?(?:slower than|longer than|more than|over|above|>) {number}\\s*{unit}(?: (?:or (?:more|longer|slower) )?(?:is|would be|counts as|means) (?:bad|red|too (?:slow|long)|a (?:failure|problem)))?`,
      `${when}?(?:slow|late) (?:after|from|at) {number}\\s*{unit}`,
      "(?:max(?:imum)?|no slower than|faster than)(?: latency)? {number}\\s*{unit}",
    ],
    grace: [
      "(?:with )?(?:a )?{number}[\\s-]*{unit}(?: of)? grace(?: period| time)?",
      "(?:with )?(?:a )?grace(?: period| time)?(?: of)? {number}[\\s-]*{unit}",
    ],
    alertAfter: ["(?:alert|ring|tell|warn)(?: (?:me|us))? after {count}\\s*(?:fail(?:s|ures?|ed)?|times|bad)?"],
    alertAtOnce: ["(?:alert|ring|tell|warn)(?: (?:me|us))? (?:at once|immediately)"],
    recoverAfter: [
      "(?:recover(?:s|ed|y)?|back|all clear)(?: again)? after {count}\\s*(?:good(?: ones)?|success(?:es)?|times)?",
    ],
    outside: [
      `${when}(?:outside|not between|not within)(?: of)? {number}\\s*%?\\s*(?:to|and|-|–|\\.\\.)\\s*{other}\\s*%?`,
    ],
    over: [`${when}(?:over|above|more than|greater than|>) {number}\\s*%?`],
    under: [`${when}(?:under|below|less than|<) {number}\\s*%?`],
    tellChanges: [
      `(?:${told} )?(?:only )?(?:when|if) (?:it|that|something|anything|the (?:output|result|value))(?: has)? change[sd]?`,
      `(?:${told} )?only (?:on )?changes?`,
    ],
    tellProblems: [`(?:${told} )?only (?:on (?:failures?|problems?|errors?)|(?:when|if) it fails)`],
    tellAlways: [
      `(?:always ${told}|${told} (?:the result )?(?:every time|each time|always|every result))`,
      "(?:report|send)(?: (?:it|me|the (?:results?|output)))?(?: (?:every|each) time)?",
    ],
    tellNever: [`(?:(?:never|don't|do not) ${told}|silently)`],
    severity: [
      "(?:severity|with severity)(?: of)? {word}",
      "{word} severity",
      "(?<=,\\s*)(?<word>critical|urgent|high|medium|low)(?=\\s*(?:,|$))",
    ],
  },
  severities: { low: "low", medium: "medium", high: "high", critical: "critical", urgent: "critical" },
  units: [
    [/^(?:ms|milli)/iu, 1],
    [/^s/iu, 1_000],
    [/^m/iu, 60_000],
    [/^h/iu, 3_600_000],
    [/^d/iu, 86_400_000],
  ],
  by: [/\b(?:by|before|until|no later than)\s+(?=\d)/iu, "at"],
  daily: "every day",
  noise: null,
};
