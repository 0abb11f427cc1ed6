/** What a sentence would make, without making it. */
import { readSentence } from "../app/words.ts";
import type { Schedule } from "../core/schedule.ts";
import type { View } from "../core/view.ts";
import { nextSlot } from "../time/next-slot.ts";
import { callOf } from "./call.ts";
import type { Talk } from "./talk.ts";

const shown = 3;

/** Sentences that manage what exists have nothing to preview. */
export function previewOf(talk: Talk, text: string): View {
  const read = readSentence(talk.belfry, callOf(talk, null), text);
  if (read.intent !== "question" && read.intent !== "remind")
    return { view: "notice", code: "notUnderstood", args: { text } };
  const asked = read.intent === "question" ? read : null;
  const { title, schedule, leads, nag, critical } = read.intent === "question" ? read.draft : read;
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
  const next = slots(when, talk.belfry.clock.now());
  return { view: "preview", title, schedule: when, leads, nag, critical, next, question };
}

function slots(schedule: Schedule, now: number): number[] {
  const found: number[] = [];
  for (let at = nextSlot(schedule, now); at !== null && found.length < shown; at = nextSlot(schedule, at))
    found.push(at);
  return found;
}
