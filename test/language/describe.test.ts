import { describe, expect, it } from "vitest";
import type { Schedule } from "../../src/core/schedule.ts";
import { describe as words } from "../../src/language/describe.ts";
import { understand, understandWhen } from "../../src/language/understand.ts";
import { at, context } from "./support.ts";

function scheduleOf(sentence: string): Schedule {
  const answer = understand(`water the basil ${sentence}`, context);
  const schedule = answer.intent === "remind" ? answer.schedule : null;
  if (!schedule) throw new Error(`no schedule in "${sentence}"`);
  return schedule;
}

/** What is said, and how it is described. Understanding the description must give the same schedule. */
const LINES: [said: string, described: string][] = [
  ["tomorrow at 9", "Wed 25 Nov 09:00"],
  ["on 3 february at 18:15", "Wed 3 Feb 2027 18:15"],
  ["tomorrow 9am Tokyo time", "Wed 25 Nov 09:00 Asia/Tokyo"],
  ["in 90 seconds", "Tue 24 Nov 14:06:30"],
  ["every day at 10", "every day 10:00"],
  ["every day at 8 and 20", "08:00 and 20:00"],
  ["every day at 8:15 and 20:40", "08:15 and 20:40"],
  ["every 3 days at 10", "every 3 days 10:00"],
  ["every weekday at 9:25", "Mon–Fri 09:25"],
  ["every weekend at 11", "every Sat and Sun 11:00"],
  ["every monday at 18:00", "every Mon 18:00"],
  ["mondays and thursdays at 18:00", "every Mon and Thu 18:00"],
  ["every tuesday at 19:00 and saturday at 10:00", "every Tue 19:00 and every Sat 10:00"],
  ["every other thursday at 9:00", "every 2 weeks on Thu 09:00"],
  ["every other thursday at 9:00 starting 10 december", "every 2 weeks on Thu 09:00, from Thu 10 Dec"],
  ["every month on the 3rd", "3rd of each month 09:00"],
  ["on the 1st and 15th of each month", "1st and 15th of each month 09:00"],
  ["every 31st", "31st of each month 09:00"],
  ["on the last day of each month at 18:00", "last day of each month 18:00"],
  ["on the last working day of each month at 10", "last working day of each month 10:00"],
  ["every last friday at 17:00", "last Fri of each month 17:00"],
  ["every 2nd and 4th tuesday at 18:30", "2nd and 4th Tue of each month 18:30"],
  ["on the 3rd of every 3 months", "3rd of every 3 months 09:00"],
  ["every 25 december", "every 25 Dec 09:00"],
  ["every 1 jan, 1 apr and 1 oct", "every 1 Jan, 1 Apr and 1 Oct 09:00"],
  ["every fourth thursday in november", "every 4th Thu in Nov 09:00"],
  ["every 29 february", "every 29 Feb 09:00"],
  ["every fri in week 12", "every Fri in week 12 09:00"],
  ["every day in december", "every day in Dec 09:00"],
  ["every monday except in july", "every Mon in Jan, Feb, Mar, Apr, May, Jun, Aug, Sep, Oct, Nov and Dec 09:00"],
  ["every day at 21:00 for 4 days", "every day 21:00, until Fri 27 Nov"],
  ["every monday for 3 times", "every Mon 09:00, 3 times"],
  ["every thursday except 3 december", "every Thu 09:00, except Thu 3 Dec"],
  ["every day at 6am starting monday", "every day 06:00, from Mon 30 Nov"],
  ["every 15 min", "every 15 min"],
  ["every hour", "every hour"],
  ["every minute", "every minute"],
  ["every 90 minutes", "every 1 h 30 min"],
  ["every 3 hours between 9 and 18", "every 3 h between 09:00 and 18:00"],
  ["every hour on weekdays from 9 to 17", "every hour between 09:00 and 17:00 on Mon–Fri"],
  ["every 2 hours starting at 16:00", "every 2 h, from Tue 24 Nov 16:00"],
  ["every 20 min until 17:00", "every 20 min, until Tue 24 Nov 17:00"],
  ["every 2 hours 3 times", "every 2 h, 3 times"],
  ["every 3 days after done at 20:00", "every 3 days after done 20:00"],
  ["every monday at 9:00 New York time", "every Mon 09:00 America/New_York"],
  ["cron 0 9 * * 1-5", "cron 0 9 * * 1-5"],
  ["on thursday and friday at 17:00", "Thu 26 Nov 17:00 and Fri 27 Nov 17:00"],
];

describe("schedules in words", () => {
  it.each(LINES)("%s → %s", (said, described) => {
    expect(words(scheduleOf(said), context)).toBe(described);
  });

  it.each(LINES)("understanding the description gives the schedule of: %s", (said, described) => {
    expect(understandWhen(described, context)).toEqual({ found: true, schedule: scheduleOf(said) });
  });

  it("tell the second copy of a repeated wall time", () => {
    const autumn = at("2027-10-31T02:50:00+02:00");
    const schedule: Schedule = { type: "once", at: "2027-10-31T02:10:00", tz: "Europe/Berlin", fold: 1 };
    for (const locale of ["en", "de"]) {
      const said = words(schedule, { ...autumn, locale });
      expect(understandWhen(said, { ...autumn, locale }), said).toEqual({ found: true, schedule });
    }
  });
});
