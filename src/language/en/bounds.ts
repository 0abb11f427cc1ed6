/** Windows, beginnings, ends, exceptions, lead times and asking again, in English. */
import { table } from "../grammar/table.ts";
import { roughMs } from "../when/duration.ts";
import { daysOf, monthsOf, weekdaysOf } from "../when/except.ts";
import { alone, likely, sure } from "../when/phrase.ts";

const phrase = table("phrase");

const AT_MOST = "up to|at most|max|maximum|no more than";
const AGAIN = "ask|asks|nag|remind|ring|bug|ping|repeat|keep asking|keep ringing|keep reminding";
const DONE = "(done|finished|complete|completed|confirmed|acknowledged)";

const windows = [
  phrase("between <a:looseClock> and <b:looseClock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("from <a:looseClock> (to|until|-|through) <b:looseClock>", ({ a, b }) =>
    sure({ is: "window", start: a, end: b }),
  ),
  phrase("<a:clock> (to|until|-|through) <b:looseClock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("<a:looseClock> (to|until|-|through) <b:clock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("around <a:looseClock> - <b:clock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("after <a:clock> [and] before <b:clock>", ({ a, b }) =>
    sure({ is: "window", start: a, end: b, endExcluded: true }),
  ),
  phrase("starting at <a:clock> and ending at <b:clock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
];

const bounds = [
  phrase("[,] (starting|beginning|start|commencing) [(from|on|at|in|with|as of)] <days>", (m) =>
    sure({ is: "from", days: m.days }),
  ),
  phrase("[,] (starting|beginning) [(from|at)] <looseClock>", (m) => sure({ is: "from", clock: m.looseClock })),
  phrase("starting in <stretch>", (m) => sure({ is: "from", offset: m.stretch })),
  phrase("starting <stretch> from now", (m) => sure({ is: "from", offset: m.stretch })),
  phrase("starting (on|at) the <ordinal> minute", (m) => sure({ is: "from", minute: m.ordinal })),
  phrase("starting now", () => sure({ is: "from", days: [{ type: "relative", days: 0 }] })),
  phrase("from <days> (on|onwards|onward|forward)", (m) => sure({ is: "from", days: m.days })),
  phrase("from <looseClock>", (m) =>
    m.looseClock.minutes || m.looseClock.half || m.looseClock.exact ? sure({ is: "from", clock: m.looseClock }) : null,
  ),
  phrase("(from|as of) <days>", (m) => likely({ is: "from", days: m.days })),
  phrase("from <a:days> (to|until|through|-) <b:days>", ({ a, b }) =>
    sure({ is: "from", days: a }, { is: "until", days: b }),
  ),
  phrase("[,] until <days> [at] <clock>", (m) => sure({ is: "until", days: m.days, clock: m.clock })),
  phrase("[,] (until|through|ending|up until) [(on|at|in)] <days>", (m) => sure({ is: "until", days: m.days })),
  phrase("[,] (ends|stop|stopping) (on|at|in) <days>", (m) => sure({ is: "until", days: m.days })),
  phrase("<a:days> (-|to|until|through) <b:days>", ({ a, b }) =>
    likely({ is: "from", days: a }, { is: "until", days: b }),
  ),
  phrase("(for|during) the rest of [(the|this)] <calendarUnit>", (m) =>
    likely({ is: "until", days: [{ type: "period", unit: m.calendarUnit, offset: 0, edge: "end" }] }),
  ),
  phrase("up to and including <days>", (m) => likely({ is: "until", days: m.days })),
  phrase("(to|till) <days>", (m) => likely({ is: "until", days: m.days })),
  phrase("before <days>", (m) => likely({ is: "until", days: m.days, endExcluded: true })),
  phrase("(until|ending at) <clock>", (m) => likely({ is: "until", clock: m.clock })),
  phrase("for [(the|a)] [(next|coming|following)] <stretch>", (m) => likely({ is: "span", by: m.stretch })),
  phrase(`(for|only|${AT_MOST}) <number> (times|x|occurrences|time|instances|repetitions)`, (m) =>
    m.number > 0 ? likely({ is: "count", times: m.number }) : null,
  ),
  phrase("<number> (times|occurrences|x) [(only|in total|total)]", (m) =>
    m.number > 0 ? likely({ is: "count", times: m.number }) : null,
  ),
  phrase("(twice|thrice)", (_, { tokens }) => likely({ is: "count", times: tokens[0]?.norm === "twice" ? 2 : 3 })),
  phrase(
    "[,] (except|excluding|but not|not|without|skipping|but|apart from|other than|unless|save|minus|bar) [(for|on|in|it is|its)] [(the|every|each)] <days>",
    (m) => likely({ is: "except", days: daysOf(m.days), weekdays: weekdaysOf(m.days), months: monthsOf(m.days) }),
  ),
  phrase(
    "[,] (except|excluding|but not|not|without|skipping|but|apart from|other than|unless|save|minus|bar) [(for|on|in|it is|its)] [(the|every|each)] <weekdays>",
    (m) => likely({ is: "except", days: [], weekdays: m.weekdays, months: [] }),
  ),
  phrase("[,] (except|excluding|but not|not|apart from|other than) [(for|on|in)] <months>", (m) =>
    likely({ is: "except", days: [], weekdays: [], months: m.months }),
  ),
];

const extras = [
  phrase("[(,|and|, and)] [also] <stretch> (before|earlier|beforehand|ahead|in advance|prior|early)", (m) =>
    likely({ is: "lead", ms: [roughMs(m.stretch)] }),
  ),
  phrase(
    "(,|and|, and) (remind me|ring|ring me|tell me|warn me) [also] <stretch> (before|earlier|beforehand|ahead|in advance|prior|early)",
    (m) => likely({ is: "lead", ms: [roughMs(m.stretch)] }),
  ),
  phrase(
    "[(,|and|, and)] [(also|remind me|ring)] <a:stretch> [before] and <b:stretch> (before|earlier|beforehand|ahead|in advance)",
    ({ a, b }) => likely({ is: "lead", ms: [roughMs(a), roughMs(b)] }),
  ),
  phrase("[,] with <stretch> [(notice|warning|heads - up)]", (m) => likely({ is: "lead", ms: [roughMs(m.stretch)] })),
  phrase(
    `[,] [and] (${AGAIN}) [me] [again] every <stretch> until [(it is|it's|its|i am|i'm|i say|i have|im)] ${DONE}`,
    (m) => sure({ is: "nag", everyMs: roughMs(m.stretch), max: NAG_MAX }),
  ),
  phrase(
    `[,] [and] (${AGAIN}) [me] [again] every <stretch> until [(it is|it's|its|i am|i'm|i say|i have|im)] ${DONE} [,] (${AT_MOST}) <number> times`,
    (m) => sure({ is: "nag", everyMs: roughMs(m.stretch), max: m.number }),
  ),
  phrase(`[,] [and] (${AGAIN}) [me] [again] every <stretch> [,] (${AT_MOST}) <number> times`, (m) =>
    sure({ is: "nag", everyMs: roughMs(m.stretch), max: m.number }),
  ),
  phrase("(,|and|, and) (ask|asks|nag|bug|keep asking|keep nagging|keep reminding) [me] [again] every <stretch>", (m) =>
    likely({ is: "nag", everyMs: roughMs(m.stretch), max: NAG_MAX }),
  ),
  phrase(
    `[,] [and] (ask|nag|remind|bug|keep asking|keep nagging|keep reminding) [me] until [(it is|it's|its|i am|i'm|i say|i have)] ${DONE}`,
    () => sure({ is: "nag", everyMs: NAG_MS, max: NAG_MAX }),
  ),
  phrase("the second time", () => alone({ is: "fold" })),
  phrase("[,] until [i say] done", () => likely({ is: "nag", everyMs: NAG_MS, max: NAG_MAX })),
  phrase("[,] (urgent|critical|important) [!]", () => alone({ is: "critical" })),
  phrase("(urgently|critical :|urgent :)", () => likely({ is: "critical" })),
];
/** The field's defaults for asking again: every 10 minutes, six times. */
const NAG_MS = 600_000;
const NAG_MAX = 6;

export const EN_BOUNDS = [...windows, ...bounds, ...extras];
