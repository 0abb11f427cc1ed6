/** "when backup-db fails, run verify" in English. First match wins, so the longer verbs stand first. */
import { followForms } from "../follow-form.ts";

const has = "(?:has\\s+|have\\s+)?";

export const EN_FOLLOW = followForms(
  {
    when: "when(?:ever)?|every\\s+time|each\\s+time|as\\s+soon\\s+as|once|if|after",
    next: "then|please",
    articles: "the|my",
    told: "(?:please )?(?:(?:tell|notify|alert|inform|message|ping|warn|remind) (?:me|us)|let (?:me|us) know)(?: about (?:it|that))?(?: please)?",
    hook: [
      "(?:web-?)?hook\\s+NAME\\s+(?:is\\s+called|gets\\s+called|is\\s+triggered|is\\s+hit|fires|comes\\s+in)",
      "NAME[\\s-](?:web-?)?hook\\s+(?:is\\s+called|gets\\s+called|is\\s+triggered|is\\s+hit|fires|comes\\s+in)",
      "(?:an?\\s+)?(?:web-?)?hook\\s+(?:is\\s+called|gets\\s+called|is\\s+triggered|is\\s+hit|fires|comes\\s+in)",
    ],
    startup:
      "(?:on|at|upon|after)\\s+(?:(?:every|each)\\s+)?(?:startup|start-up|reboot)|(?:when(?:ever)?|every\\s+time|each\\s+time)\\s+(?:you|belfry)\\s+starts?(?:\\s+up)?",
  },
  [
    [
      "recovered",
      `${has}recover(?:s|ed)?|(?:is|comes|gets|goes|turns)\\s+(?:back(?:\\s+(?:up|online|to\\s+normal))?|green(?:\\s+again)?|up\\s+again)|works\\s+again`,
    ],
    [
      "failed",
      `${has}fail(?:s|ed)?|is\\s+(?:failing|down|red)|goes\\s+(?:down|red)|turns\\s+red|${has}(?:breaks|broken)|(?:does|did)\\s*(?:n't|n’t|\\s+not)\\s+(?:succeed|work)`,
    ],
    [
      "succeeded",
      `${has}succeed(?:s|ed)?|${has}pass(?:es|ed)|${has}work(?:s|ed)|(?:is|was)\\s+(?:successful|done|finished|complete)|${has}(?:complet|finish)(?:es|ed)|${has}(?:runs|ran|run)`,
    ],
  ],
);
