import type { Schedule } from "../../src/core/schedule.ts";
import type { LanguageContext } from "../../src/language/request.ts";

/** The clock of the product's examples: Tue 24 Nov 2026, 14:05 in Berlin. */
const NOW = Date.parse("2026-11-24T14:05:00+01:00");

export const context: LanguageContext = {
  now: NOW,
  zone: "Europe/Berlin",
  locale: "en",
  dayParts: { morning: "09:00", noon: "12:00", afternoon: "15:00", evening: "18:00", night: "21:00" },
};

/** The same person at another time or place. */
export function at(iso: string, zone = "Europe/Berlin", locale = "en"): LanguageContext {
  return { ...context, now: Date.parse(iso), zone, locale };
}

export const once = (time: string, tz = "Europe/Berlin"): Schedule => ({
  type: "once",
  at: time.length === 16 ? `${time}:00` : time,
  tz,
});
