/** Puts pieces together. Two pieces that cannot both be meant do not fit: null. */
import { bothGrids } from "./grid.ts";
import type { Day, Duration, Group, PartName, PeriodUnit, Piece, Repeat, When, Window } from "./types.ts";
import { asSeries } from "./weekly.ts";

export function emptyWhen(): When {
  return { groups: [], leads: [] };
}

/** `linked` is true when "and" or a comma stands before the piece. */
export function addPiece(when: When, piece: Piece, linked: boolean): When | null {
  const grown = withPiece(when, piece, linked);
  return grown && asSeries(grown);
}

function withPiece(when: When, piece: Piece, linked: boolean): When | null {
  switch (piece.is) {
    case "days":
      if (when.offset && piece.days.some(isOtherDay)) return null;
      if (isStretchOf(lastGroup(when)?.repeat, piece.days)) return within(when, piece.days);
      return withGroup(when, linked, (group) => addDays(group, piece.days, linked), { days: piece.days, clocks: [] });
    case "clocks":
      return withGroup(when, linked, (group) => addClocks(group, piece.clocks, linked), {
        days: [],
        clocks: piece.clocks,
        clocksFirst: true,
      });
    case "part":
      return withGroup(when, linked, (group) => addPart(group, piece.part), null);
    case "stretch":
      return addStretch(when, piece.repeat, piece.window, linked);
    case "repeat":
      if (when.offset || (when.span && !lasts(when.span, piece.repeat))) return null;
      return withGroup(when, linked, (group) => addRepeat(group, piece.repeat), {
        days: [],
        clocks: [],
        repeat: piece.repeat,
      });
    case "offset":
      return when.offset ||
        when.now ||
        when.from ||
        when.groups.some(({ days, repeat }) => repeat || days.some(isOtherDay))
        ? null
        : { ...when, offset: piece.by, ...(piece.bare ? { bareOffset: true } : {}) };
    case "lead":
      return { ...when, leads: [...when.leads, ...piece.ms] };
    case "eve":
      return { ...when, eves: [...(when.eves ?? []), piece.part] };
    case "now":
    case "asap":
    case "someday":
    case "fold":
    case "critical":
    case "silent":
      return { ...when, [piece.is]: true };
    case "except":
      return when.except
        ? {
            ...when,
            except: {
              days: [...when.except.days, ...piece.days],
              weekdays: [...when.except.weekdays, ...piece.weekdays],
              months: [...when.except.months, ...piece.months],
              ranges: [...(when.except.ranges ?? []), ...(piece.ranges ?? [])],
            },
          }
        : { ...when, except: piece };
    default:
      return addOnce(when, piece);
  }
}

/** "every monday next month", "every friday in 2027": the series lasts as long as that. */
function isStretchOf(repeat: Repeat | undefined, days: readonly Day[]): boolean {
  if (!repeat) return false;
  const units = repeat.unit === "day" ? DAILY_STRETCHES : STRETCHES;
  return days.every(
    (day) =>
      (day.type === "month" && day.year !== undefined && !day.edge) ||
      (day.type === "period" && !day.edge && day.offset >= 0 && units.has(day.unit)),
  );
}
const STRETCHES: ReadonlySet<PeriodUnit> = new Set(["month", "quarter", "year"]);
const DAILY_STRETCHES: ReadonlySet<PeriodUnit> = new Set(["week", "workweek", ...STRETCHES]);

function within(when: When, days: readonly Day[]): When | null {
  const [first, last] = [days[0], days.at(-1)];
  if (when.from || when.until || !first || (last?.type !== "period" && last?.type !== "month")) return null;
  const until: When["until"] = { days: [{ ...last, edge: "end" }] };
  return first.type === "period" && first.offset === 0
    ? { ...when, until }
    : { ...when, from: { days: [first] }, until };
}

