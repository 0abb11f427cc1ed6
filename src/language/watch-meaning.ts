/** What sentences about checks and what they raise mean, in whatever language they are said. */
import type { Severity } from "../core/escalation.ts";
import type { ManageTools, Slots } from "./manage-entry.ts";
import type { ManageRequest } from "./request.ts";
import type { WatchRequest } from "./watch-request.ts";

/** What needs nothing but to be said. */
export const bare = (request: WatchRequest) => (): ManageRequest => request;

export function maintenance({ target, span }: Slots, tools: ManageTools): ManageRequest | null {
  const found = tools.saysTime(target) ? null : tools.span(span);
  return found && { intent: "maintenance", target, from: found.from, until: found.to };
}

/** "maintenance until 18": a bare hour is a clock time, where need be with the word `at` of the language. */
export function maintenanceUntil(now: string, at?: string) {
  return ({ target, when }: Slots, tools: ManageTools): ManageRequest | null => {
    if (tools.saysTime(target)) return null;
    const from = tools.instant(now);
    const until = (at ? tools.end(`${at} ${when}`) : null) ?? tools.end(when);
    return from === null || until === null ? null : { intent: "maintenance", target, from, until };
  };
}

const EVERYTHING = new Set(["everything", "all", "alles"]);

/** "is shop up?": its card says so. */
export function looked({ target }: Slots, tools: ManageTools): ManageRequest | null {
  if (tools.sentenceSaysTime()) return null;
  return EVERYTHING.has(target.toLowerCase()) ? { intent: "status" } : { intent: "show", target };
}

export function over({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "maintenanceEnd", target };
}

/** "happiness depends on sleep tomorrow" is something to be reminded of. */
export function depend({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "depend", target, on: title };
}

export function independent({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "depend", target, on: null };
}

/** A time is no part of what is taken or over. */
export function answers(intent: "ack" | "resolve") {
  return ({ target }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.sentenceSaysTime() ? null : { intent, target };
}

export function untilFixed({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "silence", target, until: null };
}

export function silence({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  const until = tools.saysTime(target) ? null : (tools.span(when)?.to ?? tools.end(when));
  return until === null ? null : { intent: "silence", target, until };
}

/** "escalate the backup tomorrow at 9" is something to be reminded of. */
export function raise(severity?: Severity) {
  return ({ target, title }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.sentenceSaysTime() ? null : { intent: "raise", target: title || target, ...(severity && { severity }) };
}
