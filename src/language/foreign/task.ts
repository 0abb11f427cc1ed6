/** "Remind me to" in the languages that chrono reads, and small words that are left beside a date. */
import { table } from "../grammar/table.ts";

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

/** "rappelle-moi d'appeler": the task is "appeler". */
export function withoutElision(task: string): string {
  return task.replace(/^(?:d|qu)['’](?=\p{L})/iu, "");
}
