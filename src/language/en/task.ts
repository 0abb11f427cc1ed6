/** Words around the task that are not part of it, and words of the task that decide between morning and evening. */
import { table } from "../grammar/table.ts";
import type { Deciders } from "../when/settle.ts";

const opener = table("opener");
const address = table("address");
const request = table("request");
const leadIn = table("leadIn");
const leadOut = table("leadOut");

const WHO = "(me|us|everyone|everybody|him|her|them)";
const A = "[(me|us)] [(a|an|another)] [(quick|new|recurring|repeating|little)]";
const NOTICE = "(reminder|alert|notification|nudge|ping|buzz|shout|heads - up|heads up)";

/** Said before anything at all: nobody is to be reminded of "btw". */
const asides = [
  "(actually|btw|also|oh|ah|hm|hmm|hmmm|um|umm|uh|uhm|er|erm|anyway|anyways|alright|oops|ugh|ps|fyi|psst) [,] [and] [:] [.] [.] [.] [!]",
  "by the way [,]",
  "(hey|hi|hello|ok|okay|yo) (belfry|bot|siri|google|alexa|cortana) [,] [!] [:]",
  "belfry [,] [!] [:]",
  "[(hey|hi|hello|ok|okay)] (belfry|bot) comma",
].map((words) => opener(words, () => true));

/** Words of the sentence itself as well ("so far so good", "right shoe"): an address only before a mark, a request or a time. */
const ADDRESS =
  "so|well|right|then|and|plus|yes|yeah|yep|ok|okay|hey|hi|hello|yo|thanks|thank you|thx|cool|great|perfect|good morning|good evening|good afternoon|dear|hi there|hello there|hey there|sorry|excuse me|hi all|hi team|siri|alexa|cortana";
const CALL =
  "wait|now|sure|quick one|one more|one more thing|another one|another thing|morning|evening|first|next|last thing|note|quick reminder|reminder to self|do me a favor|do me a favour|listen|look";
const MARKS = [",", "!", ":", "-", ".", ". . ."];
const addresses = [
  address(`(${ADDRESS})`, () => true),
  ...MARKS.map((mark) => opener(`<address> ${mark}`, () => true)),
  ...MARKS.map((mark) => opener(`(${CALL}) ${mark}`, () => true)),
  opener("<address> <request>", () => true),
  opener("(!|/) <request>", () => true),
  opener("<address> <opener>", () => true),
  opener(`(${CALL}) <request>`, () => true),
];

/** "I'd like you to …": polite before a request, something to be done before anything else. */
const POLITE =
  "would you mind|do you mind|is it possible to|is it ok to|are you able to|may i ask you to|can i ask you to|could i ask you to|can i get|could i get|may i have|could i have|can i have|i would like you to|i'd like you to|i want you to|i need you to|you need to|you have to|you should|you must|i would like|i'd like|i need|i want|need|want|get me|i would appreciate|i would appreciate it if you|i'd appreciate it if you|i would be grateful if you|i'd be grateful if you|i would be happy if you|can you maybe|could you maybe|it would be great if you could|it would be nice if you could|if you could|kindly|possibly|perhaps|kindly possibly|would it be possible to|any chance you could|any chance to|be so kind as to|be so kind to|be so kind and|just|maybe|go ahead and|i was wondering if you could|help me out and|could we do|can we do|could we have|can we have|let's do|lets do|let's have";

const requests = [
  `(remind|reminding|reminded) ${WHO} [(,|!|:|-)] [,] [please] [(to|about|that|of|again)]`,
  `remind ${WHO} that i (have|need|want) to`,
  "remember me (to|about|that|of)",
  "remind me to not forget [(to|about|that)]",
  "remind",
  "[a] reminder [for (me|myself|us)] [(to|about|that|for|:|-|!)]",
  "[a] reminder [to] :",
  "(ping|nudge|notify|alert|buzz|poke|message|text|tell) me (to|about|that|of|re|regarding|concerning)",
  "(ping|nudge|notify|alert|buzz|tell|message|text) me (-|:|,)",
  "(nag|bug|pester) me (to|about|that)",
  "let me know (to|about|that|of)",
  `(send|give|drop) ${A} ${NOTICE} [for (me|us)] [(to|about|that|for|of)]`,
  `(schedule|plan) ${A} (reminder|alert) [for (me|us)] [(to|about|that|for|of)]`,
  "new reminder [(to|about|that|for)]",
  `(set|setup|start) [up] ${A} [<adverb>] (reminder|reminders|alarm|timer|countdown) [for (me|us)] [(to|for|about|that)]`,
  "set [(a|an)] (timer|alarm) [(called|4)]",
  `(add|create|make) ${A} [<adverb>] (reminder|reminders) [for (me|us)] [(to|for|about|that)]`,
  "(don't|dont|do not|never|please don't) (let me forget|forget) [(to|about|that|:)]",
  "help me [to] remember [(to|about|that)]",
  "(remember|remembering) (to|that|:|-)",
  "make sure [that] i [(don't|do not|dont)] [forget] [(to|about)]",
  "(make sure|be sure) [to] (remind|tell|ping) me [(to|about|that)]",
  "i (need|want|would like) [you] to be reminded [(to|about|that|of)]",
  "(i'd like|id like|i wanna|wanna) to be reminded [(to|about|that|of)]",
  "(reminder|alarm) set [for]",
  "(i want|i need|i would like|i'd like|id like) to be (nudged|notified|pinged|alerted) [(to|about|that|of)]",
  "(i'd like|id like|i wanna|wanna) be reminded [(to|about|that|of)]",
  "(please|pls|plz) [,]",
  "(can|could|would|will) (you|u|somebody|someone|anyone) [(please|possibly|perhaps|maybe|kindly|just)]",
].map((words) => request(words, () => true));

