/** What can be said about checks and what they raise, in German. First match wins; see manage.ts for the form. */
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest, WatchRequest } from "../request.ts";

const bare = (request: WatchRequest) => (): ManageRequest => request;

function maintenance({ target, span }: Slots, tools: ManageTools): ManageRequest | null {
  const found = tools.span(span);
  return found && { intent: "maintenance", target, from: found.from, until: found.to };
}

/** "Wartung bis 18": a bare hour is a clock time. */
function maintenanceUntil({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  if (tools.saysTime(target)) return null;
  const [from, until] = [tools.instant("jetzt"), tools.instant(`um ${when}`) ?? tools.instant(when)];
  return from === null || until === null ? null : { intent: "maintenance", target, from, until };
}

function over({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "maintenanceEnd", target };
}

function depend({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "depend", target, on: title };
}

function independent({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "depend", target, on: null };
}

export const DE_WATCH: ManageEntry[] = [
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
  { say: "wartung|/maintenance [ab] [jetzt] bis <when>", mean: maintenanceUntil },
  { say: "wartung|/maintenance [ab] [jetzt] [für] [die] [nächste|nächsten] <span>", mean: maintenance },
  { say: "wartung|/maintenance [für|von] <target> [ab] [jetzt] bis <when>", mean: maintenanceUntil },
  {
    say: "wartung|/maintenance [für|von] <target> [ab] [jetzt] [für] [die] [nächste|nächsten] <span>",
    mean: maintenance,
  },
];
