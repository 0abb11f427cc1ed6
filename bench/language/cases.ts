/** Sentences for the comparison, each with its first slot in Berlin. Clock: Tue 24 Nov 2026, 14:05. */
export const NOW = Date.parse("2026-11-24T14:05:00+01:00");
export const ZONE = "Europe/Berlin";

/** `repeats` is whether the sentence means a series. */
export interface Case {
  text: string;
  first: string;
  repeats: boolean;
}

const once = (text: string, first: string): Case => ({ text, first, repeats: false });
const series = (text: string, first: string): Case => ({ text, first, repeats: true });

export const CASES: Case[] = [
  once("call the dentist tomorrow at 9am", "2026-11-25T09:00"),
  once("tea in 4 min", "2026-11-24T14:09"),
  once("soup in half an hour", "2026-11-24T14:35"),
  once("meet Ana friday at 8 pm", "2026-11-27T20:00"),
  once("return the drill on saturday at noon", "2026-11-28T12:00"),
  once("renew the lease on 28 february 2027 at 10:00", "2027-02-28T10:00"),
  once("party on december 3rd at 4pm", "2026-12-03T16:00"),
  once("tidy the shed next wednesday at 11:00", "2026-12-02T11:00"),
  once("post the parcel the day after tomorrow at 17:30", "2026-11-26T17:30"),
  once("take the bread out at quarter to six", "2026-11-24T17:45"),
  once("rotate the logs in 24 hours", "2026-11-25T14:05"),
  once("rotate the logs in two weeks at 8:15 am", "2026-12-08T08:15"),
  once("call Kenji tomorrow 9am Tokyo time", "2026-11-25T01:00"),
  once("deploy at 2026-12-01T10:00:00Z", "2026-12-01T11:00"),
  once("spring fair on the first monday of march at 10:00", "2027-03-01T10:00"),
  once("buy the goose two days before christmas at 9am", "2026-12-23T09:00"),
  once("tmrw 9am pick up keys", "2026-11-25T09:00"),
  once("pick up keys in twinty minuts", "2026-11-24T14:25"),
  once("review PR 1030 tomorrow at 16:00", "2026-11-25T16:00"),
  once("watch 28 days later on friday at 21:00", "2026-11-27T21:00"),
  series("standup every weekday at 9:25", "2026-11-25T09:25"),
  series("pills every day at 8 and 20", "2026-11-24T20:00"),
  series("bins every tuesday at 20:00", "2026-11-24T20:00"),
  series("bins every other thursday at 9:00", "2026-11-26T09:00"),
  series("yoga every tuesday at 19:00 and saturday at 10:00", "2026-11-24T19:00"),
  series("rent on the last working day of each month at 10", "2026-11-30T10:00"),
  series("rent on the 1st and 15th of each month at 9:00", "2026-12-01T09:00"),
  series("rent every last friday at 17:00", "2026-11-27T17:00"),
  series("birthday card every 4 june at 7:00", "2027-06-04T07:00"),
  series("drink water every 3 hours between 9 and 18", "2026-11-24T15:00"),
  series("stretch every 20 min", "2026-11-24T14:25"),
  series("drops every day at 21:00 for 4 days", "2026-11-24T21:00"),
  series("drops every weekday except thursday at 12:00", "2026-11-25T12:00"),
  series("drops every day at 6am starting monday", "2026-11-30T06:00"),
  series("cron 30 7 * * 1-5 coffee", "2026-11-25T07:30"),
];

/** No time may be read here. */
export const NEGATIVES = [
  "buy sun cream",
  "the monthly report",
  "PR 1030",
  "monday.com",
  "a second chance",
  "release 1.2.3",
  "call 555-1234",
  "good morning",
  "this may take a while",
  "top 10 songs",
];
