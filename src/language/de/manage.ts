/** What can be said about actions that exist, in German. First match wins. */

import { pauseMeanings } from "../failures.ts";
import type { ManageEntry, ManageTools, Slots } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";
import { DE_ASKING } from "./asking.ts";
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

/** "Nächste Schritte planen" is something to do, "nächster Zahnarzttermin" a question. */
function nextOf(slots: Slots, tools: ManageTools): ManageRequest | null {
  return /\S\s+\p{Ll}\S*n$/u.test(slots.target) ? null : named("next")(slots, tools);
}

const { after: pauseAfter, never: pauseNever } = pauseMeanings(DE_FAILURES);

function off({ target }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "pause", target, until: null };
}

function redirect({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.sentenceSaysTime() ? null : { intent: "redirect", target, to: title };
}

/** "Ruhe bis 7": from when is not said; nothing but numbers and words of time is no task. */
function quietHow({ title }: Slots, tools: ManageTools): ManageRequest | null {
  const hoursOnly = title
    .toLowerCase()
    .split(/[\s:.,–-]+/u)
    .every((word) => /^\d*$/u.test(word) || QUIET_WORDS.has(word));
  return hoursOnly || tools.isTime(title) ? { intent: "quietHow" } : null;
}

const QUIET_WORDS = new Set(
  "stunde stunden uhr von bis zwischen und für um ab jetzt heute nacht an ein aus".split(" "),
);

function snooze({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "snooze", target, to: asTime(when, tools) };
}

/** "snooze 20" counts minutes. */
function snoozeMinutes({ target, title }: Slots): ManageRequest | null {
  return /^\d{1,3}$/u.test(title) ? { intent: "snooze", target, to: `in ${title} min` } : null;
}

function move({ target, when }: Slots, tools: ManageTools): ManageRequest | null {
  return tools.saysTime(target) ? null : { intent: "move", target, to: asTime(when, tools) };
}

/** "verschiebe Standup auf 10": the bare hour is said as a clock time. */
function asTime(when: string, tools: ManageTools): string {
  return tools.saysTime(when) ? when : `um ${when}`;
}

/** "zieh Zahnarzt um eine Stunde vor" */
function earlier({ target, title }: Slots, tools: ManageTools): ManageRequest | null {
  const fits = !tools.saysTime(target) && tools.isTime(`in ${title}`);
  return fits ? { intent: "move", target, to: `${title} früher` } : null;
}

/** "schick Blumen an Mama" is something to be reminded of. */
function redirectNumber(slots: Slots, tools: ManageTools): ManageRequest | null {
  return /^#\d+$/u.test(slots.target) ? redirect(slots, tools) : null;
}

const bare = (request: ManageRequest) => (): ManageRequest => request;

const here = bare({ intent: "redirect", target: "", to: "" });

export const DE_MANAGE: ManageEntry[] = [
  ...DE_ASKING_RUNS,
  { say: "ruhe|ruhezeit|ruhezeiten|stille|/quiet aus|beenden|vorbei", mean: bare({ intent: "quietOff" }) },
  { say: "keine ruhezeit|ruhezeiten|ruhe [mehr]", mean: bare({ intent: "quietOff" }) },
  { say: "[bitte] nicht stören [von|zwischen] <when>", mean: ({ when }, tools) => quiet(tools.hours(when)) },
  {
    say: "[bitte] ruhe|ruhezeit|ruhezeiten|stille|/quiet [von|zwischen|:] <when>",
    mean: ({ when }, tools) => quiet(tools.hours(when)),
  },
  { say: "ruhe|ruhezeit|ruhezeiten|stille|/quiet", mean: bare({ intent: "quietHow" }) },
  { say: "ruhe|ruhezeit|ruhezeiten|stille [von|zwischen] <title>", mean: quietHow },
  { say: "/quiet <title>", mean: bare({ intent: "quietHow" }) },
  { say: "[bitte] nicht stören", mean: bare({ intent: "quietHow" }) },
  { say: "[bitte] nicht stören <title>", mean: quietHow },

  ...DE_ASKING,

  {
    say: "pausiere|stoppe|deaktiviere alle|alles [erinnerungen|aktionen]",
    mean: bare({ intent: "pause", target: "", until: null }),
  },
  { say: "lösche|lösch|entferne alle|alles [erinnerungen|aktionen]", mean: bare({ intent: "delete", target: "" }) },

  { say: "schlummern|snooze", mean: bare({ intent: "snooze", target: "", to: "" }) },
  { say: "schlummern|snooze [es|das] [für|um] <title>", mean: snoozeMinutes },
  { say: "schlummern|snooze [es|das] [bis|auf|um|für] <when>", mean: snooze },
  { say: "snooze <target> [bis|auf|um|für] <when>", mean: snooze },

  { say: "pausiere [es|ihn|sie|das] nach|bei <title>", mean: pauseAfter },
  { say: "pausiere [es|ihn|sie|das] nicht|nie nach|bei <title>", mean: pauseNever },
  { say: "pausiere <target> nicht|nie nach|bei <title>", mean: pauseNever },
  { say: "pausiere <target> nach|bei <title>", mean: pauseAfter },
  {
    say: "prüfe|prüf|überwache <target> nicht [mehr] bis|für <when>",
    mean: ({ target, when }, tools) => pause(target, tools.instant(when)),
  },
  {
    say: "pausiere|stoppe|deaktiviere <target> bis|für <when>",
    mean: ({ target, when }, tools) => pause(target, tools.instant(when)),
  },
  {
    say: "pausiere|stoppe|stopp|deaktiviere|pausier <target>",
    mean: ({ target }, tools) => (tools.saysTime(target) ? null : { intent: "pause", target, until: null }),
  },
  { say: "setze|setz|führe <target> fort|weiter", mean: named("resume") },
  { say: "aktiviere|reaktiviere <target> [wieder]", mean: named("resume") },
  { say: "setze|setz alles|alle fort", mean: bare({ intent: "resume", target: "" }) },
  { say: "schalte|schalt|mach|stelle <target> aus|ab", mean: off },
  { say: "schalte|schalt|mach|stelle <target> [wieder] ein|an", mean: named("resume") },
  { say: "überspringe|überspring|streich|streiche [das|die|den] nächste [mal] <target>", mean: named("skip") },
  { say: "überspringe|überspring [das|die|den] [nächste] <target>", mean: named("skip") },
  { say: "überspringe|überspring <target> <when>", mean: skipOn },
  { say: "lass|lasse [das|die|den] <target> <when> aus|ausfallen|weg", mean: skipOn },
  { say: "<target> fällt <when> aus", mean: skipOn },
  { say: "<target> entfällt <when>", mean: skipOn },
  { say: "<when> fällt <target> aus", mean: skipOn },
  { say: "<when> kein|keine|keinen <target>", mean: skipOn },
  { say: "verschiebe|verschieb|verlege|verleg <target> [um] <title> nach vorne|vor", mean: earlier },
  { say: "zieh|ziehe <target> [um] <title> vor", mean: earlier },
  { say: "verschiebe|verschieb|verlege|verleg <target> [um] <title> nach hinten", mean: shift },
  { say: "verschiebe|verschieb|verlege|verleg <target> um <title>", mean: shift },
  { say: "verschiebe|verschieb|verlege|verleg|leg|lege|ändere <target> auf|nach|zu|zum <when>", mean: move },
  {
    say: "verschiebe|verschieb|verlege|verleg <target>",
    mean: ({ target }, tools) => (tools.sentenceSaysTime() ? null : { intent: "move", target, to: "" }),
  },
  {
    say: "benenne <target> in <title> um",
    mean: ({ target, title }) => ({ intent: "rename", target, title }),
  },
  {
    say: "nenne|nenn <target> jetzt|künftig|ab|um [in] [jetzt] <title>",
    mean: ({ target, title }) => ({ intent: "rename", target, title }),
  },
  { say: "schick|schicke|sende|poste es|ihn|sie stattdessen hierher|hier", mean: here },
  { say: "schick|schicke|sende|poste es|ihn|sie stattdessen an|in|ins|nach <title>", mean: redirect },
  { say: "schick|schicke|sende|poste <target> stattdessen hierher|hier", mean: redirect },
  { say: "schick|schicke|sende|poste <target> stattdessen an|in|ins|nach <title>", mean: redirect },
  { say: "schick|schicke|sende|poste <target> hierher", mean: redirectNumber },
  { say: "schick|schicke|sende|poste <target> an|in|ins|nach <title>", mean: redirectNumber },
  { say: "markiere|kennzeichne <target> als|mit <title>", mean: label(true) },
  { say: "entferne <title> von|bei <target>", mean: label(false) },
  { say: "lösche|lösch|entferne|storniere|streiche|streich [die] [erinnerung] <target>", mean: named("delete") },
  { say: "vergiss|vergesse [die] erinnerung <target>", mean: named("delete") },
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
  { say: "läufe|verlauf|historie [von] <target>", mean: named("history") },
  { say: "verlauf|historie", mean: bare({ intent: "history", target: "" }) },
  { say: "warum|wieso|weshalb", mean: bare({ intent: "why", target: "" }) },
  { say: "[die] verfügbarkeit|statistik [von] <target>", mean: named("history") },
  { say: "nächste <target>", mean: nextOf },
  { say: "nächste", mean: bare({ intent: "next", target: "" }) },
  {
    say: "wann ist|kommt|war|wär [das] nächste mal [das|die|der|den|mein|meine|meinen] <target>",
    mean: named("next"),
  },
  {
    say: "wann ist|kommt|läuft|klingelt|startet|habe|hab|muss|soll [ich] [das|die|der|den|mein|meine|meinen|wieder] [nächste] [wieder] [mal] <target> [das] [nächste] [mal] [dran|fällig|wieder|an]",
    mean: named("next"),
  },
  { say: "um wieviel|welche uhr|uhrzeit ist|kommt|läuft [das|die|der|mein|meine] <target>", mean: named("next") },
  { say: "um wie viel uhr ist|kommt|läuft [das|die|der|mein|meine] <target>", mean: named("next") },
  { say: "zeige|zeig [mir] <target>", mean: named("show") },
  { say: "wie läuft|steht <target>", mean: named("show") },
  { say: "starte <target> [jetzt|sofort]", mean: named("run") },
  { say: "führe <target> [jetzt] aus", mean: named("run") },
  { say: "prüfe|prüf|teste <target> nochmal|nochmals|erneut [jetzt]", mean: named("run") },
  { say: "ich habe|hab <target> erledigt|gemacht|geschafft", mean: named("done") },
  { say: "<target> [ist] erledigt|fertig", mean: named("done") },
  { say: "<target> habe|hab ich erledigt|gemacht|geschafft", mean: named("done") },
  { say: "habe|hab [ich] <target> erledigt|gemacht|geschafft", mean: named("done") },
  { say: "erledigt|fertig|gemacht|geschafft", mean: bare({ intent: "done", target: "" }) },
];

function pause(target: string, until: number | null): ManageRequest | null {
  return until === null ? null : { intent: "pause", target, until };
}

function quiet(hours: ReturnType<ManageTools["hours"]>): ManageRequest | null {
  return hours && { intent: "quiet", ...hours };
}
