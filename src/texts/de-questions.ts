/** What is asked, in German. */
import type { enQuestions } from "./en-questions.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

/** "**Ana treffen**: wann?", or "Wann?" where there is no title. */
function about(title: Piece, question: string): Piece {
  return title === "" ? `${question.charAt(0).toUpperCase()}${question.slice(1)}` : styled`${bold(title)}, ${question}`;
}

export const deQuestions: typeof enQuestions = {
  clock: (title: Piece, day: string, times: string) => styled`${bold(title)}, ${day}: ${times}?`,
  date: (title: Piece, dates: string) => styled`${bold(title)}: ${dates}?`,
  repeat: (title: Piece) => styled`${bold(title)}: wie oft?`,
  unknownCommand: (name: Piece, near: Piece | null, known: string) => {
    const meant = near === null ? "" : styled` Meinst du ${bold(near)}?`;
    const there = known === "" ? "Noch hat kein Befehl einen Namen." : `Es gibt: ${known}.`;
    return styled`Einen Befehl ${bold(name)} kenne ich nicht.${meant} ${there} Ein Besitzer gibt einem seinen Namen in belfry.toml oder schlägt ihn hier in Backticks vor: ${italic("alle 15 Min führe `df /` aus, warne wenn über 85")}`;
  },
  run: (name: string) => `${name} starten`,
  checkLeft: (title: Piece, often: string, words: Piece) =>
    styled`${bold(title)} ${often}: Das kann ich prüfen, aber nicht ${italic(words)}.`,
  noTime: (words: Piece) => styled`In ${italic(words)} finde ich keine Zeit. Sag wann, oder:`,
  tooOften: (title: Piece, period: Piece) =>
    styled`${bold(title)}: alle ${period} ist zu oft, öfter als alle 10 s geht nicht. Welches?`,
  noTask: (time: Piece) => styled`Woran soll ich dich erinnern, ${italic(time)}?`,
  past: (time: string) => `${time} ist schon vorbei.`,
  impossibleDate: (words: Piece) => styled`Den Tag ${words} gibt es nicht. Welchen meinst du?`,
  unknownZone: (words: Piece) => styled`Die Zeitzone ${italic(words)} kenne ich nicht. Nenn eine Stadt, oder:`,
  cronDays: (cron: Piece) =>
    styled`Cron liest ${italic(cron)} so: an diesem Tag im Monat, und an diesem Wochentag. Oder nur, wenn beides stimmt?`,
  cronDay: (day: number, weekday: string) =>
    styled`Cron liest das als ${italic(`jeden ${day}. und jeden ${weekday}`)}. Nur ein ${weekday}, der auch der ${day}. ist?`,
  cronOnly: (day: number, weekday: string) => `Nur ${weekday}, der ${day}.`,
  which: (words: Piece) => styled`Was meinst du mit ${italic(words)}?`,
  whichAny: "Was meinst du?",
  when: (title: Piece) => styled`${about(title, "wann?")} Schreib eine Zeit, zum Beispiel ${italic("morgen um 9")}.`,
  forwarded: "Wann soll ich dich daran erinnern?",
  rename: (title: Piece) => styled`Wie soll ${bold(title)} heißen?`,
  edit: (title: Piece) => styled`${bold(title)}: Schreib es neu, mit Zeit und allem, oder nur die neue Zeit.`,
  report: (title: Piece, when: string | null, place: Piece) =>
    styled`📊 ${bold(title)}${when === null ? "" : ` · ${when}`}${place === "" ? "" : styled` → ${bold(place)}`}\nSo sähe er jetzt aus. Soll ich ihn so schicken?`,
  where: (words: Piece): Piece =>
    words === ""
      ? "Wohin? Drück auf eines oder schreib den Namen."
      : styled`Was ist mit ${italic(words)} gemeint? Drück auf eines oder schreib den Namen.`,
  editReport: styled`Sag den ganzen Bericht noch einmal, auf Englisch wie vorher.`,
  /** Of rules, by their code. */
  rules: {
    misfire: (title: Piece, n: number) =>
      styled`${title === "" ? `Diese ${n}` : bold(title)}: Was soll aus Zeiten werden, die ich verpasse, weil ich weg bin?`,
    policy: (title: Piece) => styled`${bold(title)}: welche Regel?`,
    rest: (title: Piece, n: number) =>
      styled`${title === "" ? `Diese ${n}` : bold(title)}: Nach wie vielen Fehlern hintereinander pausieren? Jede andere Zahl lässt sich sagen: ${italic("pausiere shop nach 20 Fehlern")}`,
    notify: (title: Piece) =>
      styled`${bold(title)}: Was soll ich davon melden? Ein Alarm, der schon offen ist, wird in jedem Fall gemeldet, bis jemand antwortet.`,
  },
  pauseUntil: (title: Piece) => styled`${bold(title)}: bis wann pausieren?`,
  quiet: (hours: string) =>
    styled`🌙 ${hours === "" ? "Keine Ruhezeit" : hours}. Von wann bis wann? Schreib es, zum Beispiel ${italic("22 bis 7")}, oder:`,
  tomorrow: (time: string) => `Morgen ${time}`,
  closed: {
    expired: "Diese Frage ist vorbei. Sag es noch einmal.",
    cancelled: "Abgebrochen.",
    answered: "Beantwortet.",
    setAside: "Offen geblieben: Du hast etwas anderes gesagt.",
  },
  choices: {
    in10min: "10 Min",
    in1h: "In 1 Std",
    in3h: "In 3 Std",
    tonight: "Heute 18:00",
    tomorrow9: "Morgen 09:00",
    monday9: "Montag 09:00",
    noTime: "Ohne Zeit merken",
    checkAnyway: "Ohne das prüfen",
    remindMe: "Nur erinnern",
    both: "Beides",
    cronEither: "An beiden",
    cronBoth: "Nur, wenn beides stimmt",
    daily: "Jeden Tag",
    weekdays: "Mo–Fr",
    weekly: "Jede Woche",
    monthly: "Jeden Monat",
    untilResumed: "Bis ich es sage",
    skip: "Auslassen",
    looksRight: "Passt so",
    editReport: "Ändern",
    otherTopic: "Anderes Thema",
    quietOff: "Keine Ruhezeit",
    more: "Mehr ▶",
    earlier: "◀ Zurück",
    other: "Andere",
    "policy.missed": "Verpasste Zeiten",
    "policy.rest": "Pause nach Fehlern",
    "policy.notify": "Was gemeldet wird",
    "policy.undigested": "Aus Übersichten lassen",
    "policy.digest": "Wieder in Übersichten",
    "rest.never": "Nie",
    "rest.3": "3",
    "rest.5": "5",
    "rest.10": "10",
    "notify.always": "Jedes Mal",
    "notify.failure": "Nur Fehler",
    "notify.change": "Änderungen und Fehler",
    "notify.never": "Nichts",
    "misfire.once": "Die neueste nachholen",
    "misfire.skip": "Auslassen",
    "misfire.all": "Alle nachholen",
  },
};
