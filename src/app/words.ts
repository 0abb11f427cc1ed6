/** What people say, read in their zone and language at this moment. */
import type { Action } from "../core/action.ts";
import type { Belfry } from "../core/belfry.ts";
import type { Schedule } from "../core/schedule.ts";
import type { LanguageContext, Question, Request, WhenAnswer } from "../language/request.ts";
import { reschedule } from "../language/reschedule.ts";
import { understand, understandWhen } from "../language/understand.ts";
import { understandAll } from "../language/understand-all.ts";
import type { Call } from "./operation.ts";
import { dayParts } from "./settings.ts";

export function contextOf(belfry: Belfry, call: Call): LanguageContext {
  const { zone, language } = call.settings;
  const commands = belfry.kinds.get("check")?.names?.() ?? [];
  return { now: call.saidAt ?? belfry.clock.now(), zone, locale: language, dayParts, commands };
}

/** A whole sentence. */
export function readSentence(belfry: Belfry, call: Call, text: string): Request | Question {
  return understand(text, contextOf(belfry, call));
}

/** All that a message asks for, in its order. */
export function readAll(belfry: Belfry, call: Call, text: string): (Request | Question)[] {
  return understandAll(text, contextOf(belfry, call));
}

/** A bare time phrase. */
export function readTime(belfry: Belfry, call: Call, text: string): WhenAnswer {
  return understandWhen(text, contextOf(belfry, call));
}

/** A time phrase that moves an action; of what looks by itself the hour may be in the night. */
export function readMove(
  belfry: Belfry,
  call: Call,
  text: string,
  action: Pick<Action, "kind" | "schedule">,
): WhenAnswer {
  const atNight = belfry.kinds.get(action.kind)?.about !== undefined;
  return reschedule(text, action.schedule, { ...contextOf(belfry, call), atNight });
}

/** A time phrase that changes a schedule: what it leaves open stays. */
export function readNewTime(belfry: Belfry, call: Call, text: string, current: Schedule): WhenAnswer {
  return reschedule(text, current, contextOf(belfry, call));
}
