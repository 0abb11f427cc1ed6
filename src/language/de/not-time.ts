/** German phrases that look like time and are none. The longest wins over any time phrase that begins inside it. */
import { table } from "../grammar/table.ts";

const notTime = table("notTime");

/** "im 3. Stock", "die 2. Mahnung": things that are numbered. */
const NUMBERED =
  "stock|stockwerk|og|etage|platz|rang|klasse|schuljahr|lehrjahr|semester|runde|kapitel|seite|zeile|reihe|folge|staffel|episode|band|teil|akt|szene|geburtstag|hochzeitstag|todestag|jubiläum|bundesliga|liga|mahnung|rate|impfung|dosis|versuch|gang|lauf|halbzeit|hälfte|weltkrieg|fc|sc|fsv|person|kind|generation|auflage|ausgabe|version|entwurf|bezirk|stufe|schritt|termin|gespräch|lesung|gebot|wahl|hand|chance|stunde|hilfe|schicht|abschnitt|artikel|absatz|frage|aufgabe|treffen|sitzung|date|vorsitzende|bürgermeister";

/** "10 Liegestütze", "2 Eier": a number of these is no clock time. */
const COUNTED =
  "liegestütze|liegestützen|liegestuetze|kniebeugen|situps|klimmzüge|burpees|wiederholungen|sätze|runden|bahnen|schritte|seiten|vokabeln|wörter|kapitel|eier|brötchen|semmeln|äpfel|bananen|zitronen|tomaten|kartoffeln|zwiebeln|flaschen|dosen|gläser|becher|tassen|packungen|pakete|kisten|kästen|tüten|säcke|stück|scheiben|portionen|tabletten|pillen|tropfen|kapseln|löffel|esslöffel|teelöffel|liter|l|ml|gramm|g|kg|kilo|pfund|km|kilometer|kilometern|meter|cm|euro|cent|franken|prozent|grad|punkte|sterne|personen|leute|gäste|kinder|freunde|karten|tickets|briefe|mails|rechnungen|bewerbungen|bilder|fotos|blumen|rosen|kerzen|bücher|hefte|batterien|handtücher|hemden|aufgaben|fragen|nächte|plätze|stühle|zimmer|pizzen|bier";

/** Behind these a number is a clock time whatever follows: "um 8 Tabletten nehmen". */
const BEFORE_CLOCK = new Set("um gegen vor nach ab bis und oder , - :".split(" "));

/** What carries a number behind its name: "Zimmer 12", "Gleis 9". */
const WITH_NUMBER =
  "nummer|nr|zimmer|raum|saal|gleis|tor|gate|linie|bus|tram|seite|seiten|kapitel|folge|staffel|aufgabe|ticket|hausnummer|platz|reihe|größe|version|stufe|level|klasse|artikel|windows|regel|los|fach|kasse";

/** Titles, names and things of which a word of time is a part. */
const words = [
  "guten (morgen|abend|tag|mittag)",
  "gute nacht",
  "schönen (abend|tag|morgen|sonntag|samstag|feierabend)",
  "schöne woche",
  "(der|die|das) (monatliche|tägliche|wöchentliche|jährliche)",
  "tag der (offenen|toten)",
  "tag des <name>",
  "(herr|frau|familie|dr|onkel|tante) [.] (märz|mai|april|august|sonntag|freitag|januar|juli|abend|morgen|mittag|nacht|sommer|winter)",
  "24 (/|-) 7",
  "rund um die uhr",
  "von heute auf morgen",
  "früher oder später",
  "freitag der <ordinal>",
  "heute (show|journal)",
  "das wochenende (planen|nutzen|genießen)",
  "(ist|dauert) ein (monat|jahr|tag)",
  "ein mal (mehr|wieder|im leben)",
  "am ende",
  "(zweite|zweiten) (chance|wahl|hand|meinung)",
  "erste hilfe",
  "vor <stretch>",
  "seit <days>",
  "<stretch> (alt|altes|alte|alten|her)",
  "(letzte|vergangene|vorige) (woche|wochenende)",
  "(letzte|vergangene|vorige) <weekday>",
  `[(im|am|zum|zur|der|die|das|den|beim)] <ordinal> (${NUMBERED})`,
  `(${WITH_NUMBER}) [.] <integer>`,
  "seite <ordinal>",
];

/** No clock shows it, so neither the hour nor the day beside it is taken for all that was said. */
const noClock = [
  notTime("[<days>] um <integer> uhr", (m) => (m.integer > 24 ? true : null)),
  notTime("[<days>] um <integer> uhr <minute:integer>", (m) => (m.minute > 59 ? true : null)),
  notTime("um <integer> uhr <days>", (m) => (m.integer > 24 ? true : null)),
];

export const DE_NOT_TIME = [
  ...words.map((pattern) => notTime(pattern, () => true)),
  notTime(`<number> (${COUNTED})` as "<number>", (_, { before }) =>
    before && BEFORE_CLOCK.has(before.norm) ? null : true,
  ),
  ...noClock,
];
