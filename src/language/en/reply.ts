/** Answers and corrections in English. */
import { replyWords } from "../reply-words.ts";

export const EN_REPLY = replyWords({
  before: "ok|okay|yes|well|then|please",
  after: "please|pls|then|thanks",
  contrary: "no|nope|wait|sorry|oops|actually|rather|instead|i meant|i mean",
  back: "(?:cancel|scratch|forget|drop) (?:it|this|that)|never ?mind|cancel|stop|abort",
  to: "to",
  by: "by",
  it: "(?:make|set|change|move|put) (?:it|this|that)",
  earlier: "earlier|sooner",
  later: "later",
});
