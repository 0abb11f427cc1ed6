/** Which half of the day a clock time means. */

import { to24 } from "./clock.ts";
import type { Clock, PartName, Repeat } from "./types.ts";

/** Words of the task that decide: "breakfast", "dinner"; for the morning also two of them: "get up". */
export interface Deciders {
  morning: ReadonlySet<string>;
  evening: ReadonlySet<string>;
  /** What happens early as often as late: "flight". */
  open: ReadonlySet<string>;
}

/** Nothing of the task decides. */
export const NO_WORDS: Pick<Around, "words" | "deciders"> = {
  words: [],
  deciders: { morning: new Set(), evening: new Set(), open: new Set() },
};

export interface Around {
  part?: PartName | undefined;
  repeat?: Repeat | undefined;
  /** A zone was said with the clock time, so it is written in 24 hours. */
  zoned?: boolean;
  /** What is done at 3 may be done in the night: by a machine. */
  atNight?: boolean;
  /** Lower-case words of the task. */
  words: readonly string[];
  deciders: Deciders;
}

const AFTERNOONS: ReadonlySet<PartName> = new Set<PartName>([
  "afternoon",
  "evening",
  "night",
  "dinner",
  "bedtime",
  "closing",
  "afterWork",
]);
const MORNINGS: ReadonlySet<PartName> = new Set<PartName>(["morning", "breakfast", "beforeNoon"]);

/**
 * The readings of a clock time, the better one first. 1–6 is the afternoon, 9–11 the morning, 12 noon; 7 and 8 stay
 * open unless a word or the series decides, and so does 1–6 for what a machine does.
 */
export function settleClock(clock: Clock, around: Around): Clock[] {
  const { words, deciders } = around;
  if (clock.half) return [to24(clock)];
  if (clock.exact || (around.zoned && clock.minutes && !around.part)) return [{ ...clock, exact: true }];
  const am: Clock = { ...clock, hour: clock.hour % 12, exact: true };
  const pm: Clock = { ...clock, hour: (clock.hour % 12) + 12, exact: true };
  const decided = decidedHalf(clock, around);
  if (decided) return [decided === "am" ? am : pm];
  if (clock.hour === 12) return [pm];
  if (clock.hour <= 6) return around.atNight || words.some((word) => deciders.open.has(word)) ? [am, pm] : [pm];
  if (clock.hour >= 9) return [am];
  return [am, pm];
}

function decidedHalf(clock: Clock, { part, repeat, words, deciders }: Around): "am" | "pm" | null {
  if (part && clock.hour < 12) {
    if (MORNINGS.has(part)) return "am";
    // "every night at 2"
    if (part === "night" && clock.hour < 6) return "am";
    if (AFTERNOONS.has(part)) return "pm";
  }
  if (isMorning(words, deciders) && clock.hour >= 5 && clock.hour < 12) return "am";
  if (words.some((word) => deciders.evening.has(word)) && clock.hour < 12) return "pm";
  return repeat ? seriesHalf(clock, repeat) : null;
}

/** "wake", "get up", "be up by" */
function isMorning(words: readonly string[], { morning }: Deciders): boolean {
  return words.some((word, at) => morning.has(word) || morning.has(`${words[at - 1]} ${word}`));
}

/** What happens on most days at 7, at 8, or at 6:30 happens in the morning. */
function seriesHalf(clock: Clock, repeat: Repeat): "am" | null {
  const mostDays = (repeat.unit === "day" && repeat.interval < 7) || (repeat.weekdays?.length ?? 0) >= 4;
  if (clock.hour === 7 || clock.hour === 8) return mostDays || clock.minutes ? "am" : null;
  return mostDays && clock.minutes && (clock.hour === 5 || clock.hour === 6) ? "am" : null;
}
