import { describe, expect, it } from "vitest";
import { audit } from "../../../src/app/escalation/audit.ts";
import { severities } from "../../../src/core/escalation.ts";
import { ana, boris, clock, hour, minute, ops, start, tower } from "./tower.ts";

const who = { telegram: "chat", email: "mail" } as const;

describe("an escalation nobody answers", () => {
  it("for five days goes through exactly this and is silent then", () => {
    const shop = tower();
    shop.fail();
    shop.wait(5 * 24 * hour);
    const cycles = ["medium", "high", "critical", "critical", "critical"].map((severity, i) => {
      const first = ["raised", "stale", "stale"][i] ?? "reminder";
      const rungs = ["reminder", "reminder", "reminder", "reminder", "reminder"];
      const minutes = [0, 15, 45, 105, 165, 225];
      return [first, ...rungs].map((kind, step) => {
        const at = clock(i * 4 * hour + (minutes[step] ?? 0) * minute);
        return `${at} ${kind} ${severity} ${i + 1}/${step}`;
      });
    });
    const told = shop.lines.map(
      (line) => `${clock(line.at - start)} ${line.kind} ${line.severity} ${line.cycle}/${line.step}`,
    );
    expect(told).toEqual([...cycles.flat(), "20:00 gaveUp critical 5/6"]);
    expect(shop.present()).toMatchObject({ state: "open", nextStepAt: null, gaveUpAt: start + 20 * hour, notices: 30 });
  });

  it("is told to the route of the severity it has by then, and given up to the owners", () => {
    const shop = tower();
    shop.fail();
    shop.wait(24 * hour);
    const first = shop.lines.filter(({ kind, step }) => step === 0 || kind === "gaveUp");
    const stale = first.map(({ targets }) => targets);
    expect(stale).toEqual([[ops], [ops, ana], [ops, ana, boris], [ops, ana, boris], [ops, ana, boris], [ana]]);
    expect(who[ops.channel as "telegram"]).toBe("chat");
  });

  it("never becomes worse than critical, and says that it is only once", () => {
    for (const severity of severities) {
      const shop = tower();
      shop.fail({ severity });
      shop.wait(24 * hour);
      const all = shop.lines.filter(({ step }) => step === 0).map((line) => line.severity);
      const from = severities.indexOf(severity);
      const risen = shop.lines.filter(({ kind }) => kind === "stale").map((line) => line.severity);
      expect(risen).toEqual(severities.slice(from + 1));
      expect(all).toEqual([0, 1, 2, 3, 4].map((i) => severities[Math.min(3, from + i)]));
    }
  });

  it("keeps the rules it was opened with", () => {
    const rules = { staleMs: 2 * hour, cycles: 2, repeatMs: [] };
    const shop = tower(rules);
    shop.fail();
    rules.staleMs = 9 * hour;
    shop.fail();
    shop.wait(24 * hour);
    expect(shop.told()).toEqual(["0:00 raised", "2:00 stale", "4:00 gaveUp"]);
  });

  it("does not remind right before it becomes worse, nor more often than every five minutes", () => {
    const shop = tower({ repeatMs: [minute], staleMs: 22 * minute, cycles: 1 });
    shop.fail();
    shop.wait(hour);
    expect(shop.told()).toEqual(["0:00 raised", "0:05 reminder", "0:10 reminder", "0:15 reminder", "0:22 gaveUp"]);
  });

  it("rings once after Belfry was away, not for every time it would have", () => {
    const shop = tower();
    shop.fail();
    shop.sleep(9 * hour);
    expect(shop.told()).toEqual(["0:00 raised", "9:00 stale"]);
    shop.wait(4 * hour);
    expect(shop.told().slice(2)).toEqual([
      ...["9:15 reminder", "9:45 reminder", "10:45 reminder", "11:45 reminder", "12:45 reminder"],
      "13:00 stale",
    ]);
  });
});

