import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patrol } from "../../../src/app/escalation/patrol.ts";
import { raise } from "../../../src/app/escalation/raise.ts";
import { resolve } from "../../../src/app/escalation/resolve.ts";
import { type Parcel, spread, stormCap, type Told } from "../../../src/app/escalation/spread.ts";
import type { Step } from "../../../src/app/escalation/step.ts";
import type { Escalation, Severity, Target } from "../../../src/core/escalation.ts";
import { ana, boris, failure, hour, mail, minute, ops, policy, start } from "./tower.ts";

const reaches = () => true;

/** Everybody's messages of late, as the deliveries would tell. */
function post() {
  const sent: { at: number; target: Target; how: "loud" | "single" | "digest" }[] = [];
  const key = (target: Target) => JSON.stringify(target);
  return {
    sent,
    deliver(tolds: Told[], now: number): Parcel[] {
      const recently = (target: Target) => {
        const late = sent.filter((one) => key(one.target) === key(target) && one.at > now - stormCap.withinMs);
        const counted = late.filter(({ how }) => how !== "loud");
        return { messages: counted.length, digest: late.some(({ how }) => how === "digest") };
      };
      const parcels = spread(tolds, recently);
      for (const parcel of parcels) {
        if (parcel.how === "alone") {
          const how = parcel.told.escalation.severity === "critical" ? "loud" : "single";
          sent.push({ at: now, target: parcel.told.target, how });
        } else if (!parcel.joins) sent.push({ at: now, target: parcel.target, how: "digest" });
      }
      return parcels;
    },
    /** The most messages to one target in any minute, critical ones left out. */
    worst(): number {
      const counted = sent.filter(({ how }) => how !== "loud");
      const within = ({ at, target }: (typeof sent)[number]) =>
        counted.filter((one) => key(one.target) === key(target) && one.at <= at && one.at > at - minute).length;
      return Math.max(0, ...counted.map(within));
    },
  };
}

function told(id: number, target: Target, severity: Severity = "medium"): Told {
  const opening = { ...failure({ severity }), id, policy: policy() };
  const { escalation } = raise(opening, null, { now: start, reaches });
  return { escalation, kind: "raised", key: `E${id}/1/0`, target, also: [] };
}

const many = (count: number, target: Target, severity?: Severity) =>
  Array.from({ length: count }, (_, i) => told(i + 1, target, severity));

describe("notices of one moment", () => {
  it("come alone when there are few, and share a message from four on", () => {
    expect(
      post()
        .deliver(many(3, ops), start)
        .map(({ how }) => how),
    ).toEqual(["alone", "alone", "alone"]);
    const [digest, ...rest] = post().deliver(many(4, ops), start);
    expect(digest).toMatchObject({ how: "together", joins: false, target: ops, tolds: { length: 4 } });
    expect(rest).toEqual([]);
  });

  it("for different chats have nothing to do with each other", () => {
    const parcels = post().deliver([...many(2, ops), ...many(2, ana), ...many(2, boris), ...many(2, mail("x"))], start);
    expect(parcels.every(({ how }) => how === "alone")).toBe(true);
  });

  it("come alone where they are critical, however many there are", () => {
    expect(post().deliver(many(40, ops, "critical"), start)).toHaveLength(40);
  });
});

describe("more than a chat can bear", () => {
  it("becomes a digest with the fifth message of a minute, which grows for a minute", () => {
    const mailbag = post();
    const ways = Array.from({ length: 15 }, (_, i) => mailbag.deliver([told(i, ops)], start + i * 1_000)[0]);
    expect(ways.slice(0, 4).every((parcel) => parcel?.how === "alone")).toBe(true);
    expect(ways[4]).toMatchObject({ how: "together", joins: false });
    expect(ways.slice(5).every((parcel) => parcel?.how === "together" && parcel.joins)).toBe(true);
    expect(mailbag.deliver([told(99, ops)], start + 70_000)[0]?.how).toBe("alone");
  });

  it("never is more than five messages in any minute, and nothing is left out", () => {
    const moments = fc.array(fc.record({ wait: fc.nat(20_000), count: fc.integer({ min: 1, max: 12 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moments, (list) => {
        const mailbag = post();
        let now = start;
        for (const { wait, count } of list) {
          now += wait;
          const parcels = mailbag.deliver(many(count, ops), now);
          const tolds = parcels.flatMap((parcel) => (parcel.how === "alone" ? [parcel.told] : parcel.tolds));
          expect(tolds).toHaveLength(count);
        }
        expect(mailbag.worst()).toBeLessThanOrEqual(stormCap.messages);
      }),
    );
  });

  it("two hundred checks that change every ten seconds for an hour: five messages a minute at most", () => {
    const mailbag = post();
    const open = new Map<number, Escalation>();
    const notes = new Map<number, number>();
    let now = start;
    const take = (id: number, step: Step | null): Told[] => {
      if (!step) return [];
      open.set(id, step.escalation);
      for (const { kind } of step.notices) if (kind === "flapping") notes.set(id, (notes.get(id) ?? 0) + 1);
      return step.notices.flatMap(({ kind, cycle, step: number, targets }) =>
        targets.map((target) => ({
          ...{ escalation: step.escalation, kind, key: `E${id}/${cycle}/${number}`, target, also: [] },
        })),
      );
    };
    for (let round = 0; now < start + hour; round++, now += 10_000) {
      const at = { now, reaches };
      const tolds = Array.from({ length: 200 }, (_, id) => {
        const last = open.get(id) ?? null;
        const due = last ? take(id, patrol(last, at)) : [];
        const present = open.get(id) ?? null;
        const failed = { ...failure({ cause: `${id}/x` }), id, policy: policy() };
        return [
          ...due,
          ...take(id, round % 2 === 0 || !present ? raise(failed, present, at) : resolve(present, null, at)),
        ];
      });
      mailbag.deliver(tolds.flat(), now);
    }
    expect(mailbag.worst()).toBeLessThanOrEqual(stormCap.messages);
    expect(mailbag.sent.length).toBeLessThan(20);
    // The note, and the summary of the first half hour.
    expect(new Set(notes.values())).toEqual(new Set([2]));
  });
});
