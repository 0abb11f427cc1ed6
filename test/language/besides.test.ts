import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { understandAll } from "../../src/language/understand-all.ts";
import { context, once } from "./support.ts";

const hour = 3_600_000;
const german = { ...context, locale: "de" };
const besidesOf = (text: string, where = context) => {
  const read = understand(text, where);
  const made = read.intent === "question" ? read.draft : read;
  return { intent: read.intent, title: "title" in made ? made.title : "", besides: "besides" in made && made.besides };
};

describe("how often at most is said by", () => {
  it.each([
    ["stretch every 10 min, at most once every 4 hours", 4 * hour, context],
    ["stretch every 10 min, no more than once an hour", hour, context],
    ["stretch every 10 min but at most once a day", 24 * hour, context],
    ["stretch every 10 min with a cooldown of 30 min", hour / 2, context],
    ["alle 10 Minuten strecken, höchstens einmal alle 4 Stunden", 4 * hour, german],
    ["alle 10 Minuten strecken, höchstens einmal am Tag", 24 * hour, german],
  ])("%s", (text, ms, where) => {
    const { title, besides } = besidesOf(text, where);
    expect(title).toMatch(/^(Stretch|[sS]trecken)$/);
    expect(besides).toMatchObject({ gates: [{ type: "cooldown", ms }] });
  });
});

describe("under which condition is said by", () => {
  it.each([
    ["water the plants every day at 9 only while pump is green", "pump", "good", context],
    ["water the plants every day at 9, but only if the pump is down", "pump", "bad", context],
    ["water the plants every day at 9 unless pump is red", "pump", "good", context],
    ["while rain sensor is red, water the plants every day at 9", "rain sensor", "bad", context],
    ["only if on-site passes water the plants every day at 9", "on-site", "good", context],
    ["jeden Tag um 9 gießen, nur solange Pumpe grün ist", "Pumpe", "good", german],
    ["jeden Tag um 9 gießen, außer wenn die Pumpe rot ist", "Pumpe", "good", german],
    ["jeden Tag um 9 gießen, nur wenn Pumpe nicht erreichbar ist", "Pumpe", "bad", german],
  ])("%s", (text, target, is, where) => {
    const { intent, besides } = besidesOf(text, where);
    expect(intent).toBe("remind");
    expect(besides).toMatchObject({ gates: [{ type: "condition", target, is }], otherwise: { intent: "remind" } });
  });

  it("and is tried every minute where there is no time, once an hour at most", () => {
    expect(understand("while pump is red, remind me to look", context)).toMatchObject({
      intent: "remind",
      title: "Look",
      schedule: { type: "every", ms: 60_000 },
      besides: {
        gates: [
          { type: "condition", target: "pump", is: "bad" },
          { type: "cooldown", ms: hour },
        ],
      },
    });
    const named = { ...context, commands: ["sweep"] };
    expect(understand("run sweep only if pump fails, at most once every 2 hours", named)).toMatchObject({
      intent: "check",
      besides: { gates: [{ type: "cooldown", ms: 2 * hour }, { type: "condition" }] },
    });
  });

  it("goes with checks and with what waits for something", () => {
    expect(understand("check https://example.org every 5 min only while pump is green", context)).toMatchObject({
      intent: "check",
      besides: { gates: [{ type: "condition" }] },
    });
    expect(understand("when pump fails, remind me to look, at most once every 2 hours", context)).toMatchObject({
      intent: "follow",
      besides: { gates: [{ type: "cooldown" }] },
    });
  });
});

describe("after how many failures it pauses is said by", () => {
  it.each([
    ["check https://a.example every 5 min, pause after 5 failures", 5, context],
    ["check https://a.example every 5 min and pause it after 3 failures in a row", 3, context],
    ["check https://a.example every 5 min, pause after failures", 5, context],
    ["check https://a.example every 5 min, pause on the first failure", 1, context],
    ["every monday at 8 send a report of failed runs, pause after 2 failed runs", 2, context],
    ["prüfe https://a.example alle 5 Minuten, pausiere nach 5 Fehlern", 5, german],
    ["prüfe https://a.example alle 5 Minuten und nach 3 Fehlern hintereinander pausieren", 3, german],
  ])("%s", (text, pauseAfter, where) => {
    const { intent, besides } = besidesOf(text, where);
    expect(intent).toMatch(/^(check|report)$/);
    expect(besides).toMatchObject({ pauseAfter });
  });

  it.each([
    ["pause backup after 5 failures", "backup", 5, context],
    ["pause it after 3 failed runs", "", 3, context],
    ["pause backup after a failure", "backup", 1, context],
    ["don't pause backup after failures", "backup", null, context],
    ["do not pause backup on failures", "backup", null, context],
    ["pausiere backup nach 5 Fehlern", "backup", 5, german],
    ["pausiere nach 5 Fehlern", "", 5, german],
    ["pausiere backup nie nach Fehlern", "backup", null, german],
  ])("%s, of what there is", (text, target, failures, where) => {
    expect(understand(text, where)).toEqual({ intent: "pauseAfter", target, failures });
  });

  it("is nothing a reminder could do: there it is what it is about", () => {
    expect(understand("remind me to pause after 5 failures every day at 9", context)).toMatchObject({
      intent: "remind",
      title: "Pause after 5 failures",
    });
    expect(understand("pause backup until monday", context)).toMatchObject({ intent: "pause", target: "backup" });
  });
});

describe("a label", () => {
  it.each([
    ["call Eve tomorrow at 9 #family", "Call Eve", ["family"]],
    ["#Ops #web-2 call Eve tomorrow at 9", "Call Eve", ["ops", "web-2"]],
    ["call Eve #büro tomorrow at 9.", "Call Eve", ["büro"]],
  ])("is taken out of: %s", (text, title, labels) => {
    expect(understand(text, context)).toMatchObject({ intent: "remind", title, besides: { labels } });
  });

  it.each([
    "review PR #12 tomorrow at 9",
    "read https://example.org/page#part tomorrow at 9",
    "learn C# tomorrow at 9",
    "look at #E41 tomorrow at 9",
    `call Eve tomorrow at 9 #${"x".repeat(40)}`,
  ])("is none in: %s", (text) => {
    expect(besidesOf(text).besides).toBe(false);
  });

  it("is kept with the one request it stands by, and with one that is not clear", () => {
    expect(understandAll("call Eve tomorrow at 9 #family\ntea in 4 min", context)).toMatchObject([
      { title: "Call Eve", schedule: once("2026-11-25T09:00"), besides: { labels: ["family"] } },
      { title: "Tea" },
    ]);
    expect(understand("meet Eve friday at 8 #family", context)).toMatchObject({
      intent: "question",
      draft: { besides: { labels: ["family"] } },
    });
  });

  it("stands for all that have it in a list, and is given and taken", () => {
    expect(understand("list #ops", context)).toEqual({ intent: "list", label: "ops" });
    expect(understand("liste #ops", german)).toEqual({ intent: "list", label: "ops" });
    expect(understand("label night job ops", context)).toMatchObject({
      intent: "label",
      target: "night job",
      labels: "ops",
    });
    expect(understand("label web #ops", context)).toMatchObject({
      intent: "label",
      target: "web",
      labels: "#ops",
      on: true,
    });
    expect(understand("unlabel web ops", context)).toMatchObject({ intent: "label", on: false });
    expect(understand("markiere web als ops", german)).toMatchObject({ intent: "label", target: "web", on: true });
    expect(understand("delete #ops", context)).not.toMatchObject({ intent: "delete", target: "" });
  });
});
