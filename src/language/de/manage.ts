/** What can be said about actions that exist, in German. First match wins. */

import { pauseMeanings } from "../failures.ts";
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";
import { DE_ASKING_RUNS } from "./asking-runs.ts";
import { DE_FAILURES } from "./besides.ts";

function named(intent: "next" | "why" | "show" | "history" | "resume" | "skip" | "run" | "delete" | "done") {
  return ({ target }: Slots, tools: ManageTools): ManageRequest | null =>
    tools.sentenceSaysTime() ? null : { intent, target };
}

/** "verschiebe zahnarzt um einen tag" */
function shift({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) || !tools.isTime(`in ${title}`) ? null : { intent: "move", target, to: `um ${title}` };
}

function agenda({ when }: Slots, tools: ManageTools): ManageRequest | null {
  const range = tools.range(when || "heute");
  return range && { intent: "agenda", ...range };
}

function skipOn({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  const on = tools.saysTime(target) ? null : tools.range(when);
  return on && { intent: "skip", target, on };
}

/** The last word is the label; "label the boxes neatly tomorrow" is something to be reminded of. */
function label(on: boolean) {
  return ({ target, title }: Slots, tools: ManageTools): ManageRequest | null => {
    const [, named, labels] = /^(\S.*?)\s+(#?\p{L}[\p{L}\p{N}_-]*)$/su.exec(`${target} ${title}`) ?? [];
    return !named || !labels || tools.sentenceSaysTime() ? null : { intent: "label", target: named, labels, on };
  };
}

const { after: pauseAfter, never: pauseNever } = pauseMeanings(DE_FAILURES);

function off({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "pause", target, until: null };
}

function redirect({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "redirect", target, to: title };
}

/** "schick Blumen an Mama" is something to be reminded of. */
function redirectNumber(slots: Slots, tools: ManageTools): ManageRequest | null {
  return /^#\d+$/u.test(slots.target) ? redirect(slots, tools) : null;
}

const bare = (request: ManageRequest) => (): ManageRequest => request;

const here = bare({ intent: "redirect", target: "", to: "" });

export const DE_MANAGE: ManageEntry[] = [
  ...DE_ASKING_RUNS,
  { say: "ruhe aus", mean: bare({ intent: "quietOff" }) },
  { say: "ruhe|ruhezeit [von|zwischen] <when>", mean: ({ when }, tools) => quiet(tools.hours(when)) },
  { say: "was [ist|steht|habe|hab|liegt] [ich] <when> [an|vor]", mean: agenda },
  { say: "habe|hab ich <when> was|etwas|termine [vor|geplant]", mean: agenda },
  { say: "bin ich <when> frei", mean: agenda },
  { say: "agenda|termine|plan [für] <when>", mean: agenda },
  { say: "agenda|termine", mean: agenda },
  { say: "liste", mean: bare({ intent: "list" }) },
  { say: "[zeige|zeig] [mir] [alle|meine] erinnerungen|aktionen|aufgaben", mean: bare({ intent: "list" }) },
  { say: "wie viele|viel erinnerungen|aktionen|aufgaben|checks [habe|gibt] [ich|es]", mean: bare({ intent: "list" }) },
  { say: "wie spät ist es [jetzt]", mean: bare({ intent: "settings" }) },
  { say: "wieviel|wie viel uhr ist es [jetzt]", mean: bare({ intent: "settings" }) },
  { say: "zeige|zeig [mir] alle|alles", mean: bare({ intent: "list" }) },
  { say: "[zeig|zeige] [mir] [den] status", mean: bare({ intent: "status" }) },
  { say: "[ist] alles ok|okay|gut|grün", mean: bare({ intent: "status" }) },
  { say: "[ist] alles in ordnung", mean: bare({ intent: "status" }) },
  { say: "wie läuft|läufts [es] [alles]", mean: bare({ intent: "status" }) },
  { say: "hilfe", mean: bare({ intent: "help" }) },
  { say: "was kannst du", mean: bare({ intent: "help" }) },
  { say: "hallo|hi|hey|servus|moin [belfry|du]", mean: bare({ intent: "help", about: "hello" }) },
  { say: "guten|gute|schönen tag|morgen|abend", mean: bare({ intent: "help", about: "hello" }) },
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
  { say: "rückgängig", mean: bare({ intent: "undo" }) },
  { say: "pausiere [es|ihn|sie|das] nach|bei <title>", mean: pauseAfter },
  { say: "pausiere [es|ihn|sie|das] nicht|nie nach|bei <title>", mean: pauseNever },
  { say: "pausiere <target> nicht|nie nach|bei <title>", mean: pauseNever },
  { say: "pausiere <target> nach|bei <title>", mean: pauseAfter },
  {
    say: "prüfe|prüf|überwache <target> nicht [mehr] bis|für <when>",
    mean: ({ target, when }, tools) => pause(target, tools.instant(when)),
  },
  {
    say: "pausiere|stoppe <target> bis|für <when>",
    mean: ({ target, when }, tools) => pause(target, tools.instant(when)),
  },
  {
    say: "pausiere|stoppe <target>",
    mean: ({ target }, tools) => (tools.saysTime(target) ? null : { intent: "pause", target, until: null }),
  },
  { say: "setze <target> fort", mean: named("resume") },
  { say: "schalte|schalt|mach|stelle <target> aus|ab", mean: off },
  { say: "schalte|schalt|mach|stelle <target> [wieder] ein|an", mean: named("resume") },
  { say: "überspringe|überspring [das|die|den] [nächste|nächsten] <target>", mean: named("skip") },
  { say: "überspringe|überspring <target> <when>", mean: skipOn },
  { say: "lass|lasse [das|die|den] <target> <when> aus|ausfallen|weg", mean: skipOn },
  { say: "<target> fällt <when> aus", mean: skipOn },
  { say: "verschiebe|verlege <target> um <title>", mean: shift },
  {
    say: "verschiebe|verlege <target> auf|nach <when>",
    mean: ({ target, when }, tools) => (tools.saysTime(target) ? null : { intent: "move", target, to: when }),
  },
  { say: "schick|schicke|sende|poste es|ihn|sie stattdessen hierher|hier", mean: here },
  { say: "schick|schicke|sende|poste es|ihn|sie stattdessen an|in|ins|nach <title>", mean: redirect },
  { say: "schick|schicke|sende|poste <target> stattdessen hierher|hier", mean: redirect },
  { say: "schick|schicke|sende|poste <target> stattdessen an|in|ins|nach <title>", mean: redirect },
  { say: "schick|schicke|sende|poste <target> hierher", mean: redirectNumber },
  { say: "schick|schicke|sende|poste <target> an|in|ins|nach <title>", mean: redirectNumber },
  { say: "markiere|kennzeichne <target> als|mit <title>", mean: label(true) },
  { say: "entferne <title> von|bei <target>", mean: label(false) },
  { say: "lösche|entferne <target>", mean: named("delete") },
  {
    say: "warum|wieso|weshalb lief|läuft|kam|kommt|klingelte|klingelt|startete|startet <target> [nicht]",
    mean: named("why"),
  },
  { say: "warum|wieso|weshalb ist <target> [nicht] gelaufen|gekommen|gestartet", mean: named("why") },
  { say: "warum|wieso|weshalb hat <target> [nicht] geklingelt|gestartet", mean: named("why") },
  {
    say: "warum|wieso|weshalb ist|war <target> rot|gelb|kaputt|gestört|ausgefallen|pausiert|still|aus|unerreichbar",
    mean: named("why"),
  },
  { say: "warum|wieso|weshalb <target>", mean: named("why") },
  { say: "läufe [von] <target>", mean: named("history") },
  { say: "[die] verfügbarkeit|statistik [von] <target>", mean: named("history") },
  { say: "nächste|nächster|nächstes <target>", mean: named("next") },
  { say: "was kommt|ist|steht als nächstes|nächste [an]", mean: bare({ intent: "next", target: "" }) },
  {
    say: "wann ist|kommt|habe|hab [ich] [das|die|der|den|mein|meine|meinen] [nächste|nächster|nächstes|nächsten] <target> [dran|fällig|wieder]",
    mean: named("next"),
  },
  { say: "zeige|zeig [mir] <target>", mean: named("show") },
  { say: "wie läuft|steht <target>", mean: named("show") },
  { say: "starte <target> [jetzt]", mean: named("run") },
  { say: "führe <target> [jetzt] aus", mean: named("run") },
  { say: "prüfe|prüf|teste <target> nochmal|nochmals|erneut [jetzt]", mean: named("run") },
  { say: "<target> [ist] erledigt|fertig", mean: named("done") },
  { say: "erledigt|fertig", mean: bare({ intent: "done", target: "" }) },
];

function pause(target: string, until: number | null): ManageRequest | null {
  return until === null ? null : { intent: "pause", target, until };
}

function quiet(hours: ReturnType<ManageTools["hours"]>): ManageRequest | null {
  return hours && { intent: "quiet", ...hours };
}
