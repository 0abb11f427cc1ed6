/** What cards say, in German. */
import type { enCards } from "./en-cards.ts";
import { bold, type Piece, styled } from "./styled.ts";

const list = new Intl.ListFormat("de-DE");

export const deCards: typeof enCards = {
  once: (title: Piece, rest: Piece) => styled`⏰ ${bold(title)} · ${rest}`,
  recurring: (title: Piece, rest: Piece) => styled`🔁 ${bold(title)} · ${rest}`,
  gates: {
    cooldown: (every: string) => `höchstens einmal alle ${every}`,
    condition: {
      good: (name: Piece) => styled`nur solange ${name} grün ist`,
      bad: (name: Piece) => styled`nur solange ${name} rot ist`,
    },
    command: {
      good: (name: Piece) => styled`nur wenn ${name} klappt`,
      bad: (name: Piece) => styled`nur wenn ${name} fehlschlägt`,
    },
    refused: {
      cooldown: (title: Piece, when: string) =>
        styled`🚦 ${bold(title)} ist nicht gelaufen: so oft soll es nicht. Wieder frei: ${when}.`,
      condition: (title: Piece) => styled`🚦 ${bold(title)} ist nicht gelaufen: Die Bedingung ist nicht erfüllt.`,
    },
  },
  onEvent: (title: Piece, rest: Piece) => styled`⚡ ${bold(title)} · ${rest}`,
  preview: (title: Piece, rest: Piece) => styled`👁 ${bold(title)} · ${rest}`,
  nothingSaved: "Nichts davon ist gespeichert.",
  someday: (title: Piece) => styled`📌 ${bold(title)} · noch ohne Zeit, liegt unter Irgendwann`,
  finished: (title: Piece) => styled`✔️ ${bold(title)} · vorbei`,
  paused: (title: Piece) => styled`⏸ ${bold(title)} pausiert`,
  pausedCrashing: (title: Piece, crashes: number) =>
    styled`⏸ ${bold(title)} pausiert: ${crashes}-mal hintereinander wurde ich beendet, während es lief`,
  pausedFailing: (title: Piece, failures: number) =>
    styled`⏸ ${bold(title)} pausiert: ${failures === 1 ? "" : `${failures}-mal hintereinander `}fehlgeschlagen`,
  pauseAfter: (failures: number) => `⏸ nach ${failures} ${failures === 1 ? "Fehler" : "Fehlern hintereinander"}`,
  pauseNever: "Es pausiert sich nicht, so oft es auch scheitert.",
  tells: {
    check: {
      always: "🔔 meldet jedes Ergebnis",
      failure: "🔔 meldet nur, dass es gestört ist und dass es wieder geht",
      change: "🔔 meldet Änderungen, und wenn es gestört ist oder wieder geht",
      never: "🔕 meldet nichts; /history zeigt die Läufe",
    },
    report: {
      always: "🔔 kommt jedes Mal",
      failure: "🔔 kommt nur, wenn etwas darin nicht zu lesen ist; auch dass er misslingt, wird gemeldet",
      change: "🔔 kommt nur, wenn er Neues sagt oder etwas darin nicht zu lesen ist",
      never: "🔕 kommt nicht; /history zeigt die Läufe",
    },
  },
  undigested: "🗞 nicht in Übersichten",
  pausedUntil: (title: Piece, day: string, next: string | null) =>
    styled`⏸ ${bold(title)} bis ${day}${next === null ? "" : `; dann ${next}`}`,
  thatDay: (time: string) => `${time} an dem Tag`,
  moved: (title: Piece, from: string, to: string, day: string | null) =>
    styled`✏️ ${bold(title)} · ${from} → ${bold(to)}${day === null ? "" : `, ${day}`}`,
  edited: (title: Piece, rest: Piece) => styled`✏️ ${bold(title)} · ${rest}`,
  deleted: (title: Piece) => styled`🗑 ${bold(title)} gelöscht`,
  restored: (rest: Piece) => styled`↩️ Wieder da: ${rest}`,
  approved: (by, at) => `✅ ${by} hat es ${at} erlaubt`,
  denied: (by, at) => `✋ ${by} hat es ${at} abgelehnt`,
  ranMeanwhile: "Inzwischen ist es gelaufen; das bleibt in seinem Verlauf.",
  resumed: (rest: Piece) => styled`▶️ Läuft wieder: ${rest}`,
  skipped: (title: Piece, next: string | null) =>
    styled`⏭ ${bold(title)} · das nächste Mal fällt aus${next === null ? "" : `; danach ${next}`}`,
  doneEarly: (title: Piece, next: string | null) =>
    styled`✅ ${bold(title)} · vor der Zeit erledigt${next === null ? "" : `; wieder ${next}`}`,
  started: (title: Piece) => styled`▶️ ${bold(title)} jetzt gestartet`,
  next: (times: string) => `nächste ${times}`,
  nextLine: (times: string) => `Nächste ${times}`,
  further: (times: string) => `Danach ${times}`,
  owner: (name: string) => `von ${name}`,
  nag: (every: string, max: number) => `fragt alle ${every}, höchstens ${max}-mal`,
  critical: "❗ dringend",
  silent: "🔕 ohne Ton",
  and: (items: string[]) => list.format(items),
  lead: (time: string, duration: string) => `${time} (${duration} vorher)`,
  leads: (once: string, leads: string) => `${once}, und ${leads}`,
  alsoBefore: (durations: string) => `auch ${durations} vorher`,
  number: (id: number) => `#${id}`,
  last: "Zuletzt:",
  neverRan: "Das ist noch nie gelaufen.",
  clockChange: (when: string) => `🕑 Zeitumstellung: An dem Tag kommt es ${when}.`,
  monthEnd: (dates: string) => `📆 Diesen Tag gibt es nicht in jedem Monat. Es kommt ${dates}.`,
  quiet: (when: string) => `🌙 Das liegt in deiner Ruhezeit und kommt erst: ${when}.`,
  parent: (title, down) =>
    down ? `⛓ Nicht erreichbar: ${title} ist gestört, darum kein Alarm.` : `⛓ Hängt von ${title} ab.`,
  freed: (titles) => `⛓ Nicht mehr still durch ihn: ${titles}.`,
  cronDays: "Cron nimmt beides: diesen Tag im Monat oder diesen Wochentag.",
  followed: (titles: string) => `⚡ Danach: ${titles}`,
  forsaken: (titles: string) => `⚡ ${titles}: hat darauf gewartet und kommt nicht mehr.`,
  callHere: (command: Piece) => styled`📮 Aufrufen mit: ${command}`,
  destination: (place: Piece) => styled`📤 Geht an ${bold(place)}`,
  causeGone: (title: string) => `⚡ ${title} ist gelöscht: Das hier kommt nicht mehr.`,
  misfire: {
    once: "War ich weg: nur das Neueste, und wie viele fehlten.",
    skip: "War ich weg: Verpasstes fällt aus.",
    all: "War ich weg: Alles Verpasste wird nachgeholt.",
  },
  overlap: {
    skip: "Wartet noch eins: Das nächste fällt aus.",
    queue: "Wartet noch eins: Das nächste kommt danach.",
    allow: "Wartet noch eins: Das nächste ersetzt es.",
    cancel: "Wartet noch eins: Das nächste ersetzt es.",
  },
};
