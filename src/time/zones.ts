/** Zone names: which exist, what they are called today, and which one somebody means by a city. */
import type { Zone } from "../core/schedule.ts";
import { CITIES } from "./cities.ts";
import { itself, memo } from "./memo.ts";

/** Names of today for those that `Intl` still lists under their old spelling. */
const RENAMED: Readonly<Record<Zone, Zone>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** So many are offered at most. */
const MOST = 8;

/** Every zone that `Intl` lists, under its name of today. */
function listedZones(): Zone[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").map((zone) => RENAMED[zone] ?? zone)].sort();
}

/** The name as it is written today (`europe/kiev` → `Europe/Kyiv`), or null when there is no such zone. */
export const canonicalZone = memo<string, Zone | null>(2_000, itself, (name) => {
  const listed = listedZones().find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (listed) return listed;
  if (!/^[a-z][a-z0-9_+\-/]*$/i.test(name)) return null;
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return RENAMED[zone] ?? zone;
  } catch {
    return null;
  }
});

/** Whether `name` is a zone of the IANA database, in any spelling of upper and lower case. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null;
}

/**
 * Zones somebody may mean by a zone name, a city or the beginning of one: "Tokyo", "new york", "Munich", "europe/ber".
 * Best first, none when nothing fits. Abbreviations such as CET are left to the language.
 */
export function findZones(words: string): Zone[] {
  const wanted = plain(words);
  if (wanted.length < 2) return [];
  const written = words.includes("/") ? canonicalZone(words.trim().replaceAll(" ", "_")) : null;
  if (written) return [written];
  const places: [string, Zone][] = listedZones().map((zone) => [zone.slice(zone.lastIndexOf("/") + 1), zone]);
  const ranked = [...places, ...Object.entries(CITIES)]
    .map(([city, zone]) => ({ zone, rank: rankOf(plain(city), plain(zone), wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank);
  const exact = ranked.filter(({ rank }) => rank === 0);
  return [...new Set((exact.length ? exact : ranked).map(({ zone }) => zone))].slice(0, MOST);
}

const NO_MATCH = 4;

function rankOf(city: string, zone: string, wanted: string): number {
  if (city === wanted) return 0;
  if (city.startsWith(wanted)) return 1;
  if (zone.startsWith(wanted)) return 2;
  return wanted.length > 2 && city.includes(` ${wanted}`) ? 3 : NO_MATCH;
}

/** Zones that keep an offset of half or quarter hours the year round. */
const BROKEN_HOURS: Readonly<Record<number, Zone>> = {
  210: "Asia/Tehran",
  270: "Asia/Kabul",
  330: "Asia/Kolkata",
  345: "Asia/Kathmandu",
  390: "Asia/Yangon",
  525: "Australia/Eucla",
  570: "Australia/Darwin",
  [-570]: "Pacific/Marquesas",
};

/** A zone that is so many minutes ahead of UTC the year round (`Etc/GMT-2` is +02:00), or null when there is none. */
export function zoneOfOffset(minutes: number): Zone | null {
  if (minutes === 0) return "UTC";
  const hours = minutes / 60;
  if (!Number.isInteger(hours)) return BROKEN_HOURS[minutes] ?? null;
  return canonicalZone(`Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`);
}

/** `+05:30`, `-3`, `UTC+2`, `GMT`, `Z`: minutes ahead of UTC, or null for what is no offset. */
export function offsetMinutes(words: string): number | null {
  const found = /^(?:(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?|z|utc|gmt)$/iu.exec(words.trim());
  if (!found) return null;
  const [, sign, hours = "0", minutes = "0"] = found;
  const all = Number(hours) * 60 + Number(minutes);
  return all > 14 * 60 ? null : sign === "-" ? -all : all;
}

/** Version of the zone database, for example `2025c`. Instants are derived again when it changes. */
export function zoneVersion(): string {
  return process.versions.tz ?? "unknown";
}

/** Small letters, no accents, words apart by one space. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\d/+]+/gu, " ")
    .trim();
}
