/** Answers and corrections in German. */
import { replyWords } from "../reply-words.ts";

export const DE_REPLY = replyWords({
  before: "nein|nee|doch|ok|okay|ja|also|dann|eher|lieber|bitte",
  after: "bitte|lieber|stattdessen|dann|danke|doch",
  to: "auf",
  by: "um",
  it: "(?:mach|mache) (?:es|das)",
  earlier: "früher|eher",
  later: "später",
});
