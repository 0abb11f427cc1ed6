/** A sentence's meaning as a person reads it: the request in words and its next instants, or the question. */
import type { Schedule } from "../core/schedule.ts";
import { describe } from "../language/describe.ts";
import { nextOf } from "../language/preview.ts";
import type { LanguageContext, Question, QuestionCode, RemindRequest, UnclearCheck } from "../language/request.ts";
import { understandAll } from "../language/understand-all.ts";
import { understoodOf } from "../language/understood.ts";
import { textsFor } from "../texts/all.ts";
import type { Texts } from "../texts/en.ts";
import { joined, type Piece } from "../texts/styled.ts";
import { toLocal } from "../time/resolve.ts";

const shown = 5;
const minute = 60_000;

/** The lines for all that a message asks. */
export function explain(text: string, context: LanguageContext): string[] {
  const texts = textsFor(context.locale);
  return understandAll(text, context).flatMap((request) => {
    if (request.intent === "question") return asked(request, text, context, texts);
    if (request.intent === "unclearCheck") return unclear(request, context, texts);
    if (request.intent === "remind") return reminder(request, context, texts);
    const understood = understoodOf(request, context);
    return [texts.understood[understood.intent](understood), ...nextLines(understood.schedule, context)];
  });
}

function reminder(request: RemindRequest, context: LanguageContext, texts: Texts): string[] {
  const { title, schedule, leads, nag, critical, silent } = request;
  if (!schedule) return [joined([texts.card.someday(title)], "").text];
  const before = leads.length > 0 ? texts.card.alsoBefore(texts.card.and(leads.map((ms) => length(ms, texts)))) : "";
  const again = nag ? texts.card.nag(length(nag.everyMs, texts), nag.max) : "";
  const how = [critical ? texts.card.critical : "", silent ? texts.card.silent : ""];
  const parts = [title, describe(schedule, context), before, again, ...how];
  return [joined(parts, " · ").text, ...nextLines(schedule, context)];
}

function length(ms: number, { units }: Texts): string {
  const minutes = Math.round(ms / minute);
  if (minutes % 1440 === 0) return units.days(minutes / 1440);
  return minutes % 60 === 0 ? units.hours(minutes / 60) : units.minutes(minutes);
}

function nextLines(schedule: Schedule | null, context: LanguageContext): string[] {
  if (!schedule || schedule.type === "once") return [];
  const { zone } = context;
  // The moment at which "every 20 min" was said has seconds that nobody said.
  const rest = schedule.type === "every" && schedule.ms % minute === 0 ? schedule.from % minute : 0;
  return nextOf(schedule, context, shown).map(
    (at) => `  ${describe({ type: "once", at: toLocal(at - rest, zone), tz: zone }, context)}`,
  );
}

function asked(question: Question, text: string, context: LanguageContext, texts: Texts): string[] {
  const readings = question.readings.map(({ schedule }) => describe(schedule, context));
  const title = question.draft.title || text.trim();
  const sentence = sentences[question.code](texts, { title, phrase: question.phrase, readings });
  return [joined([sentence], "").text, ...readings.map((reading) => `  · ${reading}`)];
}

function unclear(request: UnclearCheck, context: LanguageContext, texts: Texts): string[] {
  const readings = request.readings.map((one) => describe(one, context));
  const [schedule = null] = request.readings;
  const next = readings.length > 1 ? readings.map((reading) => `  · ${reading}`) : nextLines(schedule, context);
  return [joined([uncertain(request, readings, texts)], "").text, ...next];
}

function uncertain({ code, title, left, known = [], isNear }: UnclearCheck, readings: string[], texts: Texts): Piece {
  const { question: say } = texts;
  switch (code) {
    case "repeat":
      return say.repeat(title);
    case "clock":
      return say.date(title, texts.or(readings));
    case "checkLeft":
      return say.checkLeft(title, readings[0] ?? "", left);
    case "unknownCommand":
      return say.unknownCommand(title, isNear ? (known[0] ?? null) : null, known.join(", "));
  }
}

interface Asked {
  title: string;
  phrase: string;
  readings: string[];
}

const sentences: Record<QuestionCode, (texts: Texts, asked: Asked) => Piece> = {
  clock: (texts, { title, readings }) => texts.question.date(title, texts.or(readings)),
  date: (texts, { title, readings }) => texts.question.date(title, texts.or(readings)),
  repeat: ({ question }, { title }) => question.repeat(title),
  noTime: ({ question }, { title, phrase }) => question.noTime(phrase || title),
  noTask: ({ question }, { phrase }) => question.noTask(phrase),
  tooOften: ({ question }, { title, phrase }) => question.tooOften(title, phrase),
  past: ({ question }, { phrase }) => question.past(phrase),
  impossibleDate: ({ question }, { phrase }) => question.impossibleDate(phrase),
  unknownZone: ({ question }, { phrase }) => question.unknownZone(phrase),
  cronDays: ({ question }, { phrase }) => question.cronDays(phrase),
};
