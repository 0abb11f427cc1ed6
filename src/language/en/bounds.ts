/** Windows, beginnings, ends, exceptions, lead times and asking again, in English. */
import { table } from "../grammar/table.ts";
import type { Token } from "../text/token.ts";
import { duration, roughMs } from "../when/duration.ts";
import { daysOf, monthsOf, weekdaysOf } from "../when/except.ts";
import { alone, likely, sure } from "../when/phrase.ts";
import type { TimeUnit } from "../when/types.ts";

const phrase = table("phrase");

const AT_MOST = "up to|at most|max|maximum|no more than";
const AGAIN = "ask|asks|nag|remind|ring|bug|ping|repeat|keep asking|keep ringing|keep reminding";
const untilDone = table("untilDone");
const endings = [
  untilDone(
    "until [(it is|it's|its|that's|i am|i'm|im|i have|i've|it has been)] [(marked|been)] (done|finished|complete|completed|confirmed|acknowledged|answered|ticked off)",
    () => true,
  ),
  untilDone(
    "until i (do|did|finish|complete|confirm|acknowledge|answer|reply|respond|say|tick|check|ack|took|take) [(it|so|it off|that|them|done|stop|ok)]",
    () => true,
  ),
];

const windows = [
  phrase("<dayWindow>", (m) => sure({ is: "window", ...m.dayWindow })),
  phrase("(during|in|within) [(the|my|our)] (work|working|office|business) hours", () =>
    sure({
      is: "window",
      start: { hour: 9, minute: 0, second: 0, exact: true },
      end: { hour: 17, minute: 0, second: 0, exact: true },
    }),
  ),
];

const bounds = [
  phrase("[,] (starting|beginning|start|commencing) [(from|on|at|in|with|as of)] <days>", (m) =>
    sure({ is: "from", days: m.days }),
  ),
  phrase("[,] (starting|beginning) [(from|at)] <looseClock>", (m) => sure({ is: "from", clock: m.looseClock })),
  phrase("starting in <stretch>", (m) => sure({ is: "from", offset: m.stretch })),
  phrase("starting <stretch> from now", (m) => sure({ is: "from", offset: m.stretch })),
  phrase("starting (on|at) the <ordinal> minute [of the hour]", (m) => sure({ is: "from", minute: m.ordinal })),
  phrase("starting (on|at) the <ordinal> hour [of the day]", ({ ordinal }) =>
    ordinal < 24 ? sure({ is: "from", clock: { hour: ordinal, minute: 0, second: 0, exact: true } }) : null,
  ),
  phrase("starting (in|on|at) <year>", (m) => sure({ is: "from", days: [{ type: "month", month: 1, year: m.year }] })),
  phrase("between the <a:ordinal> and [the] <b:ordinal> hour [of the day]", ({ a, b }) =>
    b < 24
      ? sure({
          is: "window",
          start: { hour: a, minute: 0, second: 0, exact: true },
          end: { hour: b, minute: 0, second: 0, exact: true },
        })
      : null,
  ),
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
  phrase("[(for|during)] the rest of [(the|this)] <calendarUnit>", (m) =>
    likely({ is: "until", days: [{ type: "period", unit: m.calendarUnit, offset: 0, edge: "end" }] }),
  ),
  phrase("up to and including <days>", (m) => likely({ is: "until", days: m.days })),
  phrase("(to|till) <days>", (m) => likely({ is: "until", days: m.days })),
  phrase("(until|ending at) <clock>", (m) => likely({ is: "until", clock: m.clock })),
  phrase("for [(the|a)] [(next|coming|following)] <stretch>", (m) => likely({ is: "span", by: m.stretch })),
  phrase("for [(the|a)] (next|coming|following) <unit>", (m) => likely({ is: "span", by: duration(1, m.unit) })),
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
  // "a day and an hour before" is said of two rings, "an hour and 30 minutes before" of one.
  phrase(
    "[,] [and] [(remind me|ring|ring me)] <a:lengthOfTime> and <b:lengthOfTime> (before|earlier|beforehand|ahead|in advance)",
    ({ a, b }, { tokens }) => (spokenTwice(tokens) && b.ms ? sure({ is: "lead", ms: [roughMs(a), roughMs(b)] }) : null),
  ),
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
  phrase("[,] [and] [(remind me|ring|ring me)] [also] the (day|week|month|hour) before", (_, { tokens }) =>
    likely({ is: "lead", ms: [roughMs(duration(1, tokens.at(-2)?.norm as TimeUnit))] }),
  ),
  phrase("[,] with <stretch> [(notice|warning|heads - up)]", (m) => likely({ is: "lead", ms: [roughMs(m.stretch)] })),
  phrase(`[,] [and] (${AGAIN}) [me] [again] every <stretch> <untilDone>`, (m) =>
    sure({ is: "nag", everyMs: roughMs(m.stretch), max: NAG_MAX }),
  ),
  phrase(`[,] [and] (${AGAIN}) [me] [again] every <stretch> <untilDone> [,] (${AT_MOST}) <number> times`, (m) =>
    sure({ is: "nag", everyMs: roughMs(m.stretch), max: m.number }),
  ),
  phrase(`[,] [and] (${AGAIN}) [me] [again] every <stretch> [,] (${AT_MOST}) <number> times`, (m) =>
    sure({ is: "nag", everyMs: roughMs(m.stretch), max: m.number }),
  ),
  phrase("(,|and|, and) (ask|asks|nag|bug|keep asking|keep nagging|keep reminding) [me] [again] every <stretch>", (m) =>
    likely({ is: "nag", everyMs: roughMs(m.stretch), max: NAG_MAX }),
  ),
  phrase("[,] [and] (ask|nag|remind|bug|keep asking|keep nagging|keep reminding|keep ringing) [me] <untilDone>", () =>
    sure({ is: "nag", everyMs: NAG_MS, max: NAG_MAX }),
  ),
  phrase("the second time", () => alone({ is: "fold" })),
  phrase("[,] <untilDone>", () => likely({ is: "nag", everyMs: NAG_MS, max: NAG_MAX })),
  phrase("[,] (urgent|critical|important) [!]", () => alone({ is: "critical" })),
  phrase("(urgently|critical :|urgent :)", () => likely({ is: "critical" })),
  phrase("[,] [but] (silently|quietly)", () => likely({ is: "silent" })),
  // "silent night" is none.
  phrase(", [but] (silent|quiet)", () => alone({ is: "silent" })),
  phrase("[,] [but] (without|with no|no) [any] (sound|noise)", () => alone({ is: "silent" })),
  phrase("[,] [but] without (a|making a) (sound|noise)", () => alone({ is: "silent" })),
];
/** The field's defaults for asking again: every 10 minutes, six times. */
const NAG_MS = 600_000;
const NAG_MAX = 6;

/** "a day and an hour": each with its article. */
function spokenTwice(tokens: readonly Token[]): boolean {
  return tokens.filter(({ norm }) => norm === "a" || norm === "an").length > 1;
}

export const EN_BOUNDS = [...endings, ...windows, ...bounds, ...extras];
