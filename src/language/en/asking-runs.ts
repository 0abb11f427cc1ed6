/** What people ask about how actions have gone, in English. */
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";

/** Words for what has gone by. They are no part of a name, and the answer tells the newest first. */
const LATELY =
  "[since|over|in|for] [the] [today|yesterday|tonight|overnight|lately|recently|meanwhile|last|past|this] [night|week|month|morning|evening|weekend|days|24] [hours]";

function about(intent: "history" | "why") {
  return ({ target }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.saysTime(target) ? null : { intent, target };
}

/** "check shop now"; an address is no name, and "10 minutes from now" no name and "now". */
function look({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return /:\/\/|\sfrom$/u.test(target) || tools.saysTime(target) ? null : { intent: "run", target };
}

/** "check shop every hour instead" */
function instead({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "move", target, to: when };
}

const missed = (): ManageRequest => ({ intent: "missed" });
const list = (): ManageRequest => ({ intent: "list" });

export const EN_ASKING_RUNS: ManageEntry[] = [
  { say: `what|which [checks|actions|runs|jobs] failed|broke ${LATELY}`, mean: missed },
  { say: `[show] [me] [all] [the] failed|failing runs|checks|actions|jobs ${LATELY}`, mean: missed },
  { say: "[show] [me] [all] [of] [my|the] checks|monitors|reports", mean: list },
  { say: "list [all] [of] [my|the] checks|monitors|reports", mean: list },

  {
    say: "[show] [me] [the] [last|latest|recent] [3|5|10] runs|history|results [of|for|from] <target>",
    mean: about("history"),
  },
  { say: "[show] [me] [the] last|latest|recent run|result [of|for|from] <target>", mean: about("history") },
  {
    say: `[show] [me] [the] uptime|availability|stats|statistics [of|for|from] <target> ${LATELY}`,
    mean: about("history"),
  },
  {
    say: "when did|has|was <target> last run|ran|ring|rung|fail|failed|fire|fired|succeed|succeeded|down|red|up|green",
    mean: about("history"),
  },
  {
    say: "when was [the] last time [that] <target> ran|rang|failed|fired|succeeded|was [down|red|up|green]",
    mean: about("history"),
  },
  {
    say: `did|has <target> run|ran|ring|rung|fail|failed|work|worked|succeed|succeeded ${LATELY}`,
    mean: about("history"),
  },
  { say: `how often did|has|does <target> run|fail|failed|ring|rung ${LATELY}`, mean: about("history") },
  { say: `how many times did|has <target> run|fail|failed|ring|rung ${LATELY}`, mean: about("history") },
  {
    say: `how is|has|did|does <target> doing|been|do|done|perform|performed|performing ${LATELY}`,
    mean: about("history"),
  },
  {
    say: `why did|does|has <target> fail|failed|failing|break|broke|go|went [down|red|wrong|off] ${LATELY}`,
    mean: about("why"),
  },
  {
    say: `why didn't|didnt|doesn't|doesnt|hasn't <target> run|ring|rung|come|fire|start|work ${LATELY}`,
    mean: about("why"),
  },
  { say: `why did <target> not run|ring|come|fire|start|work ${LATELY}`, mean: about("why") },

  { say: "check|test|probe <target> right now", mean: look },
  { say: "check|test|probe <target> now|immediately", mean: look },
  { say: "check|run|test|probe|watch <target> <when> instead", mean: instead },
  { say: "<target> should be checked|run|tested|sent <when>", mean: instead },
  { say: "<target> should be checked|run|tested|sent <when> instead", mean: instead },
];
