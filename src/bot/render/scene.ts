/** Where and when a view is looked at: zone, language, moment. Everything rendering needs beside the view. */
import type { Settings } from "../../core/chat.ts";
import type { Instant, Schedule } from "../../core/schedule.ts";
import { describe } from "../../language/describe.ts";
import { type Dates, datesIn, duration } from "../../texts/dates.ts";
import type { Texts } from "../../texts/en.ts";

export interface Scene {
  texts: Texts;
  dates: Dates;
  chat: number;
  group: boolean;
  /** Is "tonight at 18:00" still of use? */
  tonight: boolean;
  /** `cause`: of what an event is about. */
  describe(schedule: Schedule, cause?: string): string;
  /** `18 h 55 min` */
  length(ms: number): string;
  /** `in 18 h 55 min`, `3 min ago` */
  relative(at: Instant): string;
}

/** After this clock time "tonight at 18:00" is no use. */
const tonightEnds = "17:45";

function whole(ms: number): number {
  return ms < 59_500 ? Math.floor(ms / 1000) * 1000 : ms;
}

/** Telegram's groups have negative ids. */
export function sceneOf(settings: Settings, texts: Texts, chat: number, now: Instant): Scene {
  const length = (ms: number) => duration(ms, texts.units);
  const dates = datesIn(settings.zone, texts.locale, now);
  return {
    texts,
    dates,
    tonight: dates.time(now) < tonightEnds,
    chat,
    group: chat < 0,
    describe: (schedule, cause) => describe(schedule, { now, zone: settings.zone, locale: texts.locale, cause }),
    length,
    // A started second is not said: what was said "in 5 seconds" is not "in 6 s" because slots are whole seconds.
    relative: (at) => (at >= now ? texts.inTime(length(whole(at - now))) : texts.ago(length(now - at))),
  };
}
