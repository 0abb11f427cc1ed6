/** Whole phrases in German: what may stand in a sentence as words of time, and how sure they are. */
import { table } from "../grammar/table.ts";
import { dateOf } from "../when/day-forms.ts";
import { duration } from "../when/duration.ts";
import { clockNow, partClock } from "../when/moment.ts";
import { alone, likely, sure } from "../when/phrase.ts";
import type { PartName, Piece, Repeat } from "../when/types.ts";

const phrase = table("phrase");
const link = table("link");

const daily: Repeat = { unit: "day", interval: 1 };
const today: Piece = { is: "days", days: [{ type: "relative", days: 0 }] };

/** Small words a day may stand behind. */
const BEFORE_DAY =
  "am|vor|für|gegen|im|zu|zum|an|den|der|nach|in|in der|bis spätestens|spätestens|spätestens am|spätestens bis|bis spätestens am|übers|über|so am|irgendwann|irgendwann am|fürs|am besten|im laufe des|im laufe der|ums|noch|noch am|noch vor|noch im|gleich|gleich am|erst|erst am|schon|schon am";

const days = [
  phrase("<days>", (m, { tokens }) => {
    const short = tokens.length === 1 && (tokens[0]?.text.length ?? 0) <= 2;
    if ((m.days[0]?.type === "month" && tokens.length === 1) || (short && tokens[0]?.norm === "so"))
      return alone({ is: "days", days: m.days });
    return short || m.days[0]?.type === "monthDay"
      ? likely({ is: "days", days: m.days })
      : sure({ is: "days", days: m.days });
  }),
  phrase(`(${BEFORE_DAY}) <days>` as "<days>", (m) => sure({ is: "days", days: m.days })),
  phrase("(im|diese|nächste) <season>", (m) => likely({ is: "days", days: [{ type: "holiday", name: m.season }] })),
  phrase("(am|übers|fürs|diese) we", () =>
    sure({ is: "days", days: [{ type: "period", unit: "weekend", offset: 0 }] }),
  ),
  phrase("<days> (noch|später|irgendwann)", (m) => sure({ is: "days", days: m.days })),
  phrase("am <decimal>", (_, { tokens }) => {
    const [day = 0, month = 0] = (tokens[1]?.text ?? "").split(".").map(Number);
    const exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return exists ? sure({ is: "days", days: [dateOf(month, day)] }) : null;
  }),
];

const AROUND =
  "um|bis um|jeweils um|nachher um|später um|gleich um|gegen|vor|nach|so gegen|so um|circa um|ca um|etwa um|ungefähr um|kurz vor|kurz nach|spätestens um|bis spätestens|bis spätestens um|pünktlich um|genau um|punkt|um circa|um ca|um etwa|um ungefähr|um punkt|um genau|so ca um|zirka um|ab ca";
const clocks = [
  phrase("<clocks>", (m) => sure({ is: "clocks", clocks: m.clocks })),
  phrase(`(${AROUND}) [.] <looseClocks>` as "<looseClocks>", (m) => sure({ is: "clocks", clocks: m.looseClocks })),
  phrase("(auf|für) <clocks>", (m) => sure({ is: "clocks", clocks: m.clocks })),
  phrase("<days> (um die|zur|um diese) [(gleiche|gleichen|selbe|selben)] (zeit|uhrzeit)", (m, { context }) =>
    sure({ is: "days", days: m.days }, { is: "clocks", clocks: [clockNow(context)] }),
  ),
  phrase("<looseClock>", (m) => alone({ is: "clocks", clocks: [m.looseClock] })),
];

