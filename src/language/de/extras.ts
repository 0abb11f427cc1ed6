/** What goes with a time in German: rings before it, asking again, urgent, silent. */
import { table } from "../grammar/table.ts";
import { duration, roughMs } from "../when/duration.ts";
import { alone, likely, sure } from "../when/phrase.ts";

const phrase = table("phrase");
const ahead = table("ahead");
const rings = table("rings");
const nags = table("nags");
const pace = table("pace");
const untilDone = table("untilDone");

/** The field's defaults for asking again: every 10 minutes, six times. */
const NAG_MS = 600_000;
const NAG_MAX = 6;

const BEFORE = "(vorher|davor|früher|zuvor|im voraus|vorab|vorher schon)";
const JOIN = "[(,|und|, und|-|;|.|, aber)]";
const AGAIN =
  "frag|frage|erinnere|erinner|nerv|nerve|klingel|klingle|melde|meld|wiederhole|wiederhol|stups|stupse|piepse|bimmel";

const leads = [
  // "1 Tag und 3 Stunden vorher" is said of two rings, "1 Stunde und 30 Minuten vorher" of one.
  ahead(`<a:lengthOfTime> [,] und [auch] [nochmal] <b:lengthOfTime> ${BEFORE}`, ({ a, b }) =>
    !a.ms && b.ms ? [roughMs(a), roughMs(b)] : null,
  ),
  ahead(`<a:stretch> ${BEFORE} [,] und [auch] [nochmal] <b:stretch> ${BEFORE}`, ({ a, b }) => [roughMs(a), roughMs(b)]),
  ahead(`<stretch> ${BEFORE}`, (m) => [roughMs(m.stretch)]),
  ahead(`(am tag|den tag|tags) ${BEFORE}`, () => [roughMs(duration(1, "day"))]),
  ahead(`die woche ${BEFORE}`, () => [roughMs(duration(1, "week"))]),
  rings(
    "[auch] [bitte] (erinnere|erinner|warn|warne|weck|wecke|melde|sag) [(mich|mir)] [auch] [bitte] [(schon|nochmal)]",
    () => true,
  ),
  rings("[(gib|mit)] [mir] [auch] [(noch|noch eine|eine)] (erinnerung|vorwarnung)", () => true),
  rings("(auch|auch schon|nochmal|zusätzlich)", () => true),
  phrase(`${JOIN} <ahead> [(auch|nochmal|bitte|bescheid)]`, (m) => likely({ is: "lead", ms: m.ahead })),
  phrase(`${JOIN} <rings> <ahead> [(auch|nochmal|bitte|bescheid)]`, (m) => sure({ is: "lead", ms: m.ahead })),
  phrase("[,] [und] mit <stretch> (vorwarnung|vorlauf|vorlaufzeit)", (m) =>
    sure({ is: "lead", ms: [roughMs(m.stretch)] }),
  ),
  phrase(`${JOIN} [<rings>] am (vorabend|abend ${BEFORE.slice(1, -1).split("|").join("|abend ")})`, () =>
    sure({ is: "eve", part: "evening" }),
  ),
];

const again = [
  nags(`(${AGAIN}) [(mich|mir)] [(bitte|weiter|dann|immer|immer wieder|nochmal)] [(nach|wieder|weiter)]`, () => true),
  nags("(hör|höre) nicht auf [mich] [zu] [(nerven|erinnern|fragen)]", () => true),
  pace("alle <stretch>", (m) => m.stretch),
  pace("<every> <unit>", (m) => duration(m.every, m.unit)),
  untilDone("bis [(es|das|ich)] (erledigt|fertig|gemacht|geschafft|abgehakt) [(ist|bin|habe|hab)]", () => true),
  untilDone(
    "bis ich [(es|das|sie|ihn|die|wirklich|damit)] (erledigt|gemacht|geschafft|genommen|bezahlt|angerufen|abgehakt|bestätigt|geantwortet|fertig|wach|aufgestanden) [(habe|hab|bin)]",
    () => true,
  ),
  untilDone(
    "bis ich [(es|das|sie|ihn)] (bestätige|antworte|reagiere|aufstehe|abhake|erledige|quittiere|aufwache|ja sage|ok sage|fertig sage|erledigt sage|fertig melde|stopp sage)",
    () => true,
  ),
];

const nag = (everyMs: number, max: number) => ({ is: "nag" as const, everyMs, max });
const unpaced = { ...nag(NAG_MS, NAG_MAX), unpaced: true as const };
const nagging = [
  phrase(`${JOIN} [(dann|danach|nochmal|immer wieder|wieder)] <nags> <pace> [(nach|wieder|nochmal)] <untilDone>`, (m) =>
    sure(nag(roughMs(m.pace), NAG_MAX)),
  ),
  phrase(
    "(und|,|-|;|.|, und) [(dann|danach|nochmal|immer wieder|wieder)] <pace> [(nochmal|wieder|erneut)] <untilDone>",
    (m) => sure(nag(roughMs(m.pace), NAG_MAX)),
  ),
  phrase("(und|,|-|;|.|, und) [dann] <nags> <pace> [(nach|wieder|nochmal)]", (m) =>
    likely(nag(roughMs(m.pace), NAG_MAX)),
  ),
  phrase(`${JOIN} <nags> <pace> [<untilDone>] [,] (höchstens|maximal|max) [.] <number> mal`, (m) =>
    sure(nag(roughMs(m.pace), m.number)),
  ),
  phrase(`${JOIN} <nags> <untilDone>`, () => sure(unpaced)),
  phrase("(,|und|, und|-|;|.) (nerv|nerve) mich", () => likely(nag(NAG_MS, NAG_MAX))),
  phrase("[,] <untilDone>", () => likely(unpaced)),
];

const marks = [
  phrase("(dringend|kritisch|wichtig) (:|!|-|,)", () => likely({ is: "critical" })),
  phrase("[,] (dringend|kritisch|wichtig|ganz wichtig|sehr wichtig|sehr dringend) [!]", () =>
    alone({ is: "critical" }),
  ),
  phrase(", [aber] [bitte] (lautlos|stumm|leise|geräuschlos|ohne ton)", () => sure({ is: "silent" })),
  phrase("[,] [aber] [bitte] (lautlos|stumm|leise|ohne ton|geräuschlos|still)", () => alone({ is: "silent" })),
  phrase("zum zweiten mal", () => alone({ is: "fold" })),
];

export const DE_EXTRAS = [...leads, ...again, ...nagging, ...marks];
