import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context, once } from "./support.ts";

const report = {
  ...{ intent: "report", unclear: null, target: null, unknown: [], lastDays: null },
  ...{ sources: [], to: null, template: null, file: null },
};
const commands = ["disk", "df-root", "unit"];
const all = ["runs", "uptime", "latency"];

const every = (rules: string) => expect.objectContaining({ type: "rule", rules: [rules] });

describe("a report is asked for by", () => {
  it.each([
    [
      "every monday at 8 send a report of failed runs and uptime",
      { title: "Failed runs and uptime", topics: ["runs", "uptime"], schedule: every("FREQ=WEEKLY;BYDAY=MO") },
    ],
    [
      "report how standup performed after 1 week",
      { title: "How standup performed", target: "standup", topics: all, schedule: once("2026-12-01T14:05") },
    ],
    [
      "after 1 week, report how my pay rent performed",
      { title: "How my pay rent performed", target: "pay rent", topics: all, schedule: once("2026-12-01T14:05") },
    ],
    ["weekly report sunday at 18", { title: "Weekly report", topics: all, schedule: every("FREQ=WEEKLY;BYDAY=SU") }],
    ["send me a daily report at 9", { title: "Daily report", topics: all, schedule: every("FREQ=DAILY") }],
    ["send me a digest every morning at 8", { title: "Digest", topics: ["digest"], schedule: every("FREQ=DAILY") }],
    ["daily digest at 7:30", { title: "Digest", topics: ["digest"], schedule: every("FREQ=DAILY") }],
    ["digest", { title: "Digest", topics: ["digest"], schedule: null, day: "today" }],
    ["digest of yesterday", { title: "Digest", topics: ["digest"], schedule: null, day: "yesterday" }],
    ["report of the last 24 hours", { title: "Report of the last 24 hours", topics: all, schedule: null, lastDays: 1 }],
    ["send a report of uptime here now", { title: "Uptime", topics: ["uptime"], schedule: null, lastDays: 7 }],
    ["report of last 7 days now", { title: "Report of last 7 days", topics: all, schedule: null, lastDays: 7 }],
    ["report on the past 2 weeks", { title: "Report on the past 2 weeks", topics: all, schedule: null, lastDays: 14 }],
    ["send me a report of failures", { title: "Failures", topics: ["runs"], schedule: null, lastDays: 7 }],
    [
      "every friday at 17 report of failed runs, uptime and usage to Ops / Reports",
      {
        ...{
          title: "Failed runs, uptime and usage",
          topics: ["runs", "uptime"],
          unknown: ["usage"],
          to: "Ops / Reports",
        },
        schedule: every("FREQ=WEEKLY;BYDAY=FR"),
      },
    ],
    [
      "report of failed runs and uptime of #Shop and #ops every friday at 17:00 #weekly",
      {
        ...{ title: "Failed runs and uptime of #Shop and #ops", topics: ["runs", "uptime"], labels: ["shop", "ops"] },
        ...{
          schedule: every("FREQ=WEEKLY;BYDAY=FR"),
          besides: { labels: ["weekly"], gates: [], pauseAfter: null, notify: null, digest: true, otherwise: null },
        },
      },
    ],
    [
      "report uptime and latency of shop every friday at 17:00 to #ops",
      {
        ...{ title: "Uptime and latency of shop", target: "shop", topics: ["uptime", "latency"], to: "#ops" },
        schedule: every("FREQ=WEEKLY;BYDAY=FR"),
      },
    ],
    ["report of #ops", { title: "#ops", topics: all, labels: ["ops"], schedule: null, lastDays: 7 }],
    [
      "report of #ops to #ops every friday at 17:00",
      { title: "#ops", topics: all, labels: ["ops"], to: "#ops", schedule: every("FREQ=WEEKLY;BYDAY=FR") },
    ],
    [
      "report how #ops performed after 1 week",
      { title: "How #ops performed", topics: all, labels: ["ops"], schedule: once("2026-12-01T14:05") },
    ],
    [
      "on 30 february at 9 report how tea performed",
      { title: "How tea performed", target: "tea", topics: all, schedule: null, unclear: "30 February" },
    ],
    [
      "every monday 8 send a report of failed runs, uptime and disk to Ops / Reports",
      {
        ...{ title: "Failed runs, uptime and disk", topics: ["runs", "uptime"], to: "Ops / Reports" },
        ...{ sources: [{ type: "command", command: "disk" }], schedule: every("FREQ=WEEKLY;BYDAY=MO") },
      },
    ],
    [
      "daily report of https://shop.example.com:8080/at/9/stats.json",
      {
        ...{ title: "shop.example.com:8080", topics: [], schedule: every("FREQ=DAILY") },
        sources: [{ type: "http", url: "https://shop.example.com:8080/at/9/stats.json" }],
      },
    ],
    [
      "report of file backup/2026-11-24.txt, the df-root and tests unit now with template short as csv",
      {
        ...{ title: "File backup/2026-11-24.txt, the df-root and tests unit", topics: [], schedule: null, lastDays: 7 },
        ...{ template: "short", file: "csv" },
        sources: [
          { type: "file", file: "backup/2026-11-24.txt" },
          { type: "command", command: "df-root" },
          { type: "tests", command: "unit" },
        ],
      },
    ],
  ])("%s", (text, meant) => {
    expect(understand(text, { ...context, commands })).toEqual({ ...report, ...meant });
  });
});

