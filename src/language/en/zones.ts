/** Time zones said in words. Abbreviations mean their fixed offset on a date, and their region where something repeats. */
import type { Zone } from "../../core/schedule.ts";
import { CITIES } from "../../time/cities.ts";
import { canonicalZone, zoneOfOffset } from "../../time/zones.ts";
import { type Here, table } from "../grammar/table.ts";
import type { Token, WrittenTime } from "../text/token.ts";
import { clockAt } from "../when/clock.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Clock, Phrase, Piece } from "../when/types.ts";

const zoneName = table("zoneName");
const phrase = table("phrase");

/** Abbreviation → [offset zone, region]. `Etc/GMT-1` is UTC+1. */
const ABBREVIATIONS: Record<string, [Zone, Zone]> = {
  utc: ["UTC", "UTC"],
  gmt: ["UTC", "UTC"],
  zulu: ["UTC", "UTC"],
  bst: ["Etc/GMT-1", "Europe/London"],
  wet: ["UTC", "Europe/Lisbon"],
  west: ["Etc/GMT-1", "Europe/Lisbon"],
  cet: ["Etc/GMT-1", "Europe/Berlin"],
  cest: ["Etc/GMT-2", "Europe/Berlin"],
  mez: ["Etc/GMT-1", "Europe/Berlin"],
  mesz: ["Etc/GMT-2", "Europe/Berlin"],
  eet: ["Etc/GMT-2", "Europe/Helsinki"],
  eest: ["Etc/GMT-3", "Europe/Helsinki"],
  msk: ["Etc/GMT-3", "Europe/Moscow"],
  est: ["Etc/GMT+5", "America/New_York"],
  edt: ["Etc/GMT+4", "America/New_York"],
  et: ["America/New_York", "America/New_York"],
  cst: ["Etc/GMT+6", "America/Chicago"],
  cdt: ["Etc/GMT+5", "America/Chicago"],
  mst: ["Etc/GMT+7", "America/Denver"],
  mdt: ["Etc/GMT+6", "America/Denver"],
  pst: ["Etc/GMT+8", "America/Los_Angeles"],
  pdt: ["Etc/GMT+7", "America/Los_Angeles"],
  pt: ["America/Los_Angeles", "America/Los_Angeles"],
  ist: ["Asia/Kolkata", "Asia/Kolkata"],
  jst: ["Asia/Tokyo", "Asia/Tokyo"],
  kst: ["Asia/Seoul", "Asia/Seoul"],
  hkt: ["Asia/Hong_Kong", "Asia/Hong_Kong"],
  sgt: ["Asia/Singapore", "Asia/Singapore"],
  aest: ["Etc/GMT-10", "Australia/Sydney"],
  aedt: ["Etc/GMT-11", "Australia/Sydney"],
  awst: ["Australia/Perth", "Australia/Perth"],
  nzst: ["Etc/GMT-12", "Pacific/Auckland"],
  nzdt: ["Etc/GMT-13", "Pacific/Auckland"],
};

/** The region of an abbreviation: EST is where New York is, the year round. */
export function abbreviatedZone(words: string): Zone | null {
  return ABBREVIATIONS[words.trim().toLowerCase()]?.[1] ?? null;
}

/** Regions that are said like a city: "eastern time", "UK time". */
const REGIONS: Record<string, Zone> = {
  "(eastern|east coast)": "America/New_York",
  "(pacific|west coast|california)": "America/Los_Angeles",
  uk: "Europe/London",
  germany: "Europe/Berlin",
  france: "Europe/Paris",
  spain: "Europe/Madrid",
  italy: "Europe/Rome",
  india: "Asia/Kolkata",
  japan: "Asia/Tokyo",
  "central european": "Europe/Berlin",
  "new york": "America/New_York",
  nyc: "America/New_York",
  "los angeles": "America/Los_Angeles",
  "san francisco": "America/Los_Angeles",
  sf: "America/Los_Angeles",
  "hong kong": "Asia/Hong_Kong",
  "mexico city": "America/Mexico_City",
  "sao paulo": "America/Sao_Paulo",
  "buenos aires": "America/Argentina/Buenos_Aires",
  "tel aviv": "Asia/Jerusalem",
  "cape town": "Africa/Johannesburg",
  "abu dhabi": "Asia/Dubai",
};

