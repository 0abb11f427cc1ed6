/** Words around the task in German, and words that decide between morning and evening. */
import { table } from "../grammar/table.ts";
import type { Deciders } from "../when/settle.ts";

const leadIn = table("leadIn");
const leadOut = table("leadOut");

const before = [
  "(erinnere|erinner) (mich|uns) [bitte] [(daran|an|dran)] [,] [(dass|zu)]",
  "bitte (erinnere|erinner) (mich|uns) [(daran|an)] [,]",
  "erinnerung [:] [(an|für)]",
  "(kannst|könntest) du mich [bitte] [(daran|an)]",
  "(vergiss|vergesse) nicht [,]",
  "(sag|sage|gib) (mir|uns) [bitte] bescheid [,] [dass]",
  "(weck|wecke) (mich)",
  "(bitte|hey|hallo) [,]",
  "(stell|stelle) [(mir|einen|eine)] [(einen|eine)] (timer|wecker|erinnerung) [(auf|für|an)]",
  "(an|daran) [,]",
];
const wholeRequests = [
  "(erinnere|erinner) (mich|uns) [bitte] (daran|an|dran) [,] [(dass|zu)]",
  "(lass|lasst) mich nicht vergessen [,] [(dass|zu)]",
].map((words) => table("wholeRequest")(words, () => true));

const others = table("others")("(zu|und|,|dann|soll|dass|wenn|kann)", () => true);

const refers = table("refers")("(es|sie|ihn|ihm|ihr|das|welche|welches|davon|dort)", () => true);

const after = ["[,] bitte [!]", "[,] (erinnere|erinner) mich [(daran|dran)]", "erinnern [?]", "zu erinnern"];
const beforeTime = leadOut("(um|am|und|,)", () => false);

const wakes = table("wakes")("(weck|wecke) (mich|uns) [auf]", () => true);

const says = table("says")("(dass|daran|dran|an)", () => true);

const cut = table("cut");

/** What may stand between two requests of one message. */
const between = [
  cut(";", () => false),
  ...["und", ",", ", und", "und dann", ", dann", "dann"].map((words) => cut(words, () => true)),
];

export const DE_TASK = [
  says,
  ...wholeRequests,
  others,
  refers,
  wakes,
  ...between,
  ...before.map((words) => leadIn(words, () => true)),
  ...after.map((words) => leadOut(words, () => true)),
  beforeTime,
];

export const DE_DECIDERS: Deciders = {
  morning: new Set("frühstück frühstücken wecken weck wecke aufstehen wecker kaffee schule joggen laufen".split(" ")),
  evening: new Set(
    "abendessen abendbrot kino film theater konzert party bier wein oper schlafen bett feierabend".split(" "),
  ),
  open: new Set("flug flieger zug bus fähre abflug abfahrt flughafen boarding".split(" ")),
};

export const DE_ALARMS: ReadonlySet<string> = new Set("wecker alarm timer".split(" "));
