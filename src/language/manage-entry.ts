/** The form of the tables of manage.ts: one line for each way to say something about existing actions. */
import type { Instant, LocalTime } from "../core/schedule.ts";
import type { ManageRequest } from "./request.ts";
import type { Span } from "./span.ts";

/** What stands in the places of an entry. */
export interface Slots {
  target: string;
  /** A time phrase as written. */
  when: string;
  title: string;
  /** A stretch of time as written. */
  span: string;
}

/**
 * One line of a table: words, `[…]` what may be missing, `<target>` a name or number, `<when>` a time phrase and nothing
 * else, `<span>` a stretch of time and nothing else, `<title>` anything. `mean` builds the request; null when the words do not fit after all.
 */
export interface ManageEntry {
  say: string;
  mean: (slots: Slots, tools: ManageTools) => ManageRequest | null;
}

export interface ManageTools {
  /** The instant a time phrase means; a day alone is its beginning. */
  instant(when: string): Instant | null;
  /** The same of what something lasts until: "1" is the next hour at which a clock shows 1. */
  end(when: string): Instant | null;
  /** The stretch of days a phrase means, `to` not included. */
  range(when: string): { from: Instant; to: Instant } | null;
  /** "from 22 to 7", "22:00–07:00" */
  hours(when: string): { start: LocalTime; end: LocalTime } | null;
  /** The stretch a phrase means, "tonight 23 to 1", "2 hours" from now on. */
  span(words: string): Span | null;
  /** Whether a time is said anywhere in the sentence. */
  sentenceSaysTime(): boolean;
  /** Whether the words are a time and nothing else. */
  isTime(words: string): boolean;
  /** Whether a time is said in the words. */
  saysTime(words: string): boolean;
}
