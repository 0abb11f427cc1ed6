import { Temporal } from "temporal-polyfill";
import type { Weekday } from "../../core/schedule.ts";
import { easter, onOrAfter } from "./calendar.ts";

type Rule = (year: number) => Temporal.PlainDate;

const fixed =
  (month: number, day: number): Rule =>
  (year) =>
    new Temporal.PlainDate(year, month, day);
/** The first such weekday on or after a date. */
const from =
  (month: number, day: number, weekday: Weekday): Rule =>
  (year) =>
    onOrAfter(new Temporal.PlainDate(year, month, day), weekday);
const afterEaster =
  (days: number): Rule =>
  (year) =>
    easter(year).add({ days });

const RULES: Record<string, Rule> = {
  christmasEve: fixed(12, 24),
  christmas: fixed(12, 25),
  boxingDay: fixed(12, 26),
  newYearsEve: fixed(12, 31),
  newYear: fixed(1, 1),
  easter: afterEaster(0),
  easterMonday: afterEaster(1),
  goodFriday: afterEaster(-2),
  ascension: afterEaster(39),
  whitMonday: afterEaster(50),
  halloween: fixed(10, 31),
  valentines: fixed(2, 14),
  shroveTuesday: afterEaster(-47),
  ashWednesday: afterEaster(-46),
  palmSunday: afterEaster(-7),
  maundyThursday: afterEaster(-3),
  holySaturday: afterEaster(-1),
  pentecost: afterEaster(49),
  trinity: afterEaster(56),
  corpusChristi: afterEaster(60),
  epiphany: fixed(1, 6),
  groundhog: fixed(2, 2),
  womensDay: fixed(3, 8),
  piDay: fixed(3, 14),
  stPatrick: fixed(3, 17),
  aprilFools: fixed(4, 1),
  taxDay: fixed(4, 15),
  earthDay: fixed(4, 22),
  stGeorge: fixed(4, 23),
  arborDay: from(4, 24, "FR"),
  anzac: fixed(4, 25),
  mayDay: fixed(5, 1),
  cincoDeMayo: fixed(5, 5),
  flagDay: fixed(6, 14),
  juneteenth: fixed(6, 19),
  midsummer: fixed(6, 24),
  canadaDay: fixed(7, 1),
  bastilleDay: fixed(7, 14),
  patriotDay: fixed(9, 11),
  allSaints: fixed(11, 1),
  allSouls: fixed(11, 2),
  electionDay: from(11, 2, "TU"),
  guyFawkes: fixed(11, 5),
  stAndrew: fixed(11, 30),
  australiaDay: fixed(1, 26),
  kwanzaa: fixed(12, 26),
  stNicholas: fixed(12, 6),
  thanksgiving: from(11, 22, "TH"),
  blackFriday: (year) => onOrAfter(new Temporal.PlainDate(year, 11, 22), "TH").add({ days: 1 }),
  givingTuesday: (year) => onOrAfter(new Temporal.PlainDate(year, 11, 22), "TH").add({ days: 5 }),
  cyberMonday: (year) => onOrAfter(new Temporal.PlainDate(year, 11, 22), "TH").add({ days: 4 }),
  independenceDay: fixed(7, 4),
  memorialDay: from(5, 25, "MO"),
  labourDay: from(9, 1, "MO"),
  veteransDay: fixed(11, 11),
  martinLutherKing: from(1, 15, "MO"),
  presidentsDay: from(2, 15, "MO"),
  columbusDay: from(10, 8, "MO"),
  mothersDay: from(5, 8, "SU"),
  fathersDay: from(6, 15, "SU"),
  patriotsDay: from(4, 15, "MO"),
  armedForcesDay: from(5, 15, "SA"),
  victoriaDay: from(5, 18, "MO"),
  grandparentsDay: from(9, 7, "SU"),
  spring: fixed(3, 20),
  summer: fixed(6, 21),
  autumn: fixed(9, 22),
  winter: fixed(12, 21),
  germanUnity: fixed(10, 3),
  advent1: from(11, 27, "SU"),
  advent2: from(12, 4, "SU"),
  advent3: from(12, 11, "SU"),
  advent4: from(12, 18, "SU"),
  roseMonday: afterEaster(-48),
  reformation: fixed(10, 31),
  stMartin: fixed(11, 11),
  repentance: from(11, 16, "WE"),
  austrianDay: fixed(10, 26),
  swissDay: fixed(8, 1),
};

/** The date of a holiday in a year, as the United States and Germany keep it. Throws for a name no table has. */
export function holidayDate(name: string, year: number): Temporal.PlainDate {
  const rule = RULES[name];
  if (!rule) throw new Error(`No rule for the holiday "${name}"`);
  return rule(year);
}

/** Month and day where the holiday has the same date each year, else null. */
export function fixedHoliday(name: string): { month: number; day: number } | null {
  const [a, b] = [holidayDate(name, 2025), holidayDate(name, 2026)];
  return a.month === b.month && a.day === b.day ? { month: a.month, day: a.day } : null;
}
