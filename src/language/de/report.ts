/** How reports are asked for in German. */
import type { ReportWords } from "../report-words.ts";

const LEAD =
  "^(?:bitte\\s+)?(?:(?:schicke?|sende?|gib|zeige?|mache?|erstelle)\\s+(?:mir\\s+|uns\\s+)?)?(?:einen?\\s+|den\\s+)?";
const PERIOD = "(?:(?:täglich|wöchentlich|monatlich)\\s+)?";
const END = "(?:\\s+(?:schicken|senden|zeigen))?$";
const DAYS: Record<string, number> = { stunde: 1 / 24, tag: 1, woche: 7, monat: 30 };

export const DE_REPORT: ReportWords = {
  mentioned: /(?:bericht(?:e|en)?|übersicht|digest)(?![\p{L}])/iu,
  reminded: /(?<![\p{L}])(?:erinner\p{L}*|aufgabe|todo)(?![\p{L}])/iu,
  now: /^jetzt$/iu,
  named:
    /(?<![\p{L}])((?:täglich|wöchentlich|monatlich)e?[nrs]?\s+bericht|(?:tages|wochen|monats)bericht)(?![\p{L}])/iu,
  cadences: [
    [/täglich\s+bericht|tagesbericht|tägliche\s+übersicht|(?:tages|morgen)übersicht/iu, "jeden Tag"],
    [/wöchentlich\s+bericht|wochenbericht/iu, "jede Woche"],
    [/monatlich\s+bericht|monatsbericht/iu, "jeden Monat"],
  ],
  plain: (text) =>
    text
      .replace(/(täglich|wöchentlich|monatlich)e[nrs]?(?=\s+[\p{L}-]*bericht)/giu, "$1")
      .replace(/(?<![\p{L}])(verfügbarkeit|latenz|uptime|fehler)s?-?bericht(?![\p{L}])/iu, "Bericht über $1")
      .replace(/(?<=bericht\p{L}*\s.+)\s+(?:hierher|hier)(?![\p{L}])/iu, ""),
  alone: new RegExp(`${LEAD}${PERIOD}(?:tages|wochen|monats)?bericht${END}`, "iu"),
  digest: new RegExp(
    `${LEAD}(?:eine\\s+|die\\s+)?((?:(?:tägliche|wöchentliche)\\s+|tages|morgen)?übersicht|digest)${END}`,
    "iu",
  ),
  digestDays: [
    [/(?<=(?:übersicht|digest))\s+(?:(?:von|für)\s+)?(?:gestern|yesterday)(?![\p{L}])/iu, "yesterday"],
    [/(?<=(?:übersicht|digest))\s+(?:(?:von|für)\s+)?(?:heute|today)(?![\p{L}])/iu, "today"],
  ],
  how: new RegExp(
    `${LEAD}berichte?n?(?:\\s+mir)?\\s*,?\\s*wie\\s+(.+?)\\s+(?:lief|läuft|gelaufen\\s+ist|war|ging|abschnitt|abgeschnitten\\s+hat)$`,
    "iu",
  ),
  howTitle: (target) => `Wie ${target} lief`,
  last: new RegExp(
    `${LEAD}bericht\\s+(?:über\\s+|für\\s+|von\\s+)?(?:die\\s+|der\\s+|den\\s+|des\\s+)?(?:letzte[nrs]?|vergangene[nrs]?)\\s+(\\d{1,3}\\s+)?(stunde|tag|woche|monat)(?:e[ns]?|n)?$`,
    "iu",
  ),
  days: (unit) => DAYS[unit.toLowerCase()] ?? 1,
  of: new RegExp(
    `${LEAD}(?:${PERIOD}(?:tages|wochen|monats)?bericht\\s+(?:über|mit|von|zu)\\s+|berichte(?:\\s+(?:mir|uns))?\\s+(?:über\\s+)?(?=(?:die\\s+)?(?:verfügbarkeit|uptime|latenz|antwortzeit|fehlgeschlagene|fehler)))(.+?)${END}`,
    "iu",
  ),
  ofOne: /^(.+?)\s+(?:von|für)\s+(?!#)(.+)$/iu,
  to: /^(.+?)\s+(?:an|nach|ins?)\s+(?!mich\b)(.+?)(?:\s+(?:schicken|senden))?$/iu,
  me: /^(?:mich|uns|hierher|diesen\s+chat)$/iu,
  and: /\s*(?:,|&|(?<![\p{L}])und(?![\p{L}]))\s*/iu,
  labelled: /(?:(?<=^|\s)(?:(?:alles?|aktionen)\s+)?(?:von|für|mit|über)\s+)?#(\p{L}[\p{L}\p{N}_-]*)/giu,
  article: /^(?:der|die|das|den|mein|meine|meinen)\s+(?=\S)/iu,
  topics: [
    [
      /^(?:(?:alle|die|fehlgeschlagenen?|gescheiterten?|fehlgeschlagener)\s+)*(?:läufen?|fehlern?|fehlschlägen?|fehlerquote)$/iu,
      ["runs"],
    ],
    [/^(?:die\s+|der\s+)?(?:verfügbarkeit|uptime|betriebszeit)$/iu, ["uptime"]],
    [/^(?:die\s+|der\s+)?(?:latenz|antwortzeit(?:en)?)$/iu, ["latency"]],
    [
      /^(?:(?:alle[nr]?|die|der|den|meine[nr]?|unsere[nr]?)\s+)*(?:checks|prüfungen|überwachungen)$/iu,
      ["runs", "uptime", "latency"],
    ],
    [/^(?:alles|alle\s+(?:aktionen|läufe))$/iu, ["runs", "uptime", "latency"]],
  ],
  path: "(?:der\\s+|die\\s+)?datei\\s+",
  tests: /^(?:die\s+|den\s+)?tests?(?:lauf)?\s+(?:(?:von|mit|aus)\s+)?(\S+)$/iu,
  template: /[\s,]+(?:mit|nach)\s+(?:der\s+)?vorlage\s+([\w-]{1,64})/iu,
  file: /[\s,]+als\s+(csv|html|md|markdown)(?:-?\s*datei)?(?![\p{L}\d])/iu,
  otherFile:
    /[\s,]+als\s+(?:ein\s+)?(pdf|xlsx?|excel|word|docx?|json|xml|png|jpe?g|svg|zip|powerpoint|pptx?)(?:-?\s*(?:datei|dokument|anhang))?(?![\p{L}\d])/iu,
};
