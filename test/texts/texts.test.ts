import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesIn, duration } from "../../src/texts/dates.ts";
import { en } from "../../src/texts/en.ts";
import { enRuns } from "../../src/texts/en-runs.ts";
import { named, quoted, shortened } from "../../src/texts/person.ts";
import { bold, italic, joined, styled } from "../../src/texts/styled.ts";

const now = Date.UTC(2026, 10, 24, 13, 5);
const dates = datesIn("Europe/Berlin", en.locale, now);

describe("dates", () => {
  it("name the day only when it is not today, the year only when it is another one", () => {
    expect(dates.when(Date.UTC(2026, 10, 24, 13, 9))).toBe("14:09");
    expect(dates.when(Date.UTC(2026, 10, 25, 8))).toBe("Wed 25 Nov 09:00");
    expect(dates.when(Date.UTC(2027, 0, 29, 9))).toBe("Fri 29 Jan 2027 10:00");
  });
  it("are those of the zone, midnight included", () => {
    expect(dates.when(Date.UTC(2026, 10, 24, 23))).toBe("Wed 25 Nov 00:00");
    expect(datesIn("Pacific/Auckland", en.locale, now).time(now)).toBe("02:05");
    expect(dates.daysAway(Date.UTC(2026, 10, 24, 23))).toBe(1);
    expect(dates.localDay("2026-11-27T20:00:00")).toBe("Fri 27 Nov");
  });
});

describe("durations", () => {
  it.each([
    [1, "1 s"],
    [20_000, "20 s"],
    [59_600, "1 min"],
    [239_000, "4 min"],
    [68_100_000, "18 h 55 min"],
    [3_600_000, "1 h"],
    [86_400_000, "1 day"],
    [104_400_000, "1 day 5 h"],
    [12 * 86_400_000, "12 days"],
    [100 * 86_400_000, "3 months"],
  ])("%i ms are %s", (ms, text) => {
    expect(duration(ms, en.units)).toBe(text);
  });
  it("never say sixty minutes or twenty-four hours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 * 86_400_000 }), (ms) => {
        expect(duration(ms, en.units)).not.toMatch(/\b(60 min|24 h|60 s|0 )/);
      }),
    );
  });
});

describe("styles", () => {
  it("stand beside the text, counted in UTF-16 units", () => {
    expect(styled`👋 ${bold("Ana")}, ${italic(bold("hi"))}`).toEqual({
      text: "👋 Ana, hi",
      spans: [
        { type: "bold", offset: 3, length: 3 },
        { type: "italic", offset: 8, length: 2 },
        { type: "bold", offset: 8, length: 2 },
      ],
    });
  });
  it("leave out empty pieces with their separators", () => {
    expect(joined(["a", "", bold(""), "b"], " · ")).toEqual({ text: "a · b", spans: [] });
  });
});

describe("what people wrote", () => {
  it("keeps lines and tabs, loses what is no text or turns other text", () => {
    expect(quoted("a\r\nb\tc\u0000\u202e\u2066d\ud800")).toBe("a\nb\tcd\ufffd");
  });
  it("as a name is one line", () => {
    expect(named("  a\n\n b ")).toBe("a b");
  });
  it("is shortened between graphemes", () => {
    expect(shortened("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 12)).toBe("👨‍👩‍👧‍👦…");
    expect(shortened("abc", 3)).toBe("abc");
  });
});

describe("how many were missed", () => {
  it("is a number as far as they are counted, and at least that beyond", () => {
    expect([enRuns.ring.missed(1_999), enRuns.outcome.range(1_999)]).toEqual(["+1999 missed", "× 1999"]);
    expect([enRuns.ring.missed(2_000), enRuns.outcome.range(2_000)]).toEqual([
      "+2000 or more missed",
      "× 2000 or more",
    ]);
  });
});
