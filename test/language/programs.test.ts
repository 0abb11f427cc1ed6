import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const commands = ["backup-db", "disk"];
const read = (text: string, locale: string) => understand(text, { ...context, locale, commands });

describe("a command that is not there", () => {
  it.each([
    ["en", "every 15 min run df-root, warn if over 85", "df-root"],
    ["en", "run df every 15 min, warn if over 85", "df"],
    ["en", "check queue every 5 min, warn if over 100", "queue"],
    ["en", "run df-root every 15 min", "df-root"],
    ["en", "run ./backup.sh every night at 2", "./backup.sh"],
    ["en", "execute /usr/local/bin/backup every hour", "/usr/local/bin/backup"],
    ["en", "run cleanup_tmp every hour", "cleanup_tmp"],
    ["en", "run mirror every hour, alert after 2 fails", "mirror"],
    ["en", "run mirror every hour, pause after 3 failures", "mirror"],
    ["en", "run mirror every hour, only tell me when it fails", "mirror"],
    ["de", "führe alle 15 Min df-root aus, warne wenn über 85", "df-root"],
    ["de", "führe df-root alle 15 Minuten aus", "df-root"],
  ])("is asked about: %s: %s", (locale, text, title) => {
    const asked = read(text, locale);
    expect(asked).toMatchObject({ intent: "unclearCheck", code: "unknownCommand", title, isNear: false });
    expect(asked).toMatchObject({ otherwise: { intent: "remind" } });
  });

  it.each([
    ["en", "run backup-bd every night at 2", "backup-bd"],
    ["en", "check backupdb every hour", "backupdb"],
    ["de", "führe backup-bd jede Nacht um 2 aus", "backup-bd"],
  ])("may be one that is, but for a letter: %s: %s", (locale, text, title) => {
    expect(read(text, locale)).toMatchObject({
      ...{ code: "unknownCommand", title, isNear: true, known: ["backup-db", "disk"] },
      spec: { probe: { run: { named: "backup-db" } } },
    });
  });

  it.each([
    ["en", "run every morning at 7", "Run"],
    ["en", "run daily at 7", "Run"],
    ["en", "run 5 km tomorrow", "Run 5 km"],
    ["en", "run 5 km every day", "Run 5 km"],
    ["en", "go for a run every day at 7", "Go for a run"],
    ["en", "run the dishwasher at 9", "Run the dishwasher"],
    ["en", "run the dishwasher every day at 9", "Run the dishwasher"],
    ["en", "run to the bank friday", "Run to the bank"],
    ["en", "run errands every saturday", "Run errands"],
    ["en", "run home every day at 17:00", "Run home"],
    ["en", "run stand-up every weekday at 9:25", "Run stand-up"],
    ["en", "run half-marathon every year", "Run half-marathon"],
    ["en", "run payroll every month", "Run payroll"],
    ["en", "run weekly meeting every monday at 10", "Run weekly meeting"],
    ["en", "run the tests every friday", "Run the tests"],
    ["en", "check e-mail every hour", "Check e-mail"],
    ["en", "check the oven every 10 min", "Check the oven"],
    ["de", "laufe jeden Morgen um 7", "Laufe"],
    ["de", "führe Waldi jeden Tag um 7 aus", "Führe Waldi aus"],
    ["de", "führe den Hund jeden Tag um 7 aus", "Führe den Hund aus"],
    ["de", "starte die Waschmaschine jeden Tag um 9", "Starte die Waschmaschine"],
  ])("is not what a person does: %s: %s", (locale, text, title) => {
    expect(read(text, locale)).toMatchObject({ intent: "remind", title });
  });
});

describe("at which half of the day a check looks", () => {
  const starts = (text: string, locale = "en") => {
    const asked = read(text, locale);
    const all = asked.intent === "unclearCheck" ? asked.readings : "schedule" in asked ? [asked.schedule] : [];
    return all.map((one) => (one && "start" in one ? one.start.slice(11, 16) : "?"));
  };

  it.each([
    ["en", "run backup-db every day at 3", ["03:00", "15:00"]],
    ["en", "run the backup-db every day at 3:30", ["03:30", "15:30"]],
    ["en", "check shop.example.com every monday at 6", ["06:00", "18:00"]],
    ["en", "tls of shop.example.com on the 1st of every month at 8", ["08:00", "20:00"]],
    ["de", "führe backup-db jeden Tag um 3 aus", ["03:00", "15:00"]],
  ])("is asked where nothing says it: %s: %s", (locale, text, both) => {
    expect(starts(text, locale)).toEqual(both);
  });

  it.each([
    ["run backup-db every night at 2", ["02:00"]],
    ["run backup-db every day at 3am", ["03:00"]],
    ["run backup-db every day at 03:00", ["03:00"]],
    ["run backup-db every afternoon at 3", ["15:00"]],
    ["run backup-db every day at 8", ["08:00"]],
    ["run backup-db every day at 17", ["17:00"]],
    ["pills every day at 3", ["15:00"]],
    ["report of failed runs every day at 5", ["17:00"]],
  ])("is not where a word, the series or the way it is written does, or where a person reads it: %s", (text, one) => {
    expect(starts(text)).toEqual(one);
  });
});

describe("a command that is named first", () => {
  it.each([
    ["backup-db every night at 2:30, alert after 1 fail, critical", { severity: "critical" }],
    ["disk every hour, warn if over 85", {}],
  ])("is run where something is said of its results: %s", (text, spec) => {
    expect(read(text, "en")).toMatchObject({ intent: "check", spec });
  });

  it("is something to be reminded of otherwise", () => {
    expect(read("disk every friday at 9", "en")).toMatchObject({ intent: "remind", title: "Disk" });
  });
});
