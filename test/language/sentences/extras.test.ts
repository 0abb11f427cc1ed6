import { describe, expect, it } from "vitest";
import { understand } from "../../../src/language/understand.ts";
import { type Line, sentences } from "../said.ts";
import { at, context } from "../support.ts";

const zones: Line[] = [
  ["call Kenji tomorrow 9am Tokyo time", "call Kenji", "25 Nov 01:00"],
  ["tomorrow at 17:00 UTC deploy", "deploy", "25 Nov 18:00"],
  ["deploy friday 10:00 EST", "deploy", "27 Nov 16:00"],
  ["deploy friday at 10am PST", "deploy", "27 Nov 19:00"],
  ["deploy friday at 10am eastern time", "deploy", "27 Nov 16:00"],
  ["deploy friday at 10:00 London time", "deploy", "27 Nov 11:00"],
  ["deploy at noon in New York tomorrow", "deploy", "25 Nov 18:00"],
  ["deploy tomorrow at 8:00 GMT", "deploy", "25 Nov 09:00"],
  ["deploy tomorrow at 8:00 UTC+3", "deploy", "25 Nov 06:00"],
  ["deploy every monday at 9:00 New York time", "deploy", "30 Nov 15:00, 7 Dec 15:00, 14 Dec 15:00 …"],
  ["deploy at 2026-12-01T10:00:00Z", "deploy", "1 Dec 11:00"],
  ["deploy at 2026-12-01T10:00:00-05:00", "deploy", "1 Dec 16:00"],
  ["deploy at 2026-12-01 10:00", "deploy", "1 Dec 10:00"],
  ["deploy tomorrow 9:00 Europe/Lisbon", "deploy", "25 Nov 10:00"],
  ["deploy tomorrow 9am Atlantis time", "deploy", "unknownZone? 25 Nov 09:00"],
];

const notations: Line[] = [
  ["cron 30 7 * * 1-5 coffee", "coffee", "25 Nov 07:30, 26 Nov 07:30, 27 Nov 07:30 …"],
  ["coffee cron 0 */6 * * *", "coffee", "24 Nov 18:00, 25 Nov 00:00, 25 Nov 06:00 …"],
  ["0 12 * * SUN coffee", "coffee", "29 Nov 12:00, 6 Dec 12:00, 13 Dec 12:00 …"],
  ["cron 0 9 L * * coffee", "coffee", "30 Nov 09:00, 31 Dec 09:00, 31 Jan 2027 09:00 …"],
  [
    "cron 0 9 15 * 1 invoice",
    "invoice",
    "cronDays? 30 Nov 09:00, 7 Dec 09:00, 14 Dec 09:00 … | 15 Feb 2027 09:00, 15 Mar 2027 09:00, 15 Nov 2027 09:00 …",
  ],
  ["coffee RRULE:FREQ=WEEKLY;BYDAY=TU,FR", "coffee", "27 Nov 09:00, 1 Dec 09:00, 4 Dec 09:00 …"],
  ["coffee FREQ=MONTHLY;BYMONTHDAY=-1", "coffee", "30 Nov 09:00, 31 Dec 09:00, 31 Jan 2027 09:00 …"],
  ["version 5 0 0 0 0", "version 5 0 0 0 0", "-"],
];

const odd: Line[] = [
  ["pay on 30 february", "pay", "impossibleDate? 28 Feb 2027 09:00 | 1 Mar 2027 09:00"],
  ["pay on february 29", "pay", "29 Feb 2028 09:00"],
  ["pay on 31 june", "pay", "impossibleDate? 30 Jun 2027 09:00 | 1 Jul 2027 09:00"],
  ["pay on 03/04", "pay", "date? 4 Mar 2027 09:00 | 3 Apr 2027 09:00"],
  ["pay on 13/4", "pay", "13 Apr 2027 09:00"],
  ["pay on 4/13", "pay", "13 Apr 2027 09:00"],
  ["pay on 10 november 2026", "pay", "past? 25 Nov 09:00 | 24 Nov 15:05"],
  ["pay yesterday", "pay", "past? 25 Nov 09:00 | 24 Nov 15:05"],
  ["pay every easter monday at 10", "pay", "29 Mar 2027 10:00, 17 Apr 2028 10:00, 2 Apr 2029 10:00 …"],
  ["appointment 12/03 @ 2:30PM", "appointment", "date? 3 Dec 14:30 | 12 Mar 2027 14:30"],
  ["pay every day until yesterday", "pay", "past? 24 Nov 15:05 | 25 Nov 09:00"],
  ["pay someday", "pay someday", "-"],
  ["someday", "", "someday"],
  [
    "pills at 8:00 and 20:00",
    "pills",
    "repeat? 24 Nov 20:00, 25 Nov 08:00. | 24 Nov 20:00, 25 Nov 08:00, 25 Nov 20:00 …",
  ],
  ["call Bo thursday and friday at 17:00", "call Bo", "26 Nov 17:00, 27 Nov 17:00."],
  ["call Bo on the 1st and the 3rd of december", "call Bo", "1 Dec 09:00, 3 Dec 09:00."],
];

