import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.ts";
import { context } from "./support.ts";

const at = (local: string): number => Date.parse(`${local}+01:00`);
const now = at("2026-11-24T14:05:00");
const window = (target: string, from: string, until: string) => ({
  intent: "maintenance",
  target,
  from: from === "now" ? now : at(`2026-11-${from}:00`),
  until: at(`2026-11-${until}:00`),
});

describe("escalations, in words", () => {
  const silence = (target: string, until: string | null) => ({
    intent: "silence",
    target,
    until: until === null ? null : at(`2026-11-${until}:00`),
  });

  it.each([
    ["ack E41", { intent: "ack", target: "E41" }],
    ["acknowledge shop", { intent: "ack", target: "shop" }],
    ["ack", { intent: "ack", target: "" }],
    ["resolve the shop", { intent: "resolve", target: "shop" }],
    ["silence shop for 2 hours", silence("shop", "24T16:05")],
    ["silence E41 2h", silence("E41", "24T16:05")],
    ["/silence E41 4 h", silence("E41", "24T18:05")],
    ["silence shop until fixed", silence("shop", null)],
    ["silence shop until it is fixed", silence("shop", null)],
    ["silence shop", silence("shop", null)],
    ["silence for 1 hour", silence("", "24T15:05")],
    ["silence web shop until tomorrow at 9:00", silence("web shop", "25T09:00")],
    ["silence off", { intent: "quietOff" }],
    ["escalations", { intent: "escalations" }],
    ["what's red?", { intent: "escalations" }],
    ["high escalations", { intent: "escalations", severity: "high" }],
    ["show me the critical stale escalations", { intent: "escalations", severity: "critical", stale: true }],
    ["stale escalations", { intent: "escalations", stale: true }],
    ["escalate the backup", { intent: "raise", target: "the backup" }],
    ["escalate high The door is open", { intent: "raise", severity: "high", target: "The door is open" }],
    ["raise critical The door is open", { intent: "raise", severity: "critical", target: "The door is open" }],
  ])("%s", (text, request) => {
    expect(understand(text, context)).toEqual(request);
  });

  it.each([
    ["quittiere E41", { intent: "ack", target: "E41" }],
    ["übernehme shop", { intent: "ack", target: "shop" }],
    ["shop ist behoben", { intent: "resolve", target: "shop" }],
    ["schalte shop für 2 Stunden stumm", silence("shop", "24T16:05")],
    ["shop stumm für 2 Stunden", silence("shop", "24T16:05")],
    ["schalte shop stumm bis behoben", silence("shop", null)],
    ["schalte shop stumm", silence("shop", null)],
    ["was ist rot?", { intent: "escalations" }],
    ["zeig mir die hohen Eskalationen", { intent: "escalations", severity: "high" }],
    ["veraltete Eskalationen", { intent: "escalations", stale: true }],
    [
      "eskaliere kritisch Die Tür steht offen",
      { intent: "raise", severity: "critical", target: "Die Tür steht offen" },
    ],
  ])("%s", (text, request) => {
    expect(understand(text, { ...context, locale: "de" })).toEqual(request);
  });

  it("resolve the dispute with the bank tomorrow at 9, is something to be reminded of", () => {
    expect(understand("resolve the dispute with the bank tomorrow at 9", context).intent).toBe("remind");
    expect(understand("escalate the complaint tomorrow at 9", context).intent).toBe("remind");
  });
});

describe("dependencies, in words", () => {
  it.each([
    ["shop depends on router", { intent: "depend", target: "shop", on: "router" }],
    ["the web shop relies on my router", { intent: "depend", target: "web shop", on: "my router" }],
    ["shop no longer depends on router", { intent: "depend", target: "shop", on: null }],
    ["shop does not depend on router", { intent: "depend", target: "shop", on: null }],
    ["shop no longer depends on anything", { intent: "depend", target: "shop", on: null }],
  ])("%s", (text, request) => {
    expect(understand(text, context)).toEqual(request);
  });

  it.each([
    ["Shop hängt von Router ab", { intent: "depend", target: "Shop", on: "Router" }],
    ["Shop hängt nicht mehr von Router ab", { intent: "depend", target: "Shop", on: null }],
    ["Shop hängt nicht mehr ab", { intent: "depend", target: "Shop", on: null }],
  ])("%s", (text, request) => {
    expect(understand(text, { ...context, locale: "de" })).toEqual(request);
  });
});

