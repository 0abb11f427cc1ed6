import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/core/schedule.ts";
import { describe as words } from "../../src/language/describe.ts";
import { reschedule } from "../../src/language/reschedule.ts";
import { understandWhen } from "../../src/language/understand.ts";
import { context } from "./support.ts";

function scheduleOf(text: string): Schedule {
  const answer = understandWhen(text, context);
  if (!answer.found) throw new Error(`no schedule in "${text}"`);
  return answer.schedule;
}

it("a clock time that may be meant twice keeps the days of the series in both ways", () => {
  const answer = reschedule("at 4", scheduleOf("every monday at 9"), { ...context, atNight: true });
  const readings = answer.found ? [] : (answer.question?.readings ?? []);
  expect(readings.map(({ schedule }) => words(schedule, context))).toEqual(["every Mon 04:00", "every Mon 16:00"]);
});

function moved(from: string, to: string, locale = "en"): string {
  const answer = reschedule(to, scheduleOf(from), { ...context, locale });
  return answer.found ? words(answer.schedule, context) : `${answer.question?.code ?? "nothing"}?`;
}

describe("moving an action", () => {
  it.each([
    ["tomorrow at 9:00", "10:30", "Wed 25 Nov 10:30"],
    ["tomorrow at 9:00", "to 10:30", "Wed 25 Nov 10:30"],
    ["tomorrow at 9:00", "noon", "Wed 25 Nov 12:00"],
    ["tomorrow at 9:00", "in the evening", "Wed 25 Nov 18:00"],
    ["tomorrow at 9:00", "friday", "Fri 27 Nov 09:00"],
    ["tomorrow at 9:15", "3 december", "Thu 3 Dec 09:15"],
    ["tomorrow at 9:00", "friday at 16:00", "Fri 27 Nov 16:00"],
    ["tomorrow at 9:00", "in 2 hours", "Tue 24 Nov 16:05"],
    ["tomorrow at 9:00", "every monday", "every Mon 09:00"],
    ["tomorrow at 9:00", "at 8", "clock?"],
    ["tomorrow at 9:00", "somewhere else", "nothing?"],
    ["every weekday at 9:25", "9:40", "Mon–Fri 09:40"],
    ["every weekday at 9:25", "monday and thursday", "every Mon and Thu 09:25"],
    ["every weekday at 9:25", "to tuesday", "repeat?"],
    ["every day at 9:25", "friday", "repeat?"],
    ["every monday at 9:25", "tuesday", "every Tue 09:25"],
    ["every weekday at 9:25", "at 10", "Mon–Fri 10:00"],
    ["every weekday at 9:25", "every monday", "every Mon 09:25"],
    ["every weekday at 9:25", "every monday at 8:00", "every Mon 08:00"],
    ["every day at 8:00 and 20:00", "9:00 and 21:00", "09:00 and 21:00"],
    ["every monday at 9:00 for 3 times", "10:15", "every Mon 10:15, 3 times"],
    ["every other thursday at 9:00 starting 10 december", "11:00", "every 2 weeks on Thu 11:00, from Thu 10 Dec"],
    ["on the last day of each month at 18:00", "17:00", "last day of each month 17:00"],
    ["every 15 min", "every 20 min", "every 20 min"],
  ])("%s, moved to %s", (from, to, described) => {
    expect(moved(from, to)).toBe(described);
  });
});

describe("moving an action in German", () => {
  it.each([
    ["tomorrow at 9:00", "10:30", "Wed 25 Nov 10:30"],
    ["tomorrow at 9:00", "auf 16 Uhr", "Wed 25 Nov 16:00"],
    ["tomorrow at 9:00", "Freitag", "Fri 27 Nov 09:00"],
    ["every weekday at 9:25", "9:40", "Mon–Fri 09:40"],
    ["every weekday at 9:25", "8 Uhr 30", "Mon–Fri 08:30"],
    ["every weekday at 9:25", "am Freitag", "repeat?"],
    ["every weekday at 9:25", "auf 10", "Mon–Fri 10:00"],
    ["every day at 8:00 and 20:00", "9:00 und 21:00", "09:00 and 21:00"],
  ])("%s, to %s: %s", (from, to, expected) => {
    expect(moved(from, to, "de")).toBe(expected);
  });
});
