import { describe, expect, it } from "vitest";
import { planFire } from "../../../src/app/engine/plan-fire.ts";
import type { Action } from "../../../src/core/action.ts";
import type { NewRun } from "../../../src/core/run.ts";
import { day, hour, minute, second, start } from "./bench.ts";

const at = (hours: number) => start + hours * hour;
/** Every hour, the first one hour after the start. */
const hourly: Action["schedule"] = { type: "every", ms: hour, from: at(1) };

function action(patch: Partial<Action> = {}): Action {
  return {
    ...{ id: 7, title: "Tea", kind: "reminder", spec: null, schedule: hourly, leads: [], nag: null },
    policies: { misfire: "once", misfireWindowMs: day, overlap: "allow", attempts: 8 },
    ...{ critical: false, silent: false, gates: [], labels: [], parent: null },
    ...{
      owner: 1,
      chat: 1,
      thread: null,
      destination: null,
      source: null,
      nextAt: at(1),
      pause: null,
      skipUntil: null,
      revision: 1,
    },
    ...{ createdAt: start, updatedAt: start, deletedAt: null },
    ...patch,
  };
}

const policies = (patch: Partial<Action["policies"]>): Partial<Action> => ({
  policies: { misfire: "once", misfireWindowMs: day, overlap: "allow", attempts: 8, ...patch },
});

/** Rows in short: what, and for how many hours after the start. */
function short(runs: NewRun[]) {
  return runs.map(({ slot, slotTo, count, lead, outcome, reason, missed }) => {
    const what = outcome ? `${outcome} ${reason}` : "run";
    const more = [
      lead > 0 ? `lead ${lead / minute}` : "",
      slotTo ? `..${((slotTo ?? 0) - start) / hour} ×${count}` : "",
    ];
    return [what, `${((slot ?? 0) - start) / hour}${more[1]}`, more[0], missed ? `+${missed}` : ""]
      .filter(Boolean)
      .join(" ");
  });
}

describe("a slot that is due", () => {
  it("becomes one run, and the hand moves on", () => {
    const fire = planFire(action(), at(1) + 5);
    expect(fire).toMatchObject({ action: 7, expectNextAt: at(1), nextAt: at(2), unpause: false });
    expect(fire.runs).toMatchObject([{ key: `7@${at(1)}`, slot: at(1), dueAt: at(1), wakeAt: at(1), lead: 0 }]);
  });

  it("has no successor when it is the last", () => {
    expect(planFire(action({ schedule: { ...hourly, count: 1 } }), at(1)).nextAt).toBeNull();
  });

  it("is its hand for a schedule that waits for an answer", () => {
    const after = { type: "after", days: 3, time: "09:00", tz: "Europe/Berlin" } as const;
    const fire = planFire(action({ schedule: after }), at(1));
    expect(fire).toMatchObject({ nextAt: null, runs: [{ key: `7@${at(1)}` }] });
  });
});

describe("slots that were missed", () => {
  it("once: the newest runs and tells how many it stands for", () => {
    expect(short(planFire(action(), at(4) + minute).runs)).toEqual([
      "missed away 1",
      "missed away 2",
      "missed away 3",
      "run 4 +3",
    ]);
  });

  it("once: a newest slot older than the window is missed as well", () => {
    const short1 = action({ schedule: { ...hourly, count: 2 }, ...policies({ misfireWindowMs: 10 * minute }) });
    expect(short(planFire(short1, at(5)).runs)).toEqual(["missed away 1", "missed away 2"]);
  });

  it("once: without a window even a year late is run", () => {
    const old = action({ schedule: { ...hourly, count: 1 }, ...policies({ misfireWindowMs: null }) });
    expect(short(planFire(old, at(1) + 365 * day).runs)).toEqual(["run 1"]);
  });

  it("skip: none runs when the newest is late", () => {
    expect(short(planFire(action(policies({ misfire: "skip" })), at(3) + minute).runs)).toEqual([
      "missed away 1",
      "missed away 2",
      "missed away 3",
    ]);
  });

  it("skip: a slot that is seconds late was not missed", () => {
    const runs = planFire(action(policies({ misfire: "skip" })), at(3) + 59 * second).runs;
    expect(short(runs)).toEqual(["missed away 1", "missed away 2", "run 3 +2"]);
  });

  it("all: each runs", () => {
    expect(short(planFire(action(policies({ misfire: "all" })), at(3)).runs)).toEqual(["run 1", "run 2", "run 3"]);
  });

  it("all: no more than a hundred, the newest, and the rest share a row", () => {
    const often = action({ ...policies({ misfire: "all", misfireWindowMs: null }) });
    const runs = planFire(often, at(500)).runs;
    expect(short(runs).slice(0, 2)).toEqual(["missed away 1..400 ×400", "run 401"]);
    expect(short(runs).at(-1)).toBe("run 500 +400");
    expect(runs).toHaveLength(101);
  });

  it("a hundred have a row each, more share one with a count", () => {
    expect(planFire(action(), at(101)).runs).toHaveLength(101);
    expect(short(planFire(action(), at(102)).runs)).toEqual(["missed away 1..101 ×101", "run 102 +101"]);
  });
});