describe("maintenance, in words", () => {
  it.each([
    ["maintenance for shop tonight 23 to 1", window("shop", "24T23:00", "25T01:00")],
    ["maintenance shop tonight from 11 to 1", window("shop", "24T23:00", "25T01:00")],
    ["maintenance for web shop tomorrow 9-11", window("web shop", "25T09:00", "25T11:00")],
    ["maintenance for shop saturday 22:00-04:00", window("shop", "28T22:00", "29T04:00")],
    ["maintenance for shop from friday 22:00 until saturday 4:00", window("shop", "27T22:00", "28T04:00")],
    ["maintenance of shop tomorrow at 9 for 30 min", window("shop", "25T09:00", "25T09:30")],
    ["maintenance for shop 13 to 15", window("shop", "now", "24T15:00")],
    ["maintenance for shop 12 to 14", window("shop", "25T12:00", "25T14:00")],
    ["maintenance now for 2 hours", window("", "now", "24T16:05")],
    ["maintenance for 2 hours", window("", "now", "24T16:05")],
    ["maintenance for shop for the next 30 min", window("shop", "now", "24T14:35")],
    ["maintenance for shop until 18", window("shop", "now", "24T18:00")],
    ["maintenance until tomorrow 9:00", window("", "now", "25T09:00")],
    ["end maintenance", { intent: "maintenanceEnd", target: "" }],
    ["maintenance off for shop", { intent: "maintenanceEnd", target: "shop" }],
    ["stop the maintenance of web shop", { intent: "maintenanceEnd", target: "web shop" }],
    ["maintenance", { intent: "maintenances" }],
  ])("%s", (text, request) => {
    expect(understand(text, context)).toEqual(request);
  });

  it.each([
    ["Wartung für shop heute 23 bis 1", window("shop", "24T23:00", "25T01:00")],
    ["Wartung für den Laden heute Abend von 23 Uhr bis 1 Uhr", window("den Laden", "24T23:00", "25T01:00")],
    ["Wartung für shop morgen 9-11", window("shop", "25T09:00", "25T11:00")],
    ["Wartung jetzt für 2 Stunden", window("", "now", "24T16:05")],
    ["Wartung für shop für die nächsten 30 Minuten", window("shop", "now", "24T14:35")],
    ["Wartung bis 18 Uhr", window("", "now", "24T18:00")],
    ["Wartung für shop bis 18", window("shop", "now", "24T18:00")],
    ["beende die Wartung", { intent: "maintenanceEnd", target: "" }],
    ["Wartung aus für shop", { intent: "maintenanceEnd", target: "shop" }],
    ["Wartung", { intent: "maintenances" }],
  ])("%s", (text, request) => {
    expect(understand(text, { ...context, locale: "de" })).toEqual(request);
  });

  it.each([
    ["maintenance for shop tonight 2 to 4", "en", "24T14:05", "25T02:00", "25T04:00"],
    ["maintenance for shop tonight 1:30 to 4", "en", "24T23:30", "25T01:30", "25T04:00"],
    ["maintenance for shop tonight from 02:00 to 04:00", "en", "24T23:30", "25T02:00", "25T04:00"],
    ["maintenance for shop tonight 12 to 3", "en", "24T20:00", "25T00:00", "25T03:00"],
    ["maintenance for shop tonight 1 to 4", "en", "25T00:30", "25T01:00", "25T04:00"],
    ["maintenance for shop tonight 1 to 4", "en", "25T02:10", "25T02:10", "25T04:00"],
    ["maintenance for shop tonight 7 to 9", "en", "24T14:05", "24T19:00", "24T21:00"],
    ["maintenance for shop friday night 1 to 4", "en", "24T14:05", "28T01:00", "28T04:00"],
    ["maintenance for shop until 1", "en", "24T23:30", "24T23:30", "25T01:00"],
    ["maintenance for shop until 1", "en", "25T00:30", "25T00:30", "25T01:00"],
    ["maintenance for shop until 1:30", "en", "24T09:00", "24T09:00", "24T13:30"],
    ["maintenance for shop until 12", "en", "24T22:00", "24T22:00", "25T00:00"],
    ["maintenance for shop until 5 pm", "en", "24T22:00", "24T22:00", "25T17:00"],
    ["maintenance for shop from now until tomorrow 8:00", "en", "24T22:00", "24T22:00", "25T08:00"],
    ["Wartung für shop heute Nacht 2 bis 4", "de", "24T14:05", "25T02:00", "25T04:00"],
    ["Wartung für shop heute Nacht von 2 Uhr bis 4 Uhr", "de", "24T23:30", "25T02:00", "25T04:00"],
    ["Wartung für shop bis 1", "de", "24T23:30", "24T23:30", "25T01:00"],
    ["Wartung für shop bis 1 Uhr", "de", "24T23:30", "24T23:30", "25T01:00"],
  ])("%s (%s), said on %s", (text, locale, said, from, until) => {
    const request = understand(text, { ...context, locale, now: at(`2026-11-${said}:00`) });
    expect(request).toEqual({ ...window("shop", from, until) });
  });

  it.each(["maintenance for the car tomorrow at 9", "maintenance every monday at 9"])(
    "%s is something to be reminded of",
    (text) => {
      expect(understand(text, context).intent).toBe("remind");
    },
  );
});
