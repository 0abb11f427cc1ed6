/** What goes with a time in English: rings before it, asking again, urgent, silent. */
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { duration, roughMs } from "../when/duration.ts";
import { alone, likely, sure } from "../when/phrase.ts";
import type { TimeUnit } from "../when/types.ts";

const phrase = table("phrase");
const ahead = table("ahead");
const rings = table("rings");
const notice = table("notice");
const nags = table("nags");
const pace = table("pace");
const untilDone = table("untilDone");

/** The field's defaults for asking again: every 10 minutes, six times. */
const NAG_MS = 600_000;
const NAG_MAX = 6;

const BEFORE = "(before|beforehand|earlier|ahead|in advance|prior|early|before that|before it|ahead of time|upfront)";
const TOO = "[(too|as well|also|again|please)]";

/** How long before the time itself. */
const aheads = [
  // "a day and an hour before", "1 day and 1 hour before" are said of two rings, "an hour and 30 minutes before" of one.
  ahead(`<a:lengthOfTime> [${BEFORE}] [,] and [also] [again] <b:lengthOfTime> ${BEFORE}`, ({ a, b }, { tokens }) =>
    spokenTwice(tokens) || (!a.ms && b.ms) ? [roughMs(a), roughMs(b)] : null,
  ),
  ahead(`<stretch> ${BEFORE}`, (m) => [roughMs(m.stretch)]),
  ahead(`the (day|week|month|hour) ${BEFORE}`, (_, { tokens }) => {
    const unit = tokens.find(({ norm }) => /^(?:day|week|month|hour)$/.test(norm));
    return [roughMs(duration(1, unit?.norm as TimeUnit))];
  }),
];

/** Each with its article or its own "before". */
function spokenTwice(tokens: readonly Token[]): boolean {
  const before = (norm: string): boolean => norm === "a" || norm === "an";
  return (
    tokens.filter(({ norm }) => before(norm)).length > 1 || tokens.filter(({ norm }) => norm === "before").length > 1
  );
}

const RING = "remind|ring|tell|warn|alert|ping|notify|nudge|buzz|text|message|poke|beep";
const NOTICES =
  "(notice|warning|warnings|reminder|reminders|heads - up|heads up|alert|alerts|notification|notifications|nudge|ping)";
const announcing = [
  rings(`[(please|pls|plz)] (${RING}) [(me|us)] [(also|again|too)]`, () => true),
  rings(`also [(please|pls|plz)] (${RING}) [(me|us)]`, () => true),
  rings(`[(give|send|set)] [me] [also] [(a|an)] [(first|extra|early|additional)] <notice>`, () => true),
  rings(`with [(a|an)] [(first|extra|early|additional)] <notice>`, () => true),
  rings("also", () => true),
  notice(NOTICES, () => true),
];

const leads = [
  phrase(`[(,|and|, and|-|;|but|.)] <ahead> ${TOO}`, (m) => likely({ is: "lead", ms: m.ahead })),
  phrase(`[(,|and|, and|-|;|but|.)] <rings> <ahead> ${TOO}`, (m) => sure({ is: "lead", ms: m.ahead })),
  phrase("\\( <rings> <ahead> \\)", (m) => sure({ is: "lead", ms: m.ahead })),
  phrase(`[(,|and|, and|-|;|but|.)] [<rings>] the <part> ${BEFORE} ${TOO}`, (m) => sure({ is: "eve", part: m.part })),
  // "with 30 min warning", "and give me a 10 minute heads-up"
  phrase(`[,] [and] with [(a|an)] <stretch> [<notice>] ${TOO}`, (m) =>
    likely({ is: "lead", ms: [roughMs(m.stretch)] }),
  ),
  phrase(`[(,|and|, and|-|;)] [(give|send)] [me] [(a|an)] <stretch> [-] <notice> ${TOO}`, (m) =>
    sure({ is: "lead", ms: [roughMs(m.stretch)] }),
  ),
];

const AGAIN = "ask|asks|nag|remind|ring|bug|ping|repeat|pester|annoy|poke|nudge|buzz|alert|tell";
const KEEP =
  "asking|nagging|reminding|ringing|bugging|pinging|repeating|pestering|annoying|poking|nudging|buzzing|alerting|telling|at it";
