import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const read = (text: string, locale: string) => understand(text, { ...context, locale });
const minute = 60_000;

describe("a pace until done", () => {
  it.each([
    ["remind me every 5 min until done to call mum", "en", "14:10", 5, 100],
    ["call mum every hour until I'm done", "en", "15:05", 60, 24],
    ["call mum every 5 min, keep asking until done, at most 3 times", "en", "14:10", 5, 3],
    ["call mum every 30 min from 16:00 until done", "en", "16:00", 30, 48],
    ["erinnere mich alle 5 Minuten Mama anzurufen, bis erledigt", "de", "14:10", 5, 100],
    ["Mama anrufen jede Stunde bis ich fertig bin", "de", "15:05", 60, 24],
  ])("is how often one thing asks: %s", (text, locale, at, minutes, max) => {
    expect(read(text, locale)).toMatchObject({
      schedule: { type: "once", at: `2026-11-24T${at}:00` },
      nag: { everyMs: minutes * minute, max },
    });
  });

  it.each([
    ["pills every day at 9 until done", "en", "rule", 10],
    ["water every 2 hours from 9 to 17 until done", "en", "every", 10],
    ["stretch every hour, ask every 5 min until done", "en", "every", 5],
    ["Tabletten jeden Tag um 9 bis erledigt", "de", "rule", 10],
  ])("is beside a series that has days, hours or another pace: %s", (text, locale, type, minutes) => {
    expect(read(text, locale)).toMatchObject({ schedule: { type }, nag: { everyMs: minutes * minute, max: 6 } });
  });

  it("is no look of a check", () => {
    expect(read("check example.com every 5 min until done", "en").intent).toBe("remind");
  });
});
