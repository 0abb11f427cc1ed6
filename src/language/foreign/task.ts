/** "Remind me to" in the languages that chrono reads, and small words that are left beside a date. */
import { table } from "../grammar/table.ts";
import type { ForeignName } from "./chrono.ts";

const leadIn = table("leadIn");
const leadOut = table("leadOut");

export const FOREIGN_TASK = [
  table("says")("(que|de|о|об|что)", () => true),
  ...[
    "recuérdame [(que|de)]",
    "recuerdame [(que|de)]",
    "por favor",
    "rappelle - moi [(de|que|d')]",
    "rappelle moi [(de|que)]",
    "rappelez - moi [(de|que)]",
    "s'il te plaît",
    "напомни [(мне|нам)] [,] [(о|об|про|что)]",
    "напомните [мне]",
    "пожалуйста",
    "que",
    "de",
  ].map((words) => leadIn(words, () => true)),
  ...["por favor", "s'il te plaît", "пожалуйста", "(a|el|la|à|le|en|de|в|на)", "a las", "el día"].map((words) =>
    leadOut(words, () => true),
  ),
];

/** The verb that begins a reminder says in which of them it is written, whatever the chat's language is. */
const VERBS: [ForeignName, RegExp][] = [
  ["es", /^(?:por favor,? )?recu[eé]rda(?:me|nos)(?!\p{L})/iu],
  ["fr", /^(?:s'il te plaît,? )?rappel(?:le|ez)[ -](?:moi|nous)(?!\p{L})/iu],
  ["ru", /^(?:пожалуйста,? )?напомни(?:те)?(?!\p{L})/iu],
];

export function announcedIn(text: string): ForeignName | null {
  return VERBS.find(([, verb]) => verb.test(text.trimStart()))?.[0] ?? null;
}

/** "rappelle-moi d'appeler": the task is "appeler". */
export function withoutElision(task: string): string {
  return task.replace(/^(?:d|qu)['’](?=\p{L})/iu, "");
}
