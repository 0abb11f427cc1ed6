/** Days that lie before or after others, working days and holidays, in English. */
import { table } from "../grammar/table.ts";
import type { Day, Duration } from "../when/types.ts";

const day = table("day");

/** Null for "2 hours before friday": a day moves by whole days. */
const shiftedBy = (base: Day, by: Duration, back = false): Day | null => (by.ms ? null : shifted(base, by, back));
const shifted = (base: Day, by: Duration, back = false): Day =>
  back ? { type: "shifted", base, by, back } : { type: "shifted", base, by };

export const EN_MOVED_DAYS = [
  day("<stretch> (after|from) <base:day>", (m) => shiftedBy(m.base, m.stretch)),
  day("[the] <stretch> (before|until|prior to) <base:day>", (m) => shiftedBy(m.base, m.stretch, true)),
  day("[the] day (after|following) <base:day>", (m) => shifted(m.base, { months: 0, days: 1, ms: 0 })),
  day("[the] (day|eve) (before|of) <base:day>", (m, { tokens }) =>
    tokens.some((t) => t.norm === "of" && tokens.some((u) => u.norm === "day"))
      ? m.base
      : shifted(m.base, { months: 0, days: 1, ms: 0 }, true),
  ),
  day("[the] week (after|following) <base:day>", (m) => shifted(m.base, { months: 0, days: 7, ms: 0 })),
  day("[the] week before <base:day>", (m) => shifted(m.base, { months: 0, days: 7, ms: 0 }, true)),
  day("(in|within) <number> (business|working|work|week) (day|days)", (m) => ({ type: "workdays", n: m.number })),
  day("(in|within) a (business|working|work) day", () => ({ type: "workdays", n: 1 })),
  day("<number> (business|working|work|week) (day|days) from (now|today)", (m) => ({ type: "workdays", n: m.number })),
  day("in <number> (weekend|weekends)", (m) => ({ type: "period", unit: "weekend", offset: m.number - 1 })),
  day("<number> weekends from now", (m) => ({ type: "period", unit: "weekend", offset: m.number - 1 })),
  day("(a|one) week tomorrow", () => ({ type: "relative", days: 8 })),
  day("<number> weeks tomorrow", ({ number }) => ({ type: "relative", days: 7 * number + 1 })),
  day("today week", () => ({ type: "relative", days: 7 })),
  day("tomorrow week", () => ({ type: "relative", days: 8 })),
  day("(in|within) <number> (workday|workdays|weekday|weekdays)", (m) => ({ type: "workdays", n: m.number })),
  day("[the] next (business|working|work) day", () => ({ type: "workdays", n: 1 })),
  day("[the] next (workday|weekday)", () => ({ type: "workdays", n: 1 })),
  day("<holiday>", (m) => m.holiday),
  day("(this|next) <holiday>", (m) => m.holiday),
  day("<holiday> [of] this year", (m) => m.holiday),
  day("<holiday> [in] <year>", (m) => (m.holiday.type === "holiday" ? { ...m.holiday, year: m.year } : null)),
  day("<holiday> in <stretch>", (m) => ({ type: "seenFrom", base: m.holiday, by: m.stretch })),
  day("<month> in <stretch>", (m) => ({ type: "seenFrom", base: { type: "month", month: m.month }, by: m.stretch })),
  day("[the] first day of [the] <season>", (m) => ({ type: "holiday", name: m.season })),
];
