import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { at, context } from "./support.ts";

const history = (target: string) => ({ intent: "history", target });
const why = (target: string) => ({ intent: "why", target });

describe("questions about how actions have gone", () => {
  it.each([
    ["what failed this week?", { intent: "missed" }],
    ["which checks failed since yesterday", { intent: "missed" }],
    ["show me the failed runs", { intent: "missed" }],
    ["show my checks", { intent: "list" }],
    ["list all checks", { intent: "list" }],
    ["show the last 5 runs of shop", history("shop")],
    ["last run of backup-db", history("backup-db")],
    ["uptime of shop this month", history("shop")],
    ["show me the availability of shop for the last week", history("shop")],
    ["when did backup-db last run?", history("backup-db")],
    ["when was shop last down", history("shop")],
    ["when was the last time backup-db failed", history("backup-db")],
    ["did backup-db run last night?", history("backup-db")],
    ["has backup-db failed today", history("backup-db")],
    ["how often did shop fail this week?", history("shop")],
    ["how many times has shop failed", history("shop")],
    ["how has shop been lately", history("shop")],
    ["how did backup-db do last week", history("backup-db")],
    ["why did backup-db fail?", why("backup-db")],
    ["why did shop go down last night", why("shop")],
    ["why didn't standup ring yesterday?", why("standup")],
    ["why did standup not come this morning", why("standup")],
    ["check shop now", { intent: "run", target: "shop" }],
    ["probe shop right now", { intent: "run", target: "shop" }],
    ["check shop every 10 minutes instead", { intent: "move", target: "shop", to: "every 10 minutes" }],
    ["shop should be checked every hour", { intent: "move", target: "shop", to: "every hour" }],
    ["shop should be checked every hour instead", { intent: "move", target: "shop", to: "every hour" }],
    ["maintenance for all checks for 2 hours", { intent: "maintenance", target: "" }],
    ["start maintenance for everything until 18:00", { intent: "maintenance", target: "" }],
  ])("%s", (sentence, request) => {
    expect(understand(sentence, context)).toMatchObject(request);
  });

  it.each([
    "did the laundry tomorrow",
    "how to run a meeting tomorrow",
    "check the oven every 10 minutes",
    "list all chores on friday",
    "which cake to bake on sunday",
    "show the runs to coach on friday",
    "last call at 22:00",
    "the tests should be easy on monday",
    "why did the dinosaurs die, read tomorrow",
  ])("%s is something to be reminded of", (sentence) => {
    expect(understand(sentence, context)).toMatchObject({ intent: "remind" });
  });
});

const german = at("2026-11-24T14:05:00+01:00", "Europe/Berlin", "de");

describe("Fragen danach, wie es gelaufen ist", () => {
  it.each([
    ["was ist diese Woche fehlgeschlagen?", { intent: "missed" }],
    ["zeig mir die letzten Läufe von shop", history("shop")],
    ["Verfügbarkeit von shop diese Woche", history("shop")],
    ["wann ist backup-db zuletzt gelaufen?", history("backup-db")],
    ["wann lief backup-db zuletzt", history("backup-db")],
    ["ist backup-db letzte Nacht gelaufen?", history("backup-db")],
    ["wie oft ist shop diese Woche ausgefallen", history("shop")],
    ["wie lief shop letzte Woche", history("shop")],
    ["warum ist backup-db gestern fehlgeschlagen?", why("backup-db")],
    ["warum hat Standup heute nicht geklingelt", why("Standup")],
    ["prüfe shop jetzt", { intent: "run", target: "shop" }],
    ["prüfe shop stattdessen alle 10 Minuten", { intent: "move", target: "shop", to: "alle 10 Minuten" }],
    ["zeig meine Prüfungen", { intent: "list" }],
  ])("%s", (sentence, request) => {
    expect(understand(sentence, german)).toMatchObject(request);
  });

  it.each(["prüfe den Ofen in 10 Minuten", "ist Anna morgen um 9 da", "Prüfungen korrigieren am Freitag"])(
    "%s ist etwas zum Erinnern",
    (sentence) => {
      expect(understand(sentence, german)).toMatchObject({ intent: "remind" });
    },
  );
});
