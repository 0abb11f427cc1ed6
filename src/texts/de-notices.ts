/** One clear sentence for each thing that can go wrong, saying what to do; and the small good news. In German. */
import type { enNotices } from "./en-notices.ts";
import { named } from "./person.ts";
import { bold, italic, type Piece, styled } from "./styled.ts";

type Args = Record<string, string | number>;

/** What a person said, as it stands in a sentence; the other words where nothing was said. */
function said(args: Args, name: string, otherwise: string): Piece {
  const value = args[name];
  return value === undefined || value === "" ? otherwise : italic(named(String(value)));
}

/** What somebody has named that is not there. */
const places: Record<string, string> = { group: "keine Gruppe", topic: "kein Thema" };

/** What is wrong with a value, by the name of its field. */
const refusals: Record<string, string> = {
  person: "Wen? Antworte auf eine Nachricht der Person, oder nenn ihre Nummer: /allow 123, /deny 123.",
  "nag.everyMs": "Öfter als jede Minute frage ich nicht. Nenn eine längere Zeit.",
  "nag.max": "Mehr als 100-mal frage ich nicht.",
  maintenance: "Eine Wartung dauert höchstens 90 Tage.",
  leads: "Mehr als fünfmal vorher klingle ich nicht.",
  ms: "Vorher klingle ich eine Minute bis ein Jahr.",
  quiet: "Eine Ruhezeit braucht Anfang und Ende. Sag zum Beispiel: /quiet 22 bis 7",
  day: "Den Tag kenne ich nicht. Sag zum Beispiel: /agenda morgen",
  text: "Das ist mir zu lang.",
  title: "Das ist mir zu lang, oder leer.",
  words: "Das ist mir zu lang, oder leer.",
  label: "Eine Markierung ist ein Wort, zum Beispiel: /label shop ops",
  zone: "Das ist zu lang für eine Stadt.",
};

/** Warum etwas nicht dorthin ging, wohin es sollte. */
const diverted: Record<string, string> = {
  chatClosed: "ich darf dort nicht schreiben",
  topicGone: "das Thema gibt es nicht mehr, oder es ist geschlossen",
  notThere: "wer ihn angelegt hat, darf dort nichts mehr sagen lassen",
};

