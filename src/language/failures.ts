/** "after 5 failures": failed runs in a row after which an action pauses itself. */
import type { ManageTools, Slots } from "./manage-entry.ts";
import type { ManageRequest } from "./request.ts";

/** Where it is not said after how many. */
const usual = 5;
/** More than that would never come. */
const most = 100;

/** How failures are spoken of; each is a pattern. */
export interface FailureWords {
  /** "one", "a" */
  one: string;
  /** Said with a number. */
  counted: string;
  /** Said without one: "after failures". */
  many: string;
  /** "in a row", which may be left out. */
  inARow: string;
}

/** A pattern with the group `count`. */
export function failuresPattern({ one, counted, many, inARow }: FailureWords): string {
  return `(?:(?<count>\\d{1,3}|${one})\\s*(?:${counted})|(?:${many}))(?:\\s+(?:${inARow}))?`;
}

/** Null for a number that cannot be meant. */
export function failuresOf(count: string | undefined): number | null {
  const failures = count === undefined ? usual : Number(/^\d+$/u.test(count) ? count : 1);
  return failures >= 1 && failures <= most ? failures : null;
}

/** What "pause <target> after <title>" and "never pause <target> after <title>" mean. */
export function pauseMeanings(words: FailureWords) {
  const whole = new RegExp(`^${failuresPattern(words)}$`, "iu");
  const meaning = (never: boolean) => {
    return ({ target, title }: Slots, tools: ManageTools): ManageRequest | null => {
      const found = whole.exec(title);
      const failures = found && failuresOf(found.groups?.count);
      if (!failures || tools.saysTime(target)) return null;
      return { intent: "pauseAfter", target, failures: never ? null : failures };
    };
  };
  return { after: meaning(false), never: meaning(true) };
}