const parts = [
  phrase("<days> [(am|in der)] <part>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: m.part })),
  phrase("(am|für) <days> <part>", (m) => sure({ is: "days", days: m.days }, { is: "part", part: m.part })),
  phrase("(am|in der|gegen|zu|zum|im laufe des|über) <part>", (m) => sure({ is: "part", part: m.part })),
  // The night that ends on that day.
  phrase("in der nacht (auf|zu|zum) <day>", (m) =>
    sure(
      { is: "days", days: [{ type: "shifted", base: m.day, by: { months: 0, days: 1, ms: 0 }, back: true }] },
      { is: "part", part: "night" },
    ),
  ),
  phrase("diese <part>", (m) => sure(today, { is: "part", part: m.part })),
  phrase("<partTime>", (m, { tokens }) => (tokens[0]?.norm === "früh" ? null : sure({ is: "part", part: m.partTime }))),
  phrase("[(jede tag|täglich)] <partTimes>", (m, { context }) =>
    m.partTimes.length > 1
      ? sure(
          { is: "repeat", repeat: daily },
          { is: "clocks", clocks: m.partTimes.map((part) => partClock(part, context)) },
        )
      : null,
  ),
  phrase("<part>", (m) => alone({ is: "part", part: m.part })),
  phrase("(zum|beim|nach dem|vor dem|vorm|nach der|in der|nach|zu|am) <meal>", (m) =>
    sure({ is: "part", part: m.meal }),
  ),
];

const later = [
  phrase("in <stretch>", (m) => sure({ is: "offset", by: m.stretch })),
  phrase(
    "(in spätestens|spätestens in|in den nächste|innerhalb der nächste|innerhalb von|binnen|heute in) <stretch>",
    (m) => sure({ is: "offset", by: m.stretch }),
  ),
  phrase("in der nächste (stunde|minute)", (_, { tokens }) =>
    sure({ is: "offset", by: duration(1, tokens.at(-1)?.norm === "stunde" ? "hour" : "minute") }),
  ),
  phrase("nach <stretch>", (m) => likely({ is: "offset", by: m.stretch })),
  // "in 5-10 Minuten": as soon as may be
  phrase("in <a:number> (-|bis|oder) <b:number> <unit>", ({ a, b, unit }) =>
    a < b ? sure({ is: "offset", by: duration(a, unit) }) : null,
  ),
  phrase(
    "[(stell|stelle|starte|mach|setz|setze)] [mir] [bitte] [(einen|ein|nen)] (timer|kurzzeitwecker|countdown|eieruhr) [(auf|für|von|mit|über)] <stretch> [bitte]",
    (m) => sure({ is: "offset", by: m.stretch }),
  ),
  phrase(
    "(stell|stelle|starte|mach|setz|setze) [mir] [bitte] [(einen|ein|nen)] <stretch> [-] (timer|kurzzeitwecker|countdown)",
    (m) => sure({ is: "offset", by: m.stretch }),
  ),
  phrase("<stretch>", (m) => likely({ is: "offset", by: m.stretch, bare: true })),
  phrase("(jetzt|sofort|jetzt gleich)", () => likely({ is: "now" })),
  phrase("(so bald wie möglich|so schnell wie möglich|schnellstmöglich|asap)", () => sure({ is: "asap" })),
  phrase("irgendwann", () => alone({ is: "someday" })),
];

const repeats = [
  phrase("<repeat>", (m) => sure({ is: "repeat", repeat: m.repeat })),
  phrase("jede <part>", (m) => sure({ is: "repeat", repeat: daily }, { is: "part", part: m.part })),
  phrase("immer <part>", (m) => sure({ is: "repeat", repeat: daily }, { is: "part", part: m.part })),
  phrase("immer um <looseClocks>", (m) =>
    sure({ is: "repeat", repeat: daily }, { is: "clocks", clocks: m.looseClocks }),
  ),
  phrase("jede <weekdays> <part>", (m) =>
    sure({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdays } }, { is: "part", part: m.part }),
  ),
  phrase("jede (früh|morgen)", () =>
    sure({ is: "repeat", repeat: daily }, { is: "part", part: "morning" satisfies PartName }),
  ),
  phrase("<weekdayPlural> [,] (und|,|+) <weekdays> <part>", (m) =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: [m.weekdayPlural, ...m.weekdays] } },
      { is: "part", part: m.part },
    ),
  ),
  phrase("<weekdayPlural> <part>", (m) =>
    sure(
      { is: "repeat", repeat: { unit: "week", interval: 1, weekdays: [m.weekdayPlural] } },
      { is: "part", part: m.part },
    ),
  ),
  phrase("[(von|am)] <weekdayRange>", (m) =>
    sure({ is: "repeat", repeat: { unit: "week", interval: 1, weekdays: m.weekdayRange, range: true } }),
  ),
];

const links = [
  ...["und", ",", "+", ", und", "und dann", "sowie"].map((words) => link(words, () => true as const)),
  ...["-", "um", ", um", ":", "@"].map((words) => link(words, () => false as const)),
];

export const DE_PHRASES = [...days, ...clocks, ...parts, ...later, ...repeats, ...links];
