/** Words around the task in German, and words that decide between morning and evening. */
import { table } from "../grammar/table.ts";
import type { Deciders } from "../when/settle.ts";

const leadIn = table("leadIn");
const leadOut = table("leadOut");
const opener = table("opener");
const address = table("address");
const request = table("request");

const ME = "(mich|uns|mi)";
/** "daran, dass", "an", "bitte mal": what stands between the asking and the thing. */
const TO = "[(daran|dran|an|ans)] [,] [(dass ich|das ich|dass wir|dass|das|zu)]";
const PLEASE = "[(bitte|mal|doch|nochmal|wieder|auch)] [(bitte|mal|nochmal|wieder|auch)]";
const YOU = "(kannst|könntest|würdest|magst|willst|kannste|könnten|können|würden|kann|könnt) [(du|sie|ihr)]";

/** Said before anything at all. */
const asides = [
  "(ach|äh|ähm|hm|ups|übrigens|achso|oh|naja) [,] [:] [.] [!]",
  "ach (ja|so|übrigens) [,]",
  "(hey|hi|hallo|ok|okay|servus|moin|grüß dich|grüezi) (belfry|bot|siri|alexa|google) [,] [!] [:]",
  "belfry [,] [!] [:]",
].map((words) => opener(words, () => true));

const ADDRESS =
  "also|so|ja|ok|okay|hey|hi|hallo|servus|moin|grüezi|danke|super|gut|prima|guten morgen|guten tag|guten abend|sorry|entschuldigung|entschuldige|du|bitte|pass auf|hör mal|sag mal|siri|alexa";
const addresses = [
  address(`(${ADDRESS})`, () => true),
  ...[",", "!", ":", "-", "."].map((mark) => opener(`<address> ${mark}`, () => true)),
  opener("<address> <request>", () => true),
  opener("<address> <opener>", () => true),
];

const requests = [
  `(erinnere|erinner|erinnern|erinnerst) [(sie|du)] ${ME} ${PLEASE} ${TO}`,
  `(erinnere|erinner) bitte [${ME}] ${TO}`,
  `bitte (erinnere|erinner|erinnern) [sie] ${ME} ${PLEASE} ${TO}`,
  `bitte ${ME} ${PLEASE} ${TO} erinnern [,] [(dass|zu)]`,
  `${YOU} ${ME} ${PLEASE} [(an|ans|daran|dran)] [erinnern] [,] [(dass ich|das ich|dass|zu)]`,
  `(ich möchte|ich will|ich würde gern|ich würde gerne|ich mag) ${PLEASE} [(an|daran)] [erinnert werden] [,] [(dass|zu)]`,
  "[(eine|ein|neue)] (erinnerung|reminder) [:] [(an|für|daran)] [,] [dass]",
  "(sag|sage|sagen|gib|geben|gebt) [sie] (mir|uns) [bitte] bescheid [,] [(dass ich|das ich|dass|wenn)]",
  "(schreib|schreibe|schick|schicke) mir [bitte] eine (erinnerung|nachricht) [,] [(dass|an|für)]",
  "(stell|stelle|stellen|mach|mache|setz|setze|erstelle|erstell|leg|lege|anlegen) [sie] [(mir|uns)] [bitte] [(einen|eine|ein|den|meinen|n)] [neue] (timer|wecker|erinnerung|alarm|reminder|termin) [an] [(auf|für|an|zu|zum|um)] [,] [(dass|zu)]",
  "(vergiss|vergesse) nicht [,] [(dass|zu)]",
  "nicht vergessen [(:|,|-|!)] [(dass|zu)]",
  "(denk|denke) [bitte] (dran|daran) [(:|,|-)] [(dass|zu)]",
  "(dran denken|daran denken|denk an|denke an) [(:|,|-)] [(dass|zu)]",
  "(merk|merke) [dir] [(:|,)] [dass]",
].map((words) => request(words, () => true));

const before = [
  "<request>",
  "(bitte|hey|hallo|kurze erinnerung) [(,|:)]",
  "[(neue|neuer|neues)] (todo|aufgabe|erinnerung|notiz|memo|termin|reminder|task|merker) (:|-)",
  "(ich muss|muss ich|wir müssen|ich sollte|ich soll|muss) [noch] [unbedingt]",
  "(an|ans|daran) [,] [dass]",
  "(dass|das) ich [noch]",
];
const wholeRequests = [
  `(erinnere|erinner|erinnern) [sie] ${ME} ${PLEASE} (daran|an|dran) [,] [(dass|zu)]`,
  `(lass|lasst|lassen) [sie] ${ME} nicht vergessen [,] [(dass|zu)]`,
].map((words) => table("wholeRequest")(words, () => true));

const others = table("others")("(zu|und|,|dann|soll|dass|wenn|kann)", () => true);

const refers = table("refers")("(es|sie|ihn|ihm|ihr|das|welche|welches|davon|dort)", () => true);

const after = [
  "[,] [und] (bitte|danke|danke dir|danke schön|vielen dank|merci|lg|bitte danke) [!] [.]",
  "[,] [bitte] (erinnere|erinner) [(mich|uns)] [bitte] [(daran|dran)] [bitte] [.] [!]",
  "[bitte] (erinnern|zu erinnern|dran erinnern|daran erinnern|erinnert werden|nicht vergessen|dran denken|denk dran|denk daran) [bitte] [?] [.] [!]",
  "[bitte] bescheid (sagen|geben) [bitte] [?] [.]",
  "[,] ok [?]",
  "(muss|soll|sollte|müsste)",
];

const beforeTime = leadOut("(um|am|und|,)", () => false);

const wakes = table("wakes")("(weck|wecke|wecken) [sie] (mich|uns) [bitte] [auf]", () => true);

const says = table("says")("(dass|daran|dran|an|wegen)", () => true);

const takesBack = table("takesBack")(
  "[(,|-|.|. . .|…)] (nein|ne|nee ,|nein warte|nein , warte|ne warte|quatsch|quatsch nein|ach nein|ach ne|nein quatsch|ich meine|ich meinte|äh nein|äh ne|halt nein|moment nein|sorry|nein sorry|nee|nein doch|besser gesagt|korrektur|beziehungsweise) [(,|-|:|. . .|…)] [(lieber|doch|besser|ich meine|ich meinte)] [,]",
  () => true,
);

const cut = table("cut");

/** What may stand between two requests of one message. */
const between = [
  cut(";", () => false),
  ...["und", ",", ", und", "und dann", ", dann", "dann", "und auch", "außerdem", "sowie"].map((words) =>
    cut(words, () => true),
  ),
];

export const DE_TASK = [
  ...asides,
  ...addresses,
  ...requests,
  takesBack,
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
  morning: new Set(
    "frühstück frühstücken müsli schulbus wecken weck wecke aufstehen wecker kaffee schule joggen laufen".split(" "),
  ),
  evening: new Set(
    "abendessen abendbrot kino film theater konzert party bier wein oper schlafen bett feierabend".split(" "),
  ),
  open: new Set("flug flieger zug bus fähre abflug abfahrt flughafen boarding".split(" ")),
};

export const DE_ALARMS: ReadonlySet<string> = new Set("wecker alarm timer".split(" "));
