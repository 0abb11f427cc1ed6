/** Which of its runs an action tells of, in German. First match wins; see manage.ts for the form. */
import type { ManageEntry } from "../manage-entry.ts";
import { digestEntries, notifyEntries } from "../notify.ts";

const tell = "sag|sage|gib|melde [mir|uns]";
const about = "zu|von|über|wegen";
const it = "es|er|sie|das";
const fails = "fehlschlägt|scheitert|ausfällt|schiefgeht";
const digest = "übersicht|tagesübersicht|morgenübersicht|digest";

export const DE_NOTIFY: ManageEntry[] = [
  ...notifyEntries("failure", [
    `${tell} nur [bescheid] [,] wenn ${it} ${fails}`,
    `${tell} nur [bescheid] bei fehlern|problemen`,
    `${tell} nur [bescheid] [,] wenn <target> ${fails}`,
    `${tell} ${about} <target> nur [bescheid] [,] wenn ${it} ${fails}`,
    `${tell} ${about} <target> nur [noch] [fehler|bei] [fehlern|problemen]`,
    `melde <target> nur [noch] bei fehlern|problemen`,
    `melde <target> nur [noch] [,] wenn ${it} ${fails}`,
    `melde <target> nicht [mehr] [,] wenn ${it} gut|grün|ok|erfolgreich ist|läuft`,
  ]),
  ...notifyEntries("change", [
    `${tell} [nur] [bescheid] [,] wenn ${it} sich ändert`,
    `${tell} [nur] [bescheid] [,] wenn sich <target> ändert`,
    `${tell} [nur] [bescheid] [,] wenn <target> sich ändert`,
    `melde <target> nur [noch] bei änderungen|änderung`,
    `melde <target> nur [noch] [,] wenn ${it} sich ändert`,
  ]),
  ...notifyEntries("always", [
    `${tell} immer [bescheid]`,
    `${tell} jedes mal [bescheid]`,
    `melde <target> immer`,
    `melde <target> jedes mal`,
    `${tell} ${about} <target> immer [bescheid]`,
    `${tell} ${about} <target> jedes mal [bescheid]`,
    `${tell} jedes ergebnis von <target>`,
  ]),
  ...notifyEntries(null, [`melde <target> wieder [normal]`, `melde <target> wie sonst|immer|üblich`]),
  ...notifyEntries("never", [
    `${tell} nie [wieder] [etwas|was|bescheid]`,
    `${tell} nichts [mehr] ${about} <target>`,
    `${tell} ${about} <target> nichts [mehr]`,
    `${tell} nie [wieder] [etwas|was] ${about} <target>`,
    `melde <target> nie [mehr|wieder]`,
    `melde <target> nicht mehr`,
  ]),
  ...digestEntries(false, [
    `lass|lasse|nimm|halte <target> aus der|den|dem ${digest} [weg|raus|heraus]`,
    `zeig|zeige <target> nicht [mehr] in der ${digest}`,
  ]),
  ...digestEntries(true, [
    `nimm|setz|setze|hol|hole <target> [wieder] in die ${digest} [auf]`,
    `zeig|zeige <target> [wieder] in der ${digest}`,
  ]),
];
