/** What single phrases mean, before they are put together and set against the clock. Plain data, no dates computed yet. */
import type { Weekday, Zone } from "../../core/schedule.ts";
import type { DayParts } from "../request.ts";

export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** Calendar part in months and days, elapsed part in milliseconds. */
export interface Duration {
  months: number;
  days: number;
  ms: number;
}

/** A clock time as said. Without `half` the half of the day is open unless `exact` (24-hour writing). */
export interface Clock {
  hour: number;
  minute: number;
  second: number;
  half?: "am" | "pm";
  exact?: boolean;
  /** Written or said with minutes. */
  minutes?: boolean;
  /** "2h" is a length of time when no day stands with it. */
  lasts?: boolean;
}

export type PartName =
  | keyof DayParts
  | "breakfast"
  | "lunch"
  | "dinner"
  | "bedtime"
  | "closing"
  /** "after work": says when only where no clock time does. */
  | "afterWork"
  | "midnight"
  | "beforeNoon";

/** A day as said. `Nth` days and `edge`s are resolved by when/days.ts. */
export type Day =
  /** today 0, tomorrow 1 */
  | { type: "relative"; days: number }
  /** "friday" (coming), "this friday" (today too), "next friday", "friday of next week" (inWeek, weeks: 1), "a week on friday" (coming, weeks: 1) */
  | { type: "weekday"; weekday: Weekday; which: "coming" | "this" | "next" | "inWeek"; weeks: number }
  /** "the 15th", "the 15th of next month" */
  | { type: "monthDay"; day: number; months?: number }
  /** "25 December [2027]" */
  | { type: "date"; month: number; day: number; year?: number; weekday?: Weekday }
  /** 03/04: month first or day first. */
  | { type: "either"; first: Day; second: Day }
  /** "last friday of march", "2nd friday", "last working day of the month"; n counts from the end when negative. */
  | { type: "nth"; n: number; of: NthOf; month?: number; year?: number; months?: number; inYear?: boolean }
  /** "december", "march 2027" */
  | { type: "month"; month: number; year?: number; edge?: Edge }
  /** "this week", "next month", "end of the year"; "the middle of the month" rolls on when it has passed */
  | { type: "period"; unit: PeriodUnit; offset: number; edge?: Edge; rolls?: boolean }
  /** A season that is `ongoing` may have begun. */
  | { type: "holiday"; name: string; year?: number; next?: boolean; ongoing?: boolean }
  /** "two weeks after friday", "3 days before christmas" */
  | { type: "shifted"; base: Day; by: Duration; back?: boolean }
  /** "week 48", its Monday */
  | { type: "isoWeek"; week: number; weekday?: Weekday; year?: number }
  | { type: "workdays"; n: number }
  /** The day that follows another, or a whole week, weekend, month … */
  | { type: "after"; base: Day }
  /** "the second closest monday to 5 october" */
  | { type: "nearest"; weekday: Weekday; to: Day; n?: number }
  /** "thanksgiving in a year": the first that lies ahead then. */
  | { type: "seenFrom"; base: Day; by: Duration }
  /** "the friday after christmas", "the last friday before christmas" */
  | { type: "beside"; weekday: Weekday; base: Day; before?: boolean };

/** A "row" is a line of a wall calendar that begins on Sunday; the first row of a month may be short. */
export type NthOf = Weekday | "day" | "workday" | "weekend" | "week" | "row";
export type Edge = "start" | "middle" | "end";
export type PeriodUnit = "week" | "weekend" | "workweek" | "month" | "quarter" | "year" | "season";

/** A recurrence as said. Missing fields are filled by the days and clocks around it. */
export interface Repeat {
  unit: TimeUnit;
  interval: number;
  weekdays?: Weekday[];
  /** Days that repeat by themselves: "the 1st and 15th of every month", "every 25 December". */
  days?: Day[];
  months?: number[];
  /** ISO weeks. */
  weekNumbers?: number[];
  /** Days of the year, 1 to 366. */
  yearDays?: number[];
  /** Hours and minutes as cron counts them; hours not said are all of them. */
  grid?: { hours?: number[]; minutes?: number[] };
  /** Times a day without saying when: "twice a day". */
  timesADay?: number;
  /** Times a week without naming the days: "twice a week". */
  timesAWeek?: number;
  /** Counted from the last Done instead of the calendar. */
  afterDone?: boolean;
  /** A duration that is no single unit: "every 5 days, 3 hours". */
  ms?: number;
  /** "monday to friday", which without a clock time does not repeat. */
  range?: boolean;
  /** Said as an adjective or adverb alone ("monthly"); gives way to everything else. */
  adjective?: boolean;
}

