/** The days of a cron expression, where they can be said in a few words. */

const day = 24 * 60 * 60 * 1000;
/** 1 January 1970 was a Thursday; the first Sunday came three days later. */
const sunday = 3;
const names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The one day of the month and the one weekday (its full name) of `0 9 15 * 1`; null where either is more than one. */
export function cronDayOf(cron: string, locale: string): { day: number; weekday: string } | null {
  const fields = cron.split(" ");
  const [monthDay = "", weekday = ""] = [fields.at(-3), fields.at(-1)];
  const index = names.includes(weekday) ? names.indexOf(weekday) : /^[0-7]$/.test(weekday) ? Number(weekday) % 7 : null;
  if (index === null || !/^\d{1,2}$/.test(monthDay)) return null;
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return { day: Number(monthDay), weekday: name.format((sunday + index) * day) };
}
