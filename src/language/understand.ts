/**
 * What a sentence asks for. Pure: the same text and context give the same answer.
 *
 * text → tokens → phrases of the grammar tables → the best chain of them → schedule, or one question
 */
import type { Schedule } from "../core/schedule.ts";
import { type Analysis, analyse, READ_AT_MOST } from "./analyse.ts";
import { announcedIn } from "./announced.ts";
import { understandBesides } from "./besides.ts";
import { understandCheck } from "./check-sentence.ts";
import { isOnlyCourtesy, withoutCourtesy } from "./courtesy.ts";
import { describeImpossible, describePast } from "./describe.ts";
import { understandFollow } from "./follow.ts";
import { understandManage } from "./manage.ts";
import { understandRaw } from "./raw.ts";
import { understandReport } from "./report.ts";
import type { LanguageContext, Question, RemindRequest, Request, WhenAnswer } from "./request.ts";
import { resolved } from "./resolved.ts";
import { titleOf } from "./task.ts";
import { DAY, HOUR, MINUTE } from "./when/duration.ts";
import { partTime } from "./when/moment.ts";
import type { Resolution } from "./when/once.ts";
import type { PartName } from "./when/types.ts";

/** The meaning of a whole sentence. What has no clear time is a question with readings to offer; nothing is guessed. */
export function understand(text: string, { locale, ...rest }: LanguageContext): Request | Question {
  const trimmed = text.trim();
  const context = { ...rest, locale: announcedIn(trimmed) ?? locale };
  if (trimmed.length > READ_AT_MOST) return understandLong(trimmed, context);
  return understandBesides(trimmed, context, understandRest) ?? understandRest(trimmed, context);
}

/** A sentence that says nothing besides. */
function understandRest(
  trimmed: string,
  context: LanguageContext,
  { hasResults } = { hasResults: false },
): Request | Question {
  const analysis = analyse(trimmed, context);
  const noCheck = () =>
    understandFollow(trimmed, context, understandPlain) ?? understandPlain(trimmed, context, analysis);
  return understandCheck(trimmed, context, { analysis, hasResults, plain: noCheck }) ?? noCheck();
}

/** What waits for nothing but a time. */
function understandPlain(
  trimmed: string,
  context: LanguageContext,
  analysis = analyse(trimmed, context),
): Request | Question {
  const managed = understandManage(trimmed, context, analysis);
  if (managed?.intent === "skip" && managed.on)
    return { ...managed, otherwise: fromAnalysis(analysis, context, trimmed) };
  if (managed) return managed;
  const raw = understandRaw(trimmed, context);
  if (raw)
    return raw.question
      ? asked(draftOf(raw.task, null, context), raw.question, context)
      : draftOf(raw.task, raw, context);
  const report = understandReport(trimmed, context, (words) => {
    const read = words === trimmed ? analysis : analyse(words, context);
    return { analysis: read, made: fromAnalysis(read, context, words) };
  });
  return report ?? fromAnalysis(analysis, context, trimmed);
}

/** A long text is kept whole; its time is read in the first line, then in the last. */
function understandLong(text: string, context: LanguageContext): Request | Question {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parts = [(lines[0] ?? "").slice(0, READ_AT_MOST), tailOf(lines[lines.length - 1] ?? "")];
  const tried = parts.map((part) => analyse(part, context));
  const found = tried.find(({ when }) => when !== null) ?? tried[0];
  return found
    ? fromAnalysis({ ...found, task: text, hasTask: true }, context, text)
    : fromAnalysis(analyse("", context), context, text);
}

/** The last words of a line, whole ones. */
function tailOf(line: string): string {
  return line.length > READ_AT_MOST ? line.slice(-READ_AT_MOST).replace(/^\S*\s/u, "") : line;
}

/** What an analysed text asks for when it is about something new; `text` stands in for a task that is not there. */
export function fromAnalysis(analysis: Analysis, context: LanguageContext, text: string): Request | Question {
  const resolution = resolved(analysis, context);
  const draft = draftOf(analysis.task || text, resolution, context, analysis);
  if (resolution.schedule && (!analysis.hasTask || isOnlyCourtesy(analysis.task, context))) {
    const question = {
      code: "noTask" as const,
      readings: [{ schedule: resolution.schedule }],
      phrase: analysis.phrase,
    };
    return asked({ ...draft, title: "" }, question, context);
  }
  if (!resolution.question) return draft;
  // Where no single words are in question, those of the time are, or all of them.
  const phrase = resolution.question.phrase || analysis.phrase || text;
  return asked(draft, { ...resolution.question, phrase }, context);
}

/** "the night before", in milliseconds of the clock before the time. */
function evesOf(schedule: Schedule | null | undefined, eves: readonly PartName[], context: LanguageContext): number[] {
  if (schedule?.type !== "once") return [];
  const sinceMidnight = (time: string): number => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5)) * MINUTE;
  return eves.map((part) => DAY + sinceMidnight(schedule.at.slice(11)) - sinceMidnight(partTime(part, context)));
}

function draftOf(
  task: string,
  resolution: Resolution | null,
  context: LanguageContext,
  analysis?: Analysis,
): RemindRequest {
  const when = analysis?.when;
  return {
    intent: "remind",
    title: titleOf(task),
    schedule: resolution?.schedule ?? null,
    leads: [...new Set([...(when?.leads ?? []), ...evesOf(resolution?.schedule, when?.eves ?? [], context)])].sort(
      (a, b) => b - a,
    ),
    nag: when?.nag ?? null,
    critical: when?.critical ?? false,
    silent: when?.silent ?? false,
  };
}

function asked(
  draft: RemindRequest,
  question: NonNullable<Resolution["question"]>,
  context: LanguageContext,
): Question {
  const { code, readings } = question;
  const isMoment = code === "past" && /^\d{4}-\d\d-\d\dT/u.test(question.phrase);
  const phrase = isMoment
    ? describePast(question.phrase, context)
    : /^\d+\/\d+$/u.test(question.phrase) && code === "impossibleDate"
      ? describeImpossible(question.phrase, context)
      : question.phrase;
  const schedule = code === "noTime" || code === "past" ? null : (readings[0]?.schedule ?? null);
  return { intent: "question", code, draft: { ...draft, schedule }, readings, phrase };
}

/**
 * A bare time phrase: "in 2 hours", "until monday", "tomorrow at 9". Not found when the text says more than a time, or
 * none; with a question when the time is open or has passed.
 */
export function understandWhen(text: string, context: LanguageContext): WhenAnswer {
  const trimmed = withoutCourtesy(text, context);
  if (trimmed.length > READ_AT_MOST) return { found: false, question: null };
  const raw = understandRaw(trimmed, context);
  const analysis = analyse(trimmed, context);
  const resolution =
    raw && raw.task === ""
      ? raw
      : analysis.when && /^[\s\p{P}]*$/u.test(analysis.task)
        ? resolved(analysis, context)
        : null;
  if (!resolution) return { found: false, question: null };
  if (resolution.question)
    return { found: false, question: asked(draftOf("", null, context, analysis), resolution.question, context) };
  return resolution.schedule ? { found: true, schedule: resolution.schedule } : { found: false, question: null };
}
