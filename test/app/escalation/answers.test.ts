import { describe, expect, it } from "vitest";
import { acknowledge } from "../../../src/app/escalation/answer.ts";
import { hour, minute, ops, start, tower } from "./tower.ts";

describe("whoever takes it", () => {
  it("stops the reminders and is asked again after four hours, at last it rings anew", () => {
    const shop = tower();
    shop.fail();
    shop.wait(4 * minute);
    expect(shop.ack(1001)).toBeUndefined();
    expect(shop.present()).toMatchObject({ state: "acked", ackedBy: 1001, nextStepAt: start + 4 * minute + 4 * hour });
    shop.wait(25 * hour);
    expect(shop.told()).toEqual([
      "0:00 raised",
      ...["4:04 askAgain", "8:04 askAgain", "12:04 askAgain", "16:04 askAgain", "20:04 askAgain"],
      ...["24:04 ackOver", "24:19 reminder", "24:49 reminder"],
    ]);
    expect(shop.present()).toMatchObject({ state: "open", ackedBy: null, cycle: 2, round: 2, severity: "medium" });
  });

  it("stops what is queued in the same write", () => {
    const shop = tower();
    shop.fail();
    expect(acknowledge(shop.present(), 1001, start)).toMatchObject({ stop: true, notices: [] });
  });

  it("is the first one; the second is told who it was, the first may say so again", () => {
    const shop = tower();
    shop.fail();
    shop.ack(1001);
    shop.wait(minute);
    expect(shop.ack(1002)).toEqual({ late: "taken", by: 1001, at: start });
    expect(shop.ack(1001)).toBeUndefined();
    expect(shop.present()).toMatchObject({ ackedBy: 1001, ackedAt: start + minute });
  });

  it("may be relieved by anybody when asked again", () => {
    const shop = tower();
    shop.fail();
    shop.ack(1001);
    shop.wait(4 * hour);
    expect(shop.ack(1002)).toBeUndefined();
    expect(shop.present()).toMatchObject({ ackedBy: 1002, asked: 0, nextStepAt: start + 8 * hour });
  });

  it("of two at the same moment is whoever's write still finds what it expects", () => {
    const shop = tower();
    shop.fail();
    const seen = shop.present();
    const written = {
      ...seen,
      ...(acknowledge(seen, 1001, start) as { escalation: typeof seen }).escalation,
      revision: 2,
    };
    // Boris saw revision 1 too: his write fails, he looks again.
    expect(acknowledge(seen, 1002, start)).toHaveProperty("escalation");
    expect(acknowledge(written, 1002, start)).toEqual({ late: "taken", by: 1001, at: start });
  });

  it("after it was given up is heard again, with five cycles more", () => {
    const shop = tower();
    shop.fail();
    shop.wait(21 * hour);
    shop.ack(1001);
    expect(shop.present()).toMatchObject({ state: "acked", gaveUpAt: null });
    shop.wait(24 * hour);
    expect(shop.lines.at(-1)?.kind).toBe("ackOver");
    shop.wait(20 * hour);
    expect(shop.lines.at(-1)).toMatchObject({ kind: "gaveUp", cycle: 10 });
  });

  it("cannot take what is over", () => {
    const shop = tower();
    shop.fail();
    shop.pass();
    expect(shop.ack(1001)).toEqual({ late: "over" });
    expect(shop.hush(1001, null)).toEqual({ late: "over" });
  });
});

describe("a silence", () => {
  it("of an hour is one: then it rings anew", () => {
    const shop = tower();
    shop.fail();
    shop.wait(14 * minute);
    shop.hush(1001, hour);
    shop.wait(90 * minute);
    expect(shop.told()).toEqual(["0:00 raised", "1:14 silenceOver", "1:29 reminder"]);
    expect(shop.present()).toMatchObject({ state: "open", cycle: 2, round: 2, silencedUntil: null });
  });

  it("until it is fixed ends with the fix, which is told", () => {
    const shop = tower();
    shop.fail();
    shop.hush(1001, null);
    shop.wait(72 * hour);
    shop.fail();
    expect(shop.told()).toEqual(["0:00 raised"]);
    shop.pass();
    expect(shop.told()).toEqual(["0:00 raised", "72:00 recovered"]);
    shop.wait(minute);
    shop.fail();
    expect(shop.lines.at(-1)).toMatchObject({ kind: "again", targets: [ops] });
  });

  it("holds while it turns green and red again", () => {
    const shop = tower();
    shop.fail();
    shop.hush(1001, hour);
    shop.pass();
    shop.wait(minute);
    shop.fail();
    expect(shop.present().state).toBe("silenced");
    expect(shop.told()).toEqual(["0:00 raised", "0:00 recovered"]);
    shop.wait(hour);
    expect(shop.told().slice(2)).toEqual(["1:00 silenceOver"]);
  });
});

describe("taken, green and red again", () => {
  it("is told and still somebody's", () => {
    const shop = tower();
    shop.fail();
    shop.ack(1001);
    shop.wait(minute);
    shop.pass();
    shop.wait(minute);
    shop.fail();
    expect(shop.present()).toMatchObject({ state: "acked", ackedBy: 1001 });
    expect(shop.told()).toEqual(["0:00 raised", "0:01 recovered", "0:02 again"]);
    shop.wait(hour);
    expect(shop.lines).toHaveLength(3);
  });

  it("is nobody's when a person had resolved it", () => {
    const shop = tower();
    shop.fail();
    shop.ack(1001);
    shop.pass(1001);
    shop.wait(minute);
    shop.fail();
    expect(shop.present()).toMatchObject({ state: "open", ackedBy: null });
  });
});
