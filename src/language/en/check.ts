/** How checks are asked for in English. */
import type { CheckTable } from "../check/table.ts";

const when =
  "(?:(?:warn|alert|bad|red|slow|fail|tell|ring|notify)(?: (?:me|us))?(?: (?:if|when))?(?: it(?: is|'s)?)? )";

const me =
  "(?:(?:please )?(?:(?:tell|alert|warn|notify|message|inform|ping) (?:me|us)|let (?:me|us) know|alert|warn|notify)(?: about (?:it|that))?(?: (?:here|(?:on|by|in|via) telegram))?)";
const whenever = "(?: (?:if|when|whenever|once|as soon as|every time|each time))";
const up =
  "(?:(?:is|are|stays|keeps)(?: (?:still|always))? (?:up(?: and running)?|online|reachable|available|accessible|alive|working|running|responding|healthy|okay)|(?:still )?(?:works|loads|responds|answers)(?! (?:with|in|within|under|faster|slower|status|http|code|\\d)))";
const down =
  "(?:(?:is|are|goes|went|becomes|gets|has gone) (?:down|offline|unreachable|unavailable|inaccessible|red|dead|not (?:up|online|reachable|available|accessible|working|responding))|stops (?:working|responding|answering|loading)|(?:does not|doesn't|doesnt|isn't|isnt|no longer|can't|cannot) (?:work|load|respond|answer|up|online|reachable|available|working|responding|works|loads|responds|answers|be reached)|(?:fails|failed|breaks|crashes|times out)|(?:returns|gives|has|throws) (?:an? )?(?:errors?|[45](?:\\d\\d|xx)s?)(?: (?:errors?|status))?)";
const open = "(?:is|are|stays)?(?: still)? ?(?:open|up|reachable|running|listening|available|answering)";
const closed = `(?:closes|is (?:not |no longer )?(?:closed|open|listening)|isn't (?:open|listening)|${down})`;
const beyond = "over|above|under|below|more than|less than|greater than|outside";
const changes = "(?:(?:is|gets|has)(?: been)? )?(?:change[sd]?|updated?s?)";
const certificates = [
  "(?:the |my |our )?(?:(?:tls|ssl|https)(?: certificate| cert)?|certificate|cert)(?: (?:of|for|on))? {my}{host}(?::{port})?",
  "(?:the |my |our )?{host}(?:'s)? (?:(?:tls|ssl) )?(?:certificate|cert)",
];
const domains = [
  "(?:the |my |our )?(?:domain(?: name)?|registration)(?: (?:name|registration))?(?: (?:of|for))? (?:the domain )?{host}",
  "{host} domain(?: registration)?",
];
/** Ways to ask to be told before, or when, something ends. */
const ends = (things: string[]) =>
  things.flatMap((thing) => [
    `(?:${me}|remind (?:me|us))(?: (?:at least )?(?:(?:an?|one|{number}) {unit}|in (?:good )?time|shortly|well|early))? before ${thing} (?<expires>expires|runs out|ends|is going to expire|will expire)`,
    `{tell} ${thing} (?<expires>expires|runs out|is (?:about to expire|expiring|going to expire|expired|invalid)|will expire|has expired)(?: soon)?(?: (?:in|within)(?: less than| the next)? {number} {unit})?`,
    `{verb} (?:when |if |whether )?${thing} (?<expires>expir(?:es|y|ation)|runs out|is (?:about to expire|expiring))(?: soon)?`,
  ]);

