import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit } from "../../../src/app/escalation/audit.ts";
import type { NoticeKind } from "../../../src/core/escalation.ts";
import { hour, minute, tower } from "./tower.ts";

/** What nobody caused: it came because time passed. */
const unasked: NoticeKind[] = ["reminder", "stale"];

const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("fail" as const),
      severity: fc.constantFrom("low", "medium", "high", "critical"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("pass" as const), by: fc.constantFrom(null, 1001) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("ack" as const), by: fc.constantFrom(1001, 1002) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("hush" as const), ms: fc.constantFrom(null, hour, 4 * hour) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1_000, max: 12 * hour }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1_000, max: 10 * minute }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("sleep" as const), ms: fc.integer({ min: 1_000, max: 30 * hour }) }),
  },
);

/** Whatever happens in whatever order, `check` holds after each deed. */
function always(check: (shop: ReturnType<typeof tower>) => void) {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const shop = tower();
      shop.fail();
      for (const one of deeds) {
        if (one.do === "fail") shop.fail({ severity: one.severity as "low" });
        if (one.do === "pass") shop.pass(one.by);
        if (one.do === "ack") shop.ack(one.by);
        if (one.do === "hush") shop.hush(1001, one.ms);
        if (one.do === "wait") shop.wait(one.ms);
        if (one.do === "sleep") {
          shop.sleep(one.ms);
          shop.wait(0);
        }
        check(shop);
      }
    }),
    { numRuns: 500 },
  );
}

describe("whatever happens, in whatever order", () => {
  it("the auditor is content", () => {
    always((shop) => expect(audit([shop.present()], shop.now())).toEqual([]));
  });

  it("a notice that time alone brought is never within five minutes of another one to the route", () => {
    always(({ lines }) => {
      const last = lines.at(-1);
      const before = lines.filter(({ kind }) => kind !== "askAgain" && kind !== "recovered").at(-2);
      if (last && before && unasked.includes(last.kind)) expect(last.at - before.at).toBeGreaterThanOrEqual(5 * minute);
    });
  });

  it("it never rises more than five times without an answer", () => {
    always((shop) => {
      const { cycle, round } = shop.present();
      expect(cycle - round).toBeLessThan(5);
    });
  });

  it("no number of a notice is used twice", () => {
    always(({ lines }) => {
      const names = lines.map(({ id, cycle, step }) => `${id}/${cycle}/${step}`);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  it("nothing but its end and a question to whoever has it is told while it is taken or silenced", () => {
    always((shop) => {
      const { state } = shop.present();
      const before = shop.lines.length;
      if (state !== "acked" && state !== "silenced") return;
      if ((shop.present().nextStepAt ?? Number.POSITIVE_INFINITY) <= shop.now() + minute) return;
      shop.wait(minute);
      expect(shop.lines.slice(before)).toEqual([]);
    });
  });

  it("what is open has told somebody, and who was told hears the end", () => {
    always((shop) => {
      expect(shop.present().told.length).toBeGreaterThan(0);
      const { state, flapping, told } = shop.present();
      if (state === "resolved" && !flapping)
        expect(shop.lines.at(-1)).toMatchObject({ kind: "recovered", targets: told });
    });
  });
});
