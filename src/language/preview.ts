/** What would be understood, without doing it: the answer of `belfry parse` and `/preview`. */
import type { Instant, Schedule } from "../core/schedule.ts";
import { nextSlot } from "../time/next-slot.ts";
import { toInstant, toLocal } from "../time/resolve.ts";
import { analyse } from "./analyse.ts";
import { understandRaw } from "./raw.ts";
import type { LanguageContext, Question, QuestionCode } from "./request.ts";
import { understand } from "./understand.ts";

export type PreviewWhen =
  | { kind: "once"; at: string }
  | { kind: "recurring"; next: string[] }
  | { kind: "duration"; seconds: number }
  | { kind: "none" };

/** One line of `belfry parse --jsonl`. `at` and `next` are RFC 3339 in UTC; `next` has six or all that are left. */
export interface Preview {
  when: PreviewWhen;
  task: string;
  question?: { code: QuestionCode; phrase: string; readings: PreviewWhen[] };
}

const SHOWN = 6;

/** A question carries its first reading in `when`, unless no time was found at all. Management requests have no time. */
export function preview(text: string, context: LanguageContext): Preview {
  const request = understand(text, context);
  const task = understandRaw(text, context)?.task ?? analyse(text, context).task;
  if (request.intent === "remind") return { when: whenOf(request.schedule, context.now), task };
  if (request.intent !== "question") return { when: { kind: "none" }, task: text.trim() };
  return { when: firstReading(request, context.now), task, question: questionOf(request, context.now) };
}

function questionOf({ code, phrase, readings }: Question, now: Instant): NonNullable<Preview["question"]> {
  return { code, phrase, readings: readings.map(({ schedule }) => whenOf(schedule, now)) };
}

function firstReading({ code, readings }: Question, now: Instant): PreviewWhen {
  if (code === "noTime" || code === "impossibleDate") return { kind: "none" };
  return whenOf(readings[0]?.schedule ?? null, now);
}

function whenOf(schedule: Schedule | null, now: Instant): PreviewWhen {
  if (!schedule) return { kind: "none" };
  if (schedule.type === "once") {
    const at = toInstant(schedule.at, schedule.tz, schedule.fold);
    return at === null ? { kind: "none" } : { kind: "once", at: iso(at) };
  }
  const next: string[] = [];
  // A series may begin at this very moment.
  for (let at = nextSlot(schedule, now - 1); at !== null && next.length < SHOWN; at = nextSlot(schedule, at))
    next.push(iso(at));
  return next.length ? { kind: "recurring", next } : { kind: "none" };
}

function iso(at: Instant): string {
  return `${toLocal(at, "UTC")}Z`;
}
