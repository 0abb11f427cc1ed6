/** What people ask about how actions have gone, in German. */
import { aboutRuns, changed, checkNow } from "../asking-runs.ts";
import type { ManageEntry } from "../manage-entry.ts";
import type { ManageRequest } from "../request.ts";

/** Words for what has gone by. They are no part of a name, and the answer tells the newest first. */
const LATELY =
  "[seit|in|während|diese|letzte|heute|gestern|zuletzt|kürzlich] [der|den|dem] [letzte|diese] [nacht|woche|monat|morgen|abend|tagen|stunden|jahr]";

const missed = (): ManageRequest => ({ intent: "missed" });
const list = (): ManageRequest => ({ intent: "list" });

export const DE_ASKING_RUNS: ManageEntry[] = [
  { say: `was ist ${LATELY} fehlgeschlagen|schiefgegangen|ausgefallen`, mean: missed },
  { say: "[zeige|zeig] [mir] alle fehlgeschlagene|fehlgeschlagenen läufe|prüfungen|aktionen", mean: missed },
  { say: "zeige|zeig [mir] [alle|meine] prüfungen|berichte", mean: list },
  { say: "[alle|meine] prüfungen|berichte", mean: list },
  { say: "[zeige|zeig] [mir] [die] letzte|letzten läufe|lauf [von] <target>", mean: aboutRuns("history") },
  { say: `[zeige|zeig] [mir] [die] verfügbarkeit|statistik [von] <target> ${LATELY}`, mean: aboutRuns("history") },
  {
    say: "wann ist <target> zuletzt gelaufen|fehlgeschlagen|ausgefallen|gestartet",
    mean: aboutRuns("history"),
  },
  { say: "wann lief|klingelte|kam <target> zuletzt", mean: aboutRuns("history") },
  { say: `ist <target> ${LATELY} gelaufen|fehlgeschlagen|ausgefallen`, mean: aboutRuns("history") },
  { say: `wie oft ist|war <target> ${LATELY} gelaufen|fehlgeschlagen|ausgefallen|rot`, mean: aboutRuns("history") },
  { say: `wie lief <target> ${LATELY}`, mean: aboutRuns("history") },
  { say: `warum|wieso|weshalb ist <target> ${LATELY} fehlgeschlagen|ausgefallen`, mean: aboutRuns("why") },
  { say: `warum|wieso|weshalb ist <target> ${LATELY} nicht gelaufen|gekommen`, mean: aboutRuns("why") },
  { say: `warum|wieso|weshalb hat <target> ${LATELY} nicht geklingelt`, mean: aboutRuns("why") },
  { say: "prüfe|prüf|teste <target> jetzt|sofort", mean: checkNow },
  { say: "prüfe|prüf|teste|starte <target> stattdessen <when>", mean: changed },
  { say: "prüfe|prüf|teste|starte <target> <when> statt dessen|stattdessen", mean: changed },
];
