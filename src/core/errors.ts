/** What can go wrong for a person. Core and app throw codes; doors pick the words, the HTTP status and the exit code. */

export type ErrorCode =
  | "notAllowed"
  | "notFound"
  | "isDeleted"
  | "nothingMatches"
  | "invalidInput"
  | "unknownCommand"
  | "unknownZone"
  | "badSchedule"
  | "past"
  | "neverFires"
  | "tooOften"
  | "tooMany"
  /** `title` would start itself again and again, through others. */
  | "loop"
  /** `title` has times of its own and cannot wait for something as well. */
  | "hasTimes"
  /** `title` is of a kind whose runs have no results that could be told. */
  | "noResults"
  /** `target` names several, where one has to be named. */
  | "several"
  | "stale"
  | "changedMeanwhile"
  | "nothingToUndo"
  | "whichOne"
  | "undoRefused"
  /** `title` has no time on the days that were to be left out. */
  | "notDueThen"
  /** `title`: of its times only the next can be left out. */
  | "onlyNext"
  /** "Never mind" about `title`, which was looked at. */
  | "onlyShown"
  | "alreadyAnswered"
  | "noEscalation"
  /** `title`: only what is checked can be raised. */
  | "noCheck"
  | "noMaintenance"
  /** `title` would depend on `parent`, which depends on it. */
  | "dependsOnItself"
  | "howToMaintain"
  | "howToEscalate"
  | "questionOver"
  | "notUnderstood"
  /** Asked for in a report, and nothing a report can tell yet. */
  | "notReportable"
  /** `target` is no group or topic in which the person may have something told. */
  | "noPlace"
  /** `title`: what it tells is for the chat it is at home in. */
  | "staysHome"
  /** `title`: whoever made it may not have it told there. */
  | "notTheirs"
  | "badTemplate"
  /** Said while something was asked. `text`, `title` of what was asked about. */
  | "notAnAnswer"
  | "nothingRings"
  | "howToAdd"
  | "oneAtATime"
  | "tooOld"
  | "diskFull"
  | "internal";

/** Thrown on purpose, for a person to read. `args` fill the words; they never hold a secret. */
export class BelfryError extends Error {
  readonly code: ErrorCode;
  readonly args: Record<string, string | number>;

  constructor(code: ErrorCode, args: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(args)}`);
    this.name = "BelfryError";
    this.code = code;
    this.args = args;
  }
}

/** A commit whose expectation did not hold: somebody was faster. Nothing was written. */
export class Conflict extends Error {
  /** Index in the list of changes. */
  readonly at: number;

  constructor(at: number, what: string) {
    super(`change ${at} (${what}) found something else than it expected`);
    this.name = "Conflict";
    this.at = at;
  }
}