describe("leads", () => {
  const early = { leads: [30 * minute, 10 * minute], nextAt: at(1) - 30 * minute };

  it("run before their slot", () => {
    const fire = planFire(action(early), at(1) - 30 * minute);
    expect(fire.runs).toMatchObject([{ key: `7@${at(1)}-${30 * minute}`, slot: at(1), dueAt: at(1) - 30 * minute }]);
    expect(fire.nextAt).toBe(at(1) - 10 * minute);
  });

  it("are missed when what they lead to has come", () => {
    expect(short(planFire(action(early), at(1)).runs)).toEqual([
      "run 1",
      "missed slotCame 1 lead 30",
      "missed slotCame 1 lead 10",
    ]);
  });

  it("are still run, late, while their slot is ahead", () => {
    expect(short(planFire(action(early), at(2) - 5 * minute).runs)).toEqual([
      "run 1",
      "missed slotCame 1 lead 30",
      "run 2 lead 30",
      "missed slotCame 1 lead 10",
      "run 2 lead 10",
    ]);
  });

  it("obey a policy that skips what is late", () => {
    const strict = action({ ...early, ...policies({ misfire: "skip" }) });
    expect(short(planFire(strict, at(1) - 20 * minute).runs)).toEqual(["missed away 1 lead 30"]);
  });
});

describe("pausing and skipping", () => {
  it("skipped slots are recorded, the next one runs", () => {
    expect(short(planFire(action({ skipUntil: at(2) }), at(3)).runs)).toEqual([
      "skipped skipped 1",
      "skipped skipped 2",
      "run 3",
    ]);
  });

  it("the first slot after a pause records the paused ones in one row", () => {
    const pause = { from: at(0.5), until: at(5.5) };
    const fire = planFire(action({ pause, nextAt: at(6) }), at(6));
    expect(short(fire.runs)).toEqual(["skipped paused 1..5 ×5", "run 6"]);
    expect(fire.unpause).toBe(true);
  });

  it("a pause ends before the slot at its last instant", () => {
    const fire = planFire(action({ pause: { from: at(0.5), until: at(2) }, nextAt: at(2) }), at(2));
    expect(short(fire.runs)).toEqual(["skipped paused 1", "run 2"]);
  });

  it("a pause that held nothing back leaves no row", () => {
    const fire = planFire(action({ pause: { from: at(0.5), until: at(0.6) } }), at(1));
    expect(short(fire.runs)).toEqual(["run 1"]);
  });

  it("nothing fires during a pause, and the hand goes behind it", () => {
    const fire = planFire(action({ pause: { from: at(0.5), until: at(5.5) } }), at(1));
    expect(fire).toMatchObject({ runs: [], nextAt: at(6), unpause: false });
    expect(planFire(action({ pause: { from: at(0.5), until: null } }), at(1)).nextAt).toBeNull();
  });

  it("a pause that outlasts the series is recorded at its end", () => {
    const last = { schedule: { ...hourly, count: 3 }, pause: { from: at(0.5), until: at(5.5) } };
    expect(planFire(action(last), at(1)).nextAt).toBe(at(5.5));
    const fire = planFire(action({ ...last, nextAt: at(5.5) }), at(5.5));
    expect(short(fire.runs)).toEqual(["skipped paused 1..3 ×3"]);
    expect(fire).toMatchObject({ nextAt: null, unpause: true });
  });

  it("a pause that somebody ends now is recorded now", () => {
    const fire = planFire(action({ pause: { from: at(0.5), until: at(3.2) }, nextAt: at(3.2) }), at(3.2));
    expect(short(fire.runs)).toEqual(["skipped paused 1..3 ×3"]);
    expect(fire).toMatchObject({ nextAt: at(4), unpause: true });
  });
});

it("a hand that no slot stands behind any more only moves on", () => {
  expect(planFire(action({ nextAt: at(1) + minute }), at(1) + 2 * minute)).toMatchObject({ runs: [], nextAt: at(2) });
});
