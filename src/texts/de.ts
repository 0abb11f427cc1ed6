/** Every sentence a person reads, in German. */
import { deCards } from "./de-cards.ts";
import { deChecks } from "./de-checks.ts";
import { deEscalations } from "./de-escalations.ts";
import { deHelp } from "./de-help.ts";
import { deNotices } from "./de-notices.ts";
import { deQuestions } from "./de-questions.ts";
import { deReport } from "./de-report.ts";
import { deRuns } from "./de-runs.ts";
import { deUnderstood } from "./de-understood.ts";
import type { Texts } from "./en.ts";
import { bold, italic, styled } from "./styled.ts";

const plural = new Intl.PluralRules("de");
const either = new Intl.ListFormat("de-DE", { type: "disjunction" });

/** "1 Tag", "3 Tage". */
function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

/** "2 Tage" → "2 Tagen", as it stands after "in" and "vor". */
function dative(duration: string): string {
  return duration.replace(/(?<=Tage|Monate)\b/u, "n");
}

export const de: Texts = {
  locale: "de-DE",
  name: "Deutsch",
  repeat: "↻ vielleicht doppelt",
  asFile: (length, start) => styled`📄 ${start}\nDer ganze Text (${length} Zeichen) ist in der Datei.`,
  units: {
    seconds: (n) => `${n} Sek`,
    minutes: (n) => `${n} Min`,
    hours: (n) => `${n} Std`,
    days: (n) => count(n, "Tag", "Tage"),
    months: (n) => count(n, "Monat", "Monate"),
  },
  inTime: (duration) => `in ${dative(duration)}`,
  ago: (duration) => `vor ${dative(duration)}`,
  or: (items) => either.format(items),
  buttons: {
    yes: "Ja",
    otherCity: "Andere Stadt",
    location: "📍 Standort senden",
    edit: "Ändern",
    repeat: "Wiederholen",
    delete: "Löschen",
    pause: "Anhalten",
    resume: "Fortsetzen",
    resumeNow: "Jetzt fortsetzen",
    undo: "Rückgängig",
    testOnce: "Einmal testen",
    approve: "Immer erlauben",
    deny: "Ablehnen",
    skipNext: "Nächstes auslassen",
    toList: "◀ Liste",
    back: "◀ Zurück",
    newTime: "Neue Zeit",
    rename: "Umbenennen",
    rewrite: "Neu schreiben",
    runAnyway: "Trotzdem starten",
    runNow: "Jetzt starten",
    runSkipped: "Ausgelassene starten",
    policy: "Regel",
    critical: "❗ Dringend",
    notCritical: "Nicht dringend",
    silent: "🔕 Ohne Ton",
    withSound: "🔔 Mit Ton",
    leadBefore: (duration) => `Auch ${duration} vorher`,
    done: "✅ Erledigt",
    more: "…",
    tonight: "Heute 18:00",
    tomorrow: "Morgen 09:00",
    monday: "Montag 09:00",
    skip: "Auslassen",
    other: "Andere",
    pick: "Andere…",
    saveWithoutTime: "Ohne Zeit merken",
    change: "Ändern",
    turnOff: "Ruhezeit ausschalten",
    moveAll: "Alle umstellen",
    keep: "So lassen",
    cancel: "Abbrechen",
    previous: "◀",
    next: "▶",
    pauseMode: "⏸ Anhalten",
    openMode: "Öffnen",
    zone: "Zeitzone",
    quiet: "Ruhezeit",
    language: "Sprache",
    all: "Alle",
    graph: "Grafik",
    refresh: "↻ Neu",
  },
  welcome: (time, zone) => `Ich erinnere, prüfe, berichte und starte Dinge. Bei dir ist es ${time}, ${zone}, richtig?`,
  ready: (zone) =>
    styled`${zone}. Probier: ${italic("Tee in 4 Min")} · ${italic("Standup werktags 9:25")} · ${italic("jeden Freitag um 17 Uhr Wochenbericht")}`,
  card: deCards,
  check: deChecks,
  escalation: deEscalations,
  question: deQuestions,
  understood: deUnderstood,
  list: {
    head: (active, paused) => bold(`${active} aktiv · ${paused} pausiert`),
    empty: styled`Noch nichts. Probier: ${italic("Tee in 4 Min")}`,
    emptyLabel: (label: string) => `Nichts ist mit #${label} markiert. Sag: markiere shop als #${label}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    pauseMode: "Drück auf eins, um es anzuhalten oder fortzusetzen.",
    groups: {
      ringing: "Klingelt",
      today: "Heute",
      tomorrow: "Morgen",
      later: "Später",
      event: "Wenn etwas geschieht",
      someday: "Irgendwann",
      paused: "Pausiert",
    },
  },
  agenda: {
    today: (day) => bold(`📅 Heute, ${day}`),
    tomorrow: (day) => bold(`📅 Morgen, ${day}`),
    day: (day) => bold(`📅 ${day}`),
    span: (from, to) => bold(`📅 ${from} bis ${to}`),
    next: bold("📅 Als Nächstes"),
    empty: "Nichts geplant.",
    lead: (duration) => `(${duration} vorher)`,
  },
  next: {
    none: "Es gibt keinen nächsten Termin.",
    paused: "Das ist angehalten. /resume lässt es weiterlaufen.",
    skippedHour: "die Uhr wird vorgestellt: der erste Moment danach",
    repeatedHour: "die Uhr wird zurückgestellt: nur beim ersten Mal",
  },
  said: {
    hasTime: /\s(bis|für|auf|um|am|in|nach)\s/i,
    hasNewTime: /\s(auf|nach)\s/i,
    today: "heute",
    agenda: (day) => `was ist ${day}?`,
    pause: (rest) => `pausiere ${rest}`,
    move: (rest) => `verschiebe ${rest}`,
  },
  things: {
    photo: "📷 Foto",
    video: "🎬 Video",
    animation: "🎬 Animation",
    audio: "🎵 Tonaufnahme",
    voice: "🎤 Sprachnachricht",
    video_note: "🎬 Videonachricht",
    document: "📎 Datei",
    sticker: "Sticker",
    contact: "👤 Kontakt",
    poll: "📊 Umfrage",
    venue: "📍 Ort",
    story: "Story",
  },
  report: deReport,
  ...deRuns,
  ...deHelp,
  ...deNotices,
};
