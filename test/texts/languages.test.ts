import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { languageCodes, languageMeant, textsFor } from "../../src/texts/all.ts";
import { datesIn, duration } from "../../src/texts/dates.ts";
import { de } from "../../src/texts/de.ts";
import type { Texts } from "../../src/texts/en.ts";
import { type Styled, styled } from "../../src/texts/styled.ts";

const args = {
  ...{ target: "Ana", field: "Ana", problem: "Ana", command: "/x", zone: "Ana", phrase: "Ana", limit: 7, by: "Ana" },
  ...{ text: "Ana", id: "#7", name: "Ana", count: 7, title: "Ana", chat: 7 },
};

/** What a text says for every sort of argument it may get, with the path to it. */
function leaves(value: unknown, path: string): [string, Styled][] {
  if (typeof value === "string") return [[path, styled`${value}`]];
  if (value instanceof RegExp) return [];
  if (typeof value === "function")
    return samples(path, value.length).map((given) => [path, styled`${value(...given)}`]);
  if (isStyled(value)) return [[path, value]];
  return Object.entries(value as object).flatMap(([name, one]) => leaves(one, `${path}.${name}`));
}

function samples(path: string, length: number): unknown[][] {
  if (path.startsWith(".notices")) return [[args], [{ chat: 7 }]];
  if (path === ".or" || path === ".card.and") return [[["Ana"]], [["Ana", "Boris", "Carla"]]];
  if (path.startsWith(".understood")) return [[{ target: "Ana", detail: "7" }], [{ target: "", detail: "" }]];
  if (path === ".help") return [["owner"], ["member"]];
  return [Array(length).fill("7"), Array(length).fill("1")];
}

function isStyled(value: unknown): value is Styled {
  return typeof value === "object" && value !== null && "spans" in value;
}

function paths(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || isStyled(value) || value instanceof RegExp) return [path];
  return Object.entries(value).flatMap(([name, one]) => paths(one, `${path}.${name}`));
}

const now = Date.UTC(2026, 10, 24, 13, 5);
const dayParts = { morning: "09:00", noon: "12:00", afternoon: "15:00", evening: "18:00", night: "21:00" } as const;

/** The sentences a text offers for trying. */
function offered({ help, ready, list, quiet }: Texts): string[] {
  const texts = [help("owner"), ready("Europe/Berlin"), list.empty, quiet.off];
  return texts.flatMap(({ text, spans }) =>
    spans.filter(({ type }) => type === "italic").map(({ offset, length }) => text.slice(offset, offset + length)),
  );
}

describe.each(languageCodes)("the language %s", (code) => {
  const texts = textsFor(code);

  it("says something wherever something is said", () => {
    const all = leaves(texts, "");
    expect(all.length).toBeGreaterThan(300);
    for (const [path, { text }] of all) {
      expect(text.trim(), path).not.toBe("");
      expect(text, path).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it("has the same texts as English, neither more nor less", () => {
    expect(paths(texts).sort()).toEqual(paths(textsFor("en")).sort());
  });

  it("has words for every code of the ledger and of the clock", () => {
    const reasons = "paused skipped moved deleted away slotCame overlap cancelled replaced expired badSchedule";
    for (const reason of [
      ...reasons.split(" "),
      "interrupted",
      "crashed: 1",
      "crashed: 3",
      "unknownKind: x",
      "badSpec: x",
    ])
      expect(texts.reason(reason)).not.toBe(reason);
    expect(texts.reason("HTTP 502: no answer")).toBe("HTTP 502: no answer");
    for (const hold of ["leap", "server", "away"]) expect(texts.status.held(hold)).not.toContain(` ${hold}.`);
  });

  it("understands the sentences it offers", () => {
    const context = { now, zone: "Europe/Berlin", locale: code, dayParts };
    const intents = offered(texts).map((sentence) => [sentence, understand(sentence, context).intent]);
    expect(intents.length).toBeGreaterThan(8);
    expect(intents.filter(([, intent]) => intent === "question")).toEqual([]);
  });

  it("names every command with a description Telegram takes", () => {
    for (const [command, description] of Object.entries(texts.commands)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(256);
    }
  });
});

it("no English is left in German", () => {
  const english =
    /\b(the|and|is|are|not|you|your|what|when|next|every|done|back|again|time|quiet|by|at|of|to|for|it)\b/i;
  for (const [path, { text }] of leaves(de, "")) {
    if (path.startsWith(".locale")) continue;
    expect(text.replaceAll(/\/\w+/g, ""), path).not.toMatch(english);
  }
});

describe("the language of somebody", () => {
  it("is the one their tag begins with, else the configured one, else English", () => {
    expect(textsFor("de-AT").name).toBe("Deutsch");
    expect(textsFor("en-gb", "de").name).toBe("English");
    expect(textsFor("nl", "de").name).toBe("Deutsch");
    expect(textsFor("nl").name).toBe("English");
    expect(textsFor("den").name).toBe("English");
  });
  it("is named by its code or in itself", () => {
    expect(["DE", " deutsch ", "english", "klingon", ""].map(languageMeant)).toEqual(["de", "de", "en", null, null]);
  });
});

describe("German times", () => {
  const dates = datesIn("Europe/Berlin", de.locale, now);
  const units = (ms: number) => duration(ms, de.units);
  it("have a point after the number of the day and none after names", () => {
    expect(dates.when(Date.UTC(2026, 10, 25, 8))).toBe("Mi 25. Nov 09:00");
    expect(dates.when(Date.UTC(2027, 2, 26, 8))).toBe("Fr 26. März 2027 09:00");
    expect(dates.shortDay(Date.UTC(2026, 10, 26), false)).toBe("Do 26.");
    expect(dates.localDay("2026-11-27T20:00:00")).toBe("Fr 27. Nov");
  });
  it.each([
    [20_000, "20 Sek", "in 20 Sek"],
    [68_100_000, "18 Std 55 Min", "in 18 Std 55 Min"],
    [104_400_000, "1 Tag 5 Std", "in 1 Tag 5 Std"],
    [12 * 86_400_000, "12 Tage", "in 12 Tagen"],
    [100 * 86_400_000, "3 Monate", "in 3 Monaten"],
  ])("%i ms are %s, %s", (ms, length, relative) => {
    expect(units(ms)).toBe(length);
    expect(de.inTime(units(ms))).toBe(relative);
  });
});
