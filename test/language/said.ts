import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/core/schedule.ts";
import { preview } from "../../src/language/preview.ts";
import type { LanguageContext } from "../../src/language/request.ts";
import { understand } from "../../src/language/understand.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { toInstant, toLocal } from "../../src/time/resolve.ts";
import { context } from "./support.ts";

/** A sentence, the task in it, and when: see `whenOf`. */
export type Line = [sentence: string, task: string, when: string];

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "25 Nov 09:00" in the person's zone; the year where it is not 2026. */
function shown(at: number, zone: string): string {
  const [date = "", time = ""] = toLocal(at, zone).split("T");
  const [year, month, day] = date.split("-").map(Number);
  const clock = time.endsWith(":00") ? time.slice(0, 5) : time;
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year === 2026 ? "" : `${year} `}${clock}`;
}

function slotsOf(schedule: Schedule, { now, zone }: LanguageContext): string {
  if (schedule.type === "once") {
    const at = toInstant(schedule.at, schedule.tz, schedule.fold);
    return at === null ? "never" : shown(at, zone);
  }
  if (schedule.type === "after") return `${schedule.days} days after done ${schedule.time}`;
  const slots: string[] = [];
  let at = nextSlot(schedule, now);
  for (; at !== null && slots.length < 3; at = nextSlot(schedule, at)) slots.push(shown(at, zone));
  if (schedule.type === "manual") return "someday";
  return `${slots.join(", ")}${at === null ? "." : " …"}`;
}

/**
 * "25 Nov 09:00" once; "25 Nov 09:00, 26 Nov 09:00, 27 Nov 09:00 …" for ever; with a full stop when that was the last;
 * "clock? 27 Nov 08:00 | 27 Nov 20:00" for a question and its readings; "-" when no time was found.
 */
function whenOf(sentence: string, where: LanguageContext = context): string {
  const read = understand(sentence, where);
  const request = (read.intent === "skip" && read.otherwise) || read;
  if (request.intent === "remind") return request.schedule ? slotsOf(request.schedule, where) : "-";
  if (request.intent !== "question") return request.intent;
  if (request.code === "noTime") return "-";
  // The task is the line's own; that "of what?" is asked is tested by itself.
  if (request.code === "noTask" && request.draft.schedule) return slotsOf(request.draft.schedule, where);
  return `${request.code}? ${request.readings.map(({ schedule }) => slotsOf(schedule, where)).join(" | ")}`;
}

/** One test per line. */
export function sentences(title: string, lines: Line[], where: LanguageContext = context): void {
  describe(title, () => {
    it.each(lines)("%s", (sentence, task, when) => {
      expect(whenOf(sentence, where)).toBe(when);
      expect(preview(sentence, where).task).toBe(task);
    });
  });
}
