/** How checks are asked for in English. */
import type { CheckTable } from "../check/table.ts";

const when =
  "(?:(?:warn|alert|bad|red|slow|fail|tell|ring|notify)(?: (?:me|us))?(?: (?:if|when))?(?: it(?: is|'s)?)? )";

export const EN_CHECK: CheckTable = {
  forms: {
    verb: [
      "(?:please )?(?:check|watch|monitor|probe|poll|keep an eye on)(?: (?:that|if|whether))?",
      "(?:please )?ping(?= (?:https?:|[^\\s,]+\\.))",
      "(?:make sure|ensure)(?: that)?(?= \\S+ (?:is|stays) (?:up|online|reachable|available|alive))",
      "(?:(?:do|run) )?(?:an? )?(?:health|uptime)[ -]?checks?:?(?: (?:of|on|for))?",
    ],
    ping: [
      "(?:expect|await|wait for) (?:a )?(?:daily )?(?:ping|heartbeat|sign of life) (?:from|of|by) {name}",
      "(?:expect|await) {name} to (?:ping|call|check in|report)",
    ],
    argv: ["(?:run|check|execute)(?: (?:the )?command)?:? {argv}"],
    tests: [
      "(?:run|check) (?:the )?{name} (?:test )?suite",
      "(?:run|check) (?:the )?(?:unit )?tests? (?:with|by|using|through|of) {name}",
      "(?:run|check) (?:the )?{name} tests?",
      "(?:run|check) (?:the )?(?:unit )?(?:tests?|test suite)(?: with| by| using| through)?:? {argv}",
    ],
    page: [
      "{verb} (?:the )?(?:web ?page|page) {url}(?: for (?:any )?(?:changes?|updates?|news))?",
      "{verb} {url} for (?:any )?(?:changes?|updates?|news)",
      "{verb} {url},? (?:and )?(?:show|tell)(?: (?:me|us))? (?:what(?: has|'s)? (?:changed|new)|the (?:changes|difference))",
      "(?:tell|show)(?: (?:me|us))? (?:when|if) {url} (?:changes|is updated|has changed)",
    ],
    tcp: [
      "{verb} (?:the )?(?:tcp )?port {port} (?:on|of|at) {anyHost}",
      "(?:{verb} )?(?:tcp|port)(?: check)?:?(?: (?:on|of|at))? {anyHost}:{port}",
      "{verb} {address}:{port}(?: port)?",
      "{verb} {local}:{port}",
    ],
    service: ["{verb} {host}:{port}"],
    dns: [
      "{verb} (?:the )?dns(?: records?)? (?:of |for )?{host}(?: {record}\\b)?(?: (?:is|=) {word})?",
      "{verb} (?:the )?(?:dns )?{record} records? (?:of |for ){host}(?: (?:is|=) {word})?",
    ],
    tls: [
      "(?:{verb} )?(?:the )?(?:tls|ssl|certificate|cert)(?: (?:certificate|cert))? (?:of |for |on )?{host}(?::{port})?",
      "(?:{verb} )?(?:the )?{host}(?:'s)? (?:certificate|cert)",
    ],
    domain: ["(?:{verb} )?(?:the )?domain(?: (?:name|registration))? (?:of |for |expiry of )?{host}"],
    web: [
      "{verb} {url}(?: (?:is|stays) (?:still )?(?:up|online|reachable|available|alive|working))?",
      "(?:is|see (?:if|whether)) {url}(?: is)? (?:still )?(?:up|online|reachable|available|alive|working|down)\\??",
      "(?:tell|alert|warn|notify|message)(?: (?:me|us))? (?:if|when|as soon as) {url} (?:is|goes) (?:down|offline|unreachable|red)",
      "let (?:me|us) know (?:if|when|as soon as) {url} (?:is|goes) (?:down|offline|unreachable|red)",
    ],
    command: ["(?:run|execute|check) (?:the (?:command )?|my )?{name}"],
  },
  programs: {
    run: ["(?:run|execute) (?:the command )?(?!(?:the|my|our|an?|some) ){program}"],
    check: ["check (?:the command )?(?!(?:the|my|our|an?|some) ){program}"],
  },
  clauses: {
    status: [
      "expect(?:ing|s)?(?: (?:a |an )?(?:http )?(?:status|code)(?: code)?)?(?: of)? {status}(?: ok)?(?: (?:and|with) {quoted})?",
      "(?:expect(?:ing|s)? )?(?:http )?status(?: code)?(?: (?:is|of)| ?==?)? {status}",
      "expect(?:ing|s)?(?: (?:a |an )?(?:http )?status)? (?:ok|success)",
      "(?:returns?|answers?|responds?|gives?)(?: with)?(?: (?:an? )?(?:http )?(?:status|code)(?: code)?)? {status}(?: ok)?",
    ],
    contains: [
      "(?:(?:must|should|has to) )?(?:expect(?:ing|s)?|with|contain(?:s|ing)?|say(?:s|ing)?|show(?:s|ing)?)(?: the (?:text|words?))? {quoted}",
    ],
    lacks: [
      `${when}(?:the )?(?:output|page|body|text|it|answer|response)? ?(?:contains?|has|says?|shows?|includes?|with)(?: the (?:text|words?))? {quoted}`,
      "(?:(?:must|should) )?(?:without|not|no|lacks)(?: (?:contain|say|show|have))?(?: the (?:text|words?))? {quoted}",
    ],
    json: [
      "(?:expect(?:ing|s)? )?(?:the )?(?:json|\\$)(?: (?:value|field|path))?[ .]\\.?{path}\\s*(?:{sign}|is|equals)\\s*(?:{quoted}|{word})",
    ],
    resolves: [
      "(?:expect(?:ing|s)?|(?:must|should) (?:be|resolve to|point (?:to|at))|resolves to|points (?:to|at)) {word}",
    ],
    header: ["(?:expect(?:ing|s)? )?(?:the )?header {header}(?:\\s*{sign}\\s*| contains )(?:{quoted}|{word})"],
    days: [
      `${when}?(?:the )?(?:certificate|cert|tls|domain)(?: is)?(?: (?:valid|good))?(?: for)?(?: (?:at least|less than|under|fewer than|below|ends in|has))* {count} days?(?: left)?`,
      `(?:${when}|with )?(?:at least|less than|under|fewer than|below) {count} days?(?: left)?`,
      `(?:${when} ?|(?:warn|alert|tell|remind)(?: (?:me|us))? )?{count} days? (?:before(?: (?:(?:it|that) )?(?:the (?:certificate|cert|domain) )?(?:expires|expiry|runs? out|ends?))?|ahead)`,
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
    alertAfter: [
      "(?:alert|ring|tell|warn|notify)(?: (?:me|us))?(?: only)? after {count}\\s*(?:(?:bad|failed) (?:looks|checks|tries|attempts)|consecutive fail(?:ures?|s)|fail(?:s|ures?|ed)?|times|bad)?",
    ],
    alertAtOnce: ["(?:alert|ring|tell|warn)(?: (?:me|us))? (?:at once|immediately)"],
    recoverAfter: [
      "(?:recover(?:s|ed|y)?|back|all clear)(?: again)? after {count}\\s*(?:good(?: ones)?|success(?:es)?|times)?",
    ],
    outside: [
      `${when}(?:outside|not between|not within)(?: of)? {number}\\s*%?\\s*(?:to|and|-|–|\\.\\.)\\s*{other}\\s*%?`,
    ],
    over: [`${when}(?:over|above|more than|greater than|>) {number}\\s*%?`],
    under: [`${when}(?:under|below|less than|<) {number}\\s*%?`],
    tellAlways: ["(?:report|send)(?: (?:it|me|the (?:results?|output)))?(?: (?:every|each) time)?"],
    tellNever: ["silently"],
    tellDown: [
      "(?:tell|alert|notify|warn|message|inform)(?: (?:me|us))?(?: (?:here|(?:on|by|in|via) telegram))? (?:if|when|whenever|once|as soon as) (?:it|that|this)(?:'s| is| goes)? (?:down|offline|unreachable|unavailable|broken|red|fails|failing|breaks)(?: (?:on|by|in|via) telegram)?",
      "(?:alert|notify|warn|message|inform) (?:me|us)(?: (?:here|(?:on|by|in|via) telegram))?",
    ],
    called: ["(?:called|named|(?:call|name) it) (?:{quoted}|{name})"],
    severity: [
      "(?:escalate|escalation|raise)(?: (?:it|that))?(?: (?:as|with|to))?(?: severity)? {word}(?: severity)?(?: (?:if|when) (?:it(?:'s| is)?|that(?: is)?)? ?(?:down|red|bad|fails?|breaks?|goes (?:down|red|bad)))?",
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
