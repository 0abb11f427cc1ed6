/** What can be said about checks and what they raise, in English. First match wins; see manage.ts for the form. */
import { type Severity, severities } from "../../core/escalation.ts";
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest, WatchRequest } from "../request.ts";

const bare = (request: WatchRequest) => (): ManageRequest => request;

function maintenance({ target, span }: Slots, tools: ManageTools): ManageRequest | null {
  const found = tools.saysTime(target) ? null : tools.span(span);
  return found && { intent: "maintenance", target, from: found.from, until: found.to };
}

/** "maintenance until 18": a bare hour is a clock time. */
function maintenanceUntil({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  if (tools.saysTime(target)) return null;
  const [from, until] = [tools.instant("now"), tools.instant(when)];
  return from === null || until === null ? null : { intent: "maintenance", target, from, until };
}

function over({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "maintenanceEnd", target };
}

/** "happiness depends on sleep tomorrow" is something to be reminded of. */
function depend({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "depend", target, on: title };
}

function independent({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "depend", target, on: null };
}

/** A time is no part of what is taken or over. */
function answers(intent: "ack" | "resolve") {
  return ({ target }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.sentenceSaysTime() ? null : { intent, target };
}

function untilFixed({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "silence", target, until: null };
}

function silence({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  const until = tools.saysTime(target) ? null : (tools.span(when)?.to ?? tools.instant(when));
  return until === null ? null : { intent: "silence", target, until };
}

/** "escalate the backup tomorrow at 9" is something to be reminded of. */
function raise(severity?: Severity) {
  return ({ target, title }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.sentenceSaysTime() ? null : { intent: "raise", target: title || target, ...(severity && { severity }) };
}

export const EN_WATCH: ManageEntry[] = [
  ...severities.flatMap((severity): ManageEntry[] => [
    { say: `[show] [me] [the] [open] ${severity} escalations`, mean: bare({ intent: "escalations", severity }) },
    {
      say: `[show] [me] [the] ${severity} stale escalations`,
      mean: bare({ intent: "escalations", severity, stale: true }),
    },
    { say: `escalate|raise ${severity} <title>`, mean: raise(severity) },
    { say: `test [the] [my] ${severity} routes|alerts|escalations`, mean: bare({ intent: "testRoutes", severity }) },
    {
      say: `test [the] [my] routes|alerts|escalations for|of ${severity} [alerts|escalations]`,
      mean: bare({ intent: "testRoutes", severity }),
    },
  ]),
  { say: "[show] [me] [the] stale escalations", mean: bare({ intent: "escalations", stale: true }) },
  {
    say: "test [the] [my] [all] [alert|escalation] routes|alerts|escalations|channels",
    mean: bare({ intent: "testRoutes" }),
  },
  { say: "escalate <title>", mean: raise() },
  { say: "[show] [me] [the] [open] escalations", mean: bare({ intent: "escalations" }) },
  { say: "what|what's|whats [is] open|red|down|broken", mean: bare({ intent: "escalations" }) },
  { say: "ack|acknowledge [it|this|that]", mean: bare({ intent: "ack", target: "" }) },
  { say: "ack|acknowledge <target>", mean: answers("ack") },
  { say: "resolve [it|this|that]", mean: bare({ intent: "resolve", target: "" }) },
  { say: "resolve <target>", mean: answers("resolve") },
  { say: "silence|/silence|hush [it|this|that] [until|till] [it] [is] fixed", mean: untilFixed },
  { say: "silence|/silence|hush [it|this|that] [for|until|till] <when>", mean: silence },
  { say: "silence|/silence|hush <target> [until|till] [it] [is] fixed", mean: untilFixed },
  { say: "silence|/silence|hush <target> [for|until|till] <when>", mean: silence },
  { say: "silence|hush off", mean: () => ({ intent: "quietOff" }) },
  { say: "silence|/silence|hush <target>", mean: untilFixed },

  { say: "<target> no longer depends [on] [anything]", mean: independent },
  { say: "<target> no longer depends on <title>", mean: independent },
  { say: "<target> doesn't|doesnt depend on <title>", mean: independent },
  { say: "<target> does not depend on <title>", mean: independent },
  { say: "<target> depends|relies on <title>", mean: depend },

  { say: "[show] [my|the] maintenance|/maintenance [windows]", mean: bare({ intent: "maintenances" }) },
  { say: "end|stop|cancel|finish [the] maintenance", mean: bare({ intent: "maintenanceEnd", target: "" }) },
  { say: "end|stop|cancel|finish [the] maintenance [for|of|on] <target>", mean: over },
  { say: "maintenance|/maintenance off|over|done", mean: bare({ intent: "maintenanceEnd", target: "" }) },
  { say: "maintenance|/maintenance off|over|done [for|of|on] <target>", mean: over },
  { say: "[start] maintenance|/maintenance [window] [now] until|till <when>", mean: maintenanceUntil },
  { say: "[start] maintenance|/maintenance [window] [now] [for] [the] [next] <span>", mean: maintenance },
  {
    say: "[start] maintenance|/maintenance [window] [for|of|on] <target> [now] until|till <when>",
    mean: maintenanceUntil,
  },
  {
    say: "[start] maintenance|/maintenance [window] [for|of|on] <target> [now] [for] [the] [next] <span>",
    mean: maintenance,
  },
];
