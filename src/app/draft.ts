/** What a question row keeps: all that its answer needs. */
import type { MessageRef } from "../core/action.ts";
import type { Schedule } from "../core/schedule.ts";
import type { Question } from "../core/store.ts";

/** An operation that waits for a decision. */
export interface Prepared {
  operation: string;
  input: object;
}

export interface Words extends Prepared {
  field: string;
  /** A schedule that is settled but for its clock: a time in words completes it. */
  against?: Schedule;
}

/** In the `draft` of a row. */
export interface Draft {
  choices: Prepared[];
  /** What is done with words: they go into the named field of the input. */
  words: Words | null;
  /** What it is about. */
  title: string;
  /** The card whose button asked: the answer edits it and the question's message goes away. */
  card: number | null;
  /** False where no message asks: a card waits for words, and stays when they do not come. */
  asked: boolean;
  /** The message with the sentence. */
  source: MessageRef | null;
}

/** Draft of a row that `questions.ts` wrote. */
export function draftOf(question: Question): Draft {
  return question.draft as Draft;
}
