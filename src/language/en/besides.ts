/** "at most once every 4 hours", "only while shop is green" in English. */
import { type BesidesWords, conditionForms, cooldownForms, pauseForms } from "../besides-form.ts";
import type { FailureWords } from "../failures.ts";

export const EN_FAILURES: FailureWords = {
  one: "an?|one|the\\s+first",
  counted: "failures?|fails?|failed\\s+(?:runs?|tries|times?)|errors?",
  many: "failures|failed\\s+runs|errors",
  inARow: "in\\s+a\\s+row",
};

export const EN_BESIDES: BesidesWords = {
  cooldown: cooldownForms(
    [
      "(?:but\\s+)?(?:at\\s+most|no\\s+more\\s+than|not\\s+more\\s+(?:often\\s+)?than|max\\.?|maximum)\\s+once\\s+(?:(?:in\\s+)?every|per|an?|each|in|within)",
      "(?:with\\s+)?(?:a\\s+)?cool-?down(?:\\s+of)?",
    ],
    "seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w",
  ),
  pauseAfter: pauseForms(["(?:and\\s+|but\\s+)?pauses?(?:\\s+it(?:self)?)?\\s+(?:after|on)\\s+…"], EN_FAILURES),
  condition: conditionForms(
    {
      only: "(?:but\\s+)?only\\s+(?:if|while|when|as\\s+long\\s+as)",
      unless: "unless",
      during: "while|as\\s+long\\s+as",
      articles: "the|my",
    },
    {
      good: "(?:is|are)\\s+(?:green|up|ok|okay|fine|good|online|reachable|healthy)|succeeds|passes|works",
      bad: "(?:is|are)\\s+(?:red|down|bad|offline|unreachable|failing|broken)|fails",
    },
  ),
};
