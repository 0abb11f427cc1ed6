/** Windows, beginnings, ends and exceptions in German. */
import { table } from "../grammar/table.ts";
import { duration } from "../when/duration.ts";
import { daysOf, monthsOf, weekdaysOf } from "../when/except.ts";
import { likely, sure } from "../when/phrase.ts";
import type { Clock } from "../when/types.ts";

const phrase = table("phrase");

const full = (hour: number): Clock => ({ hour, minute: 0, second: 0, exact: true });
const UNTIL = "[(zum|zu|einschließlich|inklusive|inkl)] [.]";

const windows = [
  phrase("zwischen <a:looseClock> und <b:looseClock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("(von|ab) <a:looseClock> bis <b:looseClock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("<a:looseClock> (-|bis) <b:clock>", ({ a, b }) => sure({ is: "window", start: a, end: b })),
  phrase("(während|in) der (arbeitszeit|arbeitszeiten|bürozeiten|geschäftszeiten|bürozeit)", () =>
    sure({ is: "window", start: full(9), end: full(17) }),
  ),
];

const beginnings = [
  phrase("zwischen <a:day> und <b:day>", ({ a, b }) => sure({ is: "from", days: [a] }, { is: "until", days: [b] })),
  phrase("[,] (ab|beginnend|beginnend ab|beginnend am|erstmals|erstmals am|zum ersten mal am) [dem] <days>", (m) =>
    sure({ is: "from", days: m.days }),
  ),
  phrase("von <days> an", (m) => sure({ is: "from", days: m.days })),
  phrase("ab (sofort|jetzt)", () => sure({ is: "from", days: [{ type: "relative", days: 0 }] })),
  phrase("[,] (das nächste|nächste|erste|das erste) mal [(am|ist)] <days>", (m) =>
    likely({ is: "from", days: m.days }),
  ),
  phrase("ab <clock>", (m) => likely({ is: "from", clock: m.clock })),
];

const ends = [
  phrase(`[,] bis ${UNTIL} <days>` as "<days>", (m) => sure({ is: "until", days: m.days })),
  phrase(`[,] bis ${UNTIL} <days> [um] <clock>` as "<days> <clock>", (m) =>
    sure({ is: "until", days: m.days, clock: m.clock }),
  ),
  phrase("bis [um] <clock>", (m) => likely({ is: "until", clock: m.clock })),
  phrase("den rest (der|des) <calendarUnit>", (m) =>
    likely({ is: "until", days: [{ type: "period", unit: m.calendarUnit, offset: 0, edge: "end" }] }),
  ),
  phrase("[(für|über)] die nächste <number> (tage|nächte)", (m) =>
    m.number > 1 ? sure({ is: "span", by: duration(m.number, "day"), daily: true }) : null,
  ),
  phrase("[,] (für|lang|über) [die (nächste|kommende)] <stretch>", (m) => likely({ is: "span", by: m.stretch })),
  phrase("[die nächste] <stretch> lang", (m) => likely({ is: "span", by: m.stretch })),
  phrase("[,] [(nur|insgesamt|genau|höchstens|maximal)] <number> (mal|x) [(insgesamt|lang)]", (m) =>
    m.number > 0 ? likely({ is: "count", times: m.number }) : null,
  ),
];

const OUT = "(außer|, außer|ausgenommen|, ausgenommen|aber nicht|, aber nicht|, nicht|nur nicht|, nur nicht)";
const exceptions = [
  phrase(`${OUT} [(am|im|an|in den)] <days>` as "<days>", (m) =>
    likely({ is: "except", days: daysOf(m.days), weekdays: weekdaysOf(m.days), months: monthsOf(m.days) }),
  ),
  phrase(`${OUT} [(am|an)] <weekdays>` as "<weekdays>", (m) =>
    likely({ is: "except", days: [], weekdays: m.weekdays, months: [] }),
  ),
];

export const DE_BOUNDS = [...windows, ...beginnings, ...ends, ...exceptions];
