/** What a language brings for answers and corrections: "no, at 9 please", "make it 10 minutes earlier". */

/** Alternatives of a regular expression each. */
interface Words {
  /** In front of what is meant. */
  before: string;
  /** Behind it. */
  after: string;
  /** Before a new time. */
  to: string;
  /** Before a length by which something moves. */
  by: string;
  /** Stands for what moves, with its verb. */
  it: string;
  earlier: string;
  later: string;
}

export interface ReplyWords {
  before: RegExp;
  after: RegExp;
  to: RegExp;
  /** The groups `length`, and `by`, `earlier` or `later` where said. */
  shift: RegExp;
}

export function replyWords({ before, after, to, by, it, earlier, later }: Words): ReplyWords {
  return {
    before: new RegExp(`^(?:(?:${before})[,\\s]+)+`, "iu"),
    after: new RegExp(`(?:[,\\s]+(?:${after}))+\\s*[.!]*$`, "iu"),
    to: new RegExp(`^(?:${to})\\s+`, "iu"),
    shift: new RegExp(
      `^(?:(?:${it})\\s+)?(?<by>(?:${by})\\s+)?(?<length>\\S.*?)(?:\\s+(?:(?<earlier>${earlier})|(?<later>${later})))?[.!]?$`,
      "iu",
    ),
  };
}