const TO = "(to|about|of|that|re|regarding)";
const PLEASE = "[,] [(please|pls|plz|kindly|again|maybe|like|also)]";

/** Whatever stands before these ("lol", "i want that you") is said to Belfry as well. */
const wholeRequests = [
  `(remind|remember|reminded) [to] (me|us) ${PLEASE} ${TO}`,
  `(remind|remember) (me|us) , if you (would be so kind|don't mind|please|could|can) , ${TO}`,
  `(don't|dont|do not) let (me|us) forget ${PLEASE} ${TO}`,
  `(don't|dont|do not) let (me|us) forget`,
  `make sure (i|we) (don't|do not|dont) forget ${TO}`,
].map((words) => table("wholeRequest")(words, () => true));

/** "tell Jo to remind me" is somebody else's to be reminded of. */
const others = table("others")("(to|and|,|then|will|should|must|that|if|when|who)", () => true);

const refers = table("refers")("(it|them|some|one|ones|this|that|these|those|there|him|her)", () => true);

/** What is to be done stands behind these. */
const announcements = [
  "<request>",
  "(i need|i have|i've got|i ought|i've|need|have|got|ought) to",
  "(we need|we have|we've got|you need|you have) to",
  "(i must|i should|i gotta|gotta|i've gotta|i wanna|i want to) [not forget to]",
  "(note|memo) to self [:]",
  "[(new|add)] (todo|task|reminder|note|memo|event|appointment|alert|alarm|timer) (:|-|!|! !|! ! !)",
  "(ask|asking) (me|us) [again]",
  "check [in] with me",
  // dictated
  "(note to self|memo to self|remind me|reminder|new reminder|todo|to do|task|note|don't forget|dont forget) (colon|comma|dash|exclamation mark|exclamation point)",
  "to do :",
  "(add|create|make|schedule|new|book|set up) [(a|an|another)] [new] (event|appointment|task|todo|entry|item|calendar event) (:|-|called|named|titled)",
  "due (:|-|,)",
  "(that|about) i (have|need) to",
  "[(-|,|:)] to",
].map((words) => leadIn(words, () => true));

const before = [...asides, ...addresses, ...requests, ...announcements, request(`(${POLITE}) <request>`, () => true)];

const mentioned = [
  ...wholeRequests,
  others,
  refers,
  // "remind @ana to" is for whoever is named there, who is called by the "@".
  table("ownErrand")("remind <name> (to|about|that|of)", (m) => (WHO.includes(m.name) ? null : true)),
];

const after = [
  "[,] (please|pls|plz|thanks|thx|ty|cheers) [(a lot|so much|very much|in advance|again|a bunch|a million)] [!] [.]",
  "[,] [(please|and|please and)] thank you [!] [.]",
  `[(,|-|.)] [(please|and|so|so please|and please|then)] [(can|could|would|will)] [(you|u)] [please] (remind|ping|nudge|bug|nag|buzz|alert|notify|pester) ${WHO} [.]`,
  "[,] [a] reminder",
  "[,] (ok|okay) [?]",
  "[,] [(please|so|and)] (don't|dont|do not) (let me forget|forget) [!]",
  "i (want|need) to be reminded",
  // dictated; "period" may be what is tracked
  "(full stop|exclamation mark|exclamation point|question mark)",
].map((words) => leadOut(words, () => true));
const beforeTime = leadOut("(at|on|by|from|between|and|,)", () => false);

const wakes = table("wakes")("wake (me|us) [up]", () => true);

const clause = table("clause")("(that|whether|if|how|why)", () => true);

const SLIP = "[(,|-|.|. . .|…)]";
const takesBack = table("takesBack");
const corrections = [
  takesBack(
    `${SLIP} (no wait|no , wait|no sorry|no , sorry|sorry|sorry , no|wait|wait no|wait , no|oops|oops no|actually|actually no|actually , no|i mean|i meant|or rather|rather|scratch that|strike that|correction|nope|no|uh no|er no|hmm no|make it|make that) [(,|-|:|. . .|…)] [(make it|make that|just|better|let's say|i mean|i meant|actually)] [,]`,
    () => true,
  ),
];

const states = table("states")(
  "(i have|i've|i've got|i am|i'm|we have|we've|we've got|we are|we're|there is|there's|it is|it's|my|our|his|her|their|the)",
  () => true,
);

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
  goesOn(
    "(skip|skipping|except|excluding|next one|first one|next time|first time|the next|the first|starts|begins)",
    () => true,
  ),
  goesOn("(that|which|who|because|but|not|until|again|before|after|then|maybe|or)", () => true),
];

export const EN_TASK = [
  clause,
  states,
  ...corrections,
  says,
  wakes,
  ...before,
  ...mentioned,
  ...after,
  beforeTime,
  ...between,
];

export const EN_DECIDERS: Deciders = {
  morning: new Set(
    "breakfast,wake,waking,get up,getting up,be up,i'm up,alarm,sunrise,dawn,coffee,oatmeal,porridge,cereal,school,jog,jogging,standup,commute".split(
      ",",
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
