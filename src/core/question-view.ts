/** What is asked of a person. */
import type { MessageRef } from "./action.ts";
import type { Choice } from "./choice.ts";

export type QuestionView =
  | {
      view: "question";
      question: number;
      code: string;
      title: string;
      phrase: string;
      choices: Choice[];
      free: boolean;
      /** Names there are in place of one that is not, the likeliest first. */
      known?: string[];
    }
  /** The question is over: answered elsewhere, timed out or cancelled. */
  | { view: "questionClosed"; how: "expired" | "cancelled" | "answered" | "setAside" }
  | { view: "forwarded"; question: number; original: MessageRef; excerpt: string };
