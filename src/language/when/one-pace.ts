/** "every 5 min until done": one thing that is asked about at that pace, not a series beside which it is asked. */
import { DAY } from "./duration.ts";
import { isElapsed, msOf } from "./every.ts";
import type { Group, When } from "./types.ts";

/** Rings at most, by whatever pace. */
const mostRings = 100;

/** Where no other pace was said, the one of the series is how often it asks. It asks for a day, then it is given up. */
export function onePace(when: When): When {
  if (!when.nag?.unpaced) return when;
  const { unpaced: _, ...nag } = when.nag;
  const { count, ...rest } = { ...when, nag };
  const repeat = when.groups.find((group) => group.repeat)?.repeat;
  const isSeries = when.window ?? when.until ?? when.span ?? when.except ?? when.more ?? when.months;
  if (!repeat || !isElapsed(repeat) || repeat.afterDone || isSeries || msOf(repeat) >= DAY) return { ...when, nag };
  const everyMs = msOf(repeat);
  const asks = { ...nag, everyMs, max: Math.min(mostRings, count ?? Math.floor(DAY / everyMs)) };
  return { ...rest, ...firstRing(when, everyMs), nag: asks };
}

/** At the day and time that were said, else when the first period is over. */
function firstRing({ groups, from, offset }: When, everyMs: number): Pick<When, "groups" | "offset"> {
  const said = groups.map(({ repeat: _, ...group }) => group).filter(saysSomething);
  const begins = from?.clock || from?.days ? [{ days: from.days ?? [], clocks: from.clock ? [from.clock] : [] }] : said;
  const later = offset ?? from?.offset ?? (begins.length > 0 ? undefined : { months: 0, days: 0, ms: everyMs });
  return { groups: begins, ...(later ? { offset: later } : {}) };
}

function saysSomething({ days, clocks, part }: Group): boolean {
  return days.length > 0 || clocks.length > 0 || part !== undefined;
}
