import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const all = ["runs", "uptime", "latency"];
const read = (text: string, locale: string) => understand(text, { ...context, locale });

describe("a report is asked for as people do", () => {
  it.each([
    ["weekly report of all checks on friday at 17:00", "en", all],
    ["report on all checks every monday at 9am", "en", all],
    ["summary of my checks every friday at 5pm", "en", all],
    ["report of failed checks every day at 8am", "en", ["runs"]],
    ["send me a daily summary of failures at 9am", "en", ["runs"]],
    ["monthly uptime report on the 1st at 9am", "en", ["uptime"]],
    ["uptime and latency report every friday at 17:00", "en", ["uptime", "latency"]],
    ["wöchentlicher Bericht über alle Checks am Freitag um 17 Uhr", "de", all],
    ["monatlicher Verfügbarkeitsbericht am 1. um 9 Uhr", "de", ["uptime"]],
  ])("%s", (text, locale, topics) => {
    expect(read(text, locale)).toMatchObject({ intent: "report", target: null, topics, schedule: { type: "rule" } });
  });
});

describe("a report of one thing", () => {
  it.each([
    ["a weekly summary of shop on mondays at 8am", "en", "shop"],
    ["weekly report on shop every friday at 5pm", "en", "shop"],
    ["Bericht über Shop jeden Montag um 8:30", "de", "Shop"],
  ])("is a reminder where nothing has that name: %s", (text, locale, target) => {
    const reminder = { intent: "remind", schedule: { type: "rule" } };
    expect(read(text, locale)).toMatchObject({ intent: "report", target, topics: all, otherwise: reminder });
  });
});

describe("a form that no report has", () => {
  it.each([
    ["weekly report of failures on monday at 8am as pdf", "en", "pdf"],
    ["monthly report as an excel file on the 1st at 9am", "en", "excel"],
    ["täglicher Bericht über Fehler um 8 Uhr als PDF", "de", "PDF"],
  ])("is said: %s", (text, locale, form) => {
    expect(read(text, locale)).toMatchObject({ intent: "report", unknown: [form], file: null });
  });

  it("is no matter where it has one", () => {
    expect(read("weekly report of failures on monday at 8am as csv", "en")).toMatchObject({ unknown: [], file: "csv" });
  });
});

describe("a reminder stays", () => {
  it.each([
    ["report to the office monday at 9am", "en"],
    ["write a summary of the meeting friday at 3pm", "en"],
    ["read summary of chapter 3 tomorrow at 9am", "en"],
    ["send the quarterly report friday at 9am", "en"],
    ["weekly report of sales to Boris friday at 16:00", "en"],
    ["status report every friday at 9am", "en"],
    ["Bericht über Mars lesen am Freitag um 9 Uhr", "de"],
  ])("%s", (text, locale) => {
    expect(read(text, locale).intent).toBe("remind");
  });
});
