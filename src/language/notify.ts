/** "tell me only when backup fails", "leave ping out of the digest": what is told of an action, said of one there is. */
import type { Notify } from "../core/notify.ts";
import type { ManageEntry, ManageTools, Slots } from "./manage-entry.ts";
import type { ManageRequest } from "./request.ts";

/** A time is no part of a name: "don't tell me about the party tomorrow" is something to be reminded of. */
function meaning(request: (target: string) => ManageRequest) {
  return ({ target }: Slots, tools: ManageTools) => (tools.saysTime(target) ? null : request(target));
}

/** Null is what is usual for its kind. */
export function notifyEntries(notify: Notify | null, says: string[]): ManageEntry[] {
  return says.map((say) => ({ say, mean: meaning((target) => ({ intent: "notify", target, notify })) }));
}

export function digestEntries(on: boolean, says: string[]): ManageEntry[] {
  return says.map((say) => ({ say, mean: meaning((target) => ({ intent: "digest", target, on })) }));
}
