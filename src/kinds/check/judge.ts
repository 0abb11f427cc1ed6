/**
 * The last readings of a check → how it stands and what is worth telling. Pure: the same readings and rules give the
 * same answer, so nothing is stored beside the ledger. Readings that do not count (maintenance, our own outage, a
 * parent that is down) are left out by whoever asks.
 */

import type { ErrorClass, Verdict } from "../../core/reading.ts";
import type { Instant } from "../../core/schedule.ts";

export interface JudgedReading {
  at: Instant;
  verdict: Verdict;
  errorClass: ErrorClass | null;
  /** Whether what it saw differs from the reading before (a page, an output, records). */
  changed: boolean;
}

export interface JudgeRules {
  /** Bad readings in a row before it is down. */
  alertAfter: number;
  /** Good readings in a row before it is back. */
  recoverAfter: number;
}

/** Changes of verdict within this time that make a check flap, and the quiet time after which it is steady again. */
const FLAP_CHANGES = 4;
export const FLAP_MS = 600_000;

/** `failing` and `recovering`: on the way, `count` of `of`. */
export type CheckState =
  | { state: "new" }
  | { state: "good"; since: Instant; count: number }
  | { state: "failing"; since: Instant; count: number; of: number; errorClass: ErrorClass | null }
  | { state: "bad"; since: Instant; lastGood: Instant | null; count: number; errorClass: ErrorClass | null }
  | { state: "recovering"; since: Instant; count: number; of: number; errorClass: ErrorClass | null }
  | { state: "flapping"; since: Instant; turns: Instant[] };

/** What the last reading brought. `down` and `up` once each; `steady` ends flapping and says how it ended. */
export type CheckNews =
  | { news: "down"; since: Instant; lastGood: Instant | null }
  | { news: "up"; downSince: Instant; downMs: number }
  | { news: "flapping"; changes: number }
  | { news: "steady"; verdict: Verdict }
  | { news: "changed" };

export interface Judgement {
  current: CheckState;
  news: CheckNews | null;
}

interface Course {
  /** What was last told: down or not. */
  down: { since: Instant; lastGood: Instant | null } | null;
  flapping: { since: Instant } | null;
  /** Readings of the same verdict in a row, up to now. */
  streak: { verdict: Verdict; from: Instant; count: number } | null;
  lastGood: Instant | null;
  /** Instants of changes of verdict in the last FLAP_MS. */
  turns: Instant[];
  /** The class of the latest bad reading. */
  errorClass: ErrorClass | null;
  news: CheckNews | null;
}

const start: Course = {
  ...{ down: null, flapping: null, streak: null, lastGood: null },
  ...{ turns: [], errorClass: null, news: null },
};

/**
 * `readings` oldest first. The first of them is taken to begin a calm, good time: give enough that they decide, and that
 * reach back to a good one, since `since` cannot be earlier than what is given.
 */
export function judge(readings: readonly JudgedReading[], rules: JudgeRules): Judgement {
  const course = readings.reduce((before, reading) => follow(before, reading, rules), start);
  return { current: stateOf(course, rules), news: course.news };
}

/**
 * Whether these readings say how it stands whatever came before them: somewhere among them it flaps, or stays the same
 * for so long that it is steady, and good or down.
 */
export function decides(readings: readonly JudgedReading[], rules: JudgeRules): boolean {
  let course = start;
  return readings.some((reading) => {
    course = follow(course, reading, rules);
    const { streak, flapping } = course;
    if (!streak || flapping) return flapping !== null;
    const enough = streak.verdict === "good" ? rules.recoverAfter : rules.alertAfter;
    return streak.count >= enough && reading.at - streak.from >= FLAP_MS;
  });
}

function follow(before: Course, reading: JudgedReading, rules: JudgeRules): Course {
  const { at, verdict } = reading;
  const same = before.streak?.verdict === verdict;
  const streak =
    same && before.streak ? { ...before.streak, count: before.streak.count + 1 } : { verdict, from: at, count: 1 };
  const turns = before.turns.filter((turn) => at - turn < FLAP_MS);
  if (before.streak && !same) turns.push(at);
  const seen: Course = {
    ...before,
    streak,
    turns,
    lastGood: verdict === "good" ? at : before.lastGood,
    errorClass: verdict === "bad" ? reading.errorClass : before.errorClass,
    news: reading.changed ? { news: "changed" } : null,
  };
  return before.flapping ? whileFlapping(seen, at) : whileSteady(seen, before.lastGood, at, rules);
}

/** Ten minutes without a change end it; then the state is the one that has held since. */
function whileFlapping(course: Course, at: Instant): Course {
  const { streak } = course;
  if (!streak || course.turns.length > 0 || at - streak.from < FLAP_MS) return course;
  const down = streak.verdict === "bad" ? (course.down ?? { since: streak.from, lastGood: course.lastGood }) : null;
  return { ...course, flapping: null, down, news: { news: "steady", verdict: streak.verdict } };
}

function whileSteady(course: Course, lastGood: Instant | null, at: Instant, rules: JudgeRules): Course {
  const { streak, turns, down } = course;
  if (!streak) return course;
  if (turns.length >= FLAP_CHANGES) {
    return { ...course, flapping: { since: at }, news: { news: "flapping", changes: turns.length } };
  }
  if (!down && streak.verdict === "bad" && streak.count >= rules.alertAfter) {
    return { ...course, down: { since: streak.from, lastGood }, news: { news: "down", since: streak.from, lastGood } };
  }
  if (down && streak.verdict === "good" && streak.count >= rules.recoverAfter) {
    // It was back when the first of these good readings was taken.
    const news: CheckNews = { news: "up", downSince: down.since, downMs: streak.from - down.since };
    return { ...course, down: null, news };
  }
  return course;
}

function stateOf(course: Course, rules: JudgeRules): CheckState {
  const { streak, down, flapping, errorClass, turns } = course;
  if (!streak) return { state: "new" };
  if (flapping) return { state: "flapping", since: flapping.since, turns };
  const { from: since, count } = streak;
  if (down && streak.verdict === "good")
    return { state: "recovering", since, count, of: rules.recoverAfter, errorClass };
  if (down) return { state: "bad", since: down.since, lastGood: down.lastGood, count, errorClass };
  if (streak.verdict === "bad") return { state: "failing", since, count, of: rules.alertAfter, errorClass };
  return { state: "good", since, count };
}
