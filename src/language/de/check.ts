/** How checks are asked for in German. */
import type { CheckTable } from "../check/table.ts";

const when =
  "(?:(?:warne?|alarmiere?|melde|schlecht|rot)(?: (?:mich|uns|dich))?(?:,? (?:wenn|falls|bei))?(?: (?:er|sie|es|der wert))?(?: ist)? )";
const off = "(?: (?:ist|liegt|hat|dauert|sind|braucht|benötigt))?";

const me =
  "(?:(?:sag|sage|gib|melde|warne?|alarmiere?|benachrichtige?|informiere?)(?: (?:mir|mich|uns))?(?: (?:bitte|sofort))?(?: bescheid)?(?: (?:hier|(?:auf|per|über) telegram))?)";
const up =
  "(?:(?:noch |immer )?(?:erreichbar|online|da|verfügbar|oben) (?:ist|bleibt)|(?:noch )?(?:läuft|funktioniert|geht|antwortet|lädt))";
const down =
  "(?:(?:nicht (?:mehr )?|un)(?:erreichbar|online|da|verfügbar) ist|(?:down|offline|weg|rot|kaputt) (?:ist|geht)|ausfällt|nicht (?:mehr )?(?:antwortet|lädt|läuft|funktioniert|geht))";
const open = "(?:(?:noch )?(?:offen|erreichbar|auf) (?:ist|bleibt)|antwortet)";
const certificates = [
  "(?:das |mein |unser )?(?:tls|ssl|tls-?zertifikat|ssl-?zertifikat|zertifikat) (?:von |für |der seite |der domain )?{my}{host}",
];
const domains = ["(?:die |meine |unsere )?(?:domain|domäne) (?:von )?{host}", "{my}{host}"];
/** Ways to ask to be told before, or when, something ends. */
const ends = (things: string[]) =>
  things.flatMap((thing) => [
    `(?:${me}|erinnere? (?:mich|uns))(?: (?:(?:einen?|eine|{number}) {unit}|rechtzeitig))?,? bevor ${thing} (?<expires>abläuft|ausläuft|endet)`,
    `{tell} ${thing}(?: (?:bald|in(?: weniger als)? {number} {unit}))? (?<expires>abläuft|ausläuft|endet|abgelaufen ist)`,
    `{verb} ,?(?:wann|ob) ${thing} (?<expires>abläuft|ausläuft|endet)`,
  ]);

