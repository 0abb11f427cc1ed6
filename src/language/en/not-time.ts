/** Phrases that look like time and are none. The longest wins over any time phrase that begins inside it. */
import { table } from "../grammar/table.ts";

const notTime = table("notTime");

/** "on the 3rd floor": things that are counted. */
const COUNTED =
  "floor|place|street|avenue|edition|grade|class|round|row|page|chapter|episode|season|birthday|anniversary|one|try|attempt|step|level|gear|version|draft|book|period|person|child|dose|item|line|lap|year|prize|party|cousin|generation|century|dimension|wheel|door|table|seat|stop|exit|wall|hand|law|rule|amendment|commandment|clause|paragraph|article|choice|option|slide|song|track|phase|sprint|term|trimester|semester|estate|hole|symphony|base|column|element|degree|grader|wonder|sense|inning|pill|dose|beer|instalment|installment";

/** Behind an ordinal these make a day of it; any other word is what is counted ("the second law"). */
const OF_DAYS = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday sun mondays tuesdays wednesdays thursdays fridays saturdays sundays january february " +
    "march april may june july august september october november december day days week weeks weekend weekends weekday weekdays workday workdays working work " +
    "business month months year years quarter hour minute time instance last to from of at in on and or until through before after for every each monthly this next i we"
  ).split(" "),
);

const BEHIND_MONTH = new Set(
  "at on in and or until through before after for every from to by with i we the".split(" "),
);
const BEFORE_MONTH = new Set("of in from until till starting beginning by during since before after".split(" "));
/** "in 8 slices", "at 20 degrees": a number of these is no clock time. */
const MEASURED =
  "degrees|percent|stars|points|parts|pieces|slices|steps|stages|phases|locations|places|sites|cities|countries|continents|languages|copies|batches|rounds|groups|teams|categories|ways|words|pages|chapters|rows|km|kmh|kph|mph|miles|kg|kilos|kilograms|grams|g|ml|l|liters|litres|volts|watts|people|persons|guests|items|bags|boxes|servers|nodes|hosts|machines|users";

const FOR_HOLIDAYS =
  "present|presents|gift|gifts|card|cards|shopping|tree|decorations|decoration|lights|costume|costumes|candy|sweets|eggs|bunny|baking|cookies|cake|pudding|wreath|stocking|stockings|jumper|sweater|wrapping|list|lists|wishes|greetings|resolution|resolutions|agreement|sale|sales|deal|deals|discounts|flight|flights|tickets|playlist|menu|outfit";

const OF_QUARTERS =
  "numbers|okrs|goals|results|earnings|report|reports|review|planning|budget|targets|roadmap|figures|taxes|tax|invoice|invoices|forecast|kpis|plan|plans|deck|sales";

/** Titles and names of which a day is a part. */
const NAMES = [
  "friday night lights",
  "(watch|see|rewatch|stream) friday the 13th",
  "saturday night fever",
  "wednesday addams",
  "tuesday weld",
  "tuesdays with morrie",
  "tomorrow never dies",
  "(edge|children) of tomorrow",
  "midnight in paris",
  "midnight (cowboy|run|special|club|mass|library)",
  "high noon",
  "(from|till) dusk (till|until) dawn",
  "dawn of the dead",
  "(28|twenty - eight) (days|weeks|years) later",
  "(the) day of the (jackal|dead|triffids)",
  "(4|four) [-] hour (workweek|work week|body)",
  "(the|watch|watching|record|host|hosts) (today|tonight) show",
];

/** "romans 8:28": chapter and verse. Of those that are called like people only when somebody reads them. */
const BOOKS =
  "genesis|exodus|leviticus|numbers|deuteronomy|judges|kings|chronicles|psalm|psalms|proverbs|ecclesiastes|isaiah|jeremiah|lamentations|ezekiel|hosea|obadiah|habakkuk|zephaniah|malachi|matthew|acts|romans|corinthians|galatians|ephesians|philippians|colossians|thessalonians|philemon|hebrews|revelation|surah|quran";