/** A second part of the day needs an "and". */
function addStretch(when: When, repeat: Repeat, window: Window, linked: boolean): When | null {
  if (!when.window) {
    const repeats = addPiece(when, { is: "repeat", repeat }, linked);
    return repeats && addPiece(repeats, { is: "window", ...window }, linked);
  }
  const same = lastGroup(when)?.repeat?.unit !== undefined && !lastGroup(when)?.repeat?.weekdays;
  return linked && same ? { ...when, more: [...(when.more ?? []), { repeat, window }] } : null;
}

const isOtherDay = (day: Day): boolean => day.type !== "relative" || day.days !== 0;

function addOnce(when: When, piece: Piece): When | null {
  switch (piece.is) {
    case "window":
      return when.window || lastGroup(when)?.clocks.length ? null : { ...when, window: piece };
    case "from":
      return when.from || when.offset ? null : { ...when, from: piece };
    case "until":
      return when.until ? null : { ...when, until: piece };
    case "span":
      return when.span || !lasts(piece.by, when.groups[0]?.repeat)
        ? null
        : { ...when, span: piece.by, ...(piece.daily ? { daily: true } : {}) };
    case "count":
      return when.count ? null : { ...when, count: piece.times };
    case "minute":
      return when.minute === undefined ? { ...when, minute: piece.minute } : null;
    case "zone":
      return when.zone
        ? null
        : {
            ...when,
            zone: { zone: piece.zone, phrase: piece.phrase, ...(piece.region ? { region: piece.region } : {}) },
          };
    case "back":
      return when.back ? null : { ...when, back: { ms: piece.ms, ...(piece.part ? { part: piece.part } : {}) } };
    case "nag": {
      const { is: _, ...nag } = piece;
      return when.nag ? null : { ...when, nag };
    }
    default:
      return null;
  }
}

/** "read for 30 minutes every day" is no series of half an hour. */
function lasts(by: Duration, repeat: Repeat | undefined): boolean {
  return !repeat || isSmall(repeat) || by.months > 0 || by.days > 0;
}

function isSmall({ unit }: Repeat): boolean {
  return unit === "second" || unit === "minute" || unit === "hour";
}

function lastGroup(when: When): Group | undefined {
  return when.groups[when.groups.length - 1];
}

/** Into the last group if it fits there; behind an "and" it may begin a group of its own. */
function withGroup(when: When, linked: boolean, add: (group: Group) => Group | null, fresh: Group | null): When | null {
  const group = lastGroup(when);
  const grown = add(group ?? { days: [], clocks: [] });
  if (grown) return { ...when, groups: [...when.groups.slice(0, -1), grown] };
  // "weekdays 7am weekends 9am" needs no "and".
  const listed = fresh?.repeat?.weekdays && group?.repeat?.weekdays;
  if ((!linked && !listed) || !fresh || !group || (group.clocks.length === 0 && !group.part)) return null;
  return { ...when, groups: [...when.groups, fresh] };
}

/** "every night before bed", "every morning with breakfast" */
const WITHIN: Partial<Record<PartName, ReadonlySet<PartName>>> = {
  morning: new Set<PartName>(["breakfast", "beforeNoon"]),
  afternoon: new Set<PartName>(["lunch", "closing"]),
  evening: new Set<PartName>(["dinner", "bedtime"]),
  night: new Set<PartName>(["dinner", "bedtime"]),
};

/** "early tomorrow morning" says the morning twice. */
function addPart(group: Group, part: PartName): Group | null {
  if (group.part && WITHIN[group.part]?.has(part)) return { ...group, part };
  if (part === "afterWork" && group.clocks.length > 0) return null;
  const other = group.part !== undefined && group.part !== part;
  return other || (group.clocks.length > 0 && !canBeIn(group)) ? null : { ...group, part };
}

/** "tomorrow morning at 9": a clock may stand beside the part of the day it lies in. */
function canBeIn(group: Group): boolean {
  return group.clocks.every((clock) => !clock.half || clock.exact !== true);
}

