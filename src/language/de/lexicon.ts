/** German spelling: umlauts written out, short forms, compounds such as "montagabend". */
import type { Lexicon } from "../text/token.ts";

const VARIANTS: Record<string, string> = {
  heute: "heut",
  morgen: "mrgn morgn moorgen morge",
  wochen: "wochn",
  übermorgen: "übermorgn ubermorgen",
  nächste: "nächsten nächster nächstes nächstn nächsen nachsten nexte nexten nächstem",
  übernächste: "übernächsten übernächster übernächstes",
  kommende: "kommenden kommender kommendes kommendem",
  diese: "diesen dieser dieses diesem",
  jede: "jeden jeder jedes jedem jedn",
  letzte: "letzten letzter letztes letztem",
  vergangene: "vergangenen vergangener vergangenes vergangenem",
  vorige: "vorigen voriger voriges vorigem",
  // In Austria and Switzerland January is "Jänner", in Austria February "Feber".
  januar: "jan jänner",
  februar: "feb feber",
  märz: "mrz mär",
  april: "apr",
  juni: "jun",
  juli: "jul",
  august: "aug",
  september: "sep sept",
  oktober: "okt",
  november: "nov",
  dezember: "dez",
  montag: "mo",
  dienstag: "di dienstach",
  mittwoch: "mi mittwoche mittw mittwch",
  donnerstag: "do donnerstach",
  freitag: "fr freitach",
  samstag: "sa sonnabend",
  samstags: "sonnabends",
  wochenende: "wochende wochenend",
  stunde: "std stdn stund",
  minute: "min",
  sekunde: "sek",
  stunden: "stunds",
  minuten: "mins minutn min.",
  außer: "ausser",
  zwei: "zwo",
  einen: "einem nen nem",
  eine: "ne",
  einer: "ner",
  ein: "1x",
  erinner: "erinnner erinna erriner",
  erinnere: "errinnere erinnnere erinere errinere errinner",
  bescheid: "bescheit",
};

/** "dreimal" counts like "3 mal". */
const COUNTS = "ein zwei drei vier fünf sechs sieben acht neun zehn".split(" ");

const PARTS = "morgen vormittag mittag nachmittag abend nacht";
const DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag";

/** Other words of the tables with an umlaut: all are also written without. */
const UMLAUTS =
  "früh frühs frühen täglich tagtäglich wöchentlich jährlich halbjährlich vierteljährlich stündlich halbstündlich viertelstündlich minütlich vierzehntägig zweiwöchig unterwöchig für fünf zwölf fünfzehn fünfzig fünfte fünften fünfter zwölfte zwölften frühstück spätestens spätabends späten ungefähr für über übers frühmorgens büroschluss bürozeiten höchstens bestätige bestätigt zusätzlich pünktlich prüfe prüf überwache lösche rückgängig läuft führe überspring überspringe ändere verfügbar nächstes könntest könnten würdest würden möchte möcht früher fällig dreikönig gründonnerstag hör höre schläft";

const FUZZY =
  "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar september oktober november dezember übermorgen vormittag vormittags nachmittag nachmittags wochenende minuten stunden wochen montags dienstags mittwochs donnerstags freitags samstags sonntags monat monate stunde minute";

const SUFFIXES =
  "h min minuten minute std stunden stunde s sek sekunden sekunde d tag tage w wochen woche m monate monat uhr x mal q";

const plain = (word: string): string =>
  word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");

function aliases(): Map<string, string> {
  const map = new Map<string, string>();
  const add = (written: string, word: string): void => {
    for (const form of [written, plain(written)]) if (form !== word) map.set(form, word);
  };
  for (const word of UMLAUTS.split(" ")) add(word, word);
  for (const [word, written] of Object.entries(VARIANTS))
    for (const form of [word, ...written.split(" ")]) add(form, word);
  for (const count of COUNTS) add(`${count}mal`, `${count} mal`);
  for (const part of PARTS.split(" ")) add(`sonnabend${part}`, `samstag ${part}`);
  for (const day of DAYS.split(" "))
    for (const part of PARTS.split(" ")) {
      map.set(`${day}${part}`, `${day} ${part}`);
      map.set(`${day}${part}s`, `${day}s ${part}s`);
    }
  return map;
}

export const DE_LEXICON: Lexicon = {
  aliases: aliases(),
  fuzzy: FUZZY.split(" "),
  fuzzier: "donnerstag februar september november dezember übermorgen nachmittag".split(" "),
  notTypos: new Set(),
  prefixes: new Set(["um", "ab", "bis", "in"]),
  suffixes: new Set(SUFFIXES.split(" ")),
  ordinalSuffixes: new Set(["te", "ten", "ter"]),
  ordinalPoint: true,
};