const PEOPLES_BOOKS =
  "joshua|ruth|samuel|esther|job|daniel|joel|amos|jonah|micah|mark|luke|john|timothy|titus|james|peter|jude";

const words = [
  ...NAMES,
  `(${BOOKS}) <time>`,
  `(read|reread|memorise|memorize|study|recite|learn|quote|in) [<integer>] (${PEOPLES_BOOKS}) <time>`,
  "(sun|day|night|moon) (cream|screen|block|glasses|flower|dress|light|care|shift|school|club)",
  "(the|in the|of the|under the) sun",
  "second (hand|chance|opinion|thought|thoughts|round|floor|car|phone|job|best|helping|try|half|one|part|draft)",
  "(first|second|third) (aid|class|name|draft|person|party|base|grade|gear|world)",
  "tgi (fridays|friday)",
  "24 (/|-) 7",
  "<stretch> ago",
  "(last|previous|past) <weekday>",
  "<integer> / <integer> (cup|cups|teaspoon|teaspoons|tablespoon|tsp|tbsp|stars|star|chance|inch|inches|mile|miles|price|full|points|pound|pounds|lb|oz)",
  "<integer> - <integer> (people|persons|pages|items|degrees|players|kids|times|pieces|minutes|min|hours|days|weeks|months)",
  "9 to 5 (job|work|jobs|life|grind)",
  "nine to five (job|work|jobs)",
  "catch 22",
  "(not|the) now",
  "(here|then) and now",
  "the <ordinal> half",
  "sunday school",
  "a month of sundays",
  "<integer> m (of|long|wide|tall|deep|high|thick|away|sprint|race|dash|swim|freestyle|hurdles|cable|tape|rope)",
  "24 [-] (hour|hours) (gym|fitness|service|support|hotline|clinic|pharmacy|store|shop|diner)",
  "any (day|time|minute|moment|hour) now",
  "since <days>",
  // kept by other calendars
  "(chinese|lunar|jewish|islamic|persian|tibetan|thai|orthodox|canadian|coptic) (new year|new years|easter|christmas|thanksgiving)",
  "<integer> - in - (1|one)",
  "<integer> in (1|one) (oil|device|tool|printer|shampoo|soap|pack|set|deal|jacket|cable|charger|toy|game|kit|cream)",
  `(at|in|on|by|to|around|about|from|into|over|under) <integer> [(easy|simple|small|equal|different|new)] (${MEASURED})`,
  "for the <ordinal> time",
  "(than|prefer|prefers|preferred) the <ordinal>",
  "the <ordinal> of (many|several|its|their|his|her|these|those|two|three|four|five)",
  "(just|wait|hold on|hang on|give me) (a|one) (second|minute)",
  "midnight (oil|sun|snack|train|express|blue|mass)",
  "(good) (morning|night|evening|afternoon)",
  // what is said of a day, not asked for on it
  "<weekday> (was|were|went|felt|blues|scaries|motivation)",
  "(yesterday|today) was",
  "<weekdayPlural> (are|were|suck)",
  "(hate|hated|love|loved|like|dislike|enjoy|enjoyed) <weekdayPlural>",
  "(how was|how is|enjoy|enjoyed) [(your|the|their|his|her)] <weekdays>",
  "good <weekday> to",
  "(what|such|quite) (a|an) [<name>] <weekday>",
  "(it was|it is|it's|its|it's been|it has been|that was|this is) (a|an) <name> <weekday>",
  "(how|where) (was|were|is|did|went) (your|the|his|her|their) (weekend|week|day|morning|evening|night)",
  "happy <weekday>",
  "(happy|merry) <holiday>",
  "(had|having) (a|an) [(great|good|nice|bad|long|lovely|terrible|awful|busy|wonderful|quiet)] <weekdays>",
  "(the|this|last) <weekdays> was",
  "built in (a|one) day",
  "(sunday|saturday) (times|roast|best|post|paper|papers|night live)",
  "(parents|parents'|parent|parent's|quiz|movie|film|game|games|date|poker|bingo|karaoke|trivia|pizza|ladies|girls|opening|hen|stag|school|taco|curry|wine|open) [-] (night|evening)",
  "(blue|manic|ruby|taco|patch|casual|freaky|girl|man|mardi|stormy|dress - down) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
  "[sunday] bloody sunday",
  "<integer> [-] (minute|hour|day|week|month|year) (workout|challenge|trial|program|programme|course|visa|warranty|supply|detox|cleanse|guide|video|exercise|routine|contract|lease)",
  "<integer> (pushups|push - ups|pullups|pull - ups|situps|sit - ups|squats|burpees|lunges|planks|crunches|reps|sets|laps)",
  // what is got or made ready for a holiday, before it
  `<holiday> (${FOR_HOLIDAYS})`,
  `(${FOR_HOLIDAYS}) for [the] <holiday>`,
  `[(the|our|my)] q (1|2|3|4) (${OF_QUARTERS})`,
  `[(the|our|my)] <ordinal> [-] quarter (${OF_QUARTERS})`,
  "(easter|christmas) island",
  "(build|version|ver|kernel|firmware) [:] <numericDate>",
  "(build|version|ver|kernel|firmware) [:] <decimal>",
  "(end|beginning|start) of (the|a) (line|road|story|file|page|list|chapter|book|world|game|film|movie|queue)",
  "(minute|hour|second|year|day|month|week) (glass|planner|diary|hand)",
  "(day|night) (job|bus|train|trip|off|care)",
  "day - to - day",
  "up - to - date",
  "up to date",
  "(plan|planning|prepare|preparing|prep) for [the] (next|coming) (week|month|quarter|year)",
  "spring (clean|cleaning|onion|onions|roll|rolls|water|break)",
  "<number> (weekends|weekdays|workdays)",
  "<number> (business|working|work|week) days",
  "(may|april|june|august|jan) (wong|smith|jones)",
  "in the (meantime|end|first place|long run|short term)",
  "the other day",
  "after [-] work (drinks|drink|party|beer|beers|pub|event|social|meal)",
  "at (first|last|least|most|once|all)",
  "one day",
  "(one|a) time (only|password|code|fee|payment)",
  "full (time|day)",
  "part time",
  "on time",
  "in time",
  "in (one|a) (go|piece|row|sense|way)",
  "at any time",
  "for (ever|good|now|the year|a while|free|sure|once)",
  "once (upon|in|i|we|you|they|the)",
  `[(on|in|at|to|for)] [the] <ordinal> (${COUNTED})`,
  "(turn|switch) [(the|my|all)] (light|lights|lamp|heating|heater|tv|radio|oven|fan|boiler|alarm|wifi|music|camera) (on|off)",
];

export const EN_NOT_TIME = [
  // "may I come in"; "on the 4th of may we celebrate" is a date.
  notTime(
    "(may|might) (i|we|you|he|she|they|it|the|not|be|also|have|take|this|that|or|result|require|amend)",
    (_, { before }) =>
      (before && /^(?:number|ordinal)$/.test(before.kind)) || BEFORE_MONTH.has(before?.norm ?? "") ? null : true,
  ),
  // "this may take long"; "vacation this may" is a month.
  notTime("this may <name>", (_, { tokens }) => {
    const next = tokens.at(-1);
    return tokens[1]?.text === "may" && next && !BEHIND_MONTH.has(next.norm) ? true : null;
  }),
  ...words.map((pattern) => notTime(pattern, () => true)),
  notTime("[(on|about|for|by|in|at)] the <ordinal> <name>", (_, { tokens }) => {
    const [counted, ordinal] = [tokens[tokens.length - 1], tokens[tokens.length - 2]];
    return ordinal?.kind === "word" && counted && !OF_DAYS.has(counted.norm) ? true : null;
  }),
];
