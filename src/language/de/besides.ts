/** "höchstens einmal alle 4 Stunden", "nur solange shop grün ist": what else goes for an action, in German. */
import { type BesidesWords, conditionForms, cooldownForms, pauseForms } from "../besides-form.ts";
import type { FailureWords } from "../failures.ts";

export const DE_FAILURES: FailureWords = {
  one: "eine[mn]|dem\\s+ersten",
  counted: "fehlern?|fehlschl[aä]g(?:en?)?|fehlgeschlagenen?\\s+(?:lauf|läufen?|versuch(?:en?)?)",
  many: "fehlern|fehlschlägen|fehlgeschlagenen\\s+läufen",
  inARow: "hintereinander|in\\s+folge",
};

export const DE_BESIDES: BesidesWords = {
  cooldown: cooldownForms(
    [
      "(?:aber\\s+)?(?:höchstens|maximal)\\s+(?:einmal|1x|1\\s*mal)\\s+(?:alle|pro|am|je|jede[nrs]?|in|innerhalb\\s+von)(?:\\s+eine[rsm]?)?",
    ],
    "sekunden?|sek|s|minuten?|min|m|stunden?|std|h|tagen?|tage?|tag|wochen?|w",
  ),
  pauseAfter: pauseForms(
    [
      "(?:und\\s+|aber\\s+)?pausiere?(?:\\s+(?:es|ihn|sie))?\\s+(?:nach|bei)\\s+…",
      "(?:und\\s+|aber\\s+)?(?:nach|bei)\\s+…\\s+pausieren",
    ],
    DE_FAILURES,
  ),
  condition: conditionForms(
    {
      only: "(?:aber\\s+)?nur,?\\s+(?:wenn|solange|falls)",
      unless: "außer,?\\s+(?:wenn|solange)",
      during: "solange",
      articles: "der|die|das|mein|meine",
    },
    {
      good: "(?:grün|oben|gut|ok|in\\s+ordnung|erreichbar|online)\\s+ist|klappt|läuft|geht",
      bad: "(?:rot|unten|down|kaputt|offline|nicht\\s+(?:erreichbar|grün|gut))\\s+ist|fehlschlägt|ausfällt",
    },
  ),
};
