/** "at most once every 4 hours", "only while shop is green" in English. */
import {
  type BesidesWords,
  conditionForms,
  cooldownForms,
  notifyForms,
  pauseForms,
  undigestedForms,
} from "../besides-form.ts";
import type { FailureWords } from "../failures.ts";

export const EN_FAILURES: FailureWords = {
  one: "an?|one|the\\s+first",
  counted: "failures?|fails?|failed\\s+(?:runs?|tries|times?)|errors?",
  many: "failures|failed\\s+runs|errors",
  inARow: "in\\s+a\\s+row",
};

const tell = "(?:tell|notify|message)(?:\\s+(?:me|us))?";
const fails =
  "(?:on|about|of)\\s+(?:failures?|problems?|errors?)|(?:when|if)\\s+(?:it|something|anything)\\s+(?:fails|breaks|goes\\s+wrong)";
const changes =
  "(?:when|if)\\s+(?:it|that|something|anything|the\\s+(?:output|result|value|report))(?:\\s+has)?\\s+change[sd]?";

export const EN_BESIDES: BesidesWords = {
  notify: notifyForms({
    failure: [`${tell}\\s+only\\s+(?:${fails})`, `only\\s+(?:${tell}\\s+)?(?:${fails})`],
    change: [`(?:only\\s+)?(?:${tell}\\s+)?(?:only\\s+)?(?:${changes})`, `(?:${tell}\\s+)?only\\s+(?:on\\s+)?changes?`],
    always: [
      `always\\s+${tell}`,
      `${tell}\\s+(?:the\\s+result\\s+)?(?:every\\s+time|each\\s+time|always|(?:every|each)\\s+result)`,
    ],
    never: [`(?:never|don't|do\\s+not)\\s+${tell}`],
  }),
  undigested: undigestedForms([
    "(?:but\\s+)?(?:leave|keep)\\s+it\\s+out\\s+of\\s+(?:the\\s+)?digests?",
    "not\\s+in\\s+(?:the\\s+)?digests?",
  ]),
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