describe("in German a report is asked for by", () => {
  it.each([
    [
      "jeden Montag um 8 schick mir einen Bericht über fehlgeschlagene Läufe, Verfügbarkeit und disk an Ops / Berichte",
      {
        ...{ title: "Fehlgeschlagene Läufe, Verfügbarkeit und disk", topics: ["runs", "uptime"], to: "Ops / Berichte" },
        ...{ sources: [{ type: "command", command: "disk" }], schedule: every("FREQ=WEEKLY;BYDAY=MO") },
      },
    ],
    [
      "jeden Freitag um 17 Uhr Bericht über fehlgeschlagene Läufe von #ops",
      {
        ...{ title: "Fehlgeschlagene Läufe von #ops", topics: ["runs"], labels: ["ops"] },
        schedule: every("FREQ=WEEKLY;BYDAY=FR"),
      },
    ],
    ["täglicher Bericht um 9", { title: "Täglicher Bericht", topics: all, schedule: every("FREQ=DAILY") }],
    [
      "Wochenbericht jeden Sonntag um 18 Uhr",
      { title: "Wochenbericht", topics: all, schedule: every("FREQ=WEEKLY;BYDAY=SU") },
    ],
    [
      "berichte in 1 Woche, wie Standup gelaufen ist",
      { title: "Wie Standup lief", target: "Standup", topics: all, schedule: once("2026-12-01T14:05") },
    ],
    [
      "berichte Verfügbarkeit und Latenz von Shop jeden Freitag um 17 Uhr",
      {
        ...{ title: "Verfügbarkeit und Latenz von Shop", target: "Shop", topics: ["uptime", "latency"] },
        schedule: every("FREQ=WEEKLY;BYDAY=FR"),
      },
    ],
    [
      "Bericht über die Verfügbarkeit von Shop jeden Freitag um 17 Uhr",
      {
        ...{ title: "Die Verfügbarkeit von Shop", target: "Shop", topics: ["uptime"] },
        schedule: every("FREQ=WEEKLY;BYDAY=FR"),
      },
    ],
    ["Bericht der letzten 7 Tage", { title: "Bericht der letzten 7 Tage", topics: all, schedule: null, lastDays: 7 }],
    [
      "jeden Freitag um 16 Uhr einen Bericht von Datei log/a.txt mit Vorlage knapp als CSV schicken",
      {
        ...{ title: "Datei log/a.txt", topics: [], template: "knapp", file: "csv" },
        ...{ sources: [{ type: "file", file: "log/a.txt" }], schedule: every("FREQ=WEEKLY;BYDAY=FR") },
      },
    ],
  ])("%s", (text, meant) => {
    expect(understand(text, { ...context, commands, locale: "de" })).toEqual({ ...report, ...meant });
  });
  it.each(["Bericht schreiben morgen um 9", "jeden Freitag Bericht an Boris"])("but not by %s", (text) => {
    expect(understand(text, { ...context, commands, locale: "de" }).intent).toBe("remind");
  });
});

describe("a reminder stays", () => {
  it.each([
    "submit report friday at 17:00",
    "weekly review friday at 17:00",
    "report every quarter on the last day",
    "friday at 16:00 send a report of sales to Boris",
    "remind me to report how tea performed tomorrow at 9:00",
    "reminder: weekly report sunday at 18:00",
    "write the weekly report sunday at 18:00",
    "report to the boss tomorrow at 9:00",
    "report the bug tomorrow at 9:00",
  ])("%s", (text) => {
    expect(understand(text, context).intent).toBe("remind");
  });
});
