/** German spelling: umlauts written out, short forms, compounds such as "montagabend". */
import type { Lexicon } from "../text/token.ts";

const VARIANTS: Record<string, string> = {
  übermorgen: "uebermorgen",
  nächste: "naechste nächsten nächster nächstes naechsten naechster naechstes",
  kommende: "kommenden kommender kommendes",
  diese: "diesen dieser dieses diesem",
  jede: "jeden jeder jedes jedem",
  letzte: "letzten letzter letztes",
  früh: "frueh",
  täglich: "taeglich",
  wöchentlich: "woechentlich",
  jährlich: "jaehrlich",
  halbjährlich: "halbjaehrlich",
  stündlich: "stuendlich",
  märz: "maerz mrz",
  januar: "jan jänner",
  februar: "feb",
  april: "apr",
  juni: "jun",
  juli: "jul",
  august: "aug",
  september: "sep sept",
  oktober: "okt",
  november: "nov",
  dezember: "dez",
  montag: "mo",
  dienstag: "di",
  mittwoch: "mi",
  donnerstag: "do",
  freitag: "fr",
  samstag: "sa sonnabend",
  samstags: "sonnabends",
  stunde: "std stdn",
  minute: "min",
  sekunde: "sek",
  stunden: "h",
  minuten: "mins",
  außer: "ausser",
  für: "fuer",
  fünf: "fuenf",
  zwölf: "zwoelf",
  dreißig: "dreissig",
  zwei: "zwo",
  einen: "einem",
  ein: "1x",
};

const PARTS = "morgen vormittag mittag nachmittag abend nacht";
const DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag";

const FUZZY =
  "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar september oktober november dezember übermorgen vormittag nachmittag wochenende minuten stunden wochen montags dienstags mittwochs donnerstags freitags samstags sonntags monat monate stunde minute";

const SUFFIXES =
  "h min minuten minute std stunden stunde s sek sekunden sekunde d tag tage w wochen woche m monate monat uhr x mal q";

function aliases(): Map<string, string> {
  const map = new Map<string, string>();
  for (const [word, written] of Object.entries(VARIANTS))
    for (const variant of written.split(" ")) map.set(variant, word);
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
