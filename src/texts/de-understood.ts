/** What a sentence would do that makes no reminder, in German. */
import type { UnderstoodIntent } from "../core/understood.ts";

type Say = (said: { target: string; detail: string }) => string;

const which = (target: string): string => (target === "" ? "was du auswählst" : `„${target}“`);
const notified: Record<string, string> = {
  always: "jedes Mal",
  failure: "nur Fehler",
  change: "nur Änderungen und Fehler",
  never: "nichts",
};
const until = (detail: string): string => (detail === "" ? "" : ` bis ${detail}`);

export const deUnderstood: Record<UnderstoodIntent, Say> = {
  list: () => "Die Liste zeigen.",
  agenda: ({ detail }) => `Zeigen, was ab ${detail} ansteht.`,
  next: ({ target }) => (target === "" ? "Sagen, was als Nächstes kommt." : `Sagen, wann ${which(target)} kommt.`),
  show: ({ target }) => `Zeigen: ${which(target)}.`,
  history: ({ target }) => (target === "" ? "Zeigen, was lief." : `Zeigen, was von ${which(target)} lief.`),
  pause: ({ target, detail }) => `Pausieren: ${which(target)}${until(detail)}.`,
  pauseAfter: ({ target, detail }) =>
    detail === ""
      ? `Nie wegen Fehlern pausieren: ${which(target)}.`
      : `Nach ${detail} Fehlern hintereinander pausieren: ${which(target)}.`,
  notify: ({ target, detail }) => `Von ${which(target)} ${notified[detail] ?? "wie üblich"} melden.`,
  digestOn: ({ target }) => `${which(target)} in der Übersicht zeigen.`,
  digestOff: ({ target }) => `${which(target)} aus der Übersicht weglassen.`,
  resume: ({ target }) => `Weitermachen: ${which(target)}.`,
  skip: ({ target }) => `Das nächste Mal auslassen: ${which(target)}.`,
  skipOn: ({ target, detail }) => `Am Tag oder an den Tagen ab ${detail} auslassen: ${which(target)}.`,
  run: ({ target }) => `Jetzt starten: ${which(target)}.`,
  delete: ({ target }) => `Löschen: ${which(target)}.`,
  done: ({ target }) => `Als erledigt vermerken: ${which(target)}.`,
  move: ({ target, detail }) => `Verschieben: ${which(target)}${detail === "" ? "; fragt, wann" : ` auf ${detail}`}.`,
  snooze: ({ target, detail }) => `Nochmals klingeln: ${which(target)}${detail === "" ? "" : `, ${detail}`}.`,
  rename: ({ target, detail }) => `Umbenennen: ${which(target)} in „${detail}“.`,
  quiet: ({ detail }) => `Ruhezeit einhalten: ${detail}.`,
  quietOff: () => "Die Ruhezeit abschalten.",
  quietHow: () => "Fragen, von wann bis wann Ruhe sein soll.",
  settings: () => "Die Einstellungen zeigen.",
  zone: ({ detail }) => `Die Zeitzone einstellen: ${detail}.`,
  undo: () => "Die letzte Änderung zurücknehmen.",
  missed: () => "Sagen, was fehlschlug, ausfiel oder nicht beantwortet wurde.",
  status: () => "Sagen, wie es Belfry geht.",
  help: () => "Die Hilfe zeigen.",
  maintenance: ({ target, detail }) => `Wartung${target === "" ? "" : ` von ${which(target)}`}: ${detail}.`,
  maintenanceEnd: ({ target }) => `Die Wartung beenden${target === "" ? "" : `: ${which(target)}`}.`,
  maintenances: () => "Die Wartungen zeigen.",
  why: ({ target }) => `Sagen, warum ${which(target)} lief oder nicht.`,
  labelOn: ({ target, detail }) => `Kennzeichnen: ${which(target)} mit ${detail}.`,
  labelOff: ({ target, detail }) => `Kennzeichen wegnehmen: ${which(target)}, ${detail}.`,
  ack: ({ target }) => `Die Eskalation übernehmen: ${which(target)}.`,
  resolve: ({ target }) => `Die Eskalation schließen: ${which(target)}.`,
  silence: ({ target, detail }) =>
    `Stumm schalten: ${which(target)} ${detail === "" ? "bis zur Behebung" : `bis ${detail}`}.`,
  raise: ({ target }) => `Melden, was eskaliert: „${target}“.`,
  testRoutes: () => "Eine Probenachricht über die Alarmwege schicken.",
  escalations: () => "Zeigen, was eskaliert ist.",
  depend: ({ target, detail }) => `Abhängigkeit von ${which(target)}: ${detail === "" ? "keine mehr" : which(detail)}.`,
  other: ({ target }) => `Tun, was gesagt ist${target === "" ? "" : `: ${which(target)}`}.`,
  check: ({ target, detail }) => `Prüfen „${target}“ · ${detail}`,
  report: ({ target, detail }) => `Bericht „${target}“ · ${detail === "" ? "jetzt" : detail}`,
  followStartup: ({ detail }) => `Sobald Belfry startet: ${detail}.`,
  followHook: ({ target, detail }) =>
    `Wenn der Webhook${target === "" ? "" : ` „${target}“`} aufgerufen wird: ${detail}.`,
  followSucceeded: ({ target, detail }) => `Jedes Mal, wenn ${which(target)} gelingt: ${detail}.`,
  followFailed: ({ target, detail }) => `Wenn ${which(target)} misslingt: ${detail}.`,
  followRecovered: ({ target, detail }) => `Wenn ${which(target)} wieder läuft: ${detail}.`,
};