/** A part of each day. */
export interface Window {
  start: Clock;
  end: Clock;
  endExcluded?: boolean;
}

/** What a series leaves out. */
export interface Except {
  days: Day[];
  weekdays: Weekday[];
  months: number[];
  /** "except between 20 december and 3 january" */
  ranges?: { start: Day; end: Day }[];
}

/** One thing said about the time. */
export type Piece =
  | { is: "days"; days: Day[] }
  | { is: "clocks"; clocks: Clock[] }
  | { is: "part"; part: PartName }
  | { is: "offset"; by: Duration; bare?: boolean }
  | { is: "repeat"; repeat: Repeat }
  | ({ is: "window" } & Window)
  /** "every 5 minutes between 14:00 and 15:00", of which there may be several. */
  | { is: "stretch"; repeat: Repeat; window: Window }
  /** `each`: with a clock time it is each day of the stretch. */
  | { is: "from"; days?: Day[]; clock?: Clock; minute?: number; offset?: Duration; each?: boolean }
  | { is: "until"; days?: Day[]; clock?: Clock; endExcluded?: boolean }
  /** "on the half hour", "at :15" */
  | { is: "minute"; minute: number }
  /** `daily` where it says how often as well: "for the next 10 days". */
  | { is: "span"; by: Duration; daily?: boolean }
  | { is: "count"; times: number }
  | ({ is: "except" } & Except)
  | { is: "months"; months: number[] }
  | { is: "zone"; zone: Zone | null; phrase: string; region?: Zone }
  | { is: "lead"; ms: number[] }
  /** "the night before": a ring in that part of the day before. */
  | { is: "eve"; part: PartName }
  /** The time meant is that long before the one said. */
  | { is: "back"; ms: number; part?: PartName }
  /** `unpaced`: how often was not said. */
  | { is: "nag"; everyMs: number; max: number; unpaced?: true }
  | { is: "critical" }
  | { is: "silent" }
  /** The second copy of a wall time that a clock change repeats. */
  | { is: "fold" }
  | { is: "now" }
  | { is: "asap" }
  | { is: "someday" };

/** Several pieces said in one phrase ("tonight": today, night), and how sure it is that time was meant. */
export interface Phrase {
  pieces: Piece[];
  /** 0: only when it is all that was said. 1: next to other time words or at an end of the sentence. 2: anywhere. */
  strength: 0 | 1 | 2;
  /** Adds to a time said elsewhere and says none itself. */
  helps?: boolean;
}

/** Days and clocks that belong together: "monday and wednesday at 7pm". */
export interface Group {
  days: Day[];
  clocks: Clock[];
  part?: PartName;
  repeat?: Repeat;
  /** "at 9 on monday": another clock time with its own day may follow. */
  clocksFirst?: boolean;
}

/** All that was said about the time, put together. */
export interface When {
  groups: Group[];
  offset?: Duration;
  bareOffset?: boolean;
  window?: Window;
  /** Further parts of the day, each with what repeats in it. */
  more?: { repeat: Repeat; window: Window }[];
  from?: { days?: Day[]; clock?: Clock; minute?: number; offset?: Duration; each?: boolean };
  until?: { days?: Day[]; clock?: Clock; endExcluded?: boolean };
  minute?: number;
  span?: Duration;
  daily?: boolean;
  count?: number;
  except?: Except;
  months?: number[];
  zone?: { zone: Zone | null; phrase: string; region?: Zone };
  leads: number[];
  eves?: PartName[];
  back?: { ms: number; part?: PartName };
  nag?: { everyMs: number; max: number; unpaced?: true };
  critical?: boolean;
  silent?: boolean;
  fold?: boolean;
  now?: boolean;
  asap?: boolean;
  someday?: boolean;
}
