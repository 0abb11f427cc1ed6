/** What checks say, in German. */
import type { ErrorClass, Summary } from "../core/reading.ts";
import type { enChecks } from "./en-checks.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

type PingState = Extract<Summary, { probe: "ping" }>["state"];

export const deChecks: typeof enChecks = {
  looking: "⏳ ich schaue nach…",
  expects: (expects: string) => `erwartet ${expects}`,
  alert: (failures: number) => (failures === 1 ? "Alarm sofort" : `Alarm nach ${failures} Fehlschlägen`),
  good: "🟢",
  bad: "🔴",
  status: (status: number) => `${status}`,
  badStatus: (status: number) => `HTTP ${status}`,
  ms: (ms: number) => `${ms} ms`,
  textFound: "Text gefunden",
  tls: (days: number) => `TLS ${days} T`,
  chain: (days: number) => `Kette ${days} T`,
  domain: (days: number) => `noch ${days} T registriert`,
  records: (records: string) => records,
  value: (value: string) => `Wert ${value}`,
  exit: (exit: number) => `exit ${exit}`,
  unreachable: "⚪ nicht erreichbar",
  maintained: "🛠 Wartung",
  depends: {
    on: (title, parent) =>
      styled`⛓ Ist ${bold(parent)} rot, bleibt ${title} still und gilt als ${italic("nicht erreichbar")}.`,
    nothing: (title) => styled`⛓ ${bold(title)} hängt von nichts ab; gemeldet wird, sobald es rot ist.`,
  },
  unchanged: "unverändert",
  isChanged: "geändert",
  tests: (passed: number, failed: number, skipped: number) =>
    `${passed} bestanden · ${failed} gescheitert${skipped === 0 ? "" : ` · ${skipped} ausgelassen`}`,
  ping: {
    waiting: "noch kein Anruf",
    onTime: "rechtzeitig gemeldet",
    late: "verspätet",
    down: "nichts gemeldet",
    failed: "meldet einen Fehler",
  } satisfies Record<PingState, string>,
  problem: {
    timeout: "keine Antwort in der Zeit",
    dns: "der Name ist unbekannt",
    refused: "Verbindung abgelehnt",
    unreachable: "nicht erreichbar",
    reset: "die Verbindung brach ab",
    forbidden: "diese Adresse ist nicht erlaubt; belfry.toml kann sie erlauben",
    tls: "keine sichere Verbindung",
    certificate: "das Zertifikat ist nicht gut",
    redirects: "zu viele oder unerwünschte Weiterleitungen",
    protocol: "die Antwort ergibt keinen Sinn",
    status: "unerwarteter Status",
    text: "Text nicht gefunden",
    json: "das JSON ist nicht wie erwartet",
    header: "ein Header ist nicht wie erwartet",
    slow: "zu langsam",
    expiring: "läuft bald ab",
    record: "ein anderer Eintrag",
    value: "der Wert ist außerhalb der Grenzen",
    changed: "geändert",
    unknownCommand: "kein Befehl dieses Namens",
    notApproved: "von keinem Besitzer erlaubt",
    folder: "sein Ordner ist nicht erlaubt",
    start: "ließ sich nicht starten",
    exit: "gescheitert",
    flood: "zu viel Ausgabe",
    tests: "Tests gescheitert",
    noReport: "kein Testbericht",
    late: "die Meldung blieb aus",
    called: "meldet einen Fehler",
  } satisfies Record<ErrorClass, string>,
  flapping: (title: Piece, changes: number) =>
    styled`🟠 ${bold(title)} schwankt (${changes} Wechsel). Ich sage Bescheid, wenn es ruhig ist.`,
  steadyGood: (title: Piece) => styled`🟢 ${bold(title)} ist wieder ruhig: gut`,
  steadyBad: (title: Piece) => styled`🔴 ${bold(title)} ist wieder ruhig: ausgefallen`,
  changed: (title: Piece) => styled`🟡 ${bold(title)} hat sich geändert`,
};
