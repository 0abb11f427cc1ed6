/** What can be said about checks and what they raise, in German. First match wins; see manage.ts for the form. */
import { type Severity, severities } from "../../core/escalation.ts";
import type { ManageEntry } from "../manage-entry.ts";
import {
  answers,
  bare,
  depend,
  independent,
  maintenance,
  maintenanceUntil,
  over,
  raise,
  silence,
  untilFixed,
} from "../watch-meaning.ts";

const SEVERITIES: Record<Severity, [said: string, adjective: string]> = {
  low: ["niedrig", "niedrige|niedrigen"],
  medium: ["mittel", "mittlere|mittleren"],
  high: ["hoch", "hohe|hohen"],
  critical: ["kritisch", "kritische|kritischen"],
};

export const DE_WATCH: ManageEntry[] = [
  ...severities.flatMap((severity): ManageEntry[] => [
    {
      say: `[zeige|zeig] [mir] [die] ${SEVERITIES[severity][1]} eskalationen|störungen`,
      mean: bare({ intent: "escalations", severity }),
    },
    {
      say: `teste [die] ${SEVERITIES[severity][1]} alarmwege|alarme|eskalationen`,
      mean: bare({ intent: "testRoutes", severity }),
    },
    {
      say: `teste [die] alarmwege|alarme|eskalationen für ${severity}|${SEVERITIES[severity][0]}|${SEVERITIES[severity][1]}`,
      mean: bare({ intent: "testRoutes", severity }),
    },
    { say: `eskaliere|melde ${SEVERITIES[severity][0]} <title>`, mean: raise(severity) },
  ]),
  {
    say: "[zeige|zeig] [mir] [die] veraltete|veralteten eskalationen|störungen",
    mean: bare({ intent: "escalations", stale: true }),
  },
  { say: "teste [die] [alle] alarmwege|alarme|eskalationen|kanäle", mean: bare({ intent: "testRoutes" }) },
  { say: "eskaliere <title>", mean: raise() },
  { say: "[zeige|zeig] [mir] [die] [offene|offenen] eskalationen|störungen", mean: bare({ intent: "escalations" }) },
  { say: "[was] ist [etwas] rot|kaputt|gestört|offen|los", mean: bare({ intent: "escalations" }) },
  { say: "quittiere|übernehme|bestätige [es|das]", mean: bare({ intent: "ack", target: "" }) },
  { say: "quittiere|übernehme|bestätige <target>", mean: answers("ack") },
  { say: "behoben", mean: bare({ intent: "resolve", target: "" }) },
  { say: "/silence bis behoben", mean: untilFixed },
  { say: "/silence [für|bis] <when>", mean: silence },
  { say: "/silence <target> bis behoben", mean: untilFixed },
  { say: "/silence <target> [für|bis] <when>", mean: silence },
  { say: "schalte <target> stumm bis behoben", mean: untilFixed },
  { say: "schalte <target> bis behoben stumm", mean: untilFixed },
  { say: "schalte <target> [für|bis] <when> stumm", mean: silence },
  { say: "schalte <target> stumm [für|bis] <when>", mean: silence },
  { say: "schalte <target> stumm", mean: untilFixed },
  { say: "<target> stumm bis behoben", mean: untilFixed },
  { say: "<target> stumm [für|bis] <when>", mean: silence },
  { say: "<target> [ist] behoben", mean: answers("resolve") },

  { say: "<target> hängt nicht|nichtmehr [mehr] ab", mean: independent },
  { say: "<target> hängt nicht|nichtmehr [mehr] von <title> ab", mean: independent },
  { say: "<target> hängt nicht|nichtmehr [mehr] ab von <title>", mean: independent },
  { say: "<target> hängt von <title> ab", mean: depend },
  { say: "<target> hängt ab von <title>", mean: depend },

  { say: "[zeige|zeig] [die] wartung|wartungen|/maintenance", mean: bare({ intent: "maintenances" }) },
  { say: "beende|stoppe [die] wartung", mean: bare({ intent: "maintenanceEnd", target: "" }) },
  { say: "beende|stoppe [die] wartung [für|von] <target>", mean: over },
  { say: "wartung|/maintenance aus|ende|beenden|vorbei|fertig", mean: bare({ intent: "maintenanceEnd", target: "" }) },
  { say: "wartung|/maintenance aus|ende|beenden|vorbei|fertig [für|von] <target>", mean: over },
  { say: "wartung|/maintenance [ab] [jetzt] bis <when>", mean: maintenanceUntil("jetzt", "um") },
  { say: "wartung|/maintenance [ab] [jetzt] [für] [die] [nächste|nächsten] <span>", mean: maintenance },
  { say: "wartung|/maintenance [für|von] <target> [ab] [jetzt] bis <when>", mean: maintenanceUntil("jetzt", "um") },
  {
    say: "wartung|/maintenance [für|von] <target> [ab] [jetzt] [für] [die] [nächste|nächsten] <span>",
    mean: maintenance,
  },
];
