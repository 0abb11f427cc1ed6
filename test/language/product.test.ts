import { describe, expect, it } from "vitest";
import { describe as words } from "../../src/language/describe.ts";
import { reschedule } from "../../src/language/reschedule.ts";
import { understand, understandWhen } from "../../src/language/understand.ts";
import { nextSlot } from "../../src/time/next-slot.ts";
import { toLocal } from "../../src/time/resolve.ts";
import { at, context, once } from "./support.ts";

const remind = { intent: "remind", leads: [], nag: null, critical: false, silent: false };

function next(text: string, n: number): string[] {
  const request = understand(text, context);
  if (request.intent !== "remind" || !request.schedule) return [];
  const slots: string[] = [];
  for (
    let slot = nextSlot(request.schedule, context.now);
    slot !== null && slots.length < n;
    slot = nextSlot(request.schedule, slot)
  )
    slots.push(toLocal(slot, "Europe/Berlin").slice(0, 16));
  return slots;
}

describe("what is said of a time alone", () => {
  it.each([
    ["tomorrow", "tomorrow"],
    ["remind me tomorrow", "tomorrow"],
    ["8pm", "8pm"],
    ["in the evening", "in the evening"],
    ["next week?", "next week"],
    ["no, tomorrow at 10:30", "tomorrow at 10:30"],
    ["ok then, at 18:20 please", "at 18:20"],
  ])("is asked for its task: %s", (text, phrase) => {
    expect(understand(text, context)).toMatchObject({
      intent: "question",
      code: "noTask",
      phrase,
      draft: { title: "" },
    });
  });

  it("is not what is only polite", () => {
    expect(understand("say no tomorrow at 10:30", context)).toMatchObject({ intent: "remind", title: "Say no" });
  });

  it("needs none where an alarm is wanted", () => {
    expect(understand("set an alarm for 7am", context)).toMatchObject({ intent: "remind" });
  });
});

describe("the words of a request", () => {
  it.each([
    ["https://example.com tomorrow at 9", "https://example.com"],
    ["<b>x</b> tomorrow at 9", "<b>x</b>"],
    ["eggs tomorrow at 9", "Eggs"],
    ['"tea" tomorrow at 9', '"Tea"'],
    ["🏋️ tomorrow at 9", "🏋️"],
  ])("keep how they are written: %s", (text, title) => {
    expect(understand(text, context)).toMatchObject({ intent: "remind", title });
  });

  it.each([
    ["pills every day at 8am, ask every 1 min, at most 2 times", { everyMs: 60_000, max: 2 }],
    ["pills every day at 8am, ask every 10 min until done, at most 3 times", { everyMs: 600_000, max: 3 }],
  ])("bound how often is asked again: %s", (text, nag) => {
    expect(understand(text, context)).toMatchObject({ title: "Pills", nag });
  });

  it("say which day does not exist, and what is too often", () => {
    expect(understand("party on 31 november", context)).toMatchObject({
      code: "impossibleDate",
      phrase: "31 November",
    });
    expect(understand("blink every 2 seconds", context)).toMatchObject({ code: "tooOften", phrase: "2 s" });
  });

  it("are read at the end of one long line", () => {
    const text = `${"word ".repeat(800)}tomorrow at 9`;
    expect(understand(text, context)).toMatchObject({ schedule: { at: "2026-11-25T09:00:00" } });
  });
});

