/** Ways to say what else goes for an action: "at most once every 4 hours", "only while shop is green". */
import { type Notify, notifies } from "../core/notify.ts";
import { type FailureWords, failuresPattern } from "./failures.ts";
import { LETTERS } from "./text/letters.ts";

export interface BesidesWords {
  /** With the groups `count` (one where it is missing) and `unit`. */
  cooldown: RegExp[];
  /** With the group `target`; `is` says how that has to be. */
  condition: { is: "good" | "bad"; pattern: RegExp }[];
  /** Failed runs after which it pauses itself, with the group `count`. */
  pauseAfter: RegExp[];
  /** Which of its runs it tells of. */
  notify: { notify: Notify; pattern: RegExp }[];
  /** That it is left out of digests. */
  undigested: RegExp[];
}

// From the first of them on: tried at each, a text of commas took as many steps as it has pairs of them.
const before = `(?<![\\s,;])[\\s,;]*(?<![${LETTERS}\\d])`;
const after = `(?![${LETTERS}\\d])`;

/** Each of `ways` has one place, `…`, for what counts the failures. */
export function pauseForms(ways: string[], failures: FailureWords): RegExp[] {
  const counted = failuresPattern(failures);
  return ways.map((words) => new RegExp(`${before}(?:${words.replace("…", counted)})${after}`, "iu"));
}

const joint = "(?:(?:and|but|und|aber)\\s+)?";
/** Such words end a part of the sentence; "never tell me lies" is something else. */
const ended = `(?=\\s*(?:[,.;!]|$|(?:and|but|und|aber)(?![${LETTERS}\\d])))`;

export function notifyForms(ways: Record<Notify, string[]>): BesidesWords["notify"] {
  return notifies.flatMap((notify) =>
    ways[notify].map((words) => ({ notify, pattern: new RegExp(`${before}${joint}(?:${words})${ended}`, "iu") })),
  );
}

/** Each of `ways` stands behind a comma, or "and": it is no part of what is to be done. */
export function undigestedForms(ways: string[]): RegExp[] {
  const apart = "(?:\\s*[,;]\\s*(?:and\\s+|but\\s+|und\\s+|aber\\s+)?|\\s+(?:and|but|und|aber)\\s+)";
  return ways.map((words) => new RegExp(`${apart}(?:${words})${ended}`, "iu"));
}

/** Each of `atMost` stands before a length of time. */
export function cooldownForms(atMost: string[], units: string): RegExp[] {
  const length = `(?<count>\\d{1,4})?\\s*(?<unit>${units})`;
  return atMost.map((words) => new RegExp(`${before}(?:${words})\\s+${length}${after}`, "iu"));
}

/** `only` and `unless` may stand anywhere, `during` at the beginning or at the end. */
export function conditionForms(
  words: { only: string; unless: string; during: string; articles: string },
  states: { good: string; bad: string },
): BesidesWords["condition"] {
  const target = `(?:(?:${words.articles})\\s+)?(?<target>[^\\s,;](?:[^,;]{0,60}?[^\\s,;])?)`;
  const isIn = (state: string) => `\\s+${target}\\s+(?:${state})${after}`;
  const sides = [
    { is: "bad", not: "good" },
    { is: "good", not: "bad" },
  ] as const;
  return sides.flatMap(({ is, not }) => [
    { is, pattern: new RegExp(`${before}(?:${words.only})${isIn(states[is])}`, "iu") },
    { is: not, pattern: new RegExp(`${before}(?:${words.unless})${isIn(states[is])}`, "iu") },
    { is, pattern: new RegExp(`^(?:${words.during})${isIn(states[is])}\\s*,?`, "iu") },
    { is, pattern: new RegExp(`${before}(?:${words.during})${isIn(states[is])}[.!]?$`, "iu") },
  ]);
}
