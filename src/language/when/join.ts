/** Chains of phrases that stand apart and say one time together. */
import { addPiece } from "./assemble.ts";
import { to24 } from "./clock.ts";
import type { Span } from "./place.ts";
import type { Clock, Phrase, Piece, Repeat, When } from "./types.ts";
import { soundsWeekly } from "./weekly.ts";

/** Neighbouring phrases. */
export interface Chain extends Span {
  when: When;
  score: number;
  /** "daily standup at 9:25": an adjective that only adds to a time said elsewhere. */
  helps: boolean;
  /** Best strength of its phrases. */
  strength: number;
  /** The phrases, to be added to another chain. */
  parts: { phrase: Phrase; linked: boolean }[];
}

const ADDITIONS: ReadonlySet<Piece["is"]> = new Set([
  "until",
  "from",
  "count",
  "span",
  "except",
  "lead",
  "eve",
  "back",
  "nag",
  "critical",
  "silent",
]);

/** "the lease ends on friday" says nothing of a single reminder. */
const BOUNDS: ReadonlySet<Piece["is"]> = new Set(["until", "from", "count", "span", "except"]);

export function boundsNothing(chain: Chain, when: When): boolean {
  const series = chain.when.daily || [...chain.when.groups, ...when.groups].some(({ repeat }) => repeat);
  return (
    !series && !soundsWeekly(when) && chain.parts.every(({ phrase }) => phrase.pieces.every(({ is }) => BOUNDS.has(is)))
  );
}

/** What ends, counts or bounds a series may stand apart from it. */
export function supports(chain: Chain, when: When): boolean {
  return chain.helps ? helps(chain, when) : addsOnly(chain);
}

/** Says no time of its own. */
export function addsOnly({ parts }: Chain): boolean {
  return parts.every(({ phrase }) => phrase.pieces.every(({ is }) => ADDITIONS.has(is)));
}

/** The day of another time, for a clock time that has none; what is done for something is done before it. */
export function dayOf({ when: { groups } }: Chain, when: When): When | null {
  const [other, ...more] = groups;
  const [group, ...rest] = when.groups;
  if (!other?.days.length || !other.clocks.length || other.repeat || more.length > 0) return null;
  if (!group?.clocks.length || group.days.length || group.repeat || rest.length > 0) return null;
  const [event] = other.clocks.map(to24).filter(({ exact }) => exact);
  const clocks = event ? group.clocks.map((clock) => beforeEvent(clock, event)) : group.clocks;
  return { ...when, groups: [{ ...group, clocks, days: other.days }] };
}

/** Of the two halves of the day the last one before the event. */
function beforeEvent(clock: Clock, event: Clock): Clock {
  if (clock.half || clock.exact) return clock;
  const inMinutes = ({ hour, minute }: Clock): number => hour * 60 + minute;
  const afternoon = to24({ ...clock, half: "pm" });
  return inMinutes(afternoon) < inMinutes(event) ? afternoon : to24({ ...clock, half: "am" });
}

/** `before`: the chain stands before what `when` was said by. */
export function join(when: When, chain: Chain, before: boolean): When | null {
  if (before && when.groups.length > 1) return repeated(chain.when, when);
  if (before) return chain.when.groups.length > 1 ? null : joinGroups(chain.when, when);
  let joined: When | null = when;
  for (const { phrase, linked } of chain.parts) {
    for (const piece of phrase.pieces)
      joined = joined && addPiece(joined, piece, linked && piece.is !== "repeat" && piece.is !== "clocks");
  }
  return joined && complete(joined) ? joined : null;
}

/** A daily standup at 9:25 happens daily; a weekly review on friday weekly; a monthly report tomorrow does not repeat. */
function helps(chain: Chain, when: When): boolean {
  const repeat = chain.when.groups[0]?.repeat;
  const group = when.groups[0];
  const unit = repeat?.unit;
  // "an annual pass" is a thing.
  if (!group || unit === "year") return false;
  // "biweekly sync, wednesdays at 11"
  if (group.repeat) return unit === "week" && (repeat?.interval ?? 1) > 1 && group.repeat.unit === "week";
  return group.days.length > 0 || ((unit === "day" || unit === "hour") && group.clocks.length > 0);
}

/** "every week … monday 4pm and thursday 5:30pm": the groups behind the first repeat as it does. */
function repeated(a: When, b: When): When | null {
  const [only, ...others] = a.groups;
  const isBare = only?.repeat && !only.days.length && !only.clocks.length && !only.part && others.length === 0;
  if (!isBare || b.offset || b.groups.some(({ repeat, days }) => repeat || days.length === 0)) return null;
  const [first, ...rest] = b.groups;
  const grown = first && addPiece({ ...b, groups: [first] }, { is: "repeat", repeat: only.repeat as Repeat }, false);
  return grown ? { ...grown, groups: [...grown.groups, ...rest] } : null;
}

/** "at 9 … every monday": groups are merged field by field. */
function joinGroups(a: When, b: When): When | null {
  if ((b.offset || b.now) && a.groups.length) return null;
  let joined: When | null = b;
  for (const group of a.groups) {
    if (joined && group.days.length) joined = addPiece(joined, { is: "days", days: group.days }, false);
    if (joined && group.repeat) joined = addPiece(joined, { is: "repeat", repeat: group.repeat }, false);
    if (joined && group.part) joined = addPiece(joined, { is: "part", part: group.part }, false);
    if (joined && group.clocks.length) joined = addPiece(joined, { is: "clocks", clocks: group.clocks }, false);
  }
  if (!joined || (a.offset && b.groups.length) || (a.offset && b.offset)) return null;
  const { groups: _groups, ...rest } = a;
  return { ...rest, ...joined, leads: [...a.leads, ...joined.leads] };
}

/** Says enough to be set against the clock. */
export function complete(when: When): boolean {
  return (
    when.offset !== undefined ||
    when.minute !== undefined ||
    when.now === true ||
    when.asap === true ||
    when.someday === true ||
    when.window !== undefined ||
    when.until !== undefined ||
    when.from !== undefined ||
    when.groups.some((group) => group.repeat || group.days.length > 0 || group.clocks.length > 0 || group.part)
  );
}