describe("further failures of one cause", () => {
  it("are counted and say nothing", () => {
    const shop = tower();
    for (let i = 0; i < 7; i++) shop.fail({ reason: `HTTP 50${i}` });
    expect(shop.told()).toEqual(["0:00 raised"]);
    expect(shop.present()).toMatchObject({ id: 1, count: 7, reason: "HTTP 506" });
  });

  it("are told at once where they are worse, and to whom that concerns", () => {
    const shop = tower();
    shop.fail();
    shop.wait(10 * minute);
    shop.fail({ severity: "critical" });
    expect(shop.lines.at(-1)).toMatchObject({ kind: "worse", cycle: 2, step: 0, targets: [ops, ana, boris] });
    shop.fail({ severity: "low" });
    expect(shop.present().severity).toBe("critical");
    expect(shop.lines).toHaveLength(2);
  });
});

describe("a success", () => {
  it("ends it, and everybody who was told hears of it", () => {
    const shop = tower();
    shop.fail({ severity: "high" });
    shop.wait(5 * hour);
    shop.pass();
    expect(shop.lines.at(-1)).toMatchObject({ kind: "recovered", targets: [ops, ana, boris] });
    expect(shop.present()).toMatchObject({ state: "resolved", nextStepAt: null });
    shop.wait(48 * hour);
    expect(shop.lines.at(-1)?.kind).toBe("recovered");
  });

  it("twice is a success once", () => {
    const shop = tower();
    shop.fail();
    expect([shop.pass(), shop.pass()]).toEqual([true, false]);
  });

  it("more than ten minutes before a failure has nothing to do with it", () => {
    const shop = tower();
    shop.fail();
    shop.pass();
    shop.wait(10 * minute + 1);
    shop.fail();
    expect(shop.present()).toMatchObject({ id: 2, count: 1, cycle: 1 });
  });

  it("just before a failure makes it the same escalation again", () => {
    const shop = tower();
    shop.fail();
    shop.wait(3 * minute);
    shop.pass();
    shop.wait(3 * minute);
    shop.fail();
    expect(shop.present()).toMatchObject({ id: 1, count: 2, state: "open" });
    expect(shop.told()).toEqual(["0:00 raised", "0:03 recovered", "0:06 again"]);
  });
});

describe("what cannot be reached", () => {
  it("is left out as long as somebody else can be", () => {
    const shop = tower();
    shop.unreachable.add(ops);
    shop.fail({ severity: "high" });
    expect(shop.lines[0]?.targets).toEqual([ana]);
  });

  it("gives way to the next severity's route, at last to the owners", () => {
    const shop = tower({ routes: { low: [ops], medium: [ops], high: [ops, boris], critical: [ops, boris] } });
    shop.unreachable.add(ops);
    shop.fail();
    expect(shop.lines[0]?.targets).toEqual([boris]);
    shop.unreachable.add(boris);
    shop.wait(15 * minute);
    expect(shop.lines[1]?.targets).toEqual([ana]);
  });

  it("waits in the queue of the route where nobody at all can be reached", () => {
    const shop = tower();
    for (const target of [ops, ana, boris]) shop.unreachable.add(target);
    shop.fail();
    expect(shop.lines[0]?.targets).toEqual([ops]);
  });
});

describe("the auditor", () => {
  it("is content with whatever is looked at in time or rests for a reason", () => {
    const shop = tower();
    shop.fail();
    expect(audit([shop.present()], shop.now())).toEqual([]);
    shop.wait(24 * hour);
    expect(audit([shop.present()], shop.now())).toEqual([]);
    const hushed = tower();
    hushed.fail();
    hushed.hush(1, null);
    expect(audit([hushed.present()], hushed.now())).toEqual([]);
  });

  it("complains of a step that is missing, over a minute late, or doubled", () => {
    const shop = tower();
    shop.fail();
    const one = shop.present();
    const due = one.nextStepAt ?? 0;
    expect(audit([{ ...one, nextStepAt: null }], start)).toEqual([{ escalation: 1, problem: "noNextStep" }]);
    expect(audit([one], due + minute)).toEqual([]);
    expect(audit([one], due + minute + 1)).toEqual([{ escalation: 1, problem: "lateStep" }]);
    expect(audit([one, { ...one, id: 2 }], start)).toEqual([{ escalation: 2, problem: "twoOpen" }]);
    expect(audit([{ ...one, state: "resolved", nextStepAt: null }], start)).toEqual([]);
  });
});
