import { describe, expect, it } from "vitest";
import { describe as words } from "../../../src/language/describe.ts";
import { understand } from "../../../src/language/understand.ts";
import { type Line, sentences } from "../said.ts";
import { context } from "../support.ts";

const lines: Line[] = [
  // counted clock times
  ["feed the axolotl on the 7th to 9th hour", "feed the axolotl", "25 Nov 07:00, 25 Nov 08:00, 25 Nov 09:00 …"],
  ["on the 20th and 40th minute stretch", "stretch", "24 Nov 14:20, 24 Nov 14:40, 24 Nov 15:20 …"],
  ["every 7 minutes starting on the 40th minute look", "look", "24 Nov 14:40, 24 Nov 14:47, 24 Nov 14:54 …"],
  ["every 9 hours starting on the 4th hour look", "look", "24 Nov 22:00, 25 Nov 04:00, 25 Nov 13:00 …"],
  ["every 10 minutes between the 20th and 45th minute look", "look", "24 Nov 14:20, 24 Nov 14:30, 24 Nov 14:40 …"],
  ["look on the 30th second", "look", "24 Nov 14:05:30"],
  ["read pages 7 to 9 of the atlas", "read pages 7 to 9 of the atlas", "-"],
  // parts of the day
  ["every 20 min after 9pm check the oven", "check the oven", "24 Nov 21:00, 24 Nov 21:20, 24 Nov 21:40 …"],
  ["every hour before 3am check the ice", "check the ice", "25 Nov 00:00, 25 Nov 01:00, 25 Nov 02:00 …"],
  ["every 15 minutes on the 16th hour look", "look", "24 Nov 16:00, 24 Nov 16:15, 24 Nov 16:30 …"],
  ["every 2 hours except before 10am drink", "drink", "24 Nov 16:00, 24 Nov 18:00, 24 Nov 20:00 …"],
  [
    "every 30 minutes from 9:00 to 9:30 and every 10 minutes from 15:00 to 15:20 look",
    "look",
    "24 Nov 15:00, 24 Nov 15:10, 24 Nov 15:20 …",
  ],
  ["every 6 hours in december blow the foghorn", "blow the foghorn", "1 Dec 00:00, 1 Dec 06:00, 1 Dec 12:00 …"],
  ["take the bus after 9pm", "take the bus", "24 Nov 21:00"],
  // counted days, weeks and months
  ["every 12 days of the month weigh the cat", "weigh the cat", "25 Nov 09:00, 1 Dec 09:00, 13 Dec 09:00 …"],
  [
    "every 12 days starting on the 4th day of the month weigh the cat",
    "weigh the cat",
    "28 Nov 09:00, 4 Dec 09:00, 16 Dec 09:00 …",
  ],
  [
    "every 100 days of the year starting on the 30th day of the year weigh the cat",
    "weigh the cat",
    "26 Nov 09:00, 30 Jan 2027 09:00, 10 May 2027 09:00 …",
  ],
  ["on the 2nd to 4th day of june and july fast", "fast", "2 Jun 2027 09:00, 3 Jun 2027 09:00, 4 Jun 2027 09:00 …"],
  ["every 3 days of the week run", "run", "25 Nov 09:00, 28 Nov 09:00, 29 Nov 09:00 …"],
  ["on the 2nd and 5th day of the week run", "run", "26 Nov 09:00, 30 Nov 09:00, 3 Dec 09:00 …"],
  ["run on the 2nd day instance", "run", "8 Dec 09:00"],
  ["tidy on the 3rd week of the month", "tidy", "13 Dec 09:00"],
  ["tidy in the 20th week of the year", "tidy", "17 May 2027 09:00"],
  [
    "every 4 months starting on the 3rd month file it",
    "file it",
    "1 Mar 2027 09:00, 1 Jul 2027 09:00, 1 Nov 2027 09:00 …",
  ],
  ["at 6pm on sat of january ski", "ski", "2 Jan 2027 18:00, 9 Jan 2027 18:00, 16 Jan 2027 18:00 …"],
  ["every monday in the month of may ski", "ski", "3 May 2027 09:00, 10 May 2027 09:00, 17 May 2027 09:00 …"],
  // how long a series lasts
  ["every monday next month pay", "pay", "7 Dec 09:00, 14 Dec 09:00, 21 Dec 09:00 …"],
  ["every other sunday in december pay", "pay", "6 Dec 09:00, 20 Dec 09:00, 5 Dec 2027 09:00 …"],
  ["every quarter in 2028 pay", "pay", "1 Jan 2028 09:00, 1 Apr 2028 09:00, 1 Jul 2028 09:00 …"],
  ["every friday the rest of this month at 5pm pay", "pay", "27 Nov 17:00."],
  ["every day next week at 8am pay", "pay", "30 Nov 08:00, 1 Dec 08:00, 2 Dec 08:00 …"],
  [
    "every tuesday at 9 during the years 2027 and 2028 pay",
    "pay",
    "5 Jan 2027 09:00, 12 Jan 2027 09:00, 19 Jan 2027 09:00 …",
  ],
  // years and weeks in short
  ["open the letter on 24 june 27", "open the letter", "24 Jun 2027 09:00"],
  ["open the letter on 24 june 12", "open the letter", "24 Jun 2027 12:00"],
  ["open the letter in 2027-W08", "open the letter", "22 Feb 2027 09:00"],
  ["open the letter in early 2028", "open the letter", "1 Jan 2028 09:00"],
  ["open the letter tomorrow 630-730am", "open the letter", "25 Nov 06:30"],
  ["ticket 630-7301", "ticket 630-7301", "-"],
  // what is said early as often as late, and plans for a time
  ["train on saturday 5:20, remind me 2 hours before", "train", "clock? 28 Nov 05:20 | 28 Nov 17:20"],
  ["yoga on saturday 5:20", "yoga", "28 Nov 17:20"],
  ["prepare for next week on sunday evening", "prepare for next week", "29 Nov 18:00"],
  ["plan for next month", "plan for next month", "agenda"],
  // all days but some
  ["walk the dog at 7pm except on sundays", "walk the dog", "24 Nov 19:00, 25 Nov 19:00, 26 Nov 19:00 …"],
  ["at 6:15 except weekends get up", "get up", "25 Nov 06:15, 26 Nov 06:15, 27 Nov 06:15 …"],
  ["swim at 7pm other than in july", "swim", "24 Nov 19:00, 25 Nov 19:00, 26 Nov 19:00 …"],
  ["eat at 7pm except for tom", "eat except for tom", "24 Nov 19:00"],
];

sentences("what is counted as cron counts", lines);

describe("many clock times of a day", () => {
  it.each([
    [
      "every 5 minutes from 14:30 to 15:00 and every 20 minutes from 18:00 to 19:00",
      "every 5 min between 14:30 and 15:00 and every 20 min between 18:00 and 19:00",
    ],
    ["on the 7th to 9th hour", "07:00, 08:00 and 09:00"],
    ["on the 10th to 17th hour", "every hour between 10:00 and 17:00"],
  ])("%s: are said as stretches", (said, shown) => {
    const request = understand(`${said} look`, context);
    const schedule = request.intent === "remind" ? request.schedule : null;
    expect(schedule && words(schedule, context)).toBe(shown);
  });
});