export const deNotices: typeof enNotices = {
  notices: {
    notAllowed: (a) =>
      a.reason === "group"
        ? "Diese Gruppe darf mich noch nicht benutzen. Wem dieser Bot gehört, lässt sie hier mit /allow zu."
        : a.reason === "question"
          ? "Das war jemand anders gefragt."
          : "Das darfst du hier nicht. Frag, wem dieser Bot gehört.",
    isDeleted: (a) => styled`${said(a, "title", "Das")} ist gelöscht.`,
    notFound: (a) => styled`${said(a, "target", "So etwas")} gibt es nicht. /list zeigt, was es gibt.`,
    nothingMatches: (a) =>
      a.target === ""
        ? styled`Dafür gibt es hier nichts. /list zeigt, was es gibt.`
        : styled`Hier heißt nichts ${said(a, "target", "so")}. /list zeigt, was es gibt.`,
    // What is wrong with a flag is told in English only.
    invalidInput: (a) =>
      a.problem === undefined
        ? (refusals[String(a.field)] ?? "Damit kann ich nichts anfangen. Sag es anders.")
        : styled`Mit ${said(a, "field", "dieser Angabe")} kann ich nichts anfangen. Sag es anders.`,
    unknownCommand: (a) => styled`${said(a, "command", "Diesen Befehl")} kenne ich nicht. /help zeigt, was ich kann.`,
    unknownZone: (a) =>
      styled`Die Zeitzone ${said(a, "zone", "dort")} kenne ich nicht. Nenn eine Stadt, zum Beispiel: /tz Tokyo`,
    badSchedule: (a) =>
      styled`Diese Zeitangabe verstehe ich nicht${a.problem === undefined ? "" : `: ${a.problem}`}. Sag es anders.`,
    past: (a) => styled`${said(a, "phrase", "Diese Zeit")} ist schon vorbei. Nenn eine, die noch kommt.`,
    neverFires: () => "Das käme nie. Nenn eine andere Zeit.",
    tooOften: () => "Das ist zu oft. Öfter als alle 10 Sekunden geht es nicht.",
    tooMany: (a) => `Du hast schon ${a.limit ?? "so viele Einträge, wie du darfst"}. Lösch erst welche mit /list.`,
    loop: (a) =>
      styled`${said(a, "title", "Das")} würde sich selbst immer wieder starten. Lass es auf etwas anderes warten.`,
    hasTimes: (a) =>
      styled`${said(a, "title", "Das")} hat eigene Zeiten und kann nicht auch noch auf etwas warten. Lösch es, oder sag, was stattdessen geschehen soll.`,
    noResults: (a) =>
      styled`${said(a, "title", "Das")} ist eine Erinnerung und tut nichts, als sich zu melden. Pausiere sie, oder stell sie mit 🔕 auf ihrer Karte leise.`,
    several: (a) =>
      styled`${said(a, "target", "Das")} könnte hier mehreres sein. Nenn die Nummer, zum Beispiel #17; /list zeigt sie.`,
    stale: () => "Die Karte war veraltet. So steht es jetzt.",
    changedMeanwhile: () => "Jemand hat es im selben Moment geändert. Versuch es noch einmal.",
    whichOne: () => styled`Welches? Nenne es (${italic("lösche Zahnarzt")}) oder antworte auf seine Nachricht.`,
    nothingToUndo: () => "Es gibt nichts rückgängig zu machen.",
    onlyShown: (a) =>
      styled`Ich habe dir ${said(a, "title", "es")} nur gezeigt und nichts geändert. Um es zu löschen, sag: ${italic("lösche es")}`,
    undoRefused: () => "Es hat sich seitdem geändert, das lässt sich nicht mehr rückgängig machen.",
    alreadyAnswered: (a) =>
      styled`${a.by === undefined ? "Das" : `${named(String(a.by))} war schneller: Das`} ist schon beantwortet.`,
    questionOver: () => "Diese Frage ist vorbei. Sag es noch einmal.",
    nothingRings: () => "Gerade klingelt nichts.",
    notAnAnswer: (a) =>
      styled`${said(a, "text", "Das")} ist keine Antwort auf meine Frage${a.title === "" ? "" : styled` zu ${said(a, "title", "")}`}. Drück einen Knopf, sag es anders, oder /cancel.`,
    howToAdd: () =>
      styled`Sag was und wann: ${italic("/add Mama anrufen morgen um 9")}, oder ${italic('/add "Miete zahlen" --due "1w Sunday" --recurring')}`,
    oneAtATime: () => "Das sind mehrere, und mehr als eines ist unklar. Schick sie einzeln.",
    notUnderstood: (a) => styled`Ich verstehe ${said(a, "text", "das")} nicht. /help zeigt, was ich kann.`,
    notReportable: (a) =>
      styled`${said(a, "what", "Das")} kann nicht in einen Bericht: nur Läufe, Fehler, Verfügbarkeit, Latenz, benannte Kommandos, Adressen und Dateien; er kommt als Nachricht, CSV, HTML oder Markdown.`,
    noPlace: (a) =>
      styled`Ich kenne ${places[String(a.sort)] ?? "keine Gruppe und kein Thema"} ${said(a, "target", "dieser Art")}, wo du mich etwas sagen lassen darfst. Nimm mich in die Gruppe auf, sei selbst darin, und lass dort einen Besitzer /allow sagen. Ein Thema kenne ich, sobald es angelegt, umbenannt oder mir darin geschrieben wird.`,
    notDueThen: (a) => styled`${said(a, "title", "Das")} kommt dann nicht. /next sagt, wann es kommt.`,
    onlyNext: (a) =>
      styled`Von ${said(a, "title", "dem")} kann ich nur das nächste Mal auslassen: sag ${italic("überspringe")} und den Namen, oder halt es bis dahin an.`,
    staysHome: (a) =>
      styled`${said(a, "title", "Das")} gehört in den Chat, in dem es angelegt wurde. Nur Berichte gehen anderswohin.`,
    notTheirs: (a) =>
      styled`Wer ${said(a, "title", "das")} angelegt hat, darf dort nichts sagen lassen. Darum bleibt es, wie es ist.`,
    badTemplate: (a) =>
      styled`Die Vorlage ${said(a, "name", "?")} aus belfry.toml lässt sich hier nicht verwenden: ${String(a.problem ?? "?")}`,
    tooOld: () => "Das ist zu lange her, um es rückgängig zu machen.",
    diskFull: () =>
      "Mein Speicher ist fast voll, darum nehme ich nichts Neues an. Schaff Platz, dann sag es noch einmal.",
    internal: (a) =>
      `Bei mir ist etwas schiefgegangen${a.id === undefined ? "" : ` (${a.id})`}. Versuch es noch einmal; mehr steht im Protokoll.`,
    hello: () =>
      styled`Hallo! Sag was und wann, zum Beispiel: ${italic("Tee in 4 min")}. /help zeigt, was ich noch kann.`,
    thanks: () => "Gern geschehen.",
    self: () =>
      "Ich bin Belfry: Ich erinnere, prüfe, berichte und starte Dinge, pünktlich. /help zeigt, wie man mit mir spricht.",
    cancelled: () => "Abgebrochen.",
    nothingToCancel: () => "Es gab nichts abzubrechen.",
    claimed: () => "Ich gehöre jetzt dir. Sag zum Beispiel: Tee in 4 Min",
    allowed: (a) => styled`${said(a, "name", "Diese Person")} darf mich jetzt benutzen.`,
    denied: (a) => styled`${said(a, "name", "Diese Person")} darf mich nicht mehr benutzen.`,
    allMoved: (a) => `Umgestellt auf ${a.zone ?? "die neue Zeitzone"}: ${a.count ?? "alle"}.`,
    cameLate: (a) =>
      styled`Das kam vor mehr als einer Stunde, darum habe ich es nicht getan: ${said(a, "text", "ein Befehl")}. Schick es noch einmal, wenn du es noch willst.`,
    chatClosed: (a) =>
      styled`Ich kann nicht mehr schreiben an: ${said(a, "title", `Chat ${a.chat}`)}. Was dorthin soll, wartet, bis ich wieder darf.`,
    undelivered: (a) =>
      styled`Niemand weiß, ob eine Nachricht angekommen ist an: ${said(a, "title", `Chat ${a.chat}`)}. Ich versuche es nicht weiter.`,
    rejected: (a) =>
      styled`Eine Nachricht an ${said(a, "title", `Chat ${a.chat}`)} ließ sich nicht senden und ist verloren: ${named(String(a.detail ?? ""))}`,
    backupFailed: (a) => `⚠️ Die nächtliche Sicherung ist fehlgeschlagen: ${a.problem ?? "?"}. Mehr steht im Protokoll.`,
    clockHeld: () =>
      "Die Uhr meines Rechners kann nicht stimmen, darum läuft gerade nichts. Stell sie, dann geht es von selbst weiter.",
    zonesChanged: (a) =>
      `Die Regeln einer Zeitzone haben sich geändert. Zur selben Uhrzeit wie bisher, aber in einem anderen Moment kommt jetzt: ${a.count ?? "einiges"}.`,
    noCheck: (a) => styled`${said(a, "title", "Das")} ist kein Check: es würde nichts alarmieren.`,
    dependsOnItself: (a) =>
      styled`${said(a, "parent", "Das")} hängt selbst von ${said(a, "title", "ihm")} ab: keins von beiden würde je gemeldet.`,
    noMaintenance: () => "Es gibt keine Wartung zu beenden. /maintenance zeigt, was es gibt.",
    howToMaintain: () =>
      styled`Sag was und von wann bis wann: ${italic("/maintenance shop heute 23 bis 1")}, oder ${italic("/maintenance jetzt für 2 Stunden")}`,
    howToEscalate: () =>
      styled`Sag, wie schlimm es ist und was nicht stimmt: ${italic("/escalate high Die Tür steht offen, Quelle: Keller")}`,
    noEscalation: (a) =>
      a.target === undefined
        ? "🟢 Hier ist nichts offen."
        : styled`🟢 Nichts ist offen für ${said(a, "target", "das")}.`,
    sentTo: (a) => styled`📤 Unterwegs an ${bold(named(String(a.place ?? "")))}.`,
    diverted: (a) =>
      styled`📭 ${said(a, "title", "Das hier")} konnte nicht an ${bold(named(String(a.place ?? "")))} gehen: ${diverted[String(a.reason)] ?? "es wurde abgelehnt"}. Es kam stattdessen hierher. Um das Ziel zu ändern, sag zum Beispiel: schick ihn stattdessen hierher`,
    badFile: (a) =>
      `belfry.toml stimmt nicht, darum gilt weiter, was ich davor gelesen habe: ${a.problem ?? "siehe Protokoll"}`,
    goodFile: () => "belfry.toml stimmt wieder: Was darin steht, gilt jetzt.",
    groupClosed: () =>
      "In dieser Gruppe dürfen mich nur Besitzer benutzen. Mit /allow, hier gesagt, darf es jeder, den ich kenne.",
    chatGranted: () => "Diese Gruppe darf mich jetzt benutzen. Nenn mich beim Namen oder antworte mir.",
  },
  toasts: {
    started: "Läuft.",
    stranger: "Du hast keinen Zugang zu diesem Bot.",
    unknownButton: "Diesen Knopf kenne ich nicht mehr.",
  },
};
