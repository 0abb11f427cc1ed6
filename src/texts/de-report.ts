/** What reports and their pictures say, in German. */
import type { enReport } from "./en-report.ts";

function count(n: number, one: string, other: string): string {
  return `${n} ${n === 1 ? one : other}`;
}

export const deReport: typeof enReport = {
  yes: "ja",
  no: "nein",
  labels: {
    action: "Aktion",
    actions: "Aktionen",
    runs: "Läufe",
    succeeded: "Gelungen",
    failed: "Fehlgeschlagen",
    skipped: "Ausgelassen",
    missed: "Verpasst",
    failureRate: "Fehlerquote",
    failures: "Fehler",
    reason: "Grund",
    count: "Anzahl",
    last: "Zuletzt",
    uptime: "Verfügbar",
    down: "Ausgefallen",
    outages: "Ausfälle",
    from: "Von",
    to: "Bis",
    length: "Dauer",
    why: "Warum",
    latency: "Antwortzeit",
    median: "Median",
    slowest: "95 % in",
    name: "Name",
    value: "Wert",
    noRuns: "In dieser Zeit ist nichts gelaufen.",
  },
  chart: {
    up: "verfügbar",
    down: "ausgefallen",
    maintenance: "Wartung",
    unknown: "nicht gemessen",
    empty: "Für diese Zeit gibt es noch nichts zu zeigen",
    median: "Median",
    p95: "95 % in",
    succeeded: "gelungen",
    failed: "fehlgeschlagen",
    other: "ausgelassen oder verpasst",
    runs: (runs: number, failed: number) =>
      `${count(runs, "Lauf", "Läufe")} · ${failed === 0 ? "keiner fehlgeschlagen" : `${failed} fehlgeschlagen`}`,
    outages: (outages: number, length: string | null) =>
      length === null ? "kein Ausfall" : `${count(outages, "Ausfall", "Ausfälle")} · ${length}`,
    latency: (median: string, p95: string) => `Median ${median} · 95 % in ${p95}`,
  },
  period: (from: string, to: string) => `${from} – ${to}`,
  inFile: "📎 Der ganze Bericht ist in der Datei.",
  shortened: "Der Bericht war zu lang und endet hier.",
  unread: (source: string, problem: string) => `⚠️ ${source} ist nicht lesbar: ${problem}`,
  rows: (heading: string | null, rows: number) =>
    `${heading === null ? "" : `${heading}: `}${count(rows, "Zeile", "Zeilen")}`,
};
