/** What a person may choose from, in a question. */
import type { Instant, Schedule } from "./schedule.ts";

/** One thing to choose in a question; `name` is worded by the texts, otherwise the schedule is described. */
export interface Choice {
  name: string | null;
  schedule: Schedule | null;
  /** For "which action?". */
  action: { id: number; title: string; next: Instant | null } | null;
  /** For "which chat?": its name, and the topic's. */
  destination?: string;
}

/** What would be asked about a sentence: the code of a question and what could be chosen. */
export interface Ambiguity {
  code: string;
  phrase: string;
  choices: Choice[];
  /** Names there are in place of one that is not, the likeliest first. */
  known?: string[];
}