const AT_MOST = "up to|at most|max|maximum|no more than";

const again = [
  nags(`(${AGAIN}) [me] [again]`, () => true),
  nags(`keep [on] (${KEEP}) [me]`, () => true),
  nags(`(don't|dont|do not|never) stop [(${KEEP})] [me]`, () => true),
  nags("keep [on] at me", () => true),
  nags("(don't|dont|do not) let (me off|up)", () => true),
  pace("every <stretch>", (m) => m.stretch),
  pace("<every> <unit>", (m) => duration(m.every, m.unit)),
  untilDone(
    "until [(it is|it's|its|that's|i am|i'm|im|i have|i've|it has been)] [(marked|been)] (done|finished|complete|completed|confirmed|acknowledged|answered|ticked off)",
    () => true,
  ),
  untilDone(
    "until (i have|i've|i am|i'm) (done|finished|taken|called|paid|sent|answered|confirmed|up|awake) [(it|so|that|them)]",
    () => true,
  ),
  untilDone("until i (say|reply|answer|type|write|text) <name>", () => true),
  untilDone(
    "until i (do|did|finish|complete|confirm|acknowledge|answer|reply|respond|say|tick|check|ack|took|take|react|press|tap|push|hit|click|mark|get up|wake up|got up) [(it|so|it off|that|them|this|done|stop|ok|okay|yes|no|yes or no|it done|it as done)]",
    () => true,
  ),
];

const nag = (everyMs: number, max: number) => ({ is: "nag" as const, everyMs, max });
const unpaced = { ...nag(NAG_MS, NAG_MAX), unpaced: true as const };
const nagging = [
  // "at 6pm and again every 10 min till I say done"
  phrase(
    "(and|,|-|;|.|, and) [(again|then|then again)] [<nags>] <pace> [(after|after that|thereafter|from then on)] <untilDone>",
    (m) => sure(nag(roughMs(m.pace), NAG_MAX)),
  ),
  phrase("[(,|and|, and|-|;|.|but|then|, then|and then)] <nags> <pace> <untilDone>", (m) =>
    sure(nag(roughMs(m.pace), NAG_MAX)),
  ),
  phrase(`[(,|and|, and|-|;|.|but)] <nags> <pace> [<untilDone>] [,] (${AT_MOST}) <number> times`, (m) =>
    sure(nag(roughMs(m.pace), m.number)),
  ),
  phrase("(,|and|, and|-|;|.|then|, then|and then) <nags> <pace>", (m) => likely(nag(roughMs(m.pace), NAG_MAX))),
  phrase("[(,|and|, and|-|;|.|but)] <nags> <untilDone>", () => sure(unpaced)),
  phrase("[(,|and|, and|-|;|.|!|! !)] (nag|bug|pester|keep nagging|keep bugging) me", () =>
    likely(nag(NAG_MS, NAG_MAX)),
  ),
  phrase("[,] <untilDone>", () => likely(unpaced)),
];

const marks = [
  phrase("the second time", () => alone({ is: "fold" })),
  phrase("(urgently|critical :|urgent :|urgent !|critical !|urgent -|critical -|urgent ,|critical ,)", () =>
    likely({ is: "critical" }),
  ),
  phrase("[,] (urgent|critical|important) [!]", () => alone({ is: "critical" })),
  phrase("[,] [but] (silently|quietly)", () => likely({ is: "silent" })),
  phrase("[please] (silently|quietly) (remind|notify|ping|nudge|tell) (me|us) [(to|about|that|of)]", () =>
    sure({ is: "silent" }),
  ),
  // "silent night" is none.
  phrase(", [but] (silent|quiet)", () => alone({ is: "silent" })),
  phrase("[,] [but] (without|with no|no) [any] (sound|noise)", () => alone({ is: "silent" })),
  phrase("[,] [but] without (a|making a) (sound|noise)", () => alone({ is: "silent" })),
];

export const EN_EXTRAS = [...aheads, ...announcing, ...leads, ...again, ...nagging, ...marks];
