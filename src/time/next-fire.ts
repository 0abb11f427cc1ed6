/** Slots together with the lead times at which an action rings before them. */
import { COUNT_LIMIT } from "../core/run.ts";
import type { Instant, Schedule } from "../core/schedule.ts";
import { everyIndex } from "./every.ts";
import { nextSlot } from "./next-slot.ts";

/** One ring: for which slot, and how many milliseconds before it (0 is the slot itself). */
export interface Fire {
  slot: Instant;
  lead: number;
}

/** Everything due at one instant, the slot itself first, then by growing lead. */
export interface Fires {
  at: Instant;
  fires: Fire[];
}

/** What became due in a stretch of time, for example while Belfry was down. */
export interface MissedFires {
  /** The first ones, in order. */
  fires: (Fire & { at: Instant })[];
  /** How many there were altogether, or at least, see `exact`. */
  count: number;
  /** False when counting stopped at `COUNT_LIMIT` for a schedule that cannot be counted by arithmetic. */
  exact: boolean;
  /** The newest slot in the stretch, leads aside; null when there was none. */
  newest: Instant | null;
}

/** The earliest instant after `after` at which a slot of `schedule`, or one of its `leads` (milliseconds), is due. */
export function nextFires(schedule: Schedule, leads: number[], after: Instant): Fires | null {
  let next: Fires | null = null;
  for (const lead of allLeads(leads)) {
    const slot = nextSlot(schedule, after + lead);
    if (slot === null) continue;
    const at = slot - lead;
    if (next === null || at < next.at) next = { at, fires: [{ slot, lead }] };
    else if (at === next.at) next.fires.push({ slot, lead });
  }
  return next;
}

/** What is due after `after` and not later than `until`: the first `limit` fires, how many there are, the newest slot. */
export function firesBetween(
  schedule: Schedule,
  leads: number[],
  after: Instant,
  until: Instant,
  limit: number,
): MissedFires {
  const fires: MissedFires["fires"] = [];
  for (let next = nextFires(schedule, leads, after); next && next.at <= until && fires.length < limit; ) {
    for (const fire of next.fires) if (fires.length < limit) fires.push({ ...fire, at: next.at });
    next = nextFires(schedule, leads, next.at);
  }
  const counts = allLeads(leads).map((lead) => countSlots(schedule, after + lead, until + lead));
  return {
    fires,
    count: counts.reduce((sum, { count }) => sum + count, 0),
    exact: counts.every(({ exact }) => exact),
    newest: newestSlot(schedule, after, until),
  };
}

function allLeads(leads: number[]): number[] {
  return [...new Set([0, ...leads])].sort((a, b) => a - b);
}

function countSlots(schedule: Schedule, after: Instant, until: Instant): { count: number; exact: boolean } {
  if (schedule.type === "every" && !schedule.window) {
    const end = Math.min(until, schedule.until ?? until);
    const most = schedule.count ?? Number.POSITIVE_INFINITY;
    const [seen, all] = [after, end].map((at) => Math.min(everyIndex(schedule, at), most));
    return { count: Math.max(0, (all ?? 0) - (seen ?? 0)), exact: true };
  }
  let count = 0;
  let slot = nextSlot(schedule, after);
  for (; slot !== null && slot <= until && count < COUNT_LIMIT; count++) slot = nextSlot(schedule, slot);
  return { count, exact: slot === null || slot > until };
}

/** The last slot in the stretch by halving it: "is there a slot after this moment" turns false at that slot. */
function newestSlot(schedule: Schedule, after: Instant, until: Instant): Instant | null {
  const slotWithin = (from: Instant) => {
    const slot = nextSlot(schedule, from);
    return slot !== null && slot <= until ? slot : null;
  };
  let newest = slotWithin(after);
  let [before, end] = [newest ?? until, until];
  while (before < end) {
    const middle = before + Math.floor((end - before) / 2);
    const slot = slotWithin(middle);
    if (slot === null) end = middle;
    else [newest, before] = [slot, slot];
  }
  return newest;
}
