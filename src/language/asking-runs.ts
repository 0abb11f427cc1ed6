/** What questions about how actions have gone mean, in whatever language they are asked. */
import type { ManageTools, Slots } from "./manage-entry.ts";
import type { ManageRequest } from "./request.ts";

export function aboutRuns(intent: "history" | "why") {
  return ({ target }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.saysTime(target) ? null : { intent, target };
}

/** "check shop now"; an address is no name, and "10 minutes from now" no name and "now". */
export function checkNow({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return /:\/\/|\sfrom$/u.test(target) || tools.saysTime(target) ? null : { intent: "run", target };
}

/** "check shop every hour instead" */
export function changed({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "move", target, to: when };
}