export const DE_CHECK: CheckTable = {
  terms: {
    verb: [
      "(?:bitte )?(?:prüfe?|pruefe?|checke?|überwache?|beobachte?|kontrolliere?|teste?)(?:,? ob)?",
      "(?:bitte )?(?:behalte?|hab|habe)(?= .{1,80} im auge)",
      "(?:bitte )?pinge?(?! \\d+(?:\\.\\d+){3}(?:[\\s,]|$))(?= (?:https?:|[^\\s,]+\\.))",
      "(?:(?:erstelle?|lege?|mache?|starte?|richte) )?(?:einen? |die |das )?(?:(?:http|web ?site|webseiten|uptime)-?)?(?:check|prüfung|überwachung|monitor|monitoring) (?:von|für|auf)",
      "(?:gesundheits|health|verfügbarkeits)[ -]?(?:check|prüfung):?(?: (?:von|für|auf))?",
    ],
    tell: [`${me},? (?:wenn|falls|sobald)`],
    my: [
      "(?:(?:die|das|den|der|mein|meine[nrm]?|unser|unsere[nrm]?) (?:[\\p{L}-]+ )?)?(?:(?:web|online)?-?(?:seite|site|website|webseite|server|shop|laden|dienst|api|blog|homepage|startseite|adresse|datenbank|rechner|router|nas)(?: (?:auf|unter|von))?:? )?",
    ],
  },
  forms: {
    appears: [
      "{tell} (?:auf )?{my}{url} {quoted} (?:enthält|zeigt|steht|erscheint|auftaucht|vorkommt)",
      "{tell} {quoted} auf {my}{url} (?:steht|erscheint|auftaucht|vorkommt|zu sehen ist)",
      "(?:überwache?|beobachte?) {my}{url} auf {quoted}",
    ],
    missing: [
      "{tell} (?:auf )?{my}{url} {quoted} nicht (?:mehr )?(?:enthält|zeigt|steht)",
      "{tell} {quoted} (?:auf|von) {my}{url} (?:verschwindet|fehlt|nicht mehr steht)",
    ],
    ping: [
      "(?:erwarte?),? dass {name} (?:sich meldet|anruft|pingt)",
      "(?:(?:erstelle?|lege?|mache?|richte|neuer|neues) )?(?:einen? |das |den )?(?:herzschlag|heartbeat|totmann-?schalter|lebenszeichen)(?:-?(?:check|monitor))? (?:für|von) {name}(?: (?:an|ein))?",
      "{tell} {name} sich nicht (?:mehr )?meldet",
      "(?:erwarte|warte auf) (?:einen? |den |das )?(?:täglichen )?(?:ping|lebenszeichen) von {name}",
    ],
    argv: ["(?:führe|starte|prüfe)(?: (?:den )?befehl)?:? {argv}(?: aus)?", "(?:run|befehl):? {argv}"],
    tests: [
      "(?:führe|starte|prüfe) (?:die )?{name}[- ]suite(?: aus)?",
      "(?:(?:führe|starte|prüfe) )?(?:die )?(?:unit-?)?tests? (?:mit|von|durch) {name}(?: aus)?",
      "(?:führe|starte|prüfe) (?:die )?{name}[- ]tests?(?: aus)?",
      "(?:(?:führe|starte|prüfe) )?(?:die )?(?:unit-?)?tests?(?: mit| durch)?:? {argv}(?: aus)?",
    ],
    page: [
      "{tell} sich (?:(?:der|die|das|ein|eine|etwas|was)(?: (?:preis|text|inhalt|titel|bestand|angebot))? (?:auf|von|bei) )?{my}{url} (?:ge)?ändert(?: hat)?",
      "{tell} (?:sich )?(?:der|die|das) (?:preis|text|inhalt|titel|bestand|angebot) (?:auf|von|bei) {my}{url} (?:sich )?(?:ändert|sinkt|fällt|steigt)",
      "{verb} (?:den|die|das) (?:preis|text|inhalt|titel|bestand|angebot) (?:auf|von|bei) {my}{url}",
      "{verb} (?:die )?(?:web)?seite {url}(?: auf (?:änderung(?:en)?|neues))?",
      "{verb} {url} auf (?:änderung(?:en)?|neues)",
      "{verb} {url},? (?:und )?(?:zeige?|sage?|melde)(?: (?:mir|uns))?,? was sich (?:geändert|verändert) hat",
    ],
    tcp: [
      `{verb} (?:der )?(?:tcp-?)?port {port} (?:auf|von|an|bei) {my}{anyHost}(?: ${open})?`,
      "{verb} (?:den )?(?:tcp-?)?port {port} (?:auf|von|an) {anyHost}",
      "{verb} (?:den )?(?:tcp|port) {anyHost}:{port}",
      "ist (?:der )?(?:tcp-?)?port {port} (?:auf|von|an|bei) {my}{anyHost} (?:noch )?(?:offen|erreichbar|auf)\\??",
      `{tell} (?:der )?(?:tcp-?)?port {port} (?:auf|von|an|bei) {my}{anyHost} (?:zu ist|geschlossen ist|nicht (?:mehr )?offen ist|${down})`,
      `{verb} (?:der |den )?{service}(?:-(?:zugang|dienst|server))? (?:auf|von|an|bei) {my}{anyHost}(?: ${open})?`,
      "{verb} {address}:{port}(?: port)?",
      "{verb} {local}:{port}",
    ],
    service: ["{verb} {host}:{port}"],
    dns: [
      "{verb} {my}{host}(?= (?:noch )?(?:auf|zu) [\\d.:a-f]+ (?:zeigt|auflöst))",
      "{tell} (?:sich )?(?:die )?(?:ip|dns)(?:-(?:adresse|einträge))? von {my}{host} (?:sich )?(?<changes>ändern|ändert)",
      "{verb} (?:den |die )?dns(?:-eintr(?:ag|äge))? (?:von )?{host}(?: {record}\\b)?(?: (?:ist|=) {word})?",
      "{verb} (?:den |die )?{record}-(?:records?|eintr(?:ag|äge)) (?:von |für ){host}(?: (?:ist|=) {word})?",
    ],
    tls: [
      ...ends(certificates),
      "(?:{verb} )?(?:das |mein |unser )?(?:tls|ssl)?-?zertifikat (?:von |für )?{my}{host}(?: (?:noch )?gültig ist)?",
      "(?:{verb} )?(?:das )?(?:tls|ssl|tls-zertifikat|ssl-zertifikat|zertifikat) (?:von |für )?{host}(?::{port})?",
    ],
    domain: [...ends(domains), "(?:{verb} )?(?:die )?(?:domain|domäne) (?:von )?{host}"],
    web: [
      // A machine is not pinged: the word is left, and asked about.
      "(?<=pinge? {my}){address}(?![:/])",
      `{verb} {my}{url}(?: ${up})?(?: im auge)?`,
      "ist {my}{url} (?:noch )?(?:erreichbar|online|da|verfügbar|oben)\\??",
      `{tell} {my}{url} ${down}`,
      "{tell} {my}{url}(?= (?:langsamer|länger|mehr) als)",
    ],
    command: ["(?:führe|starte|prüfe|überwache) (?:den befehl |den |die |das )?{name}(?: aus)?"],
  },
  programs: {
    run: [
      "(?:führe|starte) (?:(?:alle|die|meine|unsere) )*(?<program>(?:unit-?|integrations-?)?tests?)(?: aus)?",
      "(?:führe|starte) (?:den befehl )?(?!(?:de[nrm]|die|das|m?eine?[nrms]?) ){program}(?: aus)?",
    ],
    check: ["prüfe (?:den befehl )?(?!(?:de[nrm]|die|das|m?eine?[nrms]?) ){program}"],
  },
  clauses: {
    status: [
      "(?:(?:mit )?(?:dem )?(?:http-?)?(?:status|code|statuscode) )?{status} (?:liefert|zurückgibt|zurückliefert|gibt|antwortet|sendet)",
      "erwarte(?:t)?(?: (?:den )?status(?:code)?)? {status}(?: (?:und|mit) {quoted})?",
      "erwarte(?:t)?(?: (?:den )?status)? ok",
      "(?:antwortet|liefert|gibt)(?: mit)?(?: (?:dem |den )?(?:http-?)?(?:status|code))? {status}(?: zurück)?",
    ],
    contains: ["(?:erwartet?|mit|enthält|muss)(?: dem text| den text)? {quoted}(?: enthalten)?"],
    lacks: [
      `${when}(?:die (?:ausgabe|seite|antwort) )?{quoted} (?:enthält|zeigt|sagt)`,
      `${when}(?:die (?:ausgabe|seite|antwort) )?(?:enthält|mit) {quoted}`,
      "(?:ohne|nicht|kein)(?: den text)? {quoted}(?: enthalten)?",
    ],
    json: ["(?:erwartet? )?(?:json|\\$)[ .]\\.?{path}\\s*(?:{sign}|ist|gleich)\\s*(?:{quoted}|{word})"],
    resolves: ["(?:noch )?(?:auf|zu) {word} (?:zeigt|auflöst)", "(?:erwartet?|muss|zeigt auf) {word}(?: sein)?"],
    header: ["(?:erwartet? )?(?:den )?header {header}(?:\\s*{sign}\\s*| enthält )(?:{quoted}|{word})"],
    days: [
      `${when}?(?:das |die )?(?:zertifikat|tls|domain)(?: (?:mindestens|weniger als|unter|noch|gilt|hat|in))* {count} tagen?(?: übrig| gültig)?`,
      `(?:${when}|mit )?(?:mindestens|weniger als|unter) {count} tagen?(?: übrig| gültig)?${off}`,
      `(?:warne?|alarmiere?|melde|erinnere?)?(?: (?:mich|uns|mir))? ?{count} tage? (?:vor (?:dem )?ablauf|vorher|bevor (?:es|sie|er) abläuft)`,
    ],
    slower: [
      `${when}?(?:langsamer als|länger als|mehr als|über) {number}\\s*{unit}${off}(?: (?:schlecht|rot|zu langsam))?`,
    ],
    grace: [
      "(?:mit )?{number}\\s*{unit} (?:kulanz|karenz|spielraum|luft|toleranz)",
      "(?:kulanz|karenz|spielraum|toleranz)(?: von)? {number}\\s*{unit}",
    ],
    alertAfter: [
      "(?:alarm|alarmiere?|warne?|melde|klingle)(?: (?:mich|uns))? nach {count}\\s*(?:fehl(?:schlägen|schlag|ern|versuchen)?|mal)?",
    ],
    alertAtOnce: ["(?:alarm|alarmiere?|warne?|melde|klingle)(?: (?:mich|uns))? sofort"],
    recoverAfter: ["(?:erholt|wieder gut|zurück|entwarnung)(?: wieder)? nach {count}\\s*(?:guten?|erfolgen?|mal)?"],
    outside: [
      `${when}(?:außerhalb(?: von)?|nicht zwischen) {number}\\s*%?\\s*(?:bis|und|-|–|\\.\\.)\\s*{other}\\s*%?${off}`,
    ],
    over: [`${when}(?:über|mehr als|größer als|>) {number}\\s*%?${off}`],
    under: [`${when}(?:unter|weniger als|kleiner als|<) {number}\\s*%?${off}`],
    tellFailure: [
      `${me},? (?:wenn|falls|sobald) (?:es|er|sie|das|etwas|was|die seite|der server) (?:${down}|fehlschlägt|scheitert|schiefgeht|schief geht)`,
      `${me},? (?:was|welche) (?:fehlgeschlagen ist|fehlgeschlagen sind|fehlschlägt|schiefging|schief ging)`,
      `${me} bei (?:fehlern|problemen|ausfällen)`,
      `${me}(?=\\s*(?:,|$))`,
    ],
    tellChange: [`${me},? (?:wenn|falls|sobald) (?:es|er|sie) sich (?:ge)?ändert(?: hat)?`],
    tellAlways: ["berichte"],
    tellNever: ["still"],
    called: ["(?:namens|genannt|nenne? (?:es|sie|ihn)) (?:{quoted}|{name})"],
    severity: [
      "eskaliere(?: (?:es|das))?(?: als)? {word}(?:,? (?:wenn|falls) (?:es|sie|er) (?:ausfällt|rot ist|scheitert|nicht erreichbar ist))?",
      "(?:schwere|mit schwere|dringlichkeit) {word}",
      "(?<=,\\s*)(?<word>kritisch|dringend|hoch|mittel|niedrig)(?=\\s*(?:,|$))",
    ],
  },
  severities: {
    niedrig: "low",
    mittel: "medium",
    hoch: "high",
    kritisch: "critical",
    dringend: "critical",
    low: "low",
    medium: "medium",
    high: "high",
    critical: "critical",
  },
  units: [
    [/^(?:ms|milli)/iu, 1],
    [/^se/iu, 1_000],
    [/^s$/iu, 1_000],
    [/^mo/iu, 30 * 86_400_000],
    [/^m/iu, 60_000],
    [/^(?:h|st)/iu, 3_600_000],
    [/^(?:d|t)/iu, 86_400_000],
    [/^w/iu, 7 * 86_400_000],
  ],
  by: [/(?<!\p{L})(?:bis|vor|spätestens(?: um)?)\s+(?:um\s+)?(?=\d)/iu, "um"],
  daily: "jeden Tag",
  lasting: /(?:überwach|beobacht|im auge|watch|monitor)/iu,
  noise: /(?<!\p{L})(?:aus|führe|starte|prüfe)(?!\p{L})/giu,
};
