import { describe, expect, it } from "vitest";
import { describe as described } from "../../src/language/describe.ts";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const remind = (title: string) => ({ intent: "remind", title, leads: [], nag: null, critical: false, silent: false });
const named = (name: string) => ({ ...context, commands: [name] });

describe("what waits for something is said by", () => {
  it.each([
    ["when mirror fails, remind me to look at the disk", "failed", "mirror", remind("Look at the disk")],
    ["remind me to look at the disk when the mirror goes down", "failed", "mirror", remind("Look at the disk")],
    ["after mirror succeeds remind me to unplug the drive", "succeeded", "mirror", remind("Unplug the drive")],
    ["as soon as my night job is done: open the gate", "succeeded", "night job", remind("Open the gate")],
    ["once web is back, tell the others", "recovered", "web", remind("Tell the others")],
    ["whenever web recovers, run warm-up", "recovered", "web", { intent: "run", target: "warm-up" }],
    ["when hook deploy is called, run warm-up", "hook", "deploy", { intent: "run", target: "warm-up" }],
    ["when the deploy webhook is called remind me to look at web", "hook", "deploy", remind("Look at web")],
    ["remind me to look at web whenever the night build hook fires", "hook", "night build", remind("Look at web")],
    ["when a webhook is called, tell the others", "hook", "", remind("Tell the others")],
    ["tell me when mirror fails", "failed", "mirror", remind("Mirror fails")],
    ["when mirror recovers, let me know", "recovered", "mirror", remind("Mirror recovers")],
    ["on startup remind me to mount the vault", "startup", "", remind("Mount the vault")],
    ["run warm-up on every startup", "startup", "", { intent: "run", target: "warm-up" }],
  ])("%s", (text, event, cause, does) => {
    expect(understand(text, context)).toMatchObject({ intent: "follow", event, cause, does });
  });

  it.each([
    ["wenn mirror fehlschlägt, erinnere mich an die Platte", "failed", "mirror", remind("Die Platte")],
    ["sag mir Bescheid, wenn mirror fehlschlägt", "failed", "mirror", remind("Mirror fehlschlägt")],
    ["sobald web wieder da ist, starte warm-up", "recovered", "web", { intent: "run", target: "warm-up" }],
    ["nachdem mirror erfolgreich war: Laufwerk abziehen", "succeeded", "mirror", remind("Laufwerk abziehen")],
    ["wenn der Webhook deploy aufgerufen wird, starte warm-up", "hook", "deploy", { intent: "run", target: "warm-up" }],
    ["sobald der Deploy-Webhook aufgerufen wird: Seite ansehen", "hook", "Deploy", remind("Seite ansehen")],
    ["Tresor einhängen beim Neustart", "startup", "", remind("Tresor einhängen")],
  ])("%s", (text, event, cause, does) => {
    expect(understand(text, { ...context, locale: "de" })).toMatchObject({ intent: "follow", event, cause, does });
  });

  it("a named command, which is then a check, and a report", () => {
    expect(understand("when mirror fails run smart-test", named("smart-test"))).toMatchObject({
      does: { intent: "check", title: "smart-test", spec: { probe: { run: { named: "smart-test" } } } },
    });
    expect(understand("after mirror succeeds send a report of failed runs", context)).toMatchObject({
      does: { intent: "report", topics: ["runs"] },
    });
  });

  it("keeps what the sentence is where nothing has that name", () => {
    expect(understand("remind me to call Eve when she is back", context)).toMatchObject({
      intent: "follow",
      otherwise: { intent: "question", code: "noTime" },
    });
  });

  it.each([
    "when school is done at 3 pm call Eve",
    "what happens when web fails",
    "call Eve tomorrow at 9 when the kids are at school",
    "check https://example.org every 5 min, alert me after 2 fails",
    "after lunch call Eve",
  ])("and not by: %s", (text) => {
    expect(understand(text, context).intent).not.toBe("follow");
  });
});

describe("what is waited for is told", () => {
  it.each(["succeeded", "failed", "recovered"])("in words that mean it: %s", (what) => {
    for (const locale of ["en", "de"]) {
      const words = described({ type: "event", on: `${what}:7` }, { ...{ ...context, locale }, cause: "mirror" });
      expect(understand(`${words}, open the gate`, { ...context, locale })).toMatchObject({
        event: what,
        cause: "mirror",
      });
    }
    expect(described({ type: "event", on: `${what}:7` }, context)).toContain("#7");
  });

  it("at a start", () => {
    for (const locale of ["en", "de"]) {
      const words = described({ type: "event", on: "startup" }, { ...context, locale });
      expect(understand(`open the gate ${words}`, { ...context, locale })).toMatchObject({ event: "startup" });
    }
  });
});