/** "9am mountain" is a zone, "9am mountain bike" and "5pm french lesson" are none. */
const ADJECTIVES: Record<string, Zone> = {
  central: "America/Chicago",
  mountain: "America/Denver",
  la: "America/Los_Angeles",
  "(british|english)": "Europe/London",
  german: "Europe/Berlin",
  french: "Europe/Paris",
  spanish: "Europe/Madrid",
  italian: "Europe/Rome",
  indian: "Asia/Kolkata",
  japanese: "Asia/Tokyo",
};

const names = [
  ...Object.entries(ADJECTIVES).map(([name, zone]) => zoneName(name, () => ({ zone, isAdjective: true }))),
  ...Object.entries(ABBREVIATIONS).map(([name, [zone, region]]) => zoneName(name, () => ({ zone, region }))),
  ...Object.entries(REGIONS).map(([name, zone]) => zoneName(name, () => ({ zone }))),
];

const paths = [
  zoneName("<zonePath>", (m) => {
    const zone = canonicalZone(m.zonePath);
    return zone === null ? null : { zone };
  }),
];

const zonePiece = (name: { zone: string | null; region?: string }, said: string): Piece => ({
  is: "zone",
  zone: name.zone,
  phrase: said,
  ...(name.region ? { region: name.region } : {}),
});

/** "UTC+2", "GMT-3:30" */
const offsets = [
  zoneName("(utc|gmt) (+|-) <integer>", (m, { tokens }) =>
    offsetZone(m.integer > 99 ? hoursAndMinutes(m.integer) : m.integer * 60, tokens),
  ),
  // as JavaScript writes it: "GMT+0100 (CET)"
  zoneName("(utc|gmt) (+|-) <integer> \\( <name> \\)", (m, { tokens }) =>
    offsetZone(hoursAndMinutes(m.integer), tokens.slice(0, 3)),
  ),
  zoneName("(utc|gmt) (+|-) <time>", (m, { tokens }) => offsetZone(m.time.hour * 60 + m.time.minute, tokens)),
];

function offsetZone(minutes: number, tokens: readonly Token[]): { zone: Zone } | null {
  const zone = minutes > 14 * 60 ? null : zoneOfOffset(tokens.at(-2)?.norm === "-" ? -minutes : minutes);
  return zone === null ? null : { zone };
}

/** "0530" in minutes. */
function hoursAndMinutes(written: number): number {
  return Math.trunc(written / 100) * 60 + (written % 100);
}

function offsetTime({ hour, minute, second }: WrittenTime, minutes: number, tokens: readonly Token[]) {
  const offset = offsetZone(minutes, tokens);
  const clock = clockAt(hour, minute, { second, exact: true, minutes: true });
  return offset && clock && sure({ is: "clocks", clocks: [clock] }, zonePiece(offset, ""));
}

/** A capitalised name is a city if the zone database or the list of cities knows it. */
const cities = [zoneName("<name>", (m) => (/^\p{Lu}/u.test(m.name) ? known(m.name) : null))];

/** Small letters, spaces for underscores → zone. One-word names only: others are in the tables above. */
const CITY_ZONES: ReadonlyMap<string, Zone> = new Map(
  [
    ...Intl.supportedValuesOf("timeZone").map((zone): [string, Zone] => [zone.slice(zone.lastIndexOf("/") + 1), zone]),
    ...Object.entries(CITIES),
  ].map(([city, zone]) => [city.toLowerCase(), zone]),
);

/** The zone of a city, however its letters are written; null where nobody knows it. */
export function known(city: string): { zone: Zone } | null {
  const zone = city.length > 2 ? CITY_ZONES.get(city.toLowerCase()) : undefined;
  const today = zone === undefined ? null : canonicalZone(zone);
  return today === null ? null : { zone: today };
}

