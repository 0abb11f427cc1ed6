/** What is said of escalations, in German. */
import type { enEscalations } from "./en-escalations.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

export const deEscalations: typeof enEscalations = {
  down: {
    now: " gestört",
    still: " immer noch gestört",
    isStill: " ist immer noch gestört",
    again: " wieder gestört",
    yet: "die Störung bleibt",
  },
  open: {
    now: " · offen",
    still: " · immer noch offen",
    isStill: " · immer noch offen",
    again: " · wieder offen",
    yet: "es ist noch offen",
  },
  stopped: {
    now: " angehalten",
    still: " immer noch angehalten",
    isStill: " ist immer noch angehalten",
    again: " wieder angehalten",
    yet: "es ist noch angehalten",
  },
  swinging: {
    now: " schwankt",
    still: " schwankt immer noch",
    isStill: " schwankt immer noch",
    again: " schwankt wieder",
    yet: "es schwankt noch",
  },
  name: (id) => `#E${id}`,
  severity: { low: "niedrig", medium: "mittel", high: "hoch", critical: "kritisch" },
  raised: (title, since, red) => styled`🔴 ${bold(title)}${red.now} seit ${since}`,
  again: (title, since, red) => styled`🔴 ${bold(title)}${red.again}, ${since}`,
  reminder: (title, lasted, red) => styled`🔴 ${bold(title)}${red.still}, ${lasted}`,
  stale: (name, severity, title, lasted, red) =>
    styled`🔺 ${name} → ${bold(severity)} · ${bold(title)}${red.still} ${lasted}`,
  worse: (name, severity, title) => styled`🔺 ${name} → ${bold(severity)} · ${title}`,
  flapping: (title, changes) =>
    styled`🟠 ${bold(title)} schwankt (${changes} Wechsel). Alle 30 Min eine Zusammenfassung, bis es ruhig ist.`,
  steady: (title) => styled`🔴 ${bold(title)} schwankt nicht mehr und ist gestört`,
  askAgain: (title, lasted, red) => styled`✋ ${bold(title)}${red.isStill}, ${lasted}. Bist du noch dran?`,
  ackOver: (title, lasted, red) =>
    styled`🔴 ${bold(title)}${red.still}, ${lasted}; seit einem Tag hat niemand etwas gesagt`,
  silenceOver: (title, lasted, red) => styled`🔔 ${bold(title)}${red.still}, ${lasted}; die Stille ist vorbei`,
  recovered: (title, at, lasted) => styled`🟢 ${bold(title)} geht wieder seit ${at} · Dauer: ${lasted}`,
  resolvedBy: (title, by, at) => styled`🟢 ${bold(title)} · ${by} hat es ${at} für behoben erklärt`,
  gaveUp: (title, lasted, red) =>
    styled`🆘 Zu ${bold(title)} hat niemand geantwortet (${lasted}). Ich frage nicht weiter; ${red.yet}.`,
  failed: (n, of) => (of === null ? `${n}-mal fehlgeschlagen` : `${n}/${of} fehlgeschlagen`),
  lastGood: (at) => `zuletzt gut ${at}`,
  good: (n, of) => `${n}/${of} gut`,
  also: (names) => `jetzt auch ${names}`,
  calm: (title, lasted) => styled`🟢 ${bold(title)} ist nach ${lasted} wieder stabil`,
  source: (who: string) => `von ${who}`,
  failures: (n) => `${n} Fehler`,
  notice: (n) => `Meldung ${n}`,
  taken: (by, at, until) => styled`✋ ${by} kümmert sich seit ${at} · Ich frage ${until} wieder, falls es rot bleibt`,
  somebody: "Jemand",
  silenced: (until) => `🔇 still bis ${until}`,
  silencedUntilFixed: "🔇 still, bis es behoben ist",
  resolved: (at, by) =>
    by === null ? styled`🟢 vorbei seit ${at}` : styled`🟢 ${by} hat es ${at} für behoben erklärt`,
  goesOn: (at) => `➡️ geht seit ${at} in einer eigenen Nachricht weiter`,
  flaps: (changes) => `schwankt (${changes} Wechsel)`,
  digest: "Mehreres auf einmal:",
  more: (n) => `und ${n} weitere`,
  list: (n) => bold(n === 0 ? "🟢 Nichts ist offen." : `🔴 ${n} offen`),
  maintenance: {
    window: (title, hours) =>
      styled`🛠 ${bold(title)} · ${hours} · Checks laufen, kein Alarm, zählt nicht zur Verfügbarkeit`,
    over: (title, at) => styled`🛠 ${bold(title)} · Wartung ${at} beendet; es wird wieder alarmiert`,
    calledOff: (title) => styled`🛠 ${bold(title)} · Wartung abgesagt; es wird alarmiert wie immer`,
    none: styled`🛠 Keine Wartung. Sag zum Beispiel: ${italic("Wartung für shop heute 23 bis 1")}`,
    everything: "alles hier",
    end: "Jetzt beenden",
  },
  trial: {
    message: (severity: string, by: Piece) =>
      styled`🧪 ${bold("Probe")} der Alarme, Schwere ${severity}\n${by} hat darum gebeten. Es ist nichts passiert.`,
    head: (severity: string | null) => bold(`🧪 Probe der Alarmwege${severity === null ? "" : `, ${severity}`}`),
    mark: { underway: "⏳", delivered: "✅", unknown: "❔", refused: "🔴", closed: "🔴" },
    underway: () => "unterwegs",
    delivered: () => "zugestellt",
    unknown: (why: string) => `niemand weiß, ob es ankam: ${why}`,
    refused: (why: string) => `nicht zugestellt: ${why}`,
    closed: () => "zu: dorthin geht nichts",
    broken: (problem: string) => `⚠️ Das sind die Wege von vorher, denn belfry.toml stimmt nicht: ${problem}`,
  },
  buttons: {
    ack: "✋ Übernehmen",
    stillOn: "✋ Noch dran",
    hour: "🔇 1 Std",
    untilFixed: "🔇 bis behoben",
    now: "↻ Jetzt",
    log: "📄 Protokoll",
    resolve: "Behoben",
  },
};
