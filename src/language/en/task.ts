/** Words around the task that are not part of it, and words of the task that decide between morning and evening. */
import { table } from "../grammar/table.ts";
import type { Deciders } from "../when/settle.ts";

const leadIn = table("leadIn");
const leadOut = table("leadOut");

const WHO = "(me|us|everyone|everybody|him|her|them)";

const before = [
  `remind ${WHO} [(to|about|that|of)]`,
  `remind ${WHO} [,] [please] to`,
  `remind ${WHO} that i (have|need|want) to`,
  "remind",
  "[a] reminder [(to|about|that|for|:|-)]",
  "[a] reminder [to] :",
  "(ping|nudge|notify|alert|buzz|poke|message|text|tell) me (to|about|that|of)",
  "let me know (to|about|that|of)",
  "(send|give) (me|us) [(a|an)] [(quick|new)] (reminder|alert|notification|nudge|ping) [(to|about|that|for|of)]",
  "schedule [(me|us)] [(a|an)] [(quick|new)] (reminder|alert) [(to|about|that|for|of)]",
  "new reminder [(:|-|to|about|that|for)]",
  "set [(up|me)] [(a|an)] [(quick|new)] (reminder|alarm|timer|countdown) [(to|for|about|that)]",
  "set [(a|an)] (timer|alarm) [called]",
  "(add|create|make) [(me|a|an)] [(a|new)] reminder [(to|for|about|that)]",
  "(don't|dont|do not) (let me forget|forget) [(to|about|that)]",
  "i (want|need) to be reminded [(to|about|that)]",
  "make sure [that] i [(don't|do not)]",
  "i (need|want) [you] to be reminded [(to|about|that)]",
  "i'd like to be reminded [(to|about|that)]",
  "(note|memo) to self [:]",
  "(todo|task|reminder|note|memo) :",
  "to do :",
  "(hey|hi|hello|ok|okay|yo) [(belfry|bot)] [,]",
  "belfry [,]",
  "(please|pls|plz) [,]",
  "(can|could|would|will) you [please]",
  "(that|about) i (have|need) to",
  "to",
].map((words) => leadIn(words, () => true));

const mentioned = [leadIn("remind <handle> [(to|about|that|of)]", (m) => (/^[@#~]/.test(m.handle) ? true : null))];

const after = [
  "[,] (please|pls|plz|thanks|thx|ty) [!] [.]",
  "[,] thank you [!] [.]",
  `[,] [(please|and)] remind ${WHO} [.]`,
  "[,] [a] reminder",
  "[,] (ok|okay) [?]",
  "i (want|need) to be reminded",
  "(at|on|by|from|and|,)",
].map((words) => leadOut(words, () => true));

const says = table("says")("(that|about|when|of)", () => true);

const cut = table("cut");
const goesOn = table("goesOn");

/** What may stand between two requests of one message. */
const between = [
  cut(";", () => false),
  ...["and", ", and", ",", "and then", ", and then", ", then", "then", "and also", ", also", "plus", ". then"].map(
    (words) => cut(words, () => true),
  ),
  goesOn(
    "(tell|ask|say|mention|explain|show|let|confirm|check) (him|her|them|us|me|that|if|whether|everyone)",
    () => true,
  ),
  goesOn("(that|which|who|because|but|not|until|again|before|after|then|maybe|or)", () => true),
];

export const EN_TASK = [says, ...before, ...mentioned, ...after, ...between];

export const EN_DECIDERS: Deciders = {
  morning: new Set(
    "breakfast wake waking alarm sunrise dawn coffee oatmeal porridge cereal school jog jogging standup commute".split(
      " ",
    ),
  ),
  evening: new Set(
    "dinner supper tonight evening movie cinema film theatre theater concert party drinks pub beer wine bed bedtime sleep sunset opera gig date".split(
      " ",
    ),
  ),
  open: new Set("flight flights plane train bus ferry departs departure departing takeoff airport boarding".split(" ")),
};

export const EN_ALARMS: ReadonlySet<string> = new Set("alarm timer countdown".split(" "));