describe("the conversation of the product", () => {
  it("reminds tomorrow at nine", () => {
    expect(understand("remind me to call the dentist tomorrow at 9", context)).toEqual({
      ...remind,
      title: "Call the dentist",
      schedule: once("2026-11-25T09:00"),
    });
  });

  it("keeps the seconds of a countdown and is never early", () => {
    const later = at("2026-11-24T14:05:30.250+01:00");
    expect(understand("tea in 4 min", later)).toEqual({
      ...remind,
      title: "Tea",
      schedule: once("2026-11-24T14:09:31"),
    });
  });

  it("repeats on weekdays", () => {
    expect(next("standup every weekday at 9:25", 3)).toEqual([
      "2026-11-25T09:25",
      "2026-11-26T09:25",
      "2026-11-27T09:25",
    ]);
  });

  it("repeats on the last working day of each month", () => {
    expect(next("pay rent on the last working day of each month at 10", 3)).toEqual([
      "2026-11-30T10:00",
      "2026-12-31T10:00",
      "2027-01-29T10:00",
    ]);
  });

  it("asks which eight is meant and stores nothing", () => {
    expect(understand("meet Ana friday at 8", context)).toMatchObject({
      intent: "question",
      code: "clock",
      draft: { title: "Meet Ana" },
      readings: [{ schedule: once("2026-11-27T08:00") }, { schedule: once("2026-11-27T20:00") }],
    });
  });

  it("is satisfied when the edited sentence says pm", () => {
    expect(understand("meet Ana and Ben friday at 8 pm", context)).toEqual({
      ...remind,
      title: "Meet Ana and Ben",
      schedule: once("2026-11-27T20:00"),
    });
  });

  it("reads a reply as a snooze", () => {
    expect(understandWhen("in 2 hours", context)).toEqual({ found: true, schedule: once("2026-11-24T16:05") });
    expect(understandWhen("monday", context)).toEqual({ found: true, schedule: once("2026-11-30T09:00") });
    expect(understandWhen("until monday", context)).toEqual({ found: true, schedule: once("2026-11-30T09:00") });
    expect(understandWhen("tonight", context)).toEqual({ found: true, schedule: once("2026-11-24T18:00") });
    expect(understandWhen("thanks a lot", context)).toEqual({ found: false, question: null });
  });

  it("pauses until the beginning of a day", () => {
    expect(understand("pause standup until monday", context)).toEqual({
      intent: "pause",
      target: "standup",
      until: Date.parse("2026-11-30T00:00:00+01:00"),
    });
  });

  it("moves an action to another clock time and keeps its date", () => {
    expect(understand("move dentist to 10:30", context)).toEqual({ intent: "move", target: "dentist", to: "10:30" });
    expect(reschedule("10:30", once("2026-11-25T09:00"), context)).toEqual({
      found: true,
      schedule: once("2026-11-25T10:30"),
    });
    expect(reschedule("friday", once("2026-11-25T09:00"), context)).toEqual({
      found: true,
      schedule: once("2026-11-27T09:00"),
    });
    expect(reschedule("friday at 16:00", once("2026-11-25T09:00"), context)).toEqual({
      found: true,
      schedule: once("2026-11-27T16:00"),
    });
  });

  it("deletes by name", () => {
    expect(understand("delete rent", context)).toEqual({ intent: "delete", target: "rent" });
  });

  it("rings several times a day and asks until done", () => {
    expect(understand("pills every day at 8 and 20, ask every 10 min until done", context)).toMatchObject({
      title: "Pills",
      nag: { everyMs: 600_000, max: 6 },
    });
    expect(next("pills every day at 8 and 20, ask every 10 min until done", 3)).toEqual([
      "2026-11-24T20:00",
      "2026-11-25T08:00",
      "2026-11-25T20:00",
    ]);
  });

  it("sets quiet hours", () => {
    expect(understand("quiet from 22 to 7", context)).toEqual({ intent: "quiet", start: "22:00", end: "07:00" });
  });

  it("says that a time has passed and offers others", () => {
    expect(understand("remind me today at 9 to water plants", context)).toMatchObject({
      intent: "question",
      code: "past",
      draft: { title: "Water plants", schedule: null },
      readings: [
        { name: "tomorrow9", schedule: once("2026-11-25T09:00") },
        { name: "in1h", schedule: once("2026-11-24T15:05") },
      ],
      phrase: "09:00 today",
    });
  });

  it("shows the agenda of a day", () => {
    expect(understand("what's tomorrow?", context)).toEqual({
      intent: "agenda",
      from: Date.parse("2026-11-25T00:00:00+01:00"),
      to: Date.parse("2026-11-26T00:00:00+01:00"),
    });
  });

  it("asks when no time was said", () => {
    expect(understand("asdf", context)).toMatchObject({
      intent: "question",
      code: "noTime",
      draft: { title: "Asdf", schedule: null },
      readings: [{ name: "in1h" }, { name: "tomorrow9" }],
    });
  });
});

describe("words of schedules", () => {
  it.each([
    ["standup every weekday at 9:25", "Mon–Fri 09:25"],
    ["rent on the last working day of each month at 10", "last working day of each month 10:00"],
    ["pills every day at 8 and 20", "08:00 and 20:00"],
    ["stretch every 15 min", "every 15 min"],
    ["dentist tomorrow at 9", "Wed 25 Nov 09:00"],
    ["dentist on 3 march at 9", "Wed 3 Mar 2027 09:00"],
  ])("%s → %s", (text, said) => {
    const request = understand(text, context);
    expect(request.intent === "remind" && request.schedule && words(request.schedule, context)).toBe(said);
  });
});
