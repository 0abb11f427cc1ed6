/** Settings, status, people and help, in German. */
import type { Role } from "../core/chat.ts";
import type { enHelp } from "./en-help.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

const holds: Record<string, string> = {
  leap: "meine Uhr ist um mehr als einen Tag gesprungen",
  server: "meine Uhr geht anders als die von Telegram",
  away: "ich war länger als einen Tag weg, oder meine Uhr stimmt nicht",
};

export const deHelp: typeof enHelp = {
  quiet: {
    set: (start: string, end: string) =>
      `🌙 ${start}–${end}. Normales wartet bis ${end} und kommt dann gesammelt; Dringendes kommt trotzdem.\nSag dafür „dringend“, oder drück [Ändern] auf einer Karte.`,
    off: styled`🌙 Keine Ruhezeit. Sag zum Beispiel: ${italic("Ruhe von 22 bis 7")}`,
  },
  zone: {
    set: (zone: string) => `${zone}.`,
    others: (zone: string, other: string) => `${zone}. Was es schon gibt, bleibt bei der Zeit von ${other}.`,
    moved: (zone: string, n: number) => `${zone}. ${n === 1 ? "1 Eintrag" : `${n} Einträge`} umgestellt.`,
    kept: (zone: string) => `${zone}. Was es schon gibt, bleibt, wie es ist.`,
    menu: (zone: string, time: string) => `In ${zone} ist es ${time}. Wo bist du? Schreib eine Stadt, oder:`,
    location: "Drück den Knopf unter dem Textfeld, um deinen Standort zu teilen.",
  },
  settings: {
    head: (group: boolean) => bold(group ? "Einstellungen dieser Gruppe" : "Einstellungen"),
    zone: (zone: string, time: string) => `Zeitzone: ${zone} (jetzt ${time})`,
    language: (name: string) => `Sprache: ${name}`,
    whichLanguage: "Welche Sprache?",
    quiet: (hours: string | null) => `Ruhezeit: ${hours ?? "keine"}`,
    dayParts: (list: string) => `Ohne Uhrzeit: ${list}`,
    parts: { morning: "früh", noon: "mittags", afternoon: "nachmittags", evening: "abends", night: "nachts" },
  },
  status: {
    flapping: (n: number) => `🟠 ${n} ${n === 1 ? "flattert" : "flattern"}`,
    acked: (name: string, by: Piece) => styled`${name}, bei ${by}`,
    next: (when: string) => `⏰ als Nächstes ${when}`,
    ringing: (title: Piece) => styled`⏰ ${title} wartet auf Antwort`,
    failing: (title: Piece, reason: string | null) => styled`🔴 ${title}${reason === null ? "" : `: ${reason}`}`,
    late: (title: Piece, since: string, red: string) => styled`🟡 ${title}: verspätet seit ${since} · rot ${red}`,
    unreachable: (title: Piece, parent: Piece) => styled`⛓ ${title}: nicht erreichbar, weil ${parent} rot ist`,
    held: (code: string) => `⚠️ Gerade läuft nichts: ${holds[code] ?? code}. Ich warte, bis Telegram die Uhr bestätigt.`,
    waiting: (n: number) => `✉️ ${n === 1 ? "1 Nachricht wartet" : `${n} Nachrichten warten`} aufs Senden`,
    day: (runs: number, failed: number) =>
      `Letzte 24 Std: ${runs === 1 ? "1 Lauf" : `${runs} Läufe`}, ${failed} fehlgeschlagen`,
  },
  people: {
    head: bold("Leute"),
    unnamed: "noch unbekannt",
    line: (name: Piece, id: number, role: string) => styled`${name} · ${role} · ${id}`,
    roles: { owner: "Besitzer", member: "Mitglied", stranger: "kein Zugang" },
  },
  undone: (what: string, title: Piece | null) =>
    title === null ? styled`↩️ Zurückgenommen: ${what}` : styled`↩️ ${bold(title)} · zurückgenommen: ${what}`,
  changes: {
    approved: "die Freigabe",
    created: "angelegt",
    edited: "geändert",
    moved: "verschoben",
    rezoned: "der Umzug in eine andere Zeitzone",
    renamed: "umbenannt",
    lead: "früher erinnern",
    paused: "pausiert",
    resumed: "fortgesetzt",
    skipped: "ausgelassen",
    deleted: "gelöscht",
    done: "erledigt",
    snoozed: "später",
    quiet: "Ruhezeit",
    zone: "Zeitzone",
    maintenance: "Wartung",
    dependency: "Abhängigkeit",
    language: "Sprache",
    acked: "wer es hat",
    silenced: "die Stille",
    resolved: "dass es vorbei ist",
    raised: "gemeldet",
  },
  help: (role: Role) =>
    styled`${bold("Sag was und wann, den Rest mache ich.")}
${italic("Tee in 4 Min")}
${italic("morgen um 9 Zahnarzt anrufen")}
${italic("Standup jeden Werktag um 9:25")}
${italic("Tabletten jeden Tag um 8 und 20 Uhr, frag alle 10 Min bis erledigt")}
${italic("wenn Deploy fehlschlägt, erinnere mich an das Log")}

${bold("Wenn es klingelt")}: Drück Erledigt oder eine Zeit, oder antworte mit irgendeiner Zeit.
${bold("Ändern")}: ${italic("verschiebe Zahnarzt auf 10:30")} · ${italic("pausiere Standup bis Montag")} · ${italic("lösche Miete")} · oder bearbeite deine eigene Nachricht.
${bold("Trotz Ruhezeit klingeln")}: ${italic("Tabletten morgen um 22 Uhr, dringend")}, oder [Ändern] auf einer Karte. ${bold("Ohne Ton")}: ${italic("Blumen gießen um 6 Uhr, lautlos")}
${bold("Überwachen")}: ${italic("prüfe example.com alle 5 Min")} · ${italic("Tests `npm test` jede Nacht um 2")} · ${italic("erwarte einen Ping von nightly-backup bis 3:30")}
${bold("Berichten lassen")}: ${italic("jeden Montag um 8 einen Bericht über fehlgeschlagene Läufe")} · ${italic("berichte in 1 Woche, wie Shop gelaufen ist")}
${bold("Wenn etwas nicht stimmt")}: ${italic("quittiere E41")} · ${italic("schalte shop für 2 Stunden stumm")} · ${italic("eskaliere hoch Die Tür steht offen")} · ${italic("veraltete Eskalationen")}
${bold("Was gemeldet wird")}: ${italic("melde backup nur bei Fehlern")} · ${italic("melde shop immer")} · ${italic("lass shop aus der Übersicht")}
${bold("Damit es still bleibt")}: ${italic("Wartung für shop heute 23 bis 1")} · ${italic("shop hängt von router ab")}
${bold("Nachsehen")}: /list /list #Wort /agenda /digest /feed /next /history /why /status
${bold("Sonst")}: /tz deine Stadt · /quiet 22 bis 7 · /settings · /undo${role === "owner" ? " · /members /allow /deny · /escalations test" : ""}`,
  commands: {
    escalations: "Was offen ist und auf jemanden wartet; /escalations test probt die Alarmwege",
    ack: "Eine Störung übernehmen: /ack E41",
    silence: "Eine still stellen: /silence E41 2h, oder bis sie behoben ist",
    maintenance: "Eine Zeit lang kein Alarm: /maintenance shop heute 23 bis 1",
    resolve: "Eine für behoben erklären: /resolve E41",
    escalate: "Eine melden: /escalate high Die Tür steht offen",
    add: "Erinnerung anlegen: /add Tee in 4 Min",
    list: "Alles, was geplant ist",
    agenda: "Was heute, morgen, … ansteht",
    digest: "Was heute lief: /digest, /digest gestern",
    feed: "Was zuletzt lief, von allem",
    next: "Die nächsten Termine von etwas",
    show: "Eine Karte",
    pause: "Anhalten, bis du es sagst",
    resume: "Weiterlaufen lassen",
    edit: "Zeit oder Text ändern",
    delete: "Löschen",
    label: "Etwas markieren: /label shop ops; dann /list ops",
    unlabel: "Markierung wegnehmen: /unlabel shop ops",
    run: "Jetzt starten",
    skip: "Das nächste Mal auslassen",
    done: "Beantworten, was klingelt",
    snooze: "Später noch einmal fragen",
    preview: "Was ein Satz ergäbe, ohne es anzulegen",
    runs: "Die letzten zehn Läufe von etwas",
    why: "Warum etwas lief oder nicht lief",
    history: "Was daraus geworden ist, auch von allen: /history #ops",
    undo: "Die letzte Änderung zurücknehmen",
    tz: "Deine Zeitzone: /tz Tokyo",
    quiet: "Ruhezeit: /quiet 22 bis 7",
    language: "Deine Sprache: /language en",
    settings: "Deine Einstellungen",
    status: "Wie alles steht",
    help: "Wie du mit mir redest",
    cancel: "Die Frage vergessen",
    allow: "Zugang geben: antworten, oder /allow 123",
    deny: "Zugang nehmen: antworten, oder /deny 123",
    members: "Wer mich benutzen darf",
  },
};