export const EN_CHECK: CheckTable = {
  terms: {
    verb: [
      "(?:please |i(?: want|'d like| would like| need)(?: you)? to )?(?:check|watch|monitor|track|probe|poll|(?:keep|have) an eye on)(?: on)?(?: (?:that|if|whether|when))?",
      "(?:(?:please )?start )?(?:checking|watching|monitoring|polling)(?: (?:that|if|whether))?",
      "(?:please )?(?:ping(?! \\d+(?:\\.\\d+){3}(?:[\\s,]|$))|test)(?= (?:https?:|[^\\s,]+\\.))",
      "(?:make sure|ensure|verify|confirm|see|look)(?: (?:that|if|whether))?(?= .{1,60}? (?:is|are|stays|still|returns|responds|answers|works|loads|resolves|points|contains|shows|says)(?: |$))",
      "(?:(?:please )?(?:create|add|make|set ?up|start|begin|schedule|do|run) )?(?:an? |the |new |my )*(?:(?:health|uptime|availability|status|web ?site|site|https?|web) ?-?)?(?:checks?|monitor(?:ing)?|probe):?(?: (?:of|on|for))",
      "(?:(?:do|run) )?(?:an? )?(?:health|uptime|availability|https?|web ?site|site)[ -]?(?:checks?|monitor):?(?: (?:of|on|for))?",
    ],
    tell: [me + whenever],
    my: [
      "(?:(?:the|my|our|your|this|that) (?:[\\p{L}-]+ )?)?(?:(?:(?:web|online) ?)?(?:site|server|shop|store|page|app|api|service|host|machine|box|vps|homepage|blog|endpoint|url|address|link|backend|frontend|database|db|router|nas)(?: (?:at|on|of|under))?:? )?",
    ],
  },
  forms: {
    ping: [
      "(?:expect|await|wait for) (?:a )?(?:daily )?(?:ping|heartbeat|sign of life) (?:from|of|by) {name}",
      "(?:expect|await) (?=\\S*[\\d_.-]){name} to (?:run|finish|complete|be done|have run|have finished)",
      "(?:expect|await) (?!(?:mom|mum|mother|dad|father|him|her|them|you|grandma|grandpa) ){name} to (?:ping|call(?: in)?|check[ -]?in|report(?: in)?|phone home)",
      "(?:(?:please )?(?:create|add|make|set ?up|start|schedule) )?(?:an? |the |new )*(?:heartbeats?|dead[ -]?man(?:'s|s)?(?:[ -]switch)?|cron[ -]?(?:job )?monitor)(?: (?:monitor(?:ing)?|check|ping|url))?:? (?:for|of|from|called|named|on) (?:the |my )?{name}(?: (?:job|cron ?job))?",
      "{verb} (?:the |my |our )?(?:cron ?job|scheduled job|systemd timer) {name}",
      "{tell} (?:the |my )?{name} (?:does not|doesn't|doesnt|stops|hasn't|has not|fails to|did not|didn't) (?:ping(?:ing|ed)?|call(?:ing|ed)?(?: in)?|check(?:ing|ed)?[ -]?in|report(?:ing|ed)? in|phone home)",
    ],
    argv: ["(?:run|check|execute)(?: (?:the )?command)?:? {argv}"],
    tests: [
      "(?:run|check) (?:the )?{name} (?:test )?suite",
      "(?:run|check) (?:the )?(?:unit )?tests? (?:with|by|using|through|of) {name}",
      "(?:run|check) (?:the )?{name} tests?",
      "(?:run|check|execute) (?:(?:all|the|my|our) )*(?<name>(?:(?:unit|integration|end-to-end|e2e|smoke|regression) )?tests?|test suite)",
      "(?:run|check) (?:the )?(?:unit )?(?:tests?|test suite)(?: with| by| using| through)?:? {argv}",
    ],
    page: [
      "{verb} (?:the )?(?:web ?page|page) {url}(?: for (?:any )?(?:changes?|updates?|news))?",
      "{verb} {my}{url} for (?:any )?(?:changes?|updates?|news|something new|anything new)",
      "{verb} {url},? (?:and )?(?:show|tell)(?: (?:me|us))? (?:what(?: has|'s)? (?:changed|new)|the (?:changes|difference))",
      "(?:tell|show)(?: (?:me|us))? (?:when|if) {url} (?:changes|is updated|has changed)",
      `{tell} (?!(?:the )?(?:ip|dns)(?: |$))(?:(?:the|an?|any|my) )?[\\p{L}-]+(?: [\\p{L}-]+)? (?:on|of|at|in|from) {my}{url} (?:${changes}|drops|falls|goes (?:up|down)|rises)`,
      `{tell} {my}{url} (?:${changes}|(?:is )?(?:back )?in stock|is (?:available again|on sale|sold out|cheaper))`,
      "{tell} (?:there (?:is|are) |there's )?(?:(?:something|anything) (?:changes|is new|new)|(?:a |any )?(?:changes?|updates?|news)) (?:on|at|in|to) {my}{url}",
      "{verb} (?:the |my )?(?:price|cost|stock|availability|content|contents|text|headlines?|news|version) (?:on|of|at|in|from) {my}{url}(?: for (?:any )?(?:changes?|updates?))?",
      "{verb} {my}{url}(?=.* (?:when|if|whenever) (?:it|that|something|anything|the (?:page|content|text|price)) (?:(?:is|has) )?(?:change|update))",
    ],
    tcp: [
      `{verb} (?:the )?(?:tcp )?port {port}(?: ${open})? (?:on|of|at) {my}{anyHost}(?: ${open})?`,
      "is (?:the )?(?:tcp )?port {port}(?: still)?(?: (?:open|up|reachable|listening))? (?:on|of|at) {my}{anyHost}(?: (?:still )?(?:open|up|reachable|listening))?\\??",
      `{tell} (?:the )?(?:tcp )?port {port} (?:on|of|at) {my}{anyHost} ${closed}`,
      `{verb} {my}{machine},? (?:(?:is|answers|responds)(?: (?:open|listening|reachable))? )?(?:on )?(?:tcp )?port {port}(?: ${open})?`,
      "{verb} (?:the )?(?:ssh|sftp|ftp|smtp|imap|mysql|mariadb|postgres(?:ql)?|redis|mongo(?:db)?|rdp|ldap|mqtt) (?:on|of|at) {my}{machine}:{port}",
      `{verb} (?:the )?{service}(?: (?:port|server|access))?(?: ${open})? (?:on|of|at|to) {my}{anyHost}(?: ${open})?`,
      "is (?:the )?{service}(?: (?:still )?(?:open|up|reachable|running|listening))? (?:on|of|at) {my}{anyHost}(?: (?:still )?(?:open|up|reachable|running))?\\??",
      `{tell} (?:the )?{service} (?:on|of|at) {my}{anyHost} ${closed}`,
      "(?:{verb} )?(?:tcp|port)(?: check)?:?(?: (?:on|of|at))? {anyHost}:{port}",
      `{verb} {my}{address}:{port}(?: port)?(?: ${open})?`,
      "{verb} {local}:{port}",
    ],
    service: [`{verb} {my}{host}:{port}(?: ${open})?`],
    dns: [
      "{verb} (?:the )?dns(?: (?:records?|entry|entries))? (?:of |for )?{host}(?: {record}\\b)?(?: (?:is|=) {word})?(?: for (?<changes>changes))?",
      "{verb} (?:the )?(?:dns )?{record} records? (?:of |for ){host}(?: (?:is|=) {word})?(?: for (?<changes>changes))?",
      "{verb} {my}{host}(?= (?:still )?(?:resolves|points) to)",
      "{tell} (?:the )?(?:dns (?:of |for )?)?{my}{host} (?:stops resolving|(?:does not|doesn't|doesnt|cannot|can't|no longer) resolves?(?: any ?more)?|is not resolving|isn't resolving)",
      "{tell} (?:the )?(?:dns|ip)(?: (?:records?|entry|entries|address))? (?:of|for) {my}{host} (?<changes>changes?|is changed|has changed)",
    ],
    tls: [
      ...ends(certificates),
      `(?:${me}|remind (?:me|us)) (?:(?:an?|one|{number}) {unit} )?before (?:the |my )?(?:tls|ssl|certificate|cert)(?: (?:certificate|cert))? (?<expires>expires|runs out) (?:on|for|of) {my}{host}`,
      "(?:{verb} )?(?:the |my |our )?(?:tls|ssl|certificate|cert)(?: (?:certificate|cert))?(?: (?:expiry|expiration|validity)(?: date)?)? (?:of |for |on )?{my}{host}(?::{port})?(?: (?:is|stays) (?:still )?valid)?(?! for)",
      "(?:{verb} )?(?:the )?{host}(?:'s)? (?:(?:tls|ssl) )?(?:certificate|cert)(?: (?:is|stays) (?:still )?valid)?(?! for)",
    ],
    domain: [
      ...ends([...domains, "{my}{host}"]),
      "(?:{verb} )?(?:the |my |our )?domain(?: (?:name|registration|expiry|expiration))? (?:of |for |expiry of )?{host}",
    ],
    appears: [
      "{tell} {my}{url} (?:contains?|shows?|says?|has|mentions?|includes?|lists?)(?: the (?:text|words?|phrase))? {quoted}",
      "{tell} (?:the (?:text|word) )?{quoted} (?:appears|shows up|is found|turns up|is|comes up) (?:on|at|in) {my}{url}",
      "(?:please )?(?:watch|monitor|keep an eye on) {my}{url} for(?: the (?:text|words?|phrase))? {quoted}",
    ],
    missing: [
      "{tell} {my}{url} (?:does not|doesn't|doesnt|no longer|stops)(?: (?:contains?|shows?|says?|has|have|includes?|mentions?|containing|showing|saying))?(?: the (?:text|words?|phrase))? {quoted}",
      "{tell} (?:the (?:text|word) )?{quoted} (?:disappears|is gone|is missing|is no longer) (?:from|on|at|in) {my}{url}",
    ],
    web: [
      // A machine is not pinged: the word is left, and asked about.
      "(?<=ping {my}){address}(?![:/])",
      `{verb} {my}{url}(?: ${up})?`,
      "(?:is|see (?:if|whether)) {my}{url}(?: is)? (?:still )?(?:up|online|reachable|available|alive|working|down|offline)\\??",
      `{tell} {my}{url} ${down}`,
      `(?<always>(?:tell|show) (?:me|us)) (?:whether|if) {my}{url} ${up}`,
      "{tell} {my}{url}(?= (?:(?:is|takes|gets|needs|becomes|responds|answers|loads) )?(?:slower|longer|more) than)",
      "{tell} {my}{url}(?= (?:does not|doesn't|doesnt|stops) (?:return|respond|answer|give))",
      "(?:please )?add {my}{url} to (?:the |my |our )?(?:monitor(?:ing|s)?|checks?|watch ?-?list)",
    ],
    command: [
      "(?:run|execute|check|start) (?:the (?:command )?|my )?{name}",
      "(?:watch|monitor|probe|poll) (?:the |my |our )?{name}",
      `{tell} (?:the |my |our )?{name}(?: (?:usage|load|space|size|count|value))?(?= (?:is|goes|gets|rises|falls|drops) (?:to )?(?:${beyond}))`,
    ],
  },
  programs: {
    run: [
      "(?:run|execute) (?:the command )?(?!(?:the|my|our|an?|some|all) ){program}",
      `{tell} (?:the |my |our )?{program}(?: (?:usage|load|space|size|count|value))? (?:is|goes|gets|rises|falls|drops) (?:to )?(?:${beyond})(?=.* (?:every|each|hourly|daily)(?: |$))`,
      "(?:run|execute) (?:(?:all|the|my|our) )*(?<program>(?:(?:unit|integration|end-to-end|e2e|smoke|regression) )?tests?|test suite)",
    ],
    check: ["check (?:the command )?(?!(?:the|my|our|an?|some) ){program}"],
  },
  clauses: {
    status: [
      "(?:(?:does not|doesn't|doesnt|stops|still|always) )?(?:return|respond|answer|give|replie|reply)(?:s|ing)?(?: (?:back|with))?(?: (?:a|an|the))?(?: (?:http|https))?(?: (?:status|code|response))*(?: of)? {status}(?: (?:ok|status|code|response))*(?: (?:and|with) {quoted})?",
      "expect(?:ing|s)?(?: (?:a |an )?(?:http )?(?:status|code)(?: code)?)?(?: of)? {status}(?: ok)?(?: (?:and|with) {quoted})?",
      "(?:expect(?:ing|s)? |for |with )?(?:http )?status(?: code)?(?: (?:is|of)| ?==?)? {status}",
      "expect(?:ing|s)?(?: (?:a |an )?(?:http )?status)? (?:ok|success)",
    ],
    contains: [
      "(?:(?:must|should|has to) )?(?:(?:still )?(?:expect(?:ing|s)?|with|for|has|includes|contain(?:s|ing)?|say(?:s|ing)?|show(?:s|ing)?))(?: the (?:text|words?))? {quoted}",
    ],
    lacks: [
      `${when}(?:the )?(?:output|page|body|text|it|answer|response)? ?(?:contains?|has|says?|shows?|includes?|with)(?: the (?:text|words?))? {quoted}`,
      "(?:(?:must|should) )?(?:without|not|no|lacks)(?: (?:contain|say|show|have))?(?: the (?:text|words?))? {quoted}",
    ],
    json: [
      "(?:expect(?:ing|s)? )?(?:the )?(?:json|\\$)(?: (?:value|field|path))?[ .]\\.?{path}\\s*(?:{sign}|is|equals)\\s*(?:{quoted}|{word})",
    ],
    resolves: [
      "(?:still )?(?:expect(?:ing|s)?|(?:must|should) (?:be|resolve to|point (?:to|at))|resolves to|points (?:to|at)) {word}",
    ],
    header: ["(?:expect(?:ing|s)? )?(?:the )?header {header}(?:\\s*{sign}\\s*| contains )(?:{quoted}|{word})"],
    days: [
      "(?:is (?:still )?)?(?:valid|good)(?: for)?(?: (?:at least|more than|another))? {count} {unit}",
      `${when}?(?:the )?(?:certificate|cert|tls|domain)(?: is)?(?: (?:valid|good))?(?: for)?(?: (?:at least|less than|under|fewer than|below|ends in|has))* {count} days?(?: left)?`,
      `(?:${when}|with )?(?:at least|less than|under|fewer than|below) {count} days?(?: left)?`,
      `(?:${when} ?|(?:warn|alert|tell|remind)(?: (?:me|us))? )?{count} days? (?:before(?: (?:(?:it|that) )?(?:the (?:certificate|cert|domain) )?(?:expires|expiry|runs? out|ends?))?|ahead)`,
    ],
    slower: [
      "(?:(?:responds|answers|loads|is loaded) )?(?:in |within )(?:less than |under |at most )?{number}\\s*(?<unit>ms|milliseconds?|seconds?|secs?|s)",
      "(?:(?:responds|answers|loads) )(?:faster than |in under |under ){number}\\s*{unit}",
      `${when}?(?:it )?(?:(?:is|takes) )?(?:slower than|longer than|more than|over|above|>) {number}\\s*{unit}(?: (?:or (?:more|longer|slower) )?(?:is|would be|counts as|means) (?:bad|red|too (?:slow|long)|a (?:failure|problem)))?`,
      `${when}?(?:slow|late) (?:after|from|at) {number}\\s*{unit}`,
      "(?:(?:is|takes|gets|needs|becomes|responds|answers|loads) )?(?:slower|longer|more) than {number}\\s*{unit}(?: to (?:load|respond|answer))?",
      "(?:max(?:imum)?|no slower than|faster than)(?: latency)? {number}\\s*{unit}",
    ],
    grace: [
      "(?:with )?(?:a )?{number}[\\s-]*{unit}(?: of)? grace(?: period| time)?",
      "(?:with )?(?:a )?grace(?: period| time)?(?: of)? {number}[\\s-]*{unit}",
    ],
    alertAfter: [
      `${me}${whenever} (?:it|that|this) (?:fails|is down|is unreachable|is bad|goes down) (?:(?<twice>twice)|{count} (?:times|checks|x))(?: in a row)?`,
      "(?:with (?:an )?)?(?:alert|ring|tell|warn|notify)(?: (?:me|us))?(?: only)? after {count}\\s*(?:(?:bad|failed) (?:looks|checks|tries|attempts)|consecutive fail(?:ures?|s)|fail(?:s|ures?|ed)?|times|bad)?",
    ],
    alertAtOnce: ["(?:alert|ring|tell|warn)(?: (?:me|us))? (?:at once|immediately)"],
    recoverAfter: [
      "(?:recover(?:s|ed|y)?|back|all clear)(?: again)? after {count}\\s*(?:good(?: ones)?|success(?:es)?|times)?",
    ],
    outside: [
      `${when}(?:outside|not between|not within)(?: of)? {number}\\s*%?\\s*(?:to|and|-|–|\\.\\.)\\s*{other}\\s*%?`,
    ],
    over: [
      `${when}(?:over|above|more than|greater than|>) {number}\\s*%?`,
      "(?:is|goes|gets|rises)(?: to)? (?:over|above|more than|greater than) {number}\\s*%?",
    ],
    under: [
      `${when}(?:under|below|less than|<) {number}\\s*%?`,
      "(?:is|goes|gets|falls|drops)(?: to)? (?:under|below|less than) {number}\\s*%?",
    ],
    tellFailure: [
      `${me}${whenever} (?:it|that|this)'s (?:down|offline|unreachable|unavailable|broken|red|failing|bad)`,
      `${me}${whenever}(?: (?:it|that|this|they|something|anything|one|any(?: of them)?|(?:the|my|our) [\\p{L}-]+))? (?:${down}|fail(?:s|ed)?|goes wrong|is wrong|is broken|does not (?:work|pass)|doesn't (?:work|pass)|don't pass|is bad)`,
      `(?:tell|show|send) (?:me|us) (?:what|which(?: (?:ones|tests?))?) (?:failed|fails|broke|went wrong|goes wrong)`,
      `${me} (?:(?:about|of|on|in case of) (?:any |all |the )?(?:failures?|errors?|problems?|outages?|issues?))`,
      `send (?:me|us) (?:a|an) (?:message|alert|warning|notification)${whenever} (?:it|something|that) (?:${down}|fails)`,
      `${me}(?: if (?:not|it (?:is|does)(?: not|n't)))?(?=\\s*(?:,|$))`,
    ],
    tellChange: [
      `${me}${whenever} (?:it|that|something|anything|the (?:page|content|text|price)) ${changes}`,
      "(?:tell|show) (?:me|us) (?:what(?: has|'s)? (?:changed|new)|the (?:changes|difference))",
    ],
    tellAlways: [
      "(?:tell|show|send) (?:me|us) (?:the (?:results?|outcome|output)|how it went|how (?:it|they) (?:did|do))(?: (?:every|each) time)?",
      "(?:report|send)(?: (?:it|me|the (?:results?|output)))?(?: (?:every|each) time)?",
    ],
    tellNever: ["silently"],
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
    [/^mo/iu, 30 * 86_400_000],
    [/^m/iu, 60_000],
    [/^h/iu, 3_600_000],
    [/^d/iu, 86_400_000],
    [/^w/iu, 7 * 86_400_000],
  ],
  by: [/\b(?:by|before|until|no later than)\s+(?=\d)/iu, "at"],
  daily: "every day",
  // "…, check every minute"
  lasting: /\b(?:watch|watching|monitor|monitoring|track|poll|polling|an eye on)\b/iu,
  noise: /(?<!\p{L})(?:check(?:ing)?|look(?:ing)?)(?: it)?(?=\s+(?:every|each|once|hourly|daily))/giu,
};
