/** Schedules written in the notations of programs: cron and RRULE. */
import type { Schedule } from "../core/schedule.ts";
import { compileCron } from "../time/cron.ts";
import { nextSlot } from "../time/next-slot.ts";
import type { LanguageContext } from "./request.ts";
import { momentIn } from "./when/moment.ts";
import type { Resolution } from "./when/once.ts";

/** `task` is the text without the notation. */
export type RawResolution = Resolution & { task: string };

const FIELD = "[\\d*,/LW#?-]+|[a-zA-Z]{3}(?:[-,][a-zA-Z]{3})*";
const FIVE = `(?:${FIELD})(?:\\s+(?:${FIELD})){4}`;
const cronWord = (spaces: number): RegExp =>
  new RegExp(`(?:^|\\s)cron:?\\s+["'\`]?((?:${FIELD})(?:\\s+(?:${FIELD})){${spaces}})["'\`]?(?=\\s|$)`, "iu");
/** Behind five fields a task of three letters looks like a sixth ("cron 0 9 * * 1-5 gym"). */
const SIX = cronWord(5);
const FIVE_FIELDS = cronWord(4);
const BARE_CRON = new RegExp(`(?:^|\\s)["'\`]?(${FIVE})["'\`]?(?=\\s|$)`, "u");
const RRULE = /(?:^|\s)(?:RRULE:)?((?:[A-Z]+=[A-Z0-9,+-]+;)*FREQ=[A-Z]+(?:;[A-Z]+=[A-Za-z0-9,+-]+)*)(?=\s|$)/u;

export function understandRaw(text: string, context: LanguageContext): RawResolution | null {
  return readCron(text, context) ?? readRule(text, context);
}

function readCron(text: string, context: LanguageContext): RawResolution | null {
  const found =
    [SIX, FIVE_FIELDS].map((pattern) => pattern.exec(text)).find((one) => isCron(cronOf(one))) ?? bareCron(text);
  const cron = cronOf(found);
  if (!found || !isCron(cron)) return null;
  const task = (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim();
  const schedule: Schedule = { type: "cron", cron, tz: context.zone };
  const strict = bothDays(cron);
  if (!strict) return { schedule, task };
  const readings = [
    { name: "cronEither", schedule },
    { name: "cronBoth", schedule: { ...schedule, cron: strict } },
  ];
  return { schedule: null, question: { code: "cronDays", readings, phrase: cron }, task };
}

function cronOf(found: RegExpExecArray | null): string {
  return (found?.[1] ?? "").replaceAll(/\s+/g, " ").toUpperCase();
}

/** Without the word "cron" at least one star must be there, so that five numbers are no cron. */
function bareCron(text: string): RegExpExecArray | null {
  const found = BARE_CRON.exec(text);
  return found?.[1]?.includes("*") ? found : null;
}

function isCron(cron: string): boolean {
  try {
    compileCron(cron);
    return true;
  } catch {
    return false;
  }
}

/** Cron reads "the 15th or a Monday"; a plus before the weekday means both at once (Croner). Null when only one is given. */
function bothDays(cron: string): string | null {
  const fields = cron.split(" ");
  const weekday = fields.length - 1;
  const open = (field: string | undefined): boolean => field === "*" || field === "?";
  if (open(fields[weekday]) || open(fields[weekday - 2]) || fields[weekday]?.startsWith("+")) return null;
  return [...fields.slice(0, weekday), `+${fields[weekday]}`].join(" ");
}

function readRule(text: string, context: LanguageContext): RawResolution | null {
  const found = RRULE.exec(text);
  if (!found?.[1]) return null;
  const task = (text.slice(0, found.index) + text.slice(found.index + found[0].length)).trim();
  const { today } = momentIn(context, context.zone);
  const schedule: Schedule = {
    type: "rule",
    rules: [found[1]],
    start: `${today.toString()}T${context.dayParts.morning}:00`,
    tz: context.zone,
  };
  return fires(schedule, context) ? { schedule, task } : null;
}

function fires(schedule: Schedule, context: LanguageContext): boolean {
  try {
    return nextSlot(schedule, context.now) !== null;
  } catch {
    return false;
  }
}
