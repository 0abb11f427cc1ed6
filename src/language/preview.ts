/** What would be understood, without doing it: the answer of `belfry parse` and `/preview`. */
import type { AfterSchedule, Instant, Schedule } from "../core/schedule.ts";
import { nextSlot } from "../time/next-slot.ts";
import { toInstant, toLocal } from "../time/resolve.ts";
import { type Analysis, analyse } from "./analyse.ts";
import { understandRaw } from "./raw.ts";
import type { LanguageContext, Question, QuestionCode, RemindRequest, Request, UnclearCheck } from "./request.ts";
import { understand } from "./understand.ts";
import { understoodOf } from "./understood.ts";
import { roughMs } from "./when/duration.ts";
import { momentIn, onceAt } from "./when/moment.ts";

export type PreviewWhen =
  | { kind: "once"; at: string }
  | { kind: "recurring"; next: string[] }
  | { kind: "duration"; seconds: number }
  | { kind: "none" };

/** One line of `belfry parse --jsonl`. `at` and `next` are RFC 3339 in UTC; `next` has six or all that are left. */
export interface Preview {
  when: PreviewWhen;
  task: string;
  question?: { code: QuestionCode | UnclearCheck["code"]; phrase: string; readings: PreviewWhen[] };
}

const SHOWN = 6;

/**
 * The next slots, at most so many; a series may begin at this very moment. What waits for Done is counted as if it were
 * done on each of its days.
 */
export function nextOf(schedule: Schedule, context: LanguageContext, most: number): Instant[] {
  if (schedule.type === "after") return afterDone(schedule, context, most);
  const found: Instant[] = [];
  for (let at = nextSlot(schedule, context.now - 1); at !== null && found.length < most; at = nextSlot(schedule, at))
    found.push(at);
  return found;
}

function afterDone({ days, time, tz }: AfterSchedule, context: LanguageContext, most: number): Instant[] {
  const { today } = momentIn(context, tz);
  return Array.from({ length: most }, (_, i) => onceAt(today.add({ days: days * (i + 1) }), time, tz).at).filter(
    (at) => at !== null,
  );
}

/** A question carries its first reading in `when`, unless no time was found at all. Management requests have no time. */
export function preview(text: string, context: LanguageContext): Preview {
  return previewOf(understand(text, context), text, context);
}

function previewOf(request: Request | Question, text: string, context: LanguageContext): Preview {
  if (request.intent === "unclearCheck") {
    const { code, left, otherwise } = request;
    const readings = request.readings.map((one) => whenOf(one, context));
    const question = { code, phrase: left, readings };
    return { ...previewOf(otherwise, text, context), question };
  }
  // Nothing is known here that could be skipped or reported on.
  if ((request.intent === "skip" || request.intent === "report") && request.otherwise)
    return previewOf(request.otherwise, text, context);
  const analysis = analyse(text, context);
  const task = understandRaw(text, context)?.task ?? analysis.task;
  if (request.intent === "remind") return { when: whenOf(request.schedule, context), task };
  if (request.intent === "check" || request.intent === "report")
    return { when: whenOf(request.schedule, context), task: task || text.trim() };
  if (request.intent !== "question") return { when: madeOf(request, context), task: text.trim() };
  const question = questionOf(request, context);
  return { when: lengthOf(analysis) ?? firstReading(request, context), task, question };
}

/** "2 hours" and nothing more is a length of time. */
function lengthOf({ when, task }: Analysis): PreviewWhen | null {
  const by = when?.bareOffset && task === "" ? when.offset : null;
  return by && by.months === 0 ? { kind: "duration", seconds: roughMs(by) / 1000 } : null;
}

function madeOf(request: Exclude<Request, RemindRequest>, context: LanguageContext): PreviewWhen {
  return whenOf(understoodOf(request, context).schedule, context);
}

function questionOf({ code, phrase, readings }: Question, context: LanguageContext): NonNullable<Preview["question"]> {
  return { code, phrase, readings: readings.map(({ schedule }) => whenOf(schedule, context)) };
}

function firstReading({ code, readings }: Question, context: LanguageContext): PreviewWhen {
  if (code === "noTime" || code === "impossibleDate") return { kind: "none" };
  return whenOf(readings[0]?.schedule ?? null, context);
}

function whenOf(schedule: Schedule | null, context: LanguageContext): PreviewWhen {
  if (!schedule) return { kind: "none" };
  if (schedule.type === "once") {
    const at = toInstant(schedule.at, schedule.tz, schedule.fold);
    return at === null ? { kind: "none" } : { kind: "once", at: iso(at) };
  }
  const next = nextOf(schedule, context, SHOWN).map(iso);
  return next.length ? { kind: "recurring", next } : { kind: "none" };
}

function iso(at: Instant): string {
  return `${toLocal(at, "UTC")}Z`;
}