const writtenOffsets = [
  // RFC 5322 §3.3 and ISO 8601: "15:15 +0200", "18:00+02:00"; "18:00-19:00" are hours.
  phrase("[(at|@|by)] <time> (+|-) <integer>", (m, { tokens }) => {
    const [sign, digits] = tokens.slice(-2);
    const apart = digits?.text.length === 4 && digits.glued && (sign?.norm === "+" || !sign?.glued);
    return apart ? offsetTime(m.time, hoursAndMinutes(m.integer), tokens) : null;
  }),
  phrase("[(at|@|by)] <time> + <offset:time>", (m, { tokens }) =>
    offsetTime(m.time, m.offset.hour * 60 + m.offset.minute, tokens),
  ),
];

const phrases = [
  phrase("<zoneName> [time]", (m, { tokens }) =>
    tokens.some((t) => t.norm === "time") ||
    tokens[0]?.norm.toUpperCase() === tokens[0]?.text ||
    ABBREVIATIONS[tokens[0]?.norm ?? ""]
      ? likely(zonePiece(m.zoneName, ""))
      : null,
  ),
  phrase("<zonePath>", (m) => sure({ is: "zone", zone: canonicalZone(m.zonePath), phrase: m.zonePath })),
  phrase("\\( <zoneName> [time] \\)", (m) => sure(zonePiece(m.zoneName, ""))),
  phrase("[(in|,)] <zoneName> time", (m) => likely(zonePiece(m.zoneName, ""))),
  phrase("[in] (my|our|local) [local] time [zone]", (_, { context }) =>
    likely({ is: "zone", zone: context.zone, phrase: "" }),
  ),
  phrase("<clocks> [(in|,)] <zoneName> [time]", (m, here) =>
    isNoun(m.zoneName, here) ? null : sure({ is: "clocks", clocks: m.clocks }, zonePiece(m.zoneName, "")),
  ),
  phrase("at <looseClocks> [(in|,)] <zoneName> [time]", (m, here) =>
    isNoun(m.zoneName, here) ? null : sure({ is: "clocks", clocks: m.looseClocks }, zonePiece(m.zoneName, "")),
  ),
  // "02:00Z"
  phrase("[at] <clock> z", (m, { tokens }) =>
    tokens.at(-1)?.glued ? sure({ is: "clocks", clocks: [m.clock] }, { is: "zone", zone: "UTC", phrase: "" }) : null,
  ),
  phrase("<clocks> [in] <name> time", (m, { tokens }) => placed(m.clocks, m.name, tokens)),
  phrase("at <looseClocks> [in] <name> time", (m, { tokens }) => placed(m.looseClocks, m.name, tokens)),
];

function isNoun({ isAdjective }: { isAdjective?: boolean }, { tokens, after }: Here): boolean {
  if (!isAdjective || tokens.at(-1)?.norm === "time") return false;
  return (
    after?.kind === "word" &&
    !/day$|^(?:to|on|at|in|and|or|until|from|for|with|every|each|daily|weekly|tomorrow|tonight|weekdays)$/.test(
      after.norm,
    )
  );
}

/** "9am london time"; a place that nobody knows is asked about when it is written like one. */
function placed(clocks: Clock[], name: string, tokens: readonly Token[]): Phrase | null {
  const zone = known(name);
  if (!zone && !/^\p{Lu}/u.test(name)) return null;
  const said = `${name} ${tokens.at(-1)?.text ?? ""}`;
  return sure({ is: "clocks", clocks }, { is: "zone", zone: zone?.zone ?? null, phrase: zone ? "" : said });
}

/** Before the clock times that are listed with a plus. */
export const EN_WRITTEN_OFFSETS = writtenOffsets;
/** Abbreviations, paths, offsets and cities, as they are written in every language. */
export const ZONE_NAMES = [...names, ...paths, ...offsets, ...cities];
export const EN_ZONES = [...ZONE_NAMES, ...phrases];
