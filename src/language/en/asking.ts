/** What people ask about what is planned, about how things are, and about Belfry itself, in English. */
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";

function agenda({ when }: Slots, tools: ManageTools): ManageRequest | null {
  const range = tools.range(when);
  return range && { intent: "agenda", ...range };
}

/** "plan for next week on sunday evening": the plan is made then. */
function plan(slots: Slots, tools: ManageTools): ManageRequest | null {
  return /\s(?:on|at|by)\s/iu.test(slots.when) ? null : agenda(slots, tools);
}

function today(_: Slots, tools: ManageTools): ManageRequest | null {
  const range = tools.range("today");
  return range && { intent: "agenda", ...range };
}

/** "timezone tokyo"; "time zone meeting tomorrow" is something to be reminded of. */
function zone({ title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() || title.split(/\s+/u).length > 3 ? null : { intent: "zone", place: title };
}

const bare = (request: ManageRequest) => (): ManageRequest => request;

export const EN_ASKING: ManageEntry[] = [
  { say: "what|what's|whats [is|do] [i] [on|have|planned|scheduled|due] [on|for] <when>", mean: agenda },
  { say: "what am i doing [on] <when>", mean: agenda },
  { say: "[my|the] agenda|plan|schedule [for|of] <when>", mean: plan },
  { say: "[do] [i] have|got anything|something [on|planned|scheduled|due] [on|for] <when>", mean: agenda },
  { say: "[is] [there] anything|something on|planned|scheduled|due [on|for] <when>", mean: agenda },
  { say: "am i free|busy [on] <when>", mean: agenda },
  { say: "agenda", mean: today },
  { say: "what|what's|whats [is|comes] [up] next", mean: bare({ intent: "next", target: "" }) },
  { say: "what|what's|whats [is] coming up", mean: bare({ intent: "next", target: "" }) },
  { say: "what time is it [now]", mean: bare({ intent: "settings" }) },

  { say: "list [everything|all]", mean: bare({ intent: "list" }) },
  { say: "[show] [me] [all] [my] reminders|actions|tasks", mean: bare({ intent: "list" }) },
  { say: "list [all] [my] reminders|actions|tasks", mean: bare({ intent: "list" }) },
  { say: "show [me] everything|all|list", mean: bare({ intent: "list" }) },
  {
    say: "how many reminders|actions|tasks|checks [do] [i] [have|are] [there] [now|left]",
    mean: bare({ intent: "list" }),
  },
  { say: "settings|preferences", mean: bare({ intent: "settings" }) },
  { say: "[show|open|change] my|the settings", mean: bare({ intent: "settings" }) },
  { say: "[set|change] [my|the] timezone|tz [to|:] <title>", mean: zone },
  { say: "[set|change] [my|the] time zone [to|:] <title>", mean: zone },
  { say: "[set|change] [my|the] timezone|tz", mean: bare({ intent: "settings" }) },
  { say: "[show] [me] [the|my] status", mean: bare({ intent: "status" }) },
  { say: "how|how's [is|are] everything|things [doing|going] [now|today]", mean: bare({ intent: "status" }) },
  { say: "help", mean: bare({ intent: "help" }) },
  { say: "undo [that|it|this]", mean: bare({ intent: "undo" }) },
  { say: "what|how can|do you|i do|help|use [this|you] [me]", mean: bare({ intent: "help" }) },
  { say: "hello|hi|hey|hallo|yo [there|belfry|bot|again]", mean: bare({ intent: "help", about: "hello" }) },
  { say: "good morning|afternoon|evening|night [belfry]", mean: bare({ intent: "help", about: "hello" }) },
  { say: "how are you [doing] [today]", mean: bare({ intent: "help", about: "hello" }) },
  {
    say: "[many|ok|great|perfect] thanks|thx|cheers|ty [a] [lot|so|very] [much] [belfry]",
    mean: bare({ intent: "help", about: "thanks" }),
  },
  { say: "[ok|great] thank you [so|very] [much] [belfry]", mean: bare({ intent: "help", about: "thanks" }) },
  { say: "who|what are you", mean: bare({ intent: "help", about: "self" }) },
  { say: "what did|have i miss|missed [today|yesterday|meanwhile]", mean: bare({ intent: "missed" }) },
  { say: "did|have i miss|missed anything|something", mean: bare({ intent: "missed" }) },
  { say: "what went wrong [today|yesterday|overnight|meanwhile]", mean: bare({ intent: "missed" }) },
  { say: "what happened [meanwhile] [while] [i] [was] [away|gone|asleep]", mean: bare({ intent: "missed" }) },
];
