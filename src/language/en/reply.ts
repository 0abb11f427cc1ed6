/** Answers and corrections in English. */
import { replyWords } from "../reply-words.ts";

export const EN_REPLY = replyWords({
  before: "no|nope|ok|okay|yes|well|then|actually|rather|please",
  after: "please|pls|actually|instead|then|thanks",
  to: "to",
  by: "by",
  it: "(?:make|do) (?:it|this|that)",
  earlier: "earlier|sooner",
  later: "later",
});
