/** What a language brings for answers and corrections: "no, at 9 please", "make it 10 minutes earlier". */

/** Alternatives of a regular expression each. */
interface Words {
  /** In front of what is meant. */
  before: string;
  /** Behind it. */
  after: string;
  /** Before or behind what is meant, and says that it was said wrong before. */
  contrary: string;
  /** Takes back what was said before. */
  back: string;
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
  contrary: RegExp;
  back: RegExp;
  /** What stands for what moves, with its verb and "to", before a new time. */
  it: RegExp;
  /** The groups `length`, and `by`, `earlier` or `later` where said. */
  shift: RegExp;
}

export function replyWords({ before, after, contrary, back, to, by, it, earlier, later }: Words): ReplyWords {
  return {
    before: new RegExp(`^(?:(?:${before}|${contrary})[,\\s]+)+`, "iu"),
    after: new RegExp(`(?:[,\\s]+(?:${after}|${contrary}))+\\s*[.!]*$`, "iu"),
    to: new RegExp(`^(?:${to})\\s+`, "iu"),
    contrary: new RegExp(`^(?:${contrary})[,\\s]|[,\\s](?:${contrary})[.!]*$`, "iu"),
    back: new RegExp(`^(?:${back})[.!]*$`, "iu"),
    it: new RegExp(`^(?:${it})\\s+(?:(?:${to})\\s+)?`, "iu"),
    shift: new RegExp(
      `^(?:(?:${it})\\s+)?(?<by>(?:${by})\\s+)?(?<length>\\S.*?)(?:\\s+(?:(?<earlier>${earlier})|(?<later>${later})))?[.!]?$`,
      "iu",
    ),
  };
}
