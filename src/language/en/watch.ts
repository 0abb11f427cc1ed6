/** What can be said about checks and what they raise, in English. First match wins; see manage.ts for the form. */
import { severities } from "../../core/escalation.ts";
import type { ManageEntry } from "../manage-entry.ts";
import {
  answers,
  bare,
  depend,
  independent,
  looked,
  maintenance,
  maintenanceUntil,
  over,
  raise,
  silence,
  untilFixed,
} from "../watch-meaning.ts";

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
  { say: "is|are <target> [still|back] up|down|red|green|ok|okay|fine|healthy|working", mean: looked },
  { say: "escalate <title>", mean: raise() },
  { say: "[show] [me] [the] [open] escalations", mean: bare({ intent: "escalations" }) },
  { say: "what|what's|whats [is] open|red|down|broken|wrong [now]", mean: bare({ intent: "escalations" }) },
  { say: "[is] anything|something open|red|down|broken|wrong|failing [now]", mean: bare({ intent: "escalations" }) },
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
  {
    say: "[start] maintenance|/maintenance [window] [for|of|on] all|everything [checks] [from] [now] until|till <when>",
    mean: maintenanceUntil("now"),
  },
  {
    say: "[start] maintenance|/maintenance [window] [for|of|on] all|everything [checks] [now] [for] [the] [next] <span>",
    mean: maintenance,
  },
  { say: "[start] maintenance|/maintenance [window] [from] [now] until|till <when>", mean: maintenanceUntil("now") },
  { say: "[start] maintenance|/maintenance [window] [now] [for] [the] [next] <span>", mean: maintenance },
  {
    say: "[start] maintenance|/maintenance [window] [for|of|on] <target> [from] [now] until|till <when>",
    mean: maintenanceUntil("now"),
  },
  {
    say: "[start] maintenance|/maintenance [window] [for|of|on] <target> [now] [for] [the] [next] <span>",
    mean: maintenance,
  },
];
