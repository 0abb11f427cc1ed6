/** What people ask about how actions have gone, in English. */
import { aboutRuns, changed, checkNow } from "../asking-runs.ts";
import type { ManageEntry } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";

/** Words for what has gone by. They are no part of a name, and the answer tells the newest first. */
const LATELY =
  "[since|over|in|for] [the] [today|yesterday|tonight|overnight|lately|recently|meanwhile|last|past|this] [night|week|month|morning|evening|weekend|days|24] [hours]";

const missed = (): ManageRequest => ({ intent: "missed" });
const list = (): ManageRequest => ({ intent: "list" });

export const EN_ASKING_RUNS: ManageEntry[] = [
  { say: `what|which [checks|actions|runs|jobs] failed|broke ${LATELY}`, mean: missed },
  { say: `[show] [me] [all] [the] failed|failing runs|checks|actions|jobs ${LATELY}`, mean: missed },
  { say: "[show] [me] [all] [of] [my|the] checks|monitors|reports", mean: list },
  { say: "list [all] [of] [my|the] checks|monitors|reports", mean: list },

  {
    say: "[show] [me] [the] [last|latest|recent] [3|5|10] runs|history|results [of|for|from] <target>",
    mean: aboutRuns("history"),
  },
  { say: "[show] [me] [the] last|latest|recent run|result [of|for|from] <target>", mean: aboutRuns("history") },
  {
    say: `[show] [me] [the] uptime|availability|stats|statistics [of|for|from] <target> ${LATELY}`,
    mean: aboutRuns("history"),
  },
  {
    say: "when did|has|was <target> last run|ran|ring|rung|fail|failed|fire|fired|succeed|succeeded|down|red|up|green",
    mean: aboutRuns("history"),
  },
  {
    say: "when was [the] last time [that] <target> ran|rang|failed|fired|succeeded|was [down|red|up|green]",
    mean: aboutRuns("history"),
  },
  {
    say: `did|has <target> run|ran|ring|rung|fail|failed|work|worked|succeed|succeeded ${LATELY}`,
    mean: aboutRuns("history"),
  },
  { say: `how often did|has|does <target> run|fail|failed|ring|rung ${LATELY}`, mean: aboutRuns("history") },
  { say: `how many times did|has <target> run|fail|failed|ring|rung ${LATELY}`, mean: aboutRuns("history") },
  {
    say: `how has|did|does <target> doing|been|do|done|perform|performed|performing ${LATELY}`,
    mean: aboutRuns("history"),
  },
  {
    say: `why did|does|has <target> fail|failed|failing|break|broke|go|went [down|red|wrong|off] ${LATELY}`,
    mean: aboutRuns("why"),
  },
  {
    say: `why didn't|didnt|doesn't|doesnt|hasn't <target> run|ring|rung|come|fire|start|work ${LATELY}`,
    mean: aboutRuns("why"),
  },
  { say: `why did <target> not run|ring|come|fire|start|work ${LATELY}`, mean: aboutRuns("why") },

  { say: "check|test|probe <target> right now", mean: checkNow },
  { say: "check|test|probe <target> now|immediately", mean: checkNow },
  { say: "check|run|test|probe|watch <target> <when> instead", mean: changed },
  { say: "<target> should be checked|run|tested|sent <when>", mean: changed },
  { say: "<target> should be checked|run|tested|sent <when> instead", mean: changed },
];