function addClocks(group: Group, clocks: Group["clocks"], linked: boolean): Group | null {
  if (group.part === "afterWork") return null;
  if (group.clocks.length === 0) return { ...group, clocks, clocksFirst: group.days.length === 0 && !group.repeat };
  // "at 9 on monday and at 5 on wednesday"
  if (group.clocksFirst && (group.days.length > 0 || group.repeat)) return null;
  return linked ? { ...group, clocks: [...group.clocks, ...clocks] } : null;
}

function addDays(group: Group, days: Day[], linked: boolean): Group | null {
  if (group.days.length === 0) return group.repeat && !fitsRepeat(group.repeat, days) ? null : { ...group, days };
  // "every week on monday in january"
  if (group.repeat && days.every((day) => day.type === "month" && day.year === undefined))
    return { ...group, days: [...group.days, ...days] };
  const [mine, theirs] = [group.days[0], days[0]];
  const one = mine && theirs && group.days.length === 1 && days.length === 1 ? combine(mine, theirs) : null;
  if (one) return { ...group, days: [one] };
  return linked && group.clocks.length === 0 && !group.part ? { ...group, days: [...group.days, ...days] } : null;
}

/** "every month on the 4th", "every year on the 1st friday", "weekly on wednesday"; not "every friday tomorrow". */
function fitsRepeat(repeat: Repeat, days: readonly Day[]): boolean {
  const small = isSmall(repeat);
  return days.every((day) => {
    if (day.type === "month") return day.year === undefined;
    if (day.type === "isoWeek") return repeat.unit === "week" || repeat.unit === "year";
    if (day.type === "relative") return small && day.days >= 0;
    if (repeat.weekdays || repeat.days) return day.type === "period" && day.unit === "weekend" ? !repeat.days : false;
    if (small) return day.type === "weekday" || day.type === "period";
    if (day.type === "weekday") return repeat.unit !== "day" && day.which === "coming" && day.weeks === 0;
    if (day.type === "monthDay" || day.type === "nth")
      return repeat.unit === "month" || repeat.unit === "year" || repeat.unit === "week";
    if (day.type === "date" || day.type === "holiday" || day.type === "either") return repeat.unit === "year";
    return day.type === "period" && (day.unit === "weekend" || day.edge !== undefined);
  });
}

function addRepeat(group: Group, repeat: Repeat): Group | null {
  if (!group.repeat) return group.days.length > 0 && !fitsRepeat(repeat, group.days) ? null : { ...group, repeat };
  return joinRepeats(group.repeat, repeat, group);
}

/** "every week" and "on mondays and thursdays", "every hour" and "on weekdays" are one recurrence. */
function joinRepeats(a: Repeat, b: Repeat, group: Group): Group | null {
  if (a.grid && b.grid) return { ...group, repeat: bothGrids(a, b) };
  const isDaily = b.unit === "day" && b.interval === 1 && !b.timesADay;
  if (isDaily && isSmall(a)) return { ...group, repeat: a };
  const [wide, days] = b.unit === "week" && b.weekdays ? [a, b] : [b, a];
  if (!days.weekdays || wide.weekdays || wide.days || days.interval > 1 || group.days.length > 0) return null;
  if (wide.unit !== "week" && !isSmall(wide) && !(wide.unit === "day" && wide.interval === 1)) return null;
  return { ...group, repeat: wide.unit === "day" ? days : { ...wide, weekdays: days.weekdays } };
}

/** Two ways to say one day: "tuesday, 3 november", "friday next week". */
function combine(a: Day, b: Day): Day | null {
  if (a.type === "weekday" && b.type !== "weekday") return combine(b, a);
  if (b.type !== "weekday" || b.which === "next") return null;
  if (a.type === "date") return { ...a, weekday: b.weekday };
  if (a.type === "isoWeek") return { ...a, weekday: b.weekday };
  if (a.type === "monthDay") return a;
  if (a.type === "period" && a.unit === "week" && !a.edge)
    return { type: "weekday", weekday: b.weekday, which: "inWeek", weeks: a.offset };
  return null;
}
