import type { Weekday } from "../../core/schedule.ts";
import type { NumericDate, WrittenInstant, WrittenTime } from "../text/token.ts";
import type { SaidHalf } from "../when/clock.ts";
import type {
  Clock,
  Day,
  Duration,
  Edge,
  NthOf,
  PartName,
  PeriodUnit,
  Phrase,
  Repeat,
  TimeUnit,
  Window,
} from "../when/types.ts";

/** What each grammar table yields. The name of a table in a pattern is a key of this type. */
export interface Meanings {
  // one token
  integer: number;
  decimal: number;
  ordinalNumber: number;
  time: WrittenTime;
  numericDate: NumericDate;
  instant: WrittenInstant;
  /** `Europe/Berlin` */
  zonePath: string;
  /** Any one word, as written. */
  name: string;
  /** An address, a quotation, a mention, as written. */
  handle: string;
  // numbers and units
  numberWord: number;
  number: number;
  amount: number;
  nth: number;
  /** "5th" and "5", as counted things are numbered; several of them. */
  rank: number;
  ranks: number[];
  ordinal: number;
  unit: TimeUnit;
  calendarUnit: PeriodUnit;
  lengthOfTime: Duration;
  stretch: Duration;
  // clocks
  hour: number;
  half: SaidHalf;
  letterHalf: "am" | "pm";
  clock: Clock;
  looseClock: Clock;
  clocks: Clock[];
  looseClocks: Clock[];
  part: PartName;
  meal: PartName;
  dayEnd: PartName;
  /** Any word for a part of the day; several of them. */
  partTime: PartName;
  partTimes: PartName[];
  zoneName: { zone: string | null; region?: string; isAdjective?: boolean };
  /** A part of each day between two clock times. */
  dayWindow: Window;
  // days
  weekday: Weekday;
  weekdayPlural: Weekday;
  weekdayRange: Weekday[];
  weekdays: Weekday[];
  /** "mo, we, fr": names that are words of their own, so only in a list. */
  shortDay: Weekday;
  shortDays: Weekday[];
  month: number;
  months: number[];
  year: number;
  years: number[];
  monthDay: number;
  monthDays: number[];
  nthOf: NthOf;
  nthDays: Day[];
  edge: Edge;
  holiday: Day;
  /** 1 to 4 */
  quarter: number;
  date: Day;
  dates: Day[];
  dateRange: { start: Day; end: Day };
  /** The same behind "between": with an "and". */
  betweenDates: { start: Day; end: Day };
  season: string;
  day: Day;
  days: Day[];
  // recurrence
  every: number;
  adverb: Repeat;
  repeat: Repeat;
  // whole phrases
  phrase: Phrase;
  /** True where it adds ("and", a comma), false where it only separates. */
  link: boolean;
  /** "a day before": how long before the time, in milliseconds; several of them. */
  ahead: number[];
  /** "warn me", what announces a ring before the time; the noun of it. */
  rings: true;
  notice: true;
  /** "keep asking", and how often. */
  nags: true;
  pace: Duration;
  /** "until it is done" */
  untilDone: true;
  notTime: true;
  /** Says when, and stays in the task: "after work". */
  stays: true;
  /** What follows is told or asked: "that", "whether". */
  clause: true;
  /** Takes back the words of time before it: "no wait,". */
  takesBack: true;
  // between two requests
  /** True where the second may take its day from the first ("… tomorrow at 9 and dad at 10"). */
  cut: boolean;
  /** What follows is part of the task ("… and tell her …"), not a request. */
  goesOn: true;
  // around the time
  leadIn: true;
  /** One that asks for a reminder: "could you remind me to". */
  request: true;
  /** One that is said to the end, wherever it stands: "remind me to". */
  wholeRequest: true;
  /** "remind Boris to": what the person does, not what Belfry is to do. */
  ownErrand: true;
  /** Means what was said before: "it". */
  refers: true;
  /** Behind it somebody else is asked: "tell Jo to". */
  others: true;
  /** Said at the beginning and not part of anything: "btw", "hey,". */
  opener: true;
  /** The same where a mark, a request or a time follows: "so". */
  address: true;
  /** "wake me up": asks for a ring and is what it is for. */
  wakes: true;
  /** Tells what will be: "my train", "we have". Behind it a request is about that. */
  states: true;
  /** What follows is what one is to be reminded of. */
  says: true;
  /** False where it only belongs to the words of time behind it: "on". */
  leadOut: boolean;
}
