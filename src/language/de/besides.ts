/** "höchstens einmal alle 4 Stunden", "nur solange shop grün ist": what else goes for an action, in German. */
import {
  type BesidesWords,
  conditionForms,
  cooldownForms,
  notifyForms,
  pauseForms,
  undigestedForms,
} from "../besides-form.ts";
import type { FailureWords } from "../failures.ts";

export const DE_FAILURES: FailureWords = {
  one: "eine[mn]|dem\\s+ersten",
  counted: "fehlern?|fehlschl[aä]g(?:en?)?|fehlgeschlagenen?\\s+(?:lauf|läufen?|versuch(?:en?)?)",
  many: "fehlern|fehlschlägen|fehlgeschlagenen\\s+läufen",
  inARow: "hintereinander|in\\s+folge",
};

const tell = "(?:melde|meld|sag|sage|berichte|informiere?)(?:\\s+(?:es))?(?:\\s+(?:mir|mich|uns))?";
const it = "(?:er|sie|es|das|etwas|was)";
const fails = `bei\\s+(?:fehlern?|problemen)|wenn\\s+${it}\\s+(?:scheitert|fehlschlägt|schiefgeht|schief\\s+geht|kaputt\\s+ist)`;
const changes =
  "wenn\\s+(?:(?:er|sie|es|das|der\\s+wert|die\\s+ausgabe|der\\s+bericht)\\s+sich|sich\\s+(?:etwas|was))(?:\\s+etwas)?\\s+(?:ge)?ändert(?:\\s+hat)?";

export const DE_BESIDES: BesidesWords = {
  notify: notifyForms({
    failure: [`(?:${tell}\\s+)?nur(?:\\s+bescheid)?,?\\s+(?:${fails})`],
    change: [
      `(?:${tell}\\s+)?(?:nur\\s+)?(?:bescheid)?,?\\s*(?:nur,?\\s+)?(?:${changes})`,
      `(?:${tell}\\s+)?nur\\s+(?:bei\\s+)?änderung(?:en)?`,
    ],
    always: [
      `${tell}(?:\\s+bescheid)?\\s+(?:immer|jedes\\s?mal)(?:\\s+bescheid)?`,
      "(?:immer|jedes\\s?mal)\\s+(?:melden|berichten)",
    ],
    never: ["(?:nie|niemals|nicht)\\s+melden", `${tell}\\s+(?:nie|niemals|nichts)(?:\\s+bescheid)?`, "ohne\\s+meldung"],
  }),
  undigested: undigestedForms([
    "nicht\\s+in\\s+(?:der|die)\\s+(?:tages)?übersicht",
    "(?:lass|lasse|nimm)\\s+(?:es|ihn|sie)\\s+aus\\s+der\\s+(?:tages)?übersicht(?:\\s+(?:weg|raus|heraus))?",
  ]),
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
