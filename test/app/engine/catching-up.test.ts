import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, bench, day, hour, minute, onceAt, start } from "./bench.ts";

let b: Bench;
beforeEach(async () => {
  b = await bench();
  await b.engine.start();
});
afterEach(() => b.close());

const hourly = { type: "every", ms: hour, from: start + hour } as const;

async function outcomes(action: number): Promise<string[]> {
  const runs = await b.runs(action);
  return runs.map(({ state, outcome, reason, count, missed }) =>
    [outcome ?? state, reason, count > 1 ? `×${count}` : "", missed ? `+${missed}` : ""].filter(Boolean).join(" "),
  );
}

describe("after Belfry was away", () => {
  it("a one-shot rings, however late, and says how late", async () => {
    const tea = await b.add({ schedule: onceAt(start + hour) });
    await b.away(400 * day);
    expect(await outcomes(tea.id)).toEqual(["waiting"]);
    expect(b.channel.sent).toMatchObject([{ delivery: { payload: { view: "ring", lateMs: 400 * day - hour } } }]);
  });

  it("a series rings once and says how many were missed", async () => {
    const tea = await b.add({ schedule: hourly });
    await b.away(3.5 * hour);
    expect(await outcomes(tea.id)).toEqual(["missed away", "missed away", "waiting +2"]);
    expect(b.channel.sent).toMatchObject([{ delivery: { payload: { missed: 2, lateMs: 30 * minute } } }]);
  });

  it("a series whose last slot is more than a day ago does not ring, and is named among what was skipped", async () => {
    const tea = await b.add({ schedule: { ...hourly, count: 2 } });
    await b.away(2 * day);
    expect(await outcomes(tea.id)).toEqual(["missed away", "missed away"]);
    const skipped = [{ action: tea.id, missed: 2 }];
    expect(b.channel.sent).toMatchObject([{ delivery: { payload: { view: "away", skipped, rung: [] } } }]);
  });

  it("a month of minutes is one row with a count", async () => {
    const tea = await b.add({ schedule: { type: "every", ms: minute, from: start + minute } });
    await b.away(30 * day);
    expect(await outcomes(tea.id)).toEqual([`missed away ×${30 * 24 * 60 - 1}`, `waiting +${30 * 24 * 60 - 1}`]);
  });

  it("an action that skips what was missed rings at its next slot", async () => {
    const policies = { misfire: "skip", misfireWindowMs: null, overlap: "allow", attempts: 8 } as const;
    const tea = await b.add({ schedule: hourly, policies });
    await b.away(3.5 * hour);
    expect(await outcomes(tea.id)).toEqual(["missed away", "missed away", "missed away"]);
    await b.travel(start + 4 * hour);
    expect((await outcomes(tea.id)).at(-1)).toBe("waiting");
  });

  it("the ledger shows how late each run began", async () => {
    const tea = await b.add({ schedule: hourly });
    await b.away(hour + 10 * minute);
    const [run] = await b.runs(tea.id);
    expect((run?.startedAt ?? 0) - (run?.dueAt ?? 0)).toBe(10 * minute);
  });

  it("a paused series that was resumed by the calendar tells what the pause held back", async () => {
    const pause = { from: start, until: start + 4.5 * hour };
    const tea = await b.add({ schedule: hourly, pause, nextAt: start + 5 * hour });
    await b.travel(start + 5 * hour);
    expect(await outcomes(tea.id)).toEqual(["skipped paused ×4", "waiting"]);
    expect((await b.store.actions.get(tea.id))?.pause).toBeNull();
  });
});

it("one action whose schedule cannot be read does not stop the others", async () => {
  const schedule = { type: "cron", cron: "0 9 * * *", tz: "Mars/Olympus" } as const;
  const broken = await b.add({ schedule: onceAt(start + hour) });
  const tea = await b.add({ schedule: onceAt(start + hour) });
  await b.store.commit([{ do: "setAction", id: broken.id, expectRevision: 1, patch: { schedule } }]);
  await b.travel(start + hour);
  expect(await outcomes(tea.id)).toEqual(["waiting"]);
  expect(await outcomes(broken.id)).toEqual(["failed badSchedule"]);
  expect((await b.store.actions.get(broken.id))?.nextAt).toBeNull();
});
