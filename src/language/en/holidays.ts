import { table } from "../grammar/table.ts";

const holiday = table("holiday");

/** How holidays are called; when/holidays.ts knows their dates. */
const HOLIDAYS: Record<string, string[]> = {
  christmasEve: ["christmas eve"],
  christmas: ["christmas [day]"],
  boxingDay: ["boxing day"],
  newYearsEve: ["(new year's|new years|new year) eve", "nye"],
  newYear: ["new (year|year's|years) [day]"],
  easter: ["easter [sunday]"],
  easterMonday: ["easter monday"],
  goodFriday: ["good friday"],
  halloween: ["halloween [day]"],
  valentines: ["(valentine|valentine's|valentines) [day]"],
  stPatrick: ["(st|saint) [.] (patrick|patricks|paddy|paddys|patrick's|paddy's) day"],
  thanksgiving: ["thanksgiving [day]"],
  blackFriday: ["black friday"],
  cyberMonday: ["cyber monday"],
  independenceDay: ["independence day", "the fourth of july"],
  memorialDay: ["memorial day"],
  labourDay: ["(labor|labour) day"],
  veteransDay: ["(veteran|veterans|veteran's) ['] day"],
  martinLutherKing: ["(mlk|martin luther king|martin luther king's) [jr] [.] day"],
  presidentsDay: ["(president|presidents|president's) ['] day"],
  mothersDay: ["(mother|mothers|mother's) ['] day"],
  fathersDay: ["(father|fathers|father's) ['] day"],
  columbusDay: ["columbus day"],
};
export const EN_HOLIDAYS = Object.entries(HOLIDAYS).flatMap(([name, patterns]) =>
  patterns.map((pattern) => holiday(pattern, () => ({ type: "holiday", name }))),
);
