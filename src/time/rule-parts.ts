/** Whether text is a recurrence rule. The library quietly drops what it does not understand; we refuse it. */

const WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)";

/** The value of each part that RFC 5545 §3.3.10 allows, without RFC 7529's other calendars. */
const PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value),
  INTERVAL: positive,
  COUNT: positive,
  UNTIL: (value) => /^\d{8}(?:T\d{6}Z?)?$/.test(value),
  BYSECOND: numbers(0, 59),
  BYMINUTE: numbers(0, 59),
  BYHOUR: numbers(0, 23),
  BYDAY: (value) => new RegExp(`^(?:[+-]?[1-9]\\d?)?${WEEKDAY}(?:,(?:[+-]?[1-9]\\d?)?${WEEKDAY})*$`).test(value),
  BYMONTHDAY: signedNumbers(31),
  BYYEARDAY: signedNumbers(366),
  BYWEEKNO: signedNumbers(53),
  BYMONTH: numbers(1, 12),
  BYSETPOS: signedNumbers(366),
  WKST: (value) => new RegExp(`^${WEEKDAY}$`).test(value),
};

/** The parts of a rule by name, or the part that is wrong. */
export type RuleParts = { parts: ReadonlyMap<string, string> } | { wrong: string };

/** Splits `FREQ=WEEKLY;BYDAY=MO` and looks at each part; the names and values may be in small letters. */
export function ruleParts(text: string): RuleParts {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(";")) {
    const [name = "", value, more] = part.split("=");
    if (value === undefined || more !== undefined || parts.has(name) || !PARTS[name]?.(value)) return { wrong: part };
    parts.set(name, value);
  }
  if (!parts.has("FREQ")) return { wrong: text };
  return parts.has("COUNT") && parts.has("UNTIL") ? { wrong: "COUNT, UNTIL" } : { parts };
}

function positive(value: string): boolean {
  return /^[1-9]\d{0,8}$/.test(value);
}

function numbers(least: number, most: number): (value: string) => boolean {
  return (value) => value.split(",").every((item) => /^\d{1,2}$/.test(item) && +item >= least && +item <= most);
}

function signedNumbers(most: number): (value: string) => boolean {
  return (value) => value.split(",").every((item) => /^[+-]?[1-9]\d{0,2}$/.test(item) && Math.abs(+item) <= most);
}
