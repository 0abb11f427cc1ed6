import { describe, expect, it } from "vitest";
import { flap } from "../../../src/app/escalation/raise.ts";
import { failure, hour, minute, policy, tower } from "./tower.ts";

/** Red and green in turn, `changes` in all, the first one red. */
function swing(shop: ReturnType<typeof tower>, changes: number, everyMs: number) {
  for (let i = 0; i < changes; i++) {
    if (i > 0) shop.wait(everyMs);
    if (i % 2 === 0) shop.fail();
    else shop.pass();
  }
}

describe("four changes in ten minutes", () => {
  it("are one note, and what it comes to is told after ten quiet minutes: green", () => {
    const shop = tower();
    swing(shop, 8, minute);
    expect(shop.told()).toEqual(["0:00 raised", "0:01 recovered", "0:02 again", "0:03 flapping"]);
    expect(shop.present()).toMatchObject({ flapping: true, state: "resolved" });
    shop.wait(hour);
    expect(shop.told().slice(4)).toEqual(["0:17 recovered"]);
    expect(shop.present()).toMatchObject({ flapping: false, nextStepAt: null });
  });

  it("or red, and then it rings on", () => {
    const shop = tower();
    swing(shop, 7, minute);
    shop.wait(hour);
    expect(shop.told().slice(4)).toEqual(["0:16 steady", "0:45 reminder"]);
  });

  it("are counted within ten minutes only", () => {
    const shop = tower();
    swing(shop, 12, 4 * minute);
    expect(shop.told().some((line) => line.endsWith("flapping"))).toBe(false);
  });

  it("that go on are summed up each half hour, and become stale all the same", () => {
    const shop = tower();
    swing(shop, 255, minute);
    expect(shop.told().slice(3, 8)).toEqual([
      ...["0:03 flapping", "0:33 flapping", "1:03 flapping", "1:33 flapping", "2:03 flapping"],
    ]);
    expect(shop.told().slice(8)).toEqual(["2:33 flapping", "3:03 flapping", "3:33 flapping", "4:00 stale"]);
  });

  it("of what somebody has taken or silenced are summed up for nobody", () => {
    for (const answer of ["ack", "hush"] as const) {
      const shop = tower();
      swing(shop, 5, minute);
      if (answer === "ack") shop.ack(1001);
      else shop.hush(1001, 3 * hour);
      const before = shop.lines.length;
      for (let i = 0; i < 60; i++) {
        shop.wait(minute);
        if (i % 2 === 0) shop.pass();
        else shop.fail();
      }
      expect(shop.lines.slice(before)).toEqual([]);
    }
  });

  it("end when a person says that it is over", () => {
    const shop = tower();
    swing(shop, 6, minute);
    expect(shop.pass(1001)).toBe(true);
    expect(shop.present()).toMatchObject({ flapping: false, nextStepAt: null });
  });
});

describe("what was down before it went to and fro", () => {
  const at = (now: number) => ({ now, reaches: () => true });
  const opening = { ...failure({ cause: "17/flapping" }), id: 2, policy: policy() };

  it("is as bad as that had become", () => {
    const shop = tower();
    shop.fail();
    shop.wait(4 * hour);
    const { escalation, notices } = flap(opening, { turns: [], down: shop.present() }, null, at(shop.now()));
    expect([shop.present().severity, escalation.severity, notices.map(({ kind }) => kind)]).toEqual([
      "high",
      "high",
      ["flapping"],
    ]);
  });

  it("stays silent where somebody has silenced that", () => {
    const shop = tower();
    shop.fail();
    shop.hush(1001, hour);
    const { escalation, notices } = flap(opening, { turns: [], down: shop.present() }, null, at(shop.now()));
    expect(escalation).toMatchObject({ state: "silenced", silencedBy: 1001, silencedUntil: shop.now() + hour });
    expect(notices).toEqual([]);
  });
});
