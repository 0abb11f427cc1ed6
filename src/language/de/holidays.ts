/** How holidays are called in German; when/holidays.ts knows their dates. */
import { table } from "../grammar/table.ts";

const holiday = table("holiday");
const season = table("season");

const HOLIDAYS: Record<string, string[]> = {
  christmasEve: ["(heiligabend|heilig abend|weihnachten|weihnacht|heiligen abend|heiliger abend)"],
  christmas: ["(weihnachtstag|weihnachtsfeiertag)"],
  boxingDay: ["(stephanstag|stefanitag)"],
  newYearsEve: ["(silvester|sylvester)"],
  newYear: ["(neujahr|neujahrstag)"],
  easter: ["(ostern|ostersonntag)"],
  easterMonday: ["ostermontag"],
  holySaturday: ["(karsamstag|ostersamstag)"],
  goodFriday: ["karfreitag"],
  stNicholas: ["(nikolaus|nikolaustag|nikolo)"],
  germanUnity: ["(tag der deutschen einheit|einheitstag)"],
  whitMonday: ["pfingstmontag"],
  pentecost: ["(pfingsten|pfingstsonntag)"],
  ascension: ["(himmelfahrt|christi himmelfahrt|vatertag|auffahrt)"],
  corpusChristi: ["fronleichnam"],
  shroveTuesday: ["(faschingsdienstag|fastnachtsdienstag|faschingdienstag)"],
  ashWednesday: ["aschermittwoch"],
  palmSunday: ["palmsonntag"],
  maundyThursday: ["gründonnerstag"],
  epiphany: ["(dreikönig|dreikönigstag|heilige drei könige|dreikönige)"],
  womensDay: ["(frauentag|weltfrauentag)"],
  mayDay: ["(maifeiertag|tag der arbeit)"],
  mothersDay: ["muttertag"],
  valentines: ["valentinstag"],
  allSaints: ["allerheiligen"],
  allSouls: ["allerseelen"],
  halloween: ["halloween"],
  roseMonday: ["rosenmontag"],
  reformation: ["(reformationstag|reformationsfest)"],
  stMartin: ["(martinstag|st martin|sankt martin)"],
  repentance: ["(bußtag|buß und bettag|buss und bettag)"],
  austrianDay: ["nationalfeiertag"],
  swissDay: ["bundesfeier"],
  blackFriday: ["black friday"],
};
const SEASONS: Record<string, string> = {
  spring: "(frühling|frühjahr|frühlingsanfang)",
  summer: "(sommer|sommeranfang)",
  autumn: "(herbst|herbstanfang)",
  winter: "(winter|winteranfang)",
};

export const DE_HOLIDAYS = [
  ...Object.entries(HOLIDAYS).flatMap(([name, patterns]) =>
    patterns.map((words) => holiday(words, () => ({ type: "holiday", name }))),
  ),
  holiday("<ordinal> (weihnachtstag|weihnachtsfeiertag)", ({ ordinal }) =>
    ordinal <= 2 ? { type: "holiday", name: ordinal === 1 ? "christmas" : "boxingDay" } : null,
  ),
  holiday("<ordinal> (advent|adventssonntag)", ({ ordinal }) =>
    ordinal <= 4 ? { type: "holiday", name: `advent${ordinal}` } : null,
  ),
  ...Object.entries(SEASONS).map(([name, words]) => season(words, () => name)),
];
