import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const instant = (local: string): number => Date.parse(`${local}+01:00`);

describe("sentences about existing actions", () => {
  it.each([
    ["good morning", { intent: "help", about: "hello" }],
    ["switch the standup off", { intent: "pause", target: "standup", until: null }],
    ["push rent by a day", { intent: "move", target: "rent", to: "by a day" }],
    ["list", { intent: "list" }],
    ["stop checking shop", { intent: "pause", target: "shop", until: null }],
    ["stop watching shop until friday", { intent: "pause", target: "shop", until: instant("2026-11-27T00:00:00") }],
    ["is shop up?", { intent: "show", target: "shop" }],
    ["why is shop red?", { intent: "why", target: "shop" }],
    ["uptime of shop", { intent: "history", target: "shop" }],
    ["what failed yesterday?", { intent: "missed" }],
    ["what went wrong", { intent: "missed" }],
    ["check shop again", { intent: "run", target: "shop" }],
    ["show my reminders", { intent: "list" }],
    ["list all reminders", { intent: "list" }],
    ["what's next?", { intent: "next", target: "" }],
    ["when is my next yoga", { intent: "next", target: "yoga" }],
    ["how many reminders do I have?", { intent: "list" }],
    ["is everything ok?", { intent: "status" }],
    ["how are things?", { intent: "status" }],
    ["how is shop doing?", { intent: "show", target: "shop" }],
    ["anything broken?", { intent: "escalations" }],
    ["uptime of shop this month", { intent: "history", target: "shop" }],
    ["log of backup-db", { intent: "history", target: "backup-db" }],
    ["what time is it?", { intent: "settings" }],
    ["push dentist back a week", { intent: "move", target: "dentist", to: "by a week" }],
    ["bring dentist forward by an hour", { intent: "move", target: "dentist", to: "an hour earlier" }],
    ["what's today?", { intent: "agenda", from: instant("2026-11-24T00:00:00"), to: instant("2026-11-25T00:00:00") }],
    [
      "what do I have on friday?",
      { intent: "agenda", from: instant("2026-11-27T00:00:00"), to: instant("2026-11-28T00:00:00") },
    ],
    [
      "what's on next week",
      { intent: "agenda", from: instant("2026-11-30T00:00:00"), to: instant("2026-12-07T00:00:00") },
    ],
    [
      "agenda for tomorrow",
      { intent: "agenda", from: instant("2026-11-25T00:00:00"), to: instant("2026-11-26T00:00:00") },
    ],
    ["agenda", { intent: "agenda", from: instant("2026-11-24T00:00:00"), to: instant("2026-11-25T00:00:00") }],
    ["what's next?", { intent: "next", target: "" }],
    ["next standup", { intent: "next", target: "standup" }],
    ["when is the next standup?", { intent: "next", target: "standup" }],
    ["show pills", { intent: "show", target: "pills" }],
    ["show 17", { intent: "show", target: "17" }],
    ["history of pills", { intent: "history", target: "pills" }],
    ["pause pills", { intent: "pause", target: "pills", until: null }],
    ["pause the gym until friday", { intent: "pause", target: "gym", until: instant("2026-11-27T00:00:00") }],
    ["pause pills for 2 hours", { intent: "pause", target: "pills", until: instant("2026-11-24T16:05:00") }],
    [
      "pause pills until tomorrow at 10:00",
      { intent: "pause", target: "pills", until: instant("2026-11-25T10:00:00") },
    ],
    ["resume pills", { intent: "resume", target: "pills" }],
    ["skip the next standup", { intent: "skip", target: "standup" }],
    ["skip standup", { intent: "skip", target: "standup" }],
    ["run backup now", { intent: "run", target: "backup" }],
    ["delete the rent", { intent: "delete", target: "rent" }],
    ["cancel standup", { intent: "delete", target: "standup" }],
    ["done with pills", { intent: "done", target: "pills" }],
    ["pills done", { intent: "done", target: "pills" }],
    ["done", { intent: "done", target: "" }],
    ["move rent to friday", { intent: "move", target: "rent", to: "friday" }],
    ["reschedule the dentist to tomorrow at 11", { intent: "move", target: "dentist", to: "tomorrow at 11" }],
    ["rename pills to vitamins", { intent: "rename", target: "pills", title: "vitamins" }],
    ["quiet 22:00-7:00", { intent: "quiet", start: "22:00", end: "07:00" }],
    ["quiet hours from 10pm to 7am", { intent: "quiet", start: "22:00", end: "07:00" }],
    ["quiet between 23 and 6:30", { intent: "quiet", start: "23:00", end: "06:30" }],
    ["quiet 9-17", { intent: "quiet", start: "09:00", end: "17:00" }],
    ["/quiet 9 to 17", { intent: "quiet", start: "09:00", end: "17:00" }],
    ["quiet off", { intent: "quietOff" }],
    ["quiet", { intent: "quietHow" }],
    ["quiet 22", { intent: "quietHow" }],
    ["quiet from 25 to 7", { intent: "quietHow" }],
    ["quiet for 2 hours", { intent: "quietHow" }],
    ["/quiet please", { intent: "quietHow" }],
    ["snooze", { intent: "snooze", target: "", to: "" }],
    ["snooze 5 min", { intent: "snooze", target: "", to: "5 min" }],
    ["snooze 20", { intent: "snooze", target: "", to: "in 20 min" }],
    ["snooze gym 20", { intent: "snooze", target: "gym", to: "in 20 min" }],
    ["snooze gym until monday", { intent: "snooze", target: "gym", to: "monday" }],
    ["move standup to 10", { intent: "move", target: "standup", to: "at 10" }],
    ["move dentist", { intent: "move", target: "dentist", to: "" }],
    ["settings", { intent: "settings" }],
    ["history", { intent: "history", target: "" }],
    ["timezone tokyo", { intent: "zone", place: "tokyo" }],
    ["pause all", { intent: "pause", target: "", until: null }],
    ["delete all", { intent: "delete", target: "" }],
    ["undo", { intent: "undo" }],
    ["status", { intent: "status" }],
    ["help", { intent: "help" }],
  ])("%s", (text, request) => {
    expect(understand(text, context)).toEqual(request);
  });

  it.each(["do I have anything on friday?", "anything planned for friday?", "am I free on friday"])("%s", (text) => {
    const [from, to] = [instant("2026-11-27T00:00:00"), instant("2026-11-28T00:00:00")];
    expect(understand(text, context)).toEqual({ intent: "agenda", from, to });
  });

  it.each(["skip the gym on friday", "skip friday's gym", "cancel gym this friday"])("%s", (text) => {
    const on = { from: instant("2026-11-27T00:00:00"), to: instant("2026-11-28T00:00:00") };
    expect(understand(text, context)).toEqual({ intent: "skip", target: "gym", on, otherwise: expect.anything() });
  });

  it.each([
    ["wann ist mein nächster Zahnarzt?", { intent: "next", target: "Zahnarzt" }],
    ["ist alles in Ordnung?", { intent: "status" }],
    ["wie läuft shop?", { intent: "show", target: "shop" }],
    ["was kommt als Nächstes?", { intent: "next", target: "" }],
    ["wie viele Erinnerungen habe ich?", { intent: "list" }],
    ["habe ich am Freitag etwas vor?", expect.objectContaining({ intent: "agenda" })],
    ["überspringe Yoga am Freitag", expect.objectContaining({ intent: "skip", target: "Yoga" })],
    ["Yoga fällt am Freitag aus", expect.objectContaining({ intent: "skip", target: "Yoga" })],
    ["prüfe laden nochmal", { intent: "run", target: "laden" }],
    ["prüfe laden nicht bis Montag", { intent: "pause", target: "laden", until: instant("2026-11-30T00:00:00") }],
    ["prüfe die Rechnung nochmal morgen um 9", expect.objectContaining({ intent: "remind" })],
  ])("in German: %s", (text, request) => {
    expect(understand(text, { ...context, locale: "de" })).toEqual(request);
  });

  it.each([
    ["delete the old photos on friday", "Delete the old photos"],
    ["quiet evening with Ana tomorrow at 20:00", "Quiet evening with Ana"],
    ["time zone meeting tomorrow at 9", "Time zone meeting"],
    ["move the sofa tomorrow", "Move the sofa"],
    ["move the car in 2 days", "Move the car"],
    ["run the marathon tomorrow", "Run the marathon"],
    ["cancel the trial in 3 days", "Cancel the trial"],
    ["show Ada the pictures tonight", "Show Ada the pictures"],
    ["next week sort the photos", "Sort the photos"],
    ["stop smoking on 1 january", "Stop smoking"],
    ["test the smoke alarm again tomorrow", "Test the smoke alarm again"],
    ["list the bike for sale tomorrow", "List the bike for sale"],
  ])("is a reminder when a time is said: %s", (text, title) => {
    expect(understand(text, context)).toMatchObject({ intent: "remind", title });
  });
});
