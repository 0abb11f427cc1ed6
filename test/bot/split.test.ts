import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { split } from "../../src/bot/split.ts";
import { bold, joined, type Styled } from "../../src/texts/styled.ts";

const limit = 4096;

function plain(text: string): Styled {
  return { text, spans: [] };
}

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function pieces(text: string): string[] {
  return split(plain(text), limit).map((part) => part.text);
}

describe("splitting", () => {
  it.each([4095, 4096])("leaves %i units alone", (length) => {
    expect(pieces("a".repeat(length))).toEqual(["a".repeat(length)]);
  });
  it("cuts one unit too many", () => {
    expect(pieces("a".repeat(4097)).map((part) => part.length)).toEqual([4096, 1]);
  });
  it("prefers a line end, then a space", () => {
    const line = "x".repeat(3000);
    expect(pieces(`${line}\n${line}`)).toEqual([`${line}\n`, line]);
    expect(pieces(`${line} ${line}`)).toEqual([`${line} `, line]);
  });
  it("never cuts a grapheme that fits", () => {
    const family = "👨‍👩‍👧‍👦";
    const parts = pieces(family.repeat(2000));
    expect(parts.join("")).toBe(family.repeat(2000));
    for (const part of parts) expect(new Set(graphemes(part))).toEqual(new Set([family]));
  });
  it("cuts a single grapheme that is longer than any message, but no character in two", () => {
    const parts = pieces(`a${"\u0301".repeat(9999)}`);
    expect(parts.map((part) => part.length)).toEqual([4096, 4096, 1808]);
    const skins = pieces(`👍${"\u{1F3FB}".repeat(4100)}`);
    for (const part of skins) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
  it("leaves out what Telegram would refuse as empty", () => {
    expect(pieces(`a${"\n".repeat(9000)}b`)).toEqual([`a${"\n".repeat(4095)}`, `${"\n".repeat(809)}b`]);
  });
  it("carries styles over the cut", () => {
    const parts = split(joined([bold("a".repeat(5000)), "b"], ""), limit);
    expect(parts.map((part) => part.spans)).toEqual([
      [{ type: "bold", offset: 0, length: 4096 }],
      [{ type: "bold", offset: 0, length: 904 }],
    ]);
  });
  it("holds for anything: fits, loses nothing but blanks, never cuts inside a grapheme that fits", () => {
    const unit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("👩🏽‍🚀", "e\u0301", "\n", " ", "🇩🇪", "किमपि", "a".repeat(60)),
    );
    const texts = fc.array(unit, { maxLength: 400 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 500 }), (text, most) => {
        const parts = split(plain(text), most).map((part) => part.text);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        const whole = graphemes(text).filter((one) => one.length <= most && one.trim() !== "");
        if (whole.length === graphemes(text).filter((one) => one.trim() !== "").length)
          expect(parts.flatMap(graphemes).filter((one) => one.trim() !== "")).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});
