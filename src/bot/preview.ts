/** What a sentence would make, without making it. */
import { contextOf, readSentence } from "../app/words.ts";
import type { View } from "../core/view.ts";
import { nextOf } from "../language/preview.ts";
import type { LanguageContext, UnclearCheck } from "../language/request.ts";
import { understoodOf } from "../language/understood.ts";
import { callOf } from "./call.ts";
import type { Talk } from "./talk.ts";

const shown = 5;

export function previewOf(talk: Talk, text: string): View {
  const read = readSentence(talk.belfry, callOf(talk, null), text);
  const context = contextOf(talk.belfry, callOf(talk, null));
  if (read.intent === "unclearCheck") return unclear(read, context);
  if (read.intent !== "question" && read.intent !== "remind") {
    const said = understoodOf(read, context);
    return { view: "understood", said, next: said.schedule ? nextOf(said.schedule, context, shown) : [] };
  }
  const asked = read.intent === "question" ? read : null;
  const { title, schedule, leads, nag, critical, silent } = read.intent === "question" ? read.draft : read;
  const question = asked && {
    code: asked.code,
    phrase: asked.phrase,
    choices: asked.readings.map((reading) => ({
      name: reading.name ?? null,
      schedule: reading.schedule,
      action: null,
    })),
  };
  const when = schedule ?? { type: "manual" as const };
  const next = nextOf(when, context, shown);
  return { view: "preview", title, schedule: when, leads, nag, critical, silent, next, question };
}

function unclear({ title, code, readings, left, known, isNear }: UnclearCheck, context: LanguageContext): View {
  const [schedule] = readings;
  const isOffered = code !== "unknownCommand" || isNear;
  const choices = isOffered ? readings.map((one) => ({ name: null, schedule: one, action: null })) : [];
  const question = { code, phrase: left, choices, ...(known ? { known } : {}) };
  const plain = { leads: [], nag: null, critical: false, silent: false };
  const when = schedule ?? { type: "manual" as const };
  return { view: "preview", title, schedule: when, ...plain, next: nextOf(when, context, shown), question };
}
