/** Zones people mean, and the actions that are on another one. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Schedule, Zone } from "../core/schedule.ts";
import { abbreviatedZone } from "../language/en/zones.ts";
import { canonicalZone, findZones, offsetMinutes, zoneOfOffset } from "../time/zones.ts";
import { mayEdit } from "./access.ts";
import { isLive } from "./find.ts";
import { bestMatches } from "./match.ts";
import type { Call } from "./operation.ts";

/** Where many people live; offered when nobody has said anything yet. */
const common: Zone[] = [
  "Europe/London",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Asia/Tokyo",
];

export function likelyZones(current: Zone, configured: Zone): Zone[] {
  return [...new Set([current, configured, ...common])];
}

/** One zone when it is clear, several to choose from, also after a small typo; none when nothing is near. */
export function zonesFor(words: string): Zone[] {
  const short = abbreviatedZone(words) ?? offsetZone(words);
  if (short) return [short];
  const found = findZones(words);
  if (found.length > 0) return found;
  const named = words.trim() === "" ? null : canonicalZone(words.trim());
  if (named) return [named];
  const all = Intl.supportedValuesOf("timeZone").map((zone) => ({ zone, title: zone.replace(/^.*\//u, "") }));
  return bestMatches(all, words)
    .map(({ zone }) => canonicalZone(zone) ?? zone)
    .slice(0, 6);
}

/** `+5`, `UTC-3`, `+05:30` */
function offsetZone(words: string): Zone | null {
  const minutes = offsetMinutes(words);
  return minutes === null ? null : zoneOfOffset(minutes);
}

/** The zone in which a schedule's clock times are meant; null for elapsed time. */
export function zoneOf(schedule: Schedule): Zone | null {
  if (schedule.type === "every") return schedule.window?.tz ?? null;
  return "tz" in schedule ? schedule.tz : null;
}

/** Unfinished actions of this chat that the person may change and whose clock times are on another zone than `zone`. */
export async function elsewhere(belfry: Belfry, call: Call, zone: Zone): Promise<Action[]> {
  const actions = await belfry.store.actions.list({ chat: call.chat });
  return actions.filter((action) => {
    const other = zoneOf(action.schedule);
    return other !== null && other !== zone && isLive(action) && mayEdit(call, action);
  });
}
