/** How checks are asked for in German. */
import type { CheckTable } from "../check/table.ts";

const when =
  "(?:(?:warne?|alarmiere?|melde|schlecht|rot)(?: (?:mich|uns|dich))?(?:,? (?:wenn|falls|bei))?(?: (?:er|sie|es|der wert))?(?: ist)? )";
const off = "(?: (?:ist|liegt|hat|dauert|sind))?";

export const DE_CHECK: CheckTable = {
  forms: {
    verb: [
      "(?:bitte )?(?:prüfe?|pruefe?|checke?|überwache?|beobachte?|kontrolliere?|teste?)(?:,? ob)?",
      "(?:gesundheits|health|verfügbarkeits)[ -]?(?:check|prüfung):?(?: (?:von|für|auf))?",
    ],
    ping: ["(?:erwarte|warte auf) (?:einen? |den |das )?(?:täglichen )?(?:ping|lebenszeichen) von {name}"],
    argv: ["(?:führe|starte|prüfe)(?: (?:den )?befehl)?:? {argv}(?: aus)?", "(?:run|befehl):? {argv}"],
    tests: [
      "(?:führe|starte|prüfe) (?:die )?{name}[- ]suite(?: aus)?",
      "(?:(?:führe|starte|prüfe) )?(?:die )?(?:unit-?)?tests? (?:mit|von|durch) {name}(?: aus)?",
      "(?:führe|starte|prüfe) (?:die )?{name}[- ]tests?(?: aus)?",
      "(?:(?:führe|starte|prüfe) )?(?:die )?(?:unit-?)?tests?(?: mit| durch)?:? {argv}(?: aus)?",
    ],
    page: [
      "{verb} (?:die )?(?:web)?seite {url}(?: auf (?:änderung(?:en)?|neues))?",
      "{verb} {url} auf (?:änderung(?:en)?|neues)",
      "{verb} {url},? (?:und )?(?:zeige?|sage?|melde)(?: (?:mir|uns))?,? was sich (?:geändert|verändert) hat",
    ],
    tcp: [
      "{verb} (?:den )?(?:tcp-?)?port {port} (?:auf|von|an) {anyHost}",
      "{verb} (?:den )?(?:tcp|port) {anyHost}:{port}",
      "{verb} {address}:{port}(?: port)?",
      "{verb} {local}:{port}",
    ],
    service: ["{verb} {host}:{port}"],
    dns: [
      "{verb} (?:den |die )?dns(?:-eintr(?:ag|äge))? (?:von )?{host}(?: {record}\\b)?(?: (?:ist|=) {word})?",
      "{verb} (?:den |die )?{record}-(?:records?|eintr(?:ag|äge)) (?:von |für ){host}(?: (?:ist|=) {word})?",
    ],
    tls: ["(?:{verb} )?(?:das )?(?:tls|ssl|tls-zertifikat|ssl-zertifikat|zertifikat) (?:von |für )?{host}(?::{port})?"],
    domain: ["(?:{verb} )?(?:die )?(?:domain|domäne) (?:von )?{host}"],
    web: [
      "{verb} {url}(?: (?:noch )?(?:erreichbar|online|da|verfügbar) ist)?",
      "ist {url} (?:noch )?(?:erreichbar|online|da|verfügbar|oben)\\??",
      "(?:sag|sage|melde|warne?|alarmiere?)(?: (?:mir|mich|uns))?(?: bescheid)?,? (?:wenn|falls|sobald) {url} (?:nicht (?:erreichbar|online|da) ist|down ist|offline ist|ausfällt|weg ist)",
    ],
    command: ["(?:führe|starte|prüfe) (?:den befehl )?{name}(?: aus)?"],
  },
  programs: {
    run: ["(?:führe|starte) (?:den befehl )?(?!(?:de[nrm]|die|das|m?eine?[nrms]?) ){program}(?: aus)?"],
    check: ["prüfe (?:den befehl )?(?!(?:de[nrm]|die|das|m?eine?[nrms]?) ){program}"],
  },
  clauses: {
    status: [
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
    resolves: ["(?:erwartet?|muss|zeigt auf) {word}(?: sein)?"],
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
    tellAlways: ["berichte"],
    tellNever: ["still"],
    tellDown: [
      "(?:sage?|gib|melde|warne?|alarmiere?|benachrichtige?)(?: (?:mir|mich|uns|dich))?(?: bescheid)?(?: (?:hier|(?:auf|per|über) telegram))?,? (?:wenn|falls|sobald) (?:es|er|sie|das) (?:(?:down|offline|weg|rot|kaputt|gestört|nicht (?:erreichbar|verfügbar|da)) ist|ausfällt|scheitert|fehlschlägt)",
      "(?:warne?|alarmiere?|benachrichtige?) (?:mich|uns)(?: (?:hier|(?:auf|per|über) telegram))?",
    ],
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
    [/^m/iu, 60_000],
    [/^(?:h|st)/iu, 3_600_000],
    [/^(?:d|t)/iu, 86_400_000],
  ],
  by: [/(?<!\p{L})(?:bis|vor|spätestens(?: um)?)\s+(?:um\s+)?(?=\d)/iu, "um"],
  daily: "jeden Tag",
  noise: /(?<!\p{L})(?:aus|führe|starte|prüfe)(?!\p{L})/giu,
};
