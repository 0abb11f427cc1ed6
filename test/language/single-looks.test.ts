import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const commands = ["unit-tests"];

describe("a check at a single time", () => {
  it.each([
    ["check https://shop.example.com tomorrow at 9", "en", "2026-11-25T09:00:00"],
    ["run unit-tests tomorrow at 9, warn if over 85", "en", "2026-11-25T09:00:00"],
    ["tomorrow at 20:00 check port 22 on 192.0.2.7", "en", "2026-11-25T20:00:00"],
    ["prüfe shop.example.com morgen um 9", "de", "2026-11-25T09:00:00"],
    ["führe unit-tests morgen um 9 aus, warne wenn über 85", "de", "2026-11-25T09:00:00"],
  ])("looks once: %s", (text, locale, at) => {
    expect(understand(text, { ...context, locale, commands })).toMatchObject({
      intent: "check",
      schedule: { type: "once", at },
    });
  });

  it.each([
    ["check https://shop.example.com tomorrow at 8", "en"],
    ["prüfe shop.example.com morgen um 8", "de"],
  ])("is asked about where that may be in the night: %s", (text, locale) => {
    const request = understand(text, { ...context, locale });
    const readings = request.intent === "unclearCheck" ? request.readings : [];
    expect(readings).toMatchObject([{ at: "2026-11-25T08:00:00" }, { at: "2026-11-25T20:00:00" }]);
  });
});