sentences("zones in words", zones);
sentences("notations of programs", notations);
sentences("odd and open times", odd);

describe("clock changes", () => {
  const spring = at("2027-03-27T20:00:00+01:00");
  it("counts hours through the gap", () => {
    expect(understand("move the car in 12 hours", spring)).toMatchObject({ schedule: { at: "2027-03-28T09:00:00" } });
  });
  it("keeps the clock time over the gap when days are said", () => {
    expect(understand("move the car in 1 day", spring)).toMatchObject({ schedule: { at: "2027-03-28T20:00:00" } });
  });
  it("marks the second copy of a repeated hour", () => {
    const autumn = at("2027-10-31T02:50:00+02:00");
    expect(understand("tea in 20 min", autumn)).toMatchObject({ schedule: { at: "2027-10-31T02:10:00", fold: 1 } });
  });
});

describe("lead times", () => {
  it.each([
    ["flight friday at 15:00, and 2 hours before", [7_200_000]],
    ["flight friday at 15:00 and 1 h before", [3_600_000]],
    ["flight friday at 15:00, remind me 1 day before", [86_400_000]],
    ["flight friday at 15:00, also 30 minutes earlier", [1_800_000]],
    ["flight friday at 15:00, 1 day and 2 hours before", [86_400_000, 7_200_000]],
    ["flight friday at 15:00 with 15 min notice", [900_000]],
  ])("%s", (text, leads) => {
    expect(understand(text, context)).toMatchObject({
      title: "Flight",
      schedule: { at: "2026-11-27T15:00:00" },
      leads,
    });
  });
});

describe("asking again", () => {
  it.each([
    ["pills at 20:00, ask every 10 min until done", { everyMs: 600_000, max: 6 }],
    ["pills at 20:00, nag me every 5 minutes until I'm done", { everyMs: 300_000, max: 6 }],
    ["pills at 20:00 and remind me again every 15 min until it's done", { everyMs: 900_000, max: 6 }],
    ["pills at 20:00, keep asking until done", { everyMs: 600_000, max: 6 }],
    ["pills at 20:00, ask every 10 min up to 3 times", { everyMs: 600_000, max: 3 }],
  ])("%s", (text, nag) => {
    expect(understand(text, context)).toMatchObject({ title: "Pills", schedule: { at: "2026-11-24T20:00:00" }, nag });
  });
});

describe("what comes through quiet hours", () => {
  it.each(["pills at 20:00 urgent", "pills at 20:00, critical", "urgent: pills at 20:00"])("%s", (text) => {
    expect(understand(text, context)).toMatchObject({ title: "Pills", critical: true });
  });
});

describe("what comes without a sound", () => {
  it.each([
    "pills at 20:00 silently",
    "pills at 20:00, silent",
    "remind me silently at 20:00 to take pills",
    "pills at 20:00 without a sound",
    "pills at 20:00, no sound",
    "pills at 20:00 quietly",
    "pills at 20:00, but quiet",
  ])("%s", (text) => {
    const { title, ...rest } = understand(text, context) as { title: string };
    expect(rest).toMatchObject({ schedule: { at: "2026-11-24T20:00:00" }, silent: true });
    expect(title).toMatch(/^(?:Pills|Take pills)$/);
  });

  it.each(["watch silent running at 20:00", "silent night at 20:00", "quiet time at 20:00", "no sound check at 20:00"])(
    "not %s",
    (text) => {
      expect(understand(text, context)).toMatchObject({ silent: false });
    },
  );

  it.each(["Tabletten um 20 Uhr, lautlos", "Tabletten um 20 Uhr ohne Ton"])("%s", (text) => {
    expect(understand(text, { ...context, locale: "de" })).toMatchObject({ title: "Tabletten", silent: true });
  });
});
