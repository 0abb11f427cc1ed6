/** What people ask about what is planned, about how things are, and about Belfry itself, in German. */
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";

function agenda({ when }: Slots, tools: ManageTools): ManageRequest | null {
  const range = tools.range(when || "heute");
  return range && { intent: "agenda", ...range };
}

/** "zeitzone tokio"; "zeitzone klären morgen" is something to be reminded of. */
function zone({ title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() || title.split(/\s+/u).length > 3 ? null : { intent: "zone", place: title };
}

const bare = (request: ManageRequest) => (): ManageRequest => request;

export const DE_ASKING: ManageEntry[] = [
  { say: "was [ist|steht|habe|hab|liegt] [ich] <when> [an|vor]", mean: agenda },
  { say: "habe|hab ich <when> was|etwas|termine [vor|geplant]", mean: agenda },
  { say: "bin ich <when> [schon] frei|verplant", mean: agenda },
  { say: "was mache|mach|muss|soll ich <when> [machen|tun|erledigen]", mean: agenda },
  { say: "was passiert|geht <when> [ab]", mean: agenda },
  { say: "steht|liegt <when> was|etwas [an|vor]", mean: agenda },
  { say: "gibt es <when> was|etwas|termine", mean: agenda },
  { say: "[meine|die|der|mein] agenda|termine|plan|tagesplan|kalender [für|von] <when>", mean: agenda },
  { say: "[zeig|zeige] [mir] [meine|die|der|mein] agenda|termine|tagesplan", mean: agenda },
  { say: "liste [alles|alle] [auf]", mean: bare({ intent: "list" }) },
  { say: "welche|was erinnerungen|aufgaben|aktionen habe|hab|gibt [ich|es] [noch]", mean: bare({ intent: "list" }) },
  { say: "was habe|hab ich [noch] [alles] offen", mean: bare({ intent: "list" }) },
  { say: "einstellungen", mean: bare({ intent: "settings" }) },
  { say: "[zeig|zeige|öffne] [mir] [meine|die] einstellungen", mean: bare({ intent: "settings" }) },
  { say: "[setz|setze|ändere|stell|meine] [meine|die] zeitzone [ist|auf|:] <title>", mean: zone },
  { say: "[ändere|zeig] [meine|die] zeitzone", mean: bare({ intent: "settings" }) },
  { say: "was kommt|ist|steht als|das nächstes|nächste [an]", mean: bare({ intent: "next", target: "" }) },
  { say: "[zeige|zeig] [mir] [alle|meine] [meine] erinnerungen|aktionen|aufgaben", mean: bare({ intent: "list" }) },
  { say: "wie viele|viel erinnerungen|aktionen|aufgaben|checks [habe|gibt] [ich|es]", mean: bare({ intent: "list" }) },
  { say: "wie spät ist es [jetzt]", mean: bare({ intent: "settings" }) },
  { say: "wieviel|wie viel uhr ist es [jetzt]", mean: bare({ intent: "settings" }) },
  { say: "zeige|zeig [mir] alle|alles", mean: bare({ intent: "list" }) },
  { say: "[zeig|zeige] [mir] [den] status", mean: bare({ intent: "status" }) },
  { say: "[ist] alles ok|okay|gut|grün", mean: bare({ intent: "status" }) },
  { say: "[ist] alles in ordnung", mean: bare({ intent: "status" }) },
  { say: "wie läuft|läufts [es] [alles]", mean: bare({ intent: "status" }) },
  { say: "hilfe|hilf [mir]", mean: bare({ intent: "help" }) },
  { say: "was kannst|kann du|ich [alles|hier] [tun|machen]", mean: bare({ intent: "help" }) },
  {
    say: "hallo|hi|hey|servus|moin|grüezi|hoi|tach [belfry|du|zusammen]",
    mean: bare({ intent: "help", about: "hello" }),
  },
  { say: "guten|gute|schönen tag|morgen|abend [belfry]", mean: bare({ intent: "help", about: "hello" }) },
  { say: "wie geht's|gehts [dir]", mean: bare({ intent: "help", about: "hello" }) },
  { say: "wie geht es dir", mean: bare({ intent: "help", about: "hello" }) },
  { say: "[vielen|lieben|ok|super] dank|danke [dir|schön|sehr]", mean: bare({ intent: "help", about: "thanks" }) },
  { say: "wer|was bist du", mean: bare({ intent: "help", about: "self" }) },
  { say: "was habe|hab ich [heute|gestern|inzwischen] verpasst", mean: bare({ intent: "missed" }) },
  { say: "habe|hab ich was|etwas verpasst", mean: bare({ intent: "missed" }) },
  { say: "was war los", mean: bare({ intent: "missed" }) },
  {
    say: "was ist [heute|gestern|inzwischen] fehlgeschlagen|schiefgegangen|ausgefallen",
    mean: bare({ intent: "missed" }),
  },
  { say: "[mach] [das|es] rückgängig", mean: bare({ intent: "undo" }) },
];
